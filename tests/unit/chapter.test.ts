import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { freeSlug, plain, readChapter, slugOf } from '../../src/read/read-chapter.js';
import { parseInline } from '../../src/read/markdown.js';
import { insideBook, pathOf } from '../../src/read/read-file.js';

function read(text: string, taken: string[] = []) {
  const findings = new Findings();
  const chapter = readChapter(text, 'parts/03-thaw.md', 'body', freeSlug('parts/03-thaw.md', new Set(taken)), findings.report);
  return { chapter, said: findings.list().map(({ code, place, message }) => `${code} ${place.line}:${place.column ?? ''} ${message}`) };
}

describe('a chapter’s public name', () => {
  test.each([
    ['03-thaw.md', 'thaw'],
    ['parts/03_The Thaw.md', 'the thaw'],
    ['1933.md', '1933'],
    ['10. end.markdown', 'end'],
    ['07-.md', '07-'],
  ])('%s is %s', (file, slug) => {
    expect(slugOf(file)).toBe(slug);
  });

  test('a second of one name is numbered', () => {
    expect(read('# T', ['thaw', 'thaw-2']).chapter.slug).toBe('thaw-3');
  });
});

describe('a chapter’s title', () => {
  test.each([
    ['the first heading', '# The *Thaw*[^n]\n\n[^n]: N.', 'The Thaw', 0, []],
    ['front matter', '---\ntitle: "The *Thaw*"\n---\n# One\n# Two', 'The Thaw', 1, []],
    ['a year', '---\ntitle: 1933\n---\n', '1933', 1, []],
    ['a running head of its own', '---\nshort: Thaw\n---\n# The Thaw', 'Thaw', 0, []],
    ['none: the file’s name', 'Words.', 'parts/03-thaw', 0, ['m-002 1: the chapter has no title']],
    ['an empty file', '', 'parts/03-thaw', 0, ['m-002 1: the chapter has no title']],
    ['two', '# One\n\n# Two', 'One', 0, ['m-003 3:1 a chapter’s file has one title, and this is a second']],
    ['an empty value: the heading counts', '---\ntitle:\n---\n# One', 'One', 0, []],
    ['a value that is no text', '---\ntitle: [Thaw]\n---\n# One', 'One', 0, ['m-001 2:8 `title` is not text']],
    ['a rule at the beginning of the file', '---\n\n# One\n\n---\n\nWords.', 'parts/03-thaw', 0, ['m-001 1:1 what stands between the `---` at the beginning of a file is not `key: value`, and is not printed']],
    ['front matter that is no YAML', '---\ntitle: The Thaw: a study\n---\nWords.', 'parts/03-thaw', 0, ['m-001 2:8 this value has a colon in it and no quotation marks']],
  ])('%s', (_name, text, running, shift, findings) => {
    const { chapter, said } = read(text);
    expect({ running: chapter.running, shift: chapter.shift, said }).toEqual({ running, shift, said: findings });
  });

  test('a place in a quoted title is that of the file', () => {
    expect(read('---\nshort: x\ntitle: "The [@key]"\n---\n').chapter.titleSource?.origin).toEqual({ line: 2, column: 8 });
  });
});

describe('the plain words of a title', () => {
  test.each([
    ['The *Thaw* of `1933`', 'The Thaw of 1933'],
    ['The thaw^[So called.] [@key, p. 3].', 'The thaw.'],
    ['One<br>two', 'One two'],
    [':term[Polpreds]{of=polpred} in $x^2$', 'Polpreds in x^2'],
    ['Rome : le pacte !', 'Rome : le pacte !'],
  ])('%s', (source, words) => {
    expect(plain(parseInline(source))).toBe(words);
  });
});

describe('a path in the book folder', () => {
  test.each([
    ['figures/../data/x.csv', 'data/x.csv'],
    ['./x.csv', 'x.csv'],
    ['..', undefined],
    ['../x', undefined],
    ['a/../../x', undefined],
    ['/etc/passwd', undefined],
    ['C:/x', undefined],
    ['a\\..\\..\\x', undefined],
    ['..x/y', '..x/y'],
  ])('%s', (path, expected) => {
    expect(insideBook(path)).toBe(expected);
  });

  test.each([
    ['my%20map.png', 'my map.png'],
    ['100%.png', '100%.png'],
    ['%2e%2e/x', '../x'],
  ])('the address %s means %s', (address, path) => {
    expect(pathOf(address)).toBe(path);
  });
});
