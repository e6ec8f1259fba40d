import { drawNumbers } from '../lots.js';

/** Draws lots, and writes what means nothing: the same from the same seed on every machine. */
export interface Lots {
  /** A whole number from 0 on. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  /** True once in so many times. */
  once(inTimes: number): boolean;
  words(count: number): string;
  /** May carry a note, emphasis, a formula. */
  sentence(): string;
  paragraph(): string;
}

const syllables = ['ba', 'con', 'der', 'est', 'fla', 'gro', 'hin', 'ist', 'ker', 'lum', 'mor', 'nat', 'ost', 'pra', 'qui', 'ran', 'sta', 'tion', 'ver', 'wol'];

export function drawLots(seed: number): Lots {
  const below = drawNumbers(seed);
  const once = (inTimes: number): boolean => below(inTimes) === 0;
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const word = (): string => Array.from({ length: 1 + below(once(12) ? 7 : 3) }, () => pick(syllables)).join('');
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const spice = (): string => pick([`^[${words(4 + below(24))}.]`, ` *${words(2)}*`, ` $x_${below(9)}^2$`, ` \`${words(1)}\``, ` **${words(1)}**`]);
  const sentence = (): string => `${words(5 + below(14))}${once(7) ? spice() : ''} ${words(2)}.`;
  return { below, once, pick, words, sentence, paragraph: () => Array.from({ length: 1 + below(5) }, sentence).join(' ') };
}
