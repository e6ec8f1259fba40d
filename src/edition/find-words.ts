/** Shorter stretches of the words are looked for when the longer ones are gone. Letters. */
const stretches = [48, 28, 16] as const;
const fewest = 8;

/**
 * Where the words stand by now between which a page was broken.
 *
 * @param letters the text to look in, letters alone; so are the words before the place and behind it
 * @param expected where to look first: of several places the nearest one counts
 * @returns undefined when both sides are gone
 */
export function findWords(letters: string, before: string, behind: string, expected: number): number | undefined {
  for (const length of stretches) {
    const [end, start] = [before.slice(-length), behind.slice(0, length)];
    const ends = (places: readonly number[]): number[] => places.map((place) => place + end.length);
    const whole = end.length + start.length >= fewest ? placesOf(letters, end + start) : [];
    const sides = whole.length > 0 ? [] : [...(start.length >= fewest ? placesOf(letters, start) : []), ...(end.length >= fewest ? ends(placesOf(letters, end)) : [])];
    const either = [...ends(whole), ...sides];
    if (either.length > 0) return either.reduce((best, place) => (Math.abs(place - expected) < Math.abs(best - expected) ? place : best));
  }
  return undefined;
}

function placesOf(letters: string, words: string): number[] {
  const places: number[] = [];
  for (let place = letters.indexOf(words); place >= 0; place = letters.indexOf(words, place + 1)) places.push(place);
  return places;
}
