/**
 * Compares the words on the pages of two states of a book.
 *
 * In: pages as the browser reads them (page/read-words.ts). Words are aligned part by part and in what is read in one go, across the
 * borders of pages: so what only came to stand on another page is no change of words. Out: pages paired with what differs on them.
 * Pure.
 */
import { type PageMarks, type ShownPage, type ShownWord, streams } from '../page/changes-contract.js';
import { textState } from '../page/contract.js';
import { alignWords, gapsOf } from './align-words.js';
import type { Comparison, Edit, PageChange, PagePair } from './comparison.js';
import { pairPages } from './pair-pages.js';

export interface ComparedPages extends Pick<Comparison, 'changed' | 'added' | 'gone' | 'textState'> {
  /** Pages on which the same is printed, whatever their folios. */
  readonly same: readonly PagePair[];
}

export interface ShownState {
  readonly pages: readonly ShownPage[];
  readonly folios: readonly string[];
  /** Tells pictures apart by what they show. */
  readonly pictureName: (picture: string) => string;
}

/** A word, on the page or pages that it stands on. */
interface Token {
  readonly shown: ShownWord;
  /** What it is known by. */
  readonly value: string;
  readonly page: number;
  readonly word: number;
  /** Where the rest of it stands, when it goes on overleaf. */
  readonly rest?: readonly PlaceOnPage[];
}

type PlaceOnPage = readonly [page: number, word: number];

export function comparePages(before: ShownState, after: ShownState): ComparedPages {
  const [parts, later] = [partsOf(before.pages), partsOf(after.pages)];
  const names = matchParts(before.pages, parts, after.pages, later);
  const compared: ComparedPages[] = [];
  for (const [name, pages] of later) compared.push(comparePart(before, parts.get(names.get(name) ?? '') ?? [], after, pages));
  const kept = new Set(names.values());
  for (const [name, pages] of parts) if (!kept.has(name)) compared.push(comparePart(before, pages, after, []));
  const state = compared.find((part) => part.textState)?.textState;
  return {
    changed: compared.flatMap(({ changed }) => changed),
    added: compared.flatMap(({ added }) => added),
    gone: compared.flatMap(({ gone }) => gone).sort((one, other) => (one.before ?? 0) - (other.before ?? 0)),
    same: compared.flatMap(({ same }) => same),
    ...(state && { textState: state }),
  };
}

/** Indexes of pages by their part. A page that only finishes a note goes with the page before; blank ones are in none. */
function partsOf(pages: readonly ShownPage[]): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  let name = '';
  for (const [index, { part, words }] of pages.entries()) {
    if (part === '' && words.length === 0) continue;
    if (part !== '') name = part;
    parts.set(name, [...(parts.get(name) ?? []), index]);
  }
  return parts;
}

/** A part that has another name by now is known by its words. @returns names of then by names of now */
function matchParts(before: readonly ShownPage[], parts: ReadonlyMap<string, readonly number[]>, after: readonly ShownPage[], later: ReadonlyMap<string, readonly number[]>): Map<string, string> {
  const names = new Map([...later.keys()].filter((name) => parts.has(name)).map((name) => [name, name]));
  const wordsOf = (pages: readonly ShownPage[], indexes: readonly number[]): Set<string> => new Set(indexes.flatMap((index) => pages[index]?.words.map(({ text }) => text) ?? []));
  const strangers = new Map([...parts].filter(([name]) => !later.has(name)).map(([name, indexes]) => [name, wordsOf(before, indexes)]));
  for (const [name, indexes] of later) {
    if (names.has(name) || strangers.size === 0) continue;
    const now = wordsOf(after, indexes);
    const share = (then: ReadonlySet<string>): number => [...now].filter((word) => then.has(word)).length / Math.max(1, now.size);
    const [best] = [...strangers].map(([known, then]) => ({ known, share: share(then) })).sort((one, other) => other.share - one.share);
    if (!best || best.share <= 0.5) continue;
    names.set(name, best.known);
    strangers.delete(best.known);
  }
  return names;
}

