/** The audit of a book's evidence, for reading and for programs. */
import { claimStatuses } from '../model/document.js';
import type { Place } from '../model/place.js';
import type { CarriedSource, ChapterAudit, EvidenceAudit, Passage } from './audit-evidence.js';

/** Chapter by chapter what lacks a source, each with its place; then the sources, then a table of all with totals. */
export function writeAudit({ chapters, sourcesOfOneClaim, sourcesOfNothingElse }: EvidenceAudit): string {
  const alone = new Set(sourcesOfNothingElse);
  const carried = (source: CarriedSource): string => line(source.place, `\`${source.key}\` for \`${source.claim}\`${alone.has(source) ? ', cited nowhere else' : ''}`);
  return [
    ...chapters.flatMap((chapter) => {
      const sections = [
        section('claims without a source', chapter.claimsWithoutSource.map(({ place, label, status, words }) => line(place, `\`${label}\` (${status}) ${excerpt(words)}`))),
        section('paragraphs without a source', chapter.paragraphsWithoutSource.map(passage)),
        section('quotations without a source', chapter.quotationsWithoutSource.map(passage)),
      ].flat();
      return sections.length === 0 ? [] : [`${chapter.title} (${chapter.file})`, ...sections, ''];
    }),
    ...block('sources that carry one claim only', sourcesOfOneClaim.map(carried)),
    ...summary(chapters),
    '',
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`  ${title}`, ...lines.map((text) => `    ${text}`)]);
const block = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [title, ...lines.map((text) => `    ${text}`), '']);
const passage = ({ place, words }: Passage): string => line(place, excerpt(words));
const line = ({ file, line: row = 1, column = 1 }: Place, words: string): string => `${file}:${row}:${column}  ${words}`;

const longestExcerpt = 60;

function excerpt(words: string): string {
  const whole = words.replace(/\s+/g, ' ').trim();
  return whole.length <= longestExcerpt ? whole : `${whole.slice(0, whole.lastIndexOf(' ', longestExcerpt)).replace(/[\s.,;:]+$/, '')} …`;
}

/** One line a chapter; the columns as wide as their widest cell. */
function summary(chapters: readonly ChapterAudit[]): string[] {
  const heads = ['chapter', ...claimStatuses, 'unsourced', 'paragraphs', 'unsourced', 'quotations', 'unsourced'];
  const rows = chapters.map((chapter) => [chapter.file, ...numbersOf(chapter).map(String)]);
  const totals = chapters.map(numbersOf).reduce((sums, numbers) => sums.map((sum, index) => sum + (numbers[index] ?? 0)), heads.slice(1).map(() => 0));
  const table = [heads, ...rows, ['all', ...totals.map(String)]];
  const widths = heads.map((_, column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)));
  return table.map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
}

const numbersOf = ({ claims, claimsWithoutSource, paragraphs, paragraphsWithoutSource, quotations, quotationsWithoutSource }: ChapterAudit): number[] => [
  ...claimStatuses.map((status) => claims[status]),
  claimsWithoutSource.length,
  paragraphs,
  paragraphsWithoutSource.length,
  quotations,
  quotationsWithoutSource.length,
];

/** Whether there is nothing in it that an author should look at. */
export function isClean({ chapters }: EvidenceAudit): boolean {
  return chapters.every((chapter) => chapter.claimsWithoutSource.length + chapter.paragraphsWithoutSource.length + chapter.quotationsWithoutSource.length === 0);
}
