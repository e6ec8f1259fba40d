/**
 * Gives each citation the number by which a processor takes it to stand in a note.
 *
 * In: citations in document order. Out: numbers that tell every two notes apart and are as far from each other as the notes; where
 * positions begin anew they fall, which is what makes citeproc-js forget what was cited before.
 * Not here: the numbers that the page shows (pass/number.ts).
 */
import type { Occurrence } from './render.js';
import type { CitationStyle } from './style.js';

/** @returns 0 for a citation in the text, in a book that is one for positions; else at least 1 */
export function positionNotes(occurrences: readonly Occurrence[], form: CitationStyle['form'], restart: 'chapter' | 'book'): (occurrence: Occurrence) => number {
  const last = Math.max(0, ...occurrences.slice(-1).map(({ chapter }) => chapter));
  const chaptersLeft = ({ chapter }: Occurrence): number => (restart === 'chapter' ? last + 1 - chapter : 0);
  // In the text, a chapter is as one note: it knows what was cited before, and no number.
  if (form === 'in-text') return chaptersLeft;

  const counted = new Map<Occurrence, number>();
  let current = 0;
  let count = 0;
  for (const occurrence of occurrences) {
    // A note within a note comes before the rest of that note: its number would fall.
    if (occurrence.noteOrdinal !== current) count = Math.max(occurrence.noteOrdinal, count + 1);
    current = occurrence.noteOrdinal;
    counted.set(occurrence, count);
  }
  return (occurrence) => chaptersLeft(occurrence) * (count + 1) + (counted.get(occurrence) as number);
}