/** What becomes of the pages of a part while its streams are read. */
interface Ledger {
  readonly edits: Edit[];
  readonly numbers: PageChange['numbers'][number][];
  readonly marks: { before: [number, PageMarks['words'][number][1]][]; after: [number, PageMarks['words'][number][1]][] };
  came: number;
  left: number;
  isReordered: boolean;
}

function comparePart(before: ShownState, old: readonly number[], after: ShownState, now: readonly number[]): ComparedPages {
  const [then, later] = [tokensOf(before, old), tokensOf(after, now)];
  const aligned = streams.map((_, stream): Stream => {
    const [one, other] = [then[stream] ?? [], later[stream] ?? []];
    return { one, other, partners: alignWords(one.map(({ value }) => value), other.map(({ value }) => value)) };
  });
  const moved = findMoved(aligned);
  const many = after.pages.length;
  const shared = new Map<number, number>();
  for (const { one, other, partners } of aligned) {
    for (const [index, partner] of partners.entries()) {
      const [was, is] = [one[index], other[partner ?? -1]];
      if (was && is) shared.set(was.page * many + is.page, (shared.get(was.page * many + is.page) ?? 0) + 1);
    }
  }
  const pairs = pairPages(old.length, now.length, (one, other) => shared.get((old[one] ?? 0) * many + (now[other] ?? 0)) ?? 0).map(([one, other]) => ({ before: one === undefined ? undefined : old[one], after: other === undefined ? undefined : now[other] }));
  const ledgers = pairs.map((): Ledger => ({ edits: [], numbers: [], marks: { before: [], after: [] }, came: 0, left: 0, isReordered: false }));
  const [oldLedgers, newLedgers] = [new Map(pairs.map(({ before: page }, index) => [page, ledgers[index] as Ledger])), new Map(pairs.map(({ after: page }, index) => [page, ledgers[index] as Ledger]))];
  let state: ComparedPages['textState'];
  for (const stream of aligned) {
    writeMatches(stream, oldLedgers, newLedgers, (was, is) => (state = { folio: after.folios[is.page] ?? '', was: nameOfState(was), is: nameOfState(is) }));
    writeEdits(stream, moved, oldLedgers, newLedgers);
  }
  const result = { changed: [] as PageChange[], added: [] as PageChange[], gone: [] as PageChange[], same: [] as PagePair[] };
  for (const [index, { before: was, after: page }] of pairs.entries()) {
    const ledger = ledgers[index] as Ledger;
    const words = ledger.edits.length > 0 || ledger.isReordered;
    if (was === undefined && page !== undefined) result.added.push({ after: page, reason: words ? 'words' : 'break', ...ledger });
    else if (was !== undefined && page === undefined) result.gone.push({ before: was, reason: words ? 'words' : 'break', ...ledger });
    else if (was !== undefined && page !== undefined) {
      const isBroken = ledger.came + ledger.left > 0;
      const reason = words ? 'words' : isBroken ? 'break' : ledger.numbers.length > 0 ? 'numbers' : otherLook(before.pages[was], after.pages[page], was % 2 === page % 2);
      if (reason) result.changed.push({ before: was, after: page, reason, ...ledger });
      else result.same.push({ before: was, after: page });
    }
  }
  return { ...result, ...(state && { textState: state }) };
}

interface Stream {
  readonly one: readonly Token[];
  readonly other: readonly Token[];
  readonly partners: readonly (number | undefined)[];
}

/** Of each stream. */
function tokensOf({ pages, pictureName }: ShownState, indexes: readonly number[]): Token[][] {
  const tokens = streams.map((): Token[] => []);
  for (const page of indexes) {
    const begun = tokens.map((stream) => stream.length);
    for (const [index, word] of (pages[page]?.words ?? []).entries()) {
      const stream = tokens[word.stream] ?? [];
      const last = stream.at(-1);
      const isRest = last?.shown.isCut && stream.length === begun[word.stream] && word.added === undefined;
      if (isRest) {
        const text = last.shown.text + word.text;
        const { isCut: _whole, ...shown } = last.shown;
        stream[stream.length - 1] = { ...last, shown: { ...shown, text, ...(word.isCut && { isCut: true }) }, value: text, rest: [...(last.rest ?? []), [page, index]] };
        begun[word.stream] = -1;
        continue;
      }
      // Two added things are alike whatever they say; so they are told by a sign that no word has.
      const value = word.added !== undefined ? `\0${word.added}` : word.picture !== undefined ? `\0picture ${pictureName(word.picture)}` : word.text;
      stream.push({ shown: word, value, page, word: index });
    }
  }
  return tokens;
}

