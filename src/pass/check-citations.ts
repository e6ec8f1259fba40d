/**
 * What a careful editor would flag in the citations themselves.
 *
 * In: `Resolved`. Reports c-026 (two works cited in the same words), c-027 (an “ibid.” that begins a chapter), c-028 (a locator that
 * runs backwards), c-029 (a page that the source does not have), c-030 (the number of a note that another chapter has, too).
 */
import { toString } from 'hast-util-to-string';
import { citedBy } from '../cite/cited-by.js';
import { citedAlike } from '../cite/cited-alike.js';
import type { CslItem } from '../cite/csl.js';
import { type Locator, type LocatorParser, locatorParser } from '../cite/locator.js';
import { locatorWords } from '../cite/locator-words.js';
import { type PageRange, parsePages } from '../cite/page-range.js';
import { sameWorks } from '../cite/same-work.js';
import { citeStep } from '../cite/step.js';
import { type CitationStyle, styleFacts } from '../cite/style.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Context } from '../model/context.js';
import type { CitationOccurrence, Resolved } from '../model/document.js';
import type { NodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import { placeOf, placeWithin, sourceOf } from '../model/source.js';
import { remember } from '../world/remember.js';
import type { World } from '../world/world.js';

export async function checkCitations(resolved: Resolved, { world, report }: Context): Promise<void> {
  await reportAlike(resolved, world, report);
  // Where positions begin anew in each chapter, neither can be.
  if (resolved.config.citation.restart === 'book') {
    await reportIbid(resolved, world, report);
    reportNoteNumbers(resolved, report);
  }
  const parseLocator = locatorParser(locatorWords(resolved.style));
  for (const occurrence of resolved.citations) reportLocators(occurrence, resolved, parseLocator, report);
}

/** `written` may be the key of a set. */
interface First {
  readonly occurrence: CitationOccurrence;
  readonly written: string;
}

async function reportAlike({ citations, library, style }: Resolved, world: World, report: Report): Promise<void> {
  const firsts = new Map<string, First>();
  for (const occurrence of citations) for (const { key: written } of occurrence.node.parts) for (const key of citedBy(library, written)) if (!firsts.has(key)) firsts.set(key, { occurrence, written });
  const placeOf = (key: string): Place => {
    const { occurrence: { source, node }, written } = firsts.get(key) as First;
    return placeWithin(source, node, written);
  };
  const cited = [...firsts.keys()].flatMap((key) => library.entries.get(key) ?? []);
  const twins = new Set(sameWorks(cited).map(({ entry }) => entry.key));
  for (const { key, first, words } of await citedAlike(style, cited.map(({ csl }) => csl), world)) {
    if (twins.has(key)) continue;
    report('c-026', placeOf(key), `\`${key}\` and \`${first}\` are both cited as “${words}”`, { text: `\`${first}\``, place: placeOf(first) }, 'this style does not tell them apart: name one in the sentence, or choose another style');
  }
}

/** Only a source that the citation before it cites alone can be the same. */
async function reportIbid({ citations, citationNotes, citationTexts, library, style }: Resolved, world: World, report: Report): Promise<void> {
  let same: RegExp | undefined;
  for (const [index, occurrence] of citations.entries()) {
    const before = citations[index - 1];
    if (!before || before.chapter === occurrence.chapter) continue;
    const { node, source, id } = occurrence;
    const key = node.parts[0]?.key;
    const [last, ...others] = before.node.parts.flatMap((part) => citedBy(library, part.key));
    if (key === undefined || others.length > 0 || citedBy(library, key)[0] !== last) continue;
    const words = wordsOf(id, { citationNotes, citationTexts });
    same ??= await ibidOf(style, world);
    const found = same.exec(words)?.[0];
    if (found === undefined) continue;
    report('c-027', placeWithin(source, node, key), `the first citation of the chapter is “${found}”: \`${key}\` was last cited in an earlier chapter`, { text: 'where it was', place: placeWithin(before.source, before.node, before.node.parts[0]?.key ?? key) }, 'reword it, so that whoever begins to read here learns what is meant', 'or write `citation: {restart: chapter}` in book.yaml: every chapter then gives its sources in full again');
  }
}

function wordsOf(id: NodeId, { citationNotes, citationTexts }: Pick<Resolved, 'citationNotes' | 'citationTexts'>): string {
  return toString({ type: 'root', children: [...(citationNotes.get(id) ?? citationTexts.get(id) ?? [])] });
}

/** “n. 12” leads to a note of the chapter that the reader is in. */
function reportNoteNumbers(resolved: Resolved, report: Report): void {
  const { citations, noteNumbers, style, config, library } = resolved;
  if (style.form !== 'note' || config.page.numberNotes === 'book' || !style.definition.includes('first-reference-note-number')) return;
  const firsts = new Map<string, CitationOccurrence>();
  const misleading = citations.flatMap((occurrence) =>
    occurrence.node.parts.flatMap(({ key: written }) =>
      citedBy(library, written).flatMap((key) => {
        const first = firsts.get(key);
        if (!first) firsts.set(key, occurrence);
        const number = first && noteNumbers.get(first.insideNote ?? first.id);
        const isElsewhere = first !== undefined && first.chapter !== occurrence.chapter && number !== undefined;
        return isElsewhere && new RegExp(`(?<![\\p{L}\\p{N}])${number}(?![\\p{L}\\p{N}])`, 'u').test(wordsOf(occurrence.id, resolved)) ? [{ occurrence, written, key, first, number }] : [];
      }),
    ),
  );
  const [one, ...more] = misleading;
  if (!one) return;
  const { occurrence: { source, node }, written, key, first, number } = one;
  const others = more.length === 0 ? '' : `; ${more.length} more ${more.length === 1 ? 'citation leads' : 'citations lead'} astray like this`;
  report('c-030', placeWithin(source, node, written), `this leads to note ${number}, and means that of an earlier chapter, where \`${key}\` is first cited${others}`, { text: 'the note meant', place: placeOf(first.source, first.node) }, '`page: {number-notes: book}` in book.yaml counts notes through the book', 'or `citation: {restart: chapter}`: every chapter then gives its sources in full again');
}

/** The word of the locale, in either length, and the Latin one that some styles have in all of them. */
async function ibidOf(style: CitationStyle, world: World): Promise<RegExp> {
  const terms = await remember(world, citeStep('ibid'), styleFacts(style), async () => {
    const { term } = (await import('../cite/engine.js')).openProcessor(style, new Map());
    return [term('ibid') ?? '', term('ibid', 'short') ?? ''];
  });
  const words = [...terms, 'ibid.'].flatMap((word) => (word ? word.replace(/\.$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : []));
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})\\.?`, 'iu');
}

/** Of these a number is a place in a sequence; § 45-12 is a name. */
const sequences: ReadonlySet<string> = new Set(['page', 'column', 'line', 'folio']);

function reportLocators(occurrence: CitationOccurrence, { library }: Resolved, parseLocator: LocatorParser, report: Report): void {
  for (const { key, suffix } of occurrence.node.parts) {
    const { locator } = parseLocator(suffix);
    const ranges = locator && sequences.has(locator.label) ? parsePages(locator.number) : undefined;
    if (!locator || !ranges) continue;
    if (ranges.some(({ first, last }) => last < first)) {
      report('c-028', placeOfLocator(occurrence, key, locator), `“${locator.written}” of \`${key}\` ends before it begins`);
      continue;
    }
    // Of a set, a locator is its last member's.
    const entry = library.entries.get(citedBy(library, key).at(-1) ?? key);
    const outside = entry && locator.label === 'page' ? pagesOutside(ranges, entry.csl) : undefined;
    if (entry && outside !== undefined) report('c-029', placeOfLocator(occurrence, key, locator), `“${locator.written}” is not in \`${entry.key}\`, which ${outside}`, { text: 'the entry', place: entry.place });
  }
}

