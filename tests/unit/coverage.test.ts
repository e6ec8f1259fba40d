import { describe, expect, test } from 'vitest';
import { uncovered } from '../../src/typeface/coverage.js';
import { claims, findFaces } from '../../src/typeface/faces.js';
import { machineWorld } from '../../src/world/machine.js';

const { disk } = machineWorld();

test.each([
  ['Latin, with its accents', 'aéőßØ', ''],
  ['Cyrillic and Greek', 'Жяѣ λΩ', ''],
  ['signs of the text and of formulas', '“”–…†∑∈ℝ', ''],
  ['what has no glyph of its own', '\u00ad\u200d\u00a0\u2060', ''],
  ['what no face has', 'a条😀', '条😀'],
])('%s', async (_name, characters, missing) => {
  expect([...(await uncovered(new Set(characters), await findFaces(disk), disk))].join('')).toBe(missing);
});

describe('a face says which characters it has', () => {
  const face = { family: 'F', weight: 400, style: 'normal', subset: 's', path: '', unicodeRange: 'U+0400-045F, U+0490' } as const;
  test.each([
    [0x400, true],
    [0x45f, true],
    [0x460, false],
    [0x490, true],
  ])('U+%i: %s', (codePoint, expected) => {
    expect(claims(face, codePoint)).toBe(expected);
  });
});
