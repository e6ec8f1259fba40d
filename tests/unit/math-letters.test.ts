import { expect, test } from 'vitest';
import { inAlphabet } from '../../src/lower/math-letters.js';

test.each([
  ['ABab09', 'bold', '𝐀𝐁𝐚𝐛𝟎𝟗'],
  ['AHh', 'italic', '𝐴𝐻ℎ'],
  ['ABCx', 'script', '𝒜ℬ𝒞𝓍'],
  ['CHR', 'fraktur', 'ℭℌℜ'],
  ['NRZ1', 'double-struck', 'ℕℝℤ𝟙'],
  ['ab1', 'monospace', '𝚊𝚋𝟷'],
  ['Ωω', 'bold', '𝛀𝛚'],
  ['a+б', 'bold', '𝐚+б'],
  ['ab', 'no such alphabet', 'ab'],
  ['ab', 'constructor', 'ab'],
])('%s in %s is %s', (word, variant, expected) => {
  expect(inAlphabet(word, variant)).toBe(expected);
});
