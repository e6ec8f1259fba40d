/**
 * Finds the beginnings of an edition's pages in the text of today: by their block, where it stands unchanged, else by the words around
 * them, between the nearest blocks that do. What is found nowhere is left out, and so is what came to stand out of its order.
 *
 * Pure. Not here: the lines that these places are on (page/find-recorded.ts).
 */
import type { Part } from '../model/document.js';
import type { RecordedBeginning, RecordedPart } from '../page/contract.js';
import { alignSequences } from './align-sequences.js';
import type { RecordedPage } from './edition.js';
import { findWords } from './find-words.js';
import { lettersOf, type PartBlocks, readBlocks, type Spot } from './read-blocks.js';

export function findBreaks(pages: readonly RecordedPage[], parts: readonly Part[]): RecordedPart[] {
  const recorded = new Map<string, RecordedPage[]>();
  for (const page of pages) {
    const known = recorded.get(page.part);
    if (known) known.push(page);
    else recorded.set(page.part, [page]);
  }
  const read = new Map(parts.map((part) => [part.id as string, readBlocks(part)]));
  return [...matchParts(recorded, read)].map(([name, id]) => {
    const own = recorded.get(name) ?? [];
    return { id, pages: own.length, begins: placesIn(own, read.get(id) as PartBlocks) };
  });
}

/** A chapter whose file has another name by now is known by what stands in it. @returns names of then to names of now */
export function matchParts(recorded: ReadonlyMap<string, readonly RecordedPage[]>, read: ReadonlyMap<string, PartBlocks>): Map<string, string> {
  const names = new Map([...recorded.keys()].filter((name) => read.has(name)).map((name) => [name, name]));
  const strangers = [...read].filter(([id]) => !recorded.has(id));
  for (const [name, pages] of recorded) {
    if (names.has(name) || strangers.length === 0) continue;
    const then = new Set(pages.flatMap(({ blocks }) => blocks));
    const shares = strangers.map(([, { blocks }]) => blocks.filter(({ digest }) => then.has(digest)).length);
    const best = shares.indexOf(Math.max(...shares));
    if ((shares[best] ?? 0) * 2 <= then.size) continue;
    names.set(name, strangers[best]?.[0] ?? '');
    strangers.splice(best, 1);
  }
  return names;
}

function placesIn(pages: readonly RecordedPage[], now: PartBlocks): RecordedBeginning[] {
  const then = pages.flatMap(({ blocks }) => blocks);
  const partners = alignSequences(then, now.blocks.map(({ digest }) => digest));
  const places: RecordedBeginning[] = [];
  let blocksBefore = 0;
  let last: Spot = { block: 0, letters: 0 };
  for (const [index, page] of pages.entries()) {
    const block = blocksBefore - ((page.letters ?? 0) > 0 ? 1 : 0);
    blocksBefore += page.blocks.length;
    if (index === 0 || page.letters === undefined) continue;
    const spot = spotNow(page, page.letters, block, partners, now);
    const here = spot && now.blocks[spot.block];
    if (!here || spot.block < last.block || (spot.block === last.block && spot.letters <= last.letters)) continue;
    last = spot;
    places.push({ at: here.at, letters: here.offset + spot.letters, lacks: page.lacks });
  }
  return places;
}

function spotNow({ before, begins }: RecordedPage, letters: number, block: number, partners: readonly (number | undefined)[], { blocks }: PartBlocks): Spot | undefined {
  const partner = partners[block];
  if (partner !== undefined) return { block: partner, letters };
  // The stretch between the nearest blocks that are as they were.
  let [above, below] = [block - 1, block + 1];
  while (above >= 0 && partners[above] === undefined) above -= 1;
  while (below < partners.length && partners[below] === undefined) below += 1;
  const first = above < 0 ? 0 : (partners[above] as number) + 1;
  const end = below < partners.length ? (partners[below] as number) : blocks.length;
  const stretch = blocks.slice(first, end).map(({ text }) => lettersOf(text));
  const found = findWords(stretch.join(''), lettersOf(before), lettersOf(begins), letters);
  const spot = found === undefined ? undefined : spotIn(stretch, found, first);
  // A page that began with a block begins with one: with that of its words, else with the one behind what ended the page before.
  if (letters > 0 || spot?.letters === 0) return spot;
  return above === block - 1 ? { block: first, letters: 0 } : undefined;
}

/** Of the texts of some blocks, the place that so many letters come before; behind all of them is where the next begins. */
function spotIn(texts: readonly string[], place: number, first: number): Spot {
  let left = place;
  for (const [index, text] of texts.entries()) {
    if (left < text.length) return { block: first + index, letters: left };
    left -= text.length;
  }
  return { block: first + texts.length, letters: 0 };
}
