/** Numbers drawn by lot, the same on every machine: a linear congruential generator. */

/** @returns what draws the next fraction, from 0 to below 1 */
export function drawFractions(seed: number): () => number {
  let state = (seed * 2654435761) % 4294967296;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

/** @returns what draws the next whole number, from 0 to below what it is asked for */
export function drawNumbers(seed: number): (below: number) => number {
  const next = drawFractions(seed);
  return (below) => Math.floor(next() * below);
}
