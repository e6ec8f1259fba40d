import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { RegisterKind } from '../../src/model/book.js';
import { placeWithin } from '../../src/model/source.js';
import { readRegister, withoutTwins } from '../../src/read/read-register.js';

function read(kind: RegisterKind, yaml: string, language = 'en-GB') {
  const findings = new Findings();
  const entries = withoutTwins(readRegister(kind, yaml, 'r.yaml', language, findings.report), findings.report);
  return { entries, said: findings.list().map(({ code, place, message }) => `${code} ${place.line}:${place.column ?? ''} ${message}`) };
}

describe('an entry', () => {
  test('of a term: key, name and order from the term alone', () => {
    expect(read('terms', '- term: Polpred\n  variants: [Polpreds, 1]\n  lang: ru\n  definition: D\n').entries).toMatchObject([
      { kind: 'terms', key: 'polpred', name: 'Polpred', sort: 'Polpred', variants: ['Polpreds', '1'], lang: 'ru', place: { file: 'r.yaml', line: 1, column: 3 } },
    ]);
  });

  test('of a date: its name in the language of the book, its order that of time', () => {
    expect(read('dates', '- on: 1933-09-02\n  event: E\n- on: 1933\n  event: F\n', 'it').entries).toMatchObject([
      { key: '1933-09-02-0', name: '2 settembre 1933', sort: '1933-09-02' },
      { key: '1933-1', name: '1933', sort: '1933' },
    ]);
  });

  test('an empty file is an empty register', () => {
    expect(read('people', '# nobody yet\n')).toEqual({ entries: [], said: [] });
  });

  test.each([
    ['plain', 'definition: see @x', { line: 2, column: 19 }],
    ['in quotation marks', 'definition: "see @x"', { line: 2, column: 20 }],
    ['below a bar', 'definition: |\n    see @x', { line: 3, column: 9 }],
    ['folded', 'definition: >\n    see @x', { line: 3, column: 9 }],
  ])('a place in its text, %s, is that of the file', (_name, field, place) => {
    const source = read('terms', `- term: t\n  ${field}\n`).entries[0]?.texts['definition'];
    const paragraph = source?.tree.children[0];
    expect(source && paragraph && placeWithin(source, paragraph, '@x')).toEqual({ file: 'r.yaml', ...place, length: 2 });
  });
});

describe('what is wrong is said, and the rest is read', () => {
  test.each([
    ['no list', 'people', 'name: Litvinov\n', ['b-008 1: a register is a list: every entry begins with `- `'], 0],
    ['an entry that is only a word', 'people', '- Litvinov\n- name: Potemkin\n', ['b-008 1:3 an entry is a list of `key: value` lines, such as `name: …`'], 1],
    ['a field missing', 'terms', '- term: polpred\n- term: x\n  definition: X\n', ['b-008 1:3 `definition` is missing'], 1],
    ['a field without a value', 'people', '- name: Litvinov\n  note:\n', ['b-008 2:3 `note` has no value'], 1],
    ['a field that is a list', 'people', '- name: Litvinov\n  note: [a]\n', ['b-008 2:9 `note` is not text'], 1],
    ['a field of another register', 'places', '- name: Batum\n  born: 1900\n', ['b-008 2:3 `born` is not a field of a register of places'], 1],
    ['a key twice', 'places', '- name: Batum\n- key: batum\n  name: Batumi\n', ['b-008 2:3 the key `batum` is given twice'], 1],
    ['a date of birth that is none', 'people', '- name: Litvinov\n  born: July 1876\n', ['d-007 2:9 `July 1876` is not a date'], 1],
    ['an event whose date is none', 'dates', '- on: then\n  event: E\n', ['d-007 1:7 `then` is not a date'], 0],
    ['no YAML', 'terms', '- term: "polpred\n', [expect.stringMatching(/^b-008 /)], 0],
  ] satisfies [string, RegisterKind, string, unknown[], number][])('%s', (_name, kind, yaml, expected, count) => {
    const { entries, said } = read(kind, yaml);
    expect(said).toEqual(expected);
    expect(entries).toHaveLength(count);
  });
});
