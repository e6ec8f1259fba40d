import { distance } from 'fastest-levenshtein';

/**
 * The known names that somebody may have meant by `name`, the likeliest first: it differs in a few letters, or in letters'
 * case, or one is the beginning of the other.
 *
 * @param known in any order; equal names are given once
 * @param limit at most as many
 */
export function nearest(name: string, known: Iterable<string>, limit = 3): string[] {
  const wanted = fold(name);
  if (wanted === '') return [];
  return [...new Set(known)]
    .flatMap((candidate) => {
      const cost = rate(wanted, fold(candidate));
      return cost === undefined ? [] : [{ candidate, cost }];
    })
    .sort((a, b) => a.cost - b.cost || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** @returns undefined for a name too far off to be meant; whole numbers are letters to change, a prefix costs like one or two */
function rate(wanted: string, candidate: string): number | undefined {
  const letters = distance(wanted, candidate);
  if (letters <= Math.ceil(Math.min(wanted.length, candidate.length) / 3)) return letters;
  const [short, long] = wanted.length < candidate.length ? [wanted, candidate] : [candidate, wanted];
  return short.length >= 3 && long.startsWith(short) ? 1 + (long.length - short.length) / long.length : undefined;
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase();
