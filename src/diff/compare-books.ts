/**
 * Compares two states of a book whose pages are known.
 *
 * In: pages, and stages on which they stand; the stages are marked afterwards. Out: all that differs.
 */
import { type BookPages, faceDigest, faceName } from '../edition/pages-file.js';
import { digestOf } from '../edition/read-blocks.js';
import type { Face } from '../typeface/faces.js';
import type { Disk } from '../world/world.js';
import { compareCitations, compareNumbers } from './compare-facts.js';
import { comparePages, type ShownState } from './compare-pages.js';
import type { Comparison, PageChange, StateFacts } from './comparison.js';
import { findSheets } from './find-sheets.js';
import type { Stage } from './stage.js';

/** One of the two, with what it is called. */
export interface NamedPages {
  readonly name: string;
  readonly pages: BookPages;
}

export async function compareBooks(before: NamedPages, after: NamedPages, stages: { readonly before: Stage; readonly after: Stage }, remarks: readonly string[]): Promise<Comparison> {
  const [one, other] = await Promise.all([shownState(before.pages, stages.before), shownState(after.pages, stages.after)]);
  const { same, ...compared } = comparePages(one, other);
  const [was, is] = [before.pages.facts, after.pages.facts];
  const isSized = was.width === is.width && was.height === is.height;
  const isBlank = (state: ShownState, page: number): boolean => page < state.pages.length && state.pages[page]?.words.length === 0;
  const stayed = new Set(same.filter((pair) => pair.before === pair.after && was.folios[pair.before] === is.folios[pair.after]).map((pair) => pair.after));
  const comparison: Comparison = {
    before: factsOf(before),
    after: factsOf(after),
    ...compared,
    knowsWords: true,
    moved: same.filter((pair) => was.folios[pair.before] !== is.folios[pair.after]),
    numbers: compareNumbers(was.numbers, is.numbers),
    citations: compareCitations(was.citations, is.citations),
    sheets: findSheets(was.folios.length, is.folios.length, (page) => isSized && (stayed.has(page) || (isBlank(one, page) && isBlank(other, page)))),
    remarks: [...remarks, ...(isSized ? [] : [`The pages have another size: ${was.width.toFixed(0)} by ${was.height.toFixed(0)} px before, ${is.width.toFixed(0)} by ${is.height.toFixed(0)} px now.`])],
  };
  await stages.before.mark([...compared.changed, ...compared.gone].map(({ before: page, marks }) => ({ page: page ?? 0, words: marks.before })));
  await stages.after.mark([...compared.changed, ...compared.added].map((page) => ({ page: page.after ?? 0, words: page.marks.after, ...noteOf(page, was.folios, is.folios) })));
  return comparison;
}

export const factsOf = ({ name, pages: { facts } }: NamedPages): StateFacts => ({ name, title: facts.title, language: facts.language, stem: facts.stem, folios: facts.folios });

function noteOf({ before, after }: PageChange, was: readonly string[], is: readonly string[]): { readonly note?: string } {
  if (before === undefined) return { note: 'new page' };
  return was[before] === is[after ?? -1] || was[before] === '' ? {} : { note: `was page ${was[before] ?? ''}` };
}

async function shownState({ facts, pictures }: BookPages, stage: Stage): Promise<ShownState> {
  const names = new Map<string, string>();
  const nameOf = (picture: string): string => {
    const held = pictures.get(decodeURI(picture.startsWith('/assets/') ? picture : ''));
    return digestOf(held ? Buffer.from(held.bytes).toString('latin1') : picture, 12);
  };
  return { pages: await stage.read(), folios: facts.folios, pictureName: (picture) => names.get(picture) ?? names.set(picture, nameOf(picture)).get(picture) ?? '' };
}

/** That pages of before are shown in faces that they were not printed in. */
export async function facesRemark({ name, pages: { facts } }: NamedPages, faces: readonly Face[], disk: Disk): Promise<string[]> {
  const known = new Map(faces.map((face) => [faceName(face), face]));
  const others: string[] = [];
  for (const { name: face, digest } of facts.faces) {
    const own = known.get(face);
    if (!own || (await faceDigest(own, disk)) !== digest) others.push(face);
  }
  return others.length === 0 ? [] : [`The pages of ${name}, made by Octavo ${facts.program}, are shown in other faces than they were printed in (${others.join('; ')}): their lines may lie otherwise here.`];
}
