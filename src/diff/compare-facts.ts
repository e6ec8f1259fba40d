/** Compares what is numbered and what is cited in two states of a book. Pure. */
import { alignSequences } from '../edition/align-sequences.js';
import type { RecordedNumber } from '../edition/edition.js';
import type { PagesFacts } from '../edition/pages-file.js';
import type { CitationChange, NumberChange } from './comparison.js';

/** In the order of the later state; what is gone, behind. */
export function compareNumbers(before: readonly RecordedNumber[], after: readonly RecordedNumber[]): NumberChange[] {
  const keyOf = ({ kind, anchor }: RecordedNumber): string => `${kind} ${anchor}`;
  const known = new Map(before.map((number) => [keyOf(number), number.number]));
  const left = new Set(after.map(keyOf));
  return [
    ...after.flatMap((one): NumberChange[] => {
      const was = known.get(keyOf(one));
      return was === one.number ? [] : [{ kind: one.kind, anchor: one.anchor, ...(was !== undefined && { was }), is: one.number }];
    }),
    ...before.filter((one) => !left.has(keyOf(one))).map(({ kind, anchor, number }) => ({ kind, anchor, was: number })),
  ];
}

/** A citation is known by the sources that it cites, and by its order. */
export function compareCitations(before: PagesFacts['citations'], after: PagesFacts['citations']): CitationChange[] {
  const keyOf = ({ keys }: { readonly keys: readonly string[] }): string => keys.join(' ');
  const partners = alignSequences(before.map(keyOf), after.map(keyOf));
  const origins = new Map(partners.flatMap((partner, index) => (partner === undefined ? [] : [[partner, before[index]] as const])));
  return [
    ...after.flatMap(({ keys, words, place }, index): CitationChange[] => {
      const was = origins.get(index)?.words;
      return was === words ? [] : [{ keys, place, ...(was !== undefined && { was }), is: words }];
    }),
    ...before.filter((_, index) => partners[index] === undefined).map(({ keys, words, place }) => ({ keys, place, was: words })),
  ];
}
