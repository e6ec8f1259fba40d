import { expect, test } from 'vitest';
import * as octavo from '../../src/index.js';

test('the library exports these names and no others', () => {
  expect(Object.keys(octavo).sort()).toEqual(['NoBrowser', 'buildBook', 'codes', 'exitCodeOf', 'machineWorld', 'memoryWorld', 'targets']);
});

test('every code has a form that never changes', () => {
  for (const [code, { severity, blame, meaning }] of Object.entries(octavo.codes)) {
    expect(code).toMatch(/^[a-z]-\d{3}$/);
    expect(['error', 'warning']).toContain(severity);
    expect(['manuscript', 'config']).toContain(blame);
    expect(meaning).toMatch(/^[^A-Z].*[^.]$/);
  }
});

test.each([
  [[], 0],
  [['c-005'], 0],
  [['c-001', 'c-005'], 1],
  [['b-001'], 2],
  [['b-004', 'c-001'], 2],
] satisfies [octavo.Code[], number][])('findings %j end with exit code %i', (found, exit) => {
  const findings = found.map((code) => ({ code, severity: octavo.codes[code].severity, place: { file: 'a.md' }, message: '', hints: [] }));
  expect(octavo.exitCodeOf(findings)).toBe(exit);
});
