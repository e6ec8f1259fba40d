/**
 * Finds the words that a comment quotes in a chapter's reading: as they stand, or as they stand now that the passage was edited.
 *
 * A lemma may leave words out (`the darkest … Europe`): it then reaches from its first words to its last, over as few words as can be.
 * Pure. Not here: which passage is asked, and what is said of the outcome (key-comments.ts).
 */
import { distance } from 'fastest-levenshtein';
import { type Reading, type Stretch, type Token, tokensOf } from './reading.js';

export interface Lemma {
  /** All of it, and where words are left out the parts between. */
  readonly tokens: readonly Token[];
  readonly parts: readonly (readonly Token[])[];
}

export interface Alike extends Stretch {
  /** 1 for the same words, 0 for none in common. */
  readonly likeness: number;
}

export function lemmaOf(words: string): Lemma {
  const tokens = tokensOf(words);
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.text === '…') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return { tokens, parts: parts.filter((part) => part.length > 0) };
}

/**
 * Every place where the words stand in a passage, in its order: with the same capitals, or with any.
 *
 * @param enough as many places with the same capitals are not looked past
 */
export function findLemma(lemma: Lemma, reading: Reading, within: Stretch, enough = 1): Stretch[] {
  let most: Stretch[] = [];
  for (const isSame of [(one: Token, other: Token) => one.text === other.text, (one: Token, other: Token) => one.folded === other.folded]) {
    const whole = occurrences(lemma.tokens, reading, within, isSame);
    const found = whole.length > 0 || lemma.parts.length < 2 ? whole : spans(lemma.parts.map((part) => occurrences(part, reading, within, isSame)));
    if (found.length >= enough) return found;
    if (most.length === 0) most = found;
  }
  return most;
}

function occurrences(wanted: readonly Token[], reading: Reading, within: Stretch, isSame: (one: Token, other: Token) => boolean): Stretch[] {
  if (wanted.length === 0) return [];
  // The rarest word has the fewest places to look at.
  let rarest = 0;
  for (const [index, { folded }] of wanted.entries()) if (reading.placesOf(folded).length < reading.placesOf((wanted[rarest] as Token).folded).length) rarest = index;
  return reading.placesOf((wanted[rarest] as Token).folded).flatMap((place) => {
    const [from, to] = [place - rarest, place - rarest + wanted.length];
    const stands = from >= within.from && to <= within.to && wanted.every((token, index) => isSame(token, reading.tokens[from + index] as Token));
    return stands ? [{ from, to }] : [];
  });
}

/** From a first part to the nearest last one; of two that end together, the shorter. */
function spans(parts: readonly (readonly Stretch[])[]): Stretch[] {
  const [firsts = [], ...rest] = parts;
  const next = rest.map(() => 0);
  const found: Stretch[] = [];
  for (const { from, to } of firsts) {
    let end = to;
    for (const [index, stretches] of rest.entries()) {
      while ((stretches[next[index] as number]?.from ?? Infinity) < end) next[index] = (next[index] as number) + 1;
      end = stretches[next[index] as number]?.to ?? Infinity;
    }
    if (end === Infinity) break;
    if (found.at(-1)?.to === end) found.pop();
    found.push({ from, to: end });
  }
  return found;
}

/**
 * The stretches of a passage that are most like a lemma, the likeliest first; none of them meets another.
 *
 * Words are compared as letters are in a misspelt name. A word that is lost or replaced by another counts one, one that was put in
 * among the others a quarter: a lemma that was written out stays together. A word with another ending is the same word.
 *
 * @param least of their likeness, above 0
 */
export function findAlike(lemma: Lemma, reading: Reading, within: Stretch, least: number): Alike[] {
  const found = lemma.parts.map((part) => windows(part, reading, within, least));
  const [first = [], ...rest] = found;
  const reached = rest.length === 0 ? first : first.flatMap((head) => {
    let end: Alike = head;
    for (const part of rest) {
      const next = part.filter(({ from }) => from >= end.to).toSorted((a, b) => b.likeness - a.likeness || a.from - b.from)[0];
      if (!next) return [];
      end = { ...next, likeness: Math.min(end.likeness, next.likeness) };
    }
    return [{ from: head.from, to: end.to, likeness: end.likeness }];
  });
  const chosen: Alike[] = [];
  for (const one of reached.toSorted((a, b) => b.likeness - a.likeness || a.from - b.from)) {
    if (chosen.every((other) => one.to <= other.from || one.from >= other.to)) chosen.push(one);
  }
  return chosen;
}

