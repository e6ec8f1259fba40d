/**
 * Says which pages of a recorded edition a new one changes, and why.
 *
 * Pages are paired part by part: those that hold the same words, and those between them in their order. What is left over is new, or
 * gone. Pure.
 */
import type { Place } from '../model/place.js';
import type { NodeId } from '../model/id.js';
import { alignSequences } from './align-sequences.js';
import type { Edition, RecordedPage } from './edition.js';
import { matchParts } from './find-breaks.js';
import type { PartBlocks } from './read-blocks.js';
import type { Published, PublishedPage } from './record-edition.js';

/** Its text was edited; it begins or ends elsewhere; only numbers on it differ. */
export type Reason = 'text' | 'break' | 'numbers';

export interface PageChange {
  readonly folio: string;
  /** The folio that it had, if another. */
  readonly was?: string;
  readonly reason: Reason;
  /** The first thing on it that was edited; where something was taken out, what stands before that. */
  readonly place?: Place;
}

export interface EditionChanges {
  readonly edition: number;
  readonly pages: number;
  readonly changed: readonly PageChange[];
  /** The same words under another folio. */
  readonly moved: readonly { readonly folio: string; readonly was: string }[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Parts that have more or fewer pages than recorded. */
  readonly grown: readonly { readonly part: string; readonly was: number; readonly pages: number }[];
}

export function compareEditions(then: Edition, now: Published, read: ReadonlyMap<string, PartBlocks>, placeOf: (id: NodeId) => Place): EditionChanges {
  const [before, after] = [byPart(then.pages), byPart(now.pages)];
  const names = matchParts(before, read);
  const changed: PageChange[] = [];
  const moved: { folio: string; was: string }[] = [];
  const added: string[] = [];
  const gone = [...before].filter(([name]) => !names.has(name)).flatMap(([, pages]) => pages.map(({ folio }) => folio));
  const grown: { part: string; was: number; pages: number }[] = [];
  const oldNames = new Map([...names].map(([name, id]) => [id, name]));
  for (const [id, pages] of after) {
    const old = before.get(oldNames.get(id) ?? '') ?? [];
    if (old.length > 0 && old.length !== pages.length) grown.push({ part: id, was: old.length, pages: pages.length });
    const known = new Set(old.flatMap(({ blocks, notes }) => [...blocks, ...notes]));
    const removed = removedFrom(old, pages);
    for (const [one, other] of pairsOf(old, pages)) {
      if (!one && other) added.push(other.folio);
      else if (one && !other) gone.push(one.folio);
      else if (one && other) {
        const was = one.folio === other.folio ? {} : { was: one.folio };
        if (one.words !== other.words) changed.push({ folio: other.folio, ...was, ...textReason(one, other, known, removed, placeOf) });
        else if (one.numbers !== other.numbers) changed.push({ folio: other.folio, ...was, reason: 'numbers' });
        else if (was.was !== undefined) moved.push({ folio: other.folio, was: was.was });
      }
    }
  }
  return { edition: then.number, pages: now.pageCount, changed, moved, added, gone, grown };
}

function byPart<Page extends RecordedPage>(pages: readonly Page[]): Map<string, Page[]> {
  const parts = new Map<string, Page[]>();
  for (const page of pages) {
    const known = parts.get(page.part);
    if (known) known.push(page);
    else parts.set(page.part, [page]);
  }
  return parts;
}

/** Old and new pages that are each other's, in the order of the new ones. */
function pairsOf(old: readonly RecordedPage[], pages: readonly PublishedPage[]): [RecordedPage | undefined, PublishedPage | undefined][] {
  const partners = alignSequences(old.map(({ words }) => words), pages.map(({ words }) => words));
  const pairs: [RecordedPage | undefined, PublishedPage | undefined][] = [];
  let next = 0;
  let waiting: RecordedPage[] = [];
  const upTo = (end: number): void => {
    for (; next < end || waiting.length > 0; ) pairs.push([waiting.shift(), next < end ? pages[next++] : undefined]);
  };
  for (const [index, page] of old.entries()) {
    const partner = partners[index];
    if (partner === undefined) waiting.push(page);
    else {
      upTo(partner);
      pairs.push([page, pages[partner]]);
      next = partner + 1;
    }
  }
  upTo(pages.length);
  return pairs;
}

/** Blocks and notes that have gone, with nothing in their place. */
function removedFrom(old: readonly RecordedPage[], pages: readonly PublishedPage[]): Set<string> {
  const removed = new Set<string>();
  for (const kind of ['blocks', 'notes'] as const) {
    const [before, after] = [old.flatMap((page) => page[kind]), pages.flatMap((page) => page[kind])];
    const partners = alignSequences(before, after);
    let above = -1;
    let lost: string[] = [];
    for (const [index, partner] of [...partners, after.length].entries()) {
      if (partner === undefined) lost.push(before[index] as string);
      else {
        if (partner === above + 1) for (const digest of lost) removed.add(digest);
        [above, lost] = [partner, []];
      }
    }
  }
  return removed;
}

function textReason(one: RecordedPage, other: PublishedPage, known: ReadonlySet<string>, removed: ReadonlySet<string>, placeOf: (id: NodeId) => Place): Pick<PageChange, 'reason' | 'place'> {
  const edited = other.holds.find(({ digest }) => !known.has(digest));
  if (edited) return { reason: 'text', place: placeOf(edited.at) };
  const lost = one.blocks.findIndex((digest) => removed.has(digest));
  if (lost < 0 && !one.notes.some((digest) => removed.has(digest))) return { reason: 'break' };
  const near = other.holds.find(({ digest }) => digest === one.blocks[lost - 1]) ?? other.holds[0];
  return { reason: 'text', ...(near && { place: placeOf(near.at) }) };
}
