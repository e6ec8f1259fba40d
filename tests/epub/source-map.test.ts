import { describe, expect, it } from 'vitest';
import { serialize } from '../../src/epub/serialize.js';
import { SourceMap } from '../../src/epub/source-map.js';
import { element } from '../../src/epub/tree.js';
import type { NodeId } from '../../src/model/id.js';

const from = (at: string, made: ReturnType<typeof element>) => ({ ...made, data: { at: at as NodeId } });

const tree = element(
  'body',
  {},
  '\n',
  from('a:0', element('section', { id: 'sec-a' }, '\n', from('a:10', element('p', {}, 'Salt & ', element('em', { id: 'dear' }, 'dear'), '.')), from('a:40', element('p', { id: 'second' }, 'Roads.')), '\n')),
  '\n',
  element('section', {}, element('h1', {}, 'Index'), from('b:5', element('ul'))),
);
const map = new SourceMap();
map.add('EPUB/text/a.xhtml', tree);
const written = serialize(tree, 'xhtml').split('\n');
const lineOf = (words: string): number => written.findIndex((line) => line.includes(words)) + 1;

describe('the way back', () => {
  it.each([
    ['of words', { line: lineOf('dear'), words: ['id="dear"'] }, 'a:10'],
    ['of the surest words that are there', { line: lineOf('dear'), words: ['nowhere', 'id="second"', 'id="dear"'] }, 'a:40'],
    ['of a column', { line: lineOf('Roads'), column: (written[lineOf('Roads') - 1] ?? '').indexOf('Roads') + 1 }, 'a:40'],
    ['of a column behind the end of its line', { line: lineOf('Roads'), column: 10_000 }, 'a:0'],
    ['of a line with several blocks', { line: lineOf('Roads') }, 'a:0'],
    ['of a line that is of none', { line: lineOf('Index') }, 'b:5'],
    ['of a line that is not there', { line: 1000 }, undefined],
  ] as const)('%s', (_name, spot, expected) => {
    expect(map.nodeAt('EPUB/text/a.xhtml', spot)).toBe(expected);
  });

  it('is not known in a file that nobody wrote', () => {
    expect(map.nodeAt('EPUB/content.opf', { line: 1 })).toBeUndefined();
  });
});