function windows(wanted: readonly Token[], { tokens }: Reading, within: Stretch, least: number): Alike[] {
  const kin = kinsfolk(wanted, tokens, within);
  const encoded = wanted.map(({ folded }) => kin.get(folded)).join('');
  const text = wanted.map(({ folded }) => folded).join(' ');
  const letters = tokens.slice(within.from, within.to).map(({ folded }) => kin.get(folded) ?? stranger);
  const places = letters.flatMap((letter, index) => (letter === stranger ? [] : [index]));
  const row = letters.join('');
  const [shortest, longest] = [Math.ceil(wanted.length * least), Math.floor(wanted.length / least)];
  const found: (Alike & { readonly rank: number })[] = [];
  for (const [first, from] of places.entries()) {
    let best: Alike | undefined;
    for (let last = first; last < places.length; last += 1) {
      const to = (places[last] as number) + 1;
      if (to - from > longest) break;
      if (to - from < shortest || last - first + 1 < shortest) continue;
      const added = Math.max(0, to - from - wanted.length);
      const lost = distance(encoded, row.slice(from, to)) - added;
      const likeness = 1 - (lost + added * priceOfAdded) / wanted.length;
      if (likeness >= least && likeness > (best?.likeness ?? 0)) best = { from: within.from + from, to: within.from + to, likeness };
    }
    if (best) found.push({ ...best, rank: likenessOfLetters(text, tokens.slice(best.from, best.to)) });
  }
  return found.toSorted((a, b) => b.likeness - a.likeness || b.rank - a.rank || a.from - b.from).map(({ rank, ...alike }) => ({ ...alike, likeness: alike.likeness * (1 - letterShare) + rank * letterShare }));
}
const priceOfAdded = 0.25;
/** Among stretches of as many words in common, the letters decide: so little that no word is outweighed. */
const letterShare = 0.001;

function likenessOfLetters(text: string, tokens: readonly Token[]): number {
  const found = tokens.map(({ folded }) => folded).join(' ');
  return 1 - distance(text, found) / Math.max(text.length, found.length, 1);
}

/** A letter for each word of a lemma, and the same for the words of a passage that are nearly it. */
function kinsfolk(wanted: readonly Token[], tokens: readonly Token[], within: Stretch): Map<string, string> {
  const kin = new Map<string, string>();
  for (const { folded } of wanted) if (!kin.has(folded)) kin.set(folded, String.fromCharCode(firstLetter + kin.size));
  const known = [...kin];
  const asked = new Set<string>();
  for (let index = within.from; index < within.to; index += 1) {
    const { folded } = tokens[index] as Token;
    if (kin.has(folded) || asked.has(folded)) continue;
    asked.add(folded);
    const like = known.find(([word]) => isNearly(word, folded));
    if (like) kin.set(folded, like[1]);
  }
  return kin;
}
const firstLetter = 0x100;
const stranger = '-';

/** One letter in three may differ, and no sign is like another. */
function isNearly(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  return longer - Math.min(one.length, other.length) <= longer / 3 && distance(one, other) <= longer / 3;
}

/** How like the words around a place are to those of a longer quotation, of which the words themselves are a part. */
export function likenessOf(quoted: readonly Token[], reading: Reading, { from, to }: Stretch): number {
  const letters = new Map<string, string>();
  const encode = ({ folded }: Token): string => {
    const letter = letters.get(folded) ?? String.fromCharCode(firstLetter + letters.size);
    letters.set(folded, letter);
    return letter;
  };
  const [one, other] = [quoted.map(encode).join(''), reading.tokens.slice(Math.max(0, from), to).map(encode).join('')];
  return 1 - distance(one, other) / Math.max(one.length, other.length, 1);
}
