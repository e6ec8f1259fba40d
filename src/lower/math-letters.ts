/**
 * Letters of the mathematical alphabets: 𝒜, 𝔸, 𝔄, 𝐀.
 *
 * MathML Core knows no `mathvariant` but `normal`, so a letter's alphabet is written as the letter itself.
 * Source: Unicode, Mathematical Alphanumeric Symbols (U+1D400 to U+1D7FF); the exceptions had their places before.
 */
interface Alphabet {
  /** Code points of A, a and 0. */
  readonly upper?: number;
  readonly lower?: number;
  readonly digit?: number;
  /** Letters that stand elsewhere in Unicode. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce },
  italic: { upper: 0x1d434, lower: 0x1d44e, elsewhere: { h: 'ℎ' } },
  'bold-italic': { upper: 0x1d468, lower: 0x1d482 },
  script: { upper: 0x1d49c, lower: 0x1d4b6, elsewhere: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' } },
  'bold-script': { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e, elsewhere: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' } },
  'bold-fraktur': { upper: 0x1d56c, lower: 0x1d586 },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8, elsewhere: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' } },
  'sans-serif': { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec },
  'sans-serif-italic': { upper: 0x1d608, lower: 0x1d622 },
  'sans-serif-bold-italic': { upper: 0x1d63c, lower: 0x1d656 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};

/** Greek has five alphabets: those of bold letters matter in vectors. Code points of Α and α. */
const greek: Readonly<Record<string, readonly [upper: number, lower: number]>> = {
  bold: [0x1d6a8, 0x1d6c2],
  italic: [0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d71c, 0x1d736],
};

/** The letters of a word in an alphabet; what the alphabet does not have stays as it is. */
export function inAlphabet(word: string, variant: string): string {
  const alphabet = alphabets[variant];
  if (!alphabet) return word;
  return [...word].map((letter) => alphabet.elsewhere?.[letter] ?? shifted(letter, 'A', 26, alphabet.upper) ?? shifted(letter, 'a', 26, alphabet.lower) ?? shifted(letter, '0', 10, alphabet.digit) ?? shifted(letter, 'Α', 25, greek[variant]?.[0]) ?? shifted(letter, 'α', 25, greek[variant]?.[1]) ?? letter).join('');
}

function shifted(letter: string, first: string, count: number, target: number | undefined): string | undefined {
  const place = (letter.codePointAt(0) as number) - (first.codePointAt(0) as number);
  return target !== undefined && place >= 0 && place < count ? String.fromCodePoint(target + place) : undefined;
}