/** @returns what pages there are, as the end of a sentence about the source, when a cited one is not among them */
function pagesOutside(cited: readonly PageRange[], { page, 'number-of-pages': total }: CslItem): string | undefined {
  const own = typeof page === 'string' ? parsePages(page) : undefined;
  if (own) {
    // Many entries give the page that an article begins on, and no more.
    const holds = ({ numerals, first, last }: PageRange): boolean => own.some((range) => range.numerals !== numerals || (first >= range.first && (range.isSingle || last <= range.last)));
    return cited.every(holds) ? undefined : own[0]?.isSingle && own.length === 1 ? `begins on page ${page}` : `has the pages ${String(page).replaceAll(/(?<=\w)-+(?=\w)/g, '–')}`;
  }
  const count = /^\d+$/.test(String(total ?? '')) ? Number(total) : undefined;
  return count !== undefined && cited.some(({ numerals, last }) => numerals === 'arabic' && last > count) ? `has ${count} pages` : undefined;
}

/** Of several citations between two brackets, the one meant. */
function placeOfLocator({ node, source }: CitationOccurrence, key: string, { written }: Locator): Place {
  const words = sourceOf(node, source);
  const offset = words.indexOf(written, words.indexOf(key) + key.length);
  return offset < 0 ? placeWithin(source, node, key) : placeWithin(source, node, words, { offset, length: written.length });
}