const placesOf = ({ page, word, rest = [] }: Token): PlaceOnPage[] => [[page, word], ...rest];

/** A shorter run of words is too often somewhere else as well. */
const leastMoved = 5;

/** Runs that were taken out at one place of the part and put in, word for word, at another: the text was put in another order. */
function findMoved(aligned: readonly Stream[]): ReadonlySet<Token> {
  const gone = new Map<string, Token[]>();
  const moved = new Set<Token>();
  const nameOf = (run: readonly Token[]): string => run.map(({ value }) => value).join(' ');
  for (const { one, partners } of aligned) for (const run of runsOf(one, (index) => partners[index] === undefined)) if (run.length >= leastMoved) gone.set(nameOf(run), run);
  for (const { other, partners } of aligned) {
    const matched = new Set(partners);
    for (const run of runsOf(other, (index) => !matched.has(index))) {
      const like = gone.get(nameOf(run));
      if (like) for (const token of [...like, ...run]) moved.add(token);
    }
  }
  return moved;
}

function runsOf(tokens: readonly Token[], isIn: (index: number) => boolean): Token[][] {
  const runs: Token[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (!isIn(index)) continue;
    if (index > 0 && isIn(index - 1)) runs.at(-1)?.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** Words that stayed: those that stand on another page, and numbers that differ. */
function writeMatches({ one, other, partners }: Stream, old: ReadonlyMap<number | undefined, Ledger>, now: ReadonlyMap<number | undefined, Ledger>, tellState: (was: Token, is: Token) => void): void {
  for (const [index, partner] of partners.entries()) {
    const [was, is] = [one[index], other[partner ?? -1]];
    if (!was || !is) continue;
    const [left, came] = [old.get(was.page), now.get(is.page)];
    if (left !== came) {
      countOn(left, 'left');
      countOn(came, 'came');
    } else if (was.rest?.length !== is.rest?.length) countOn(came, 'came');
    const { added } = is.shown;
    if (added === undefined || was.shown.text === is.shown.text) continue;
    if (added === textState) tellState(was, is);
    else {
      came?.numbers.push({ kind: kindOf(added), near: wordsNear(other, partner ?? 0), was: was.shown.text, is: is.shown.text });
      for (const [, word] of placesOf(was)) left?.marks.before.push([word, 'moved']);
      for (const [, word] of placesOf(is)) came?.marks.after.push([word, 'moved']);
    }
  }
}

/** What tells a number from others: the words that it is the number of, or those that it stands behind. */
function wordsNear(tokens: readonly Token[], index: number): string {
  const near = tokens[index]?.shown.added?.endsWith('-number') ? tokens.slice(index + 1, index + 1 + context) : tokens.slice(Math.max(0, index - context), index);
  return wordsOf(near.filter(({ shown }) => shown.added === undefined)).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** `4621e502`, the last of its line. */
const nameOfState = ({ shown: { text } }: Token): string => text.slice(text.lastIndexOf(' ') + 1);
function countOn(ledger: Ledger | undefined, what: 'came' | 'left'): void {
  if (ledger) ledger[what] += 1;
}

const kindOf = (added: string): string => added.split(' ', 1)[0] ?? '';

/** Calls of notes would stand in a sentence as if they were its words. */
const isSaid = ({ shown }: Token): boolean => shown.added !== 'call';
/** Words of context on either side of an edit. */
const context = 6;

/** Words that went or came: an edit for each page that they stand on, or stood on. */
function writeEdits({ one, other, partners }: Stream, moved: ReadonlySet<Token>, old: ReadonlyMap<number | undefined, Ledger>, now: ReadonlyMap<number | undefined, Ledger>): void {
  for (const { from, to, first, last } of gapsOf(partners, other.length)) {
    const isOf = (token: Token): boolean => !moved.has(token) && token.shown.added !== textState;
    const byPage = new Map<Ledger, { gone: Token[]; new: Token[] }>();
    const entry = (ledger: Ledger) => byPage.get(ledger) ?? byPage.set(ledger, { gone: [], new: [] }).get(ledger);
    for (const token of one.slice(from, to)) {
      const ledger = old.get(token.page);
      if (!ledger) continue;
      if (isOf(token)) entry(ledger)?.gone.push(token);
      if (!moved.has(token)) continue;
      ledger.isReordered = true;
      for (const [page, word] of placesOf(token)) old.get(page)?.marks.before.push([word, 'moved']);
    }
    for (const token of other.slice(first, last)) {
      const ledger = now.get(token.page);
      if (!ledger) continue;
      if (isOf(token)) entry(ledger)?.new.push(token);
      if (!moved.has(token)) continue;
      ledger.isReordered = true;
      for (const [page, word] of placesOf(token)) now.get(page)?.marks.after.push([word, 'moved']);
    }
    for (const [ledger, tokens] of byPage) {
      const around = other.length > 0 ? { ahead: other.slice(Math.max(0, first - 2 * context), first).filter(isSaid).slice(-context), behind: other.slice(last, last + 2 * context).filter(isSaid).slice(0, context) } : { ahead: [], behind: [] };
      ledger.edits.push({ gone: wordsOf(tokens.gone), new: wordsOf(tokens.new), goneWords: countWords(tokens.gone), newWords: countWords(tokens.new), ahead: wordsOf(around.ahead), behind: wordsOf(around.behind) });
      for (const token of tokens.gone) {
        for (const [page, word] of placesOf(token)) old.get(page)?.marks.before.push([word, 'gone']);
        for (const [page] of token.rest ?? []) countOn(old.get(page), 'left');
      }
      for (const token of tokens.new) {
        for (const [page, word] of placesOf(token)) now.get(page)?.marks.after.push([word, 'new']);
        for (const [page] of token.rest ?? []) countOn(now.get(page), 'came');
      }
      if (tokens.new.length > 0) continue;
      const [previous, next] = [other[first - 1], other[last]];
      if (previous && now.get(placesOf(previous).at(-1)?.[0]) === ledger) ledger.marks.after.push([placesOf(previous).at(-1)?.[1] ?? 0, 'cut-behind']);
      else if (next && now.get(next.page) === ledger) ledger.marks.after.push([next.word, 'cut']);
    }
  }
}

/** With a space before them where there is one on the page. */
const wordsOf = (tokens: readonly Token[]): string => tokens.map((token) => `${token.shown.isApart ? ' ' : ''}${shownText(token)}`).join('');

function shownText({ shown: { text, picture, added } }: Token): string {
  if (picture !== undefined) return '[picture]';
  return added === 'call' ? `[${text}]` : text;
}

const countWords = (tokens: readonly Token[]): number => tokens.filter(({ shown: { text } }) => /[\p{L}\p{N}]/u.test(text)).length;

/** Nothing lies elsewhere by more than this, px: the eye sees less than the browser counts. */
const slack = 1;

/**
 * What differs on pages with the same words.
 *
 * @param isSameSide else the text has another margin, and another running head
 */
function otherLook(one: ShownPage | undefined, other: ShownPage | undefined, isSameSide: boolean): 'head' | 'look' | undefined {
  const [was, is] = [one, other].map((page) => page?.words.filter(({ added }) => added !== textState) ?? []);
  const isNear = (here: number, there: number | undefined): boolean => there !== undefined && Math.abs(here - there) <= slack;
  const isAlike = was?.length === is?.length && (was ?? []).every(({ left, top }, index) => isNear(top, is?.[index]?.top) && (!isSameSide || isNear(left, is?.[index]?.left)));
  if (!isAlike) return 'look';
  return isSameSide && one?.head !== other?.head ? 'head' : undefined;
}
