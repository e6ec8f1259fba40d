/**
 * Prints the pages that changed, as they are now, with what changed on them marked; for readers who hold the pages of before.
 *
 * In: a stage with its marks. Out: a finished PDF, whose outline names the pages.
 */
import { finishPdf } from '../print/finish.js';
import { type Notice, printNotice } from './print-notice.js';
import type { BookPages } from '../edition/pages-file.js';
import type { Comparison } from './comparison.js';
import { folioOf } from './phrase.js';
import type { Stage, StageSetting } from './stage.js';

export async function printChanges(comparison: Comparison, { facts }: BookPages, stage: Stage, setting: StageSetting): Promise<Uint8Array> {
  const pages = [...comparison.changed, ...comparison.added].sort((one, other) => (one.after ?? 0) - (other.after ?? 0));
  const nothing: Notice = { title: facts.title, lines: [`No page differs between ${comparison.before.name} and ${comparison.after.name}.`] };
  const pdf = pages.length > 0 ? await stage.print(pages.map(({ after }) => after ?? 0), true) : await printNotice(nothing, facts, setting);
  const headings = pages.map((page, index) => ({ level: 1, words: `Page ${folioOf(comparison, page)}`, page: index, left: 0, top: 0 }));
  return finishPdf({ pdf, navigation: { places: [], headings } }, {
    title: `${facts.title}: what changed`,
    authors: [],
    language: facts.language,
    keywords: [],
    date: facts.date,
    id: `${facts.identifier} changes`,
    folios: pages.length > 0 ? pages.map(({ after }) => facts.folios[after ?? 0] ?? '') : [''],
  });
}
