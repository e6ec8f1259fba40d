import { describe, expect, test } from 'vitest';
import { readAttributeList } from '../../src/read/syntax/attributes/attribute-list.js';
import { parseInline, parseMarkdown } from '../../src/read/markdown.js';
import { drawNumbers } from '../lots.js';
import { checkPlaces, outline } from './syntax-outline.js';

describe('GFM and front matter beside our own syntax', () => {
  test.each([
    ['front matter', '---\ntitle: A\n---\n\n# B', ['yaml@1:1-3:4 "title: A"', 'heading@5:1-4 1 ("B")']],
    ['a single tilde strikes nothing', '~a b~ ~~c d~~', ['paragraph@1:1-14 ("~a b~ " delete@1:7-14 ("c d"))']],
    ['a bare address', 'see www.example.com.', ['paragraph@1:1-21 ("see " link@1:5-20 http://www.example.com ("www.example.com") ".")']],
    ['a task', '- [x] done', ['list@1:1-11 (listItem@1:1-11 (paragraph@1:7-11 ("done")))']],
    ['a note and its text', 'a[^n]\n\n[^n]: b', ['paragraph@1:1-6 ("a" footnoteReference@1:2-6 n)', 'footnoteDefinition@3:1-8 (paragraph@3:7-8 ("b"))']],
    ['a byte order mark is not counted', '\uFEFFa @key', ['paragraph@1:1-7 ("a " citation@1:3-7 narrative [@key])']],
    ['a tab before a citation', '-\ta [@key]', ['list@1:1-11 (listItem@1:1-11 (paragraph@1:3-11 ("a " citation@1:5-11 group [@key])))']],
    ['nothing', '', ['']],
  ])('%s', (_name, source, blocks) => {
    const tree = parseMarkdown(source);
    expect(outline(tree.children).split('\n')).toEqual(blocks);
    checkPlaces(tree, source.replace('\uFEFF', ''));
  });
});

describe('a line of mere words is read without the parser, to the same tree', () => {
  const pieces = ['a', 'Salt', ' ', ' ', ',', '.', ';', '’', '(', ')', '-', '–', '1', '1. ', '- ', 'www', 'www.a.b', 'É', 'соль', ' i. e. ', '--', '---', '. ', '...', 'x)'];
  // A line that ends in a line feed is the parser's.
  const check = (line: string) => expect({ line, tree: parseMarkdown(line).children }).toEqual({ line, tree: parseMarkdown(`${line}\n`).children });

  test.each(['The pact is signed', 'A (small) sheet; folded – twice.', 'Aldus’s “Virgil”', 'see www.example.com', 'A -- B', 'A ---', 'a) one', '1. one'])('%s', check);

  test('whatever they are put together from', () => {
    const next = drawNumbers(7);
    for (let count = 0; count < 400; count += 1) check(Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)]).join('').trim() || 'a');
  });
});

describe('titles in YAML are inline Markdown', () => {
  test.each([
    ['a number and a full stop make no list', '1933. A year', '"1933. A year"'],
    ['a mark makes no heading', '# 5 *of* 6', '"# 5 " emphasis@1:5-9 ("of") " 6"'],
    ['a citation and a note', 'The pact [@key]^[So.]', '"The pact " citation@1:10-16 group [@key] inlineNote@1:16-22 ("So.")'],
    ['colons make no blocks', '::: x ::y', '"::: x ::y"'],
    ['bars make no table', 'a | b', '"a | b"'],
    ['an image stays an image', '![a](b)', 'image@1:1-8 b "a"'],
    ['several lines are one', 'One\n\n- two', '"One - two"'],
    ['TeX and dollars make no block', '$$', '"$$"'],
    ['nothing', ' ', ''],
  ])('%s', (_name, source, nodes) => {
    expect(parseInline(source).map((node) => outline([node])).join(' ')).toBe(nodes);
  });
});

describe('attribute lists', () => {
  test.each([
    ['{#fig:a.b .c key=v}', { id: 'fig:a.b', classes: ['c'], values: { key: 'v' } }],
    ['{ .a\n.b }', { classes: ['a', 'b'], values: {} }],
    ['{alt="a \\"b\\" c" k=\'d\'}', { classes: [], values: { alt: 'a "b" c', k: 'd' } }],
    ['{alt=""}', { classes: [], values: { alt: '' } }],
    ['{width=50%}', { classes: [], values: { width: '50%' } }],
    ['{on=1933-09-02}', { classes: [], values: { on: '1933-09-02' } }],
    ['{=latex}', { classes: ['=latex'], values: {} }],
    ['{-}', { classes: ['unnumbered'], values: {} }],
    ['{}', undefined],
    ['{a}', undefined],
    ['{.a.}x', { classes: ['a.'], values: {} }],
    ['{.1}', undefined],
    ['{#a#b}', undefined],
    ['{k="v}', undefined],
    ['{k="v"l=w}', undefined],
    ['{#a', undefined],
  ])('%s', (source, attributes) => {
    expect(readAttributeList(source, 0)?.attributes).toEqual(attributes);
  });

  test('a key that objects already have is a key like any other', () => {
    expect(Object.entries(readAttributeList('{__proto__=x}', 0)?.attributes.values ?? {})).toEqual([['__proto__', 'x']]);
  });
});

test.each(['[@a ', '[', '[a]{', '^[', '{a="', '$a ', '`[``', '\\begin{equation} ', '$$a\n', '^a', '~a', '<a ', '@a [b', '[a]('])('much of %j ends soon', (piece) => {
  const tree = parseMarkdown(piece.repeat(2000));
  expect(tree.children.length).toBeGreaterThan(0);
});
