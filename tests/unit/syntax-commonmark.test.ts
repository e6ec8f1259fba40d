import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces } from './syntax-outline.js';

const corpora = new URL('../../../shared/corpora/', import.meta.url);

const figure = 'an image alone in its paragraph is a figure';
const autolink = 'GFM links bare addresses';
/** Where our Markdown means to differ from CommonMark, by example of version 0.31.2. */
const deliberate: Readonly<Record<number, string>> = {
  96: 'front matter',
  98: 'front matter',
  522: figure,
  574: figure,
  575: figure,
  576: figure,
  577: figure,
  578: figure,
  579: figure,
  580: figure,
  582: figure,
  584: figure,
  585: figure,
  586: figure,
  587: figure,
  588: figure,
  590: figure,
  591: figure,
  593: figure,
  604: autolink,
  608: 'an escaped + ends no word, so the @ after it begins a key',
  610: autolink,
  613: autolink,
  614: autolink,
};

describe.skipIf(!existsSync(corpora))('Markdown that others wrote (skipped where the folder of samples is absent)', () => {
  test('CommonMark’s own examples give the tree of mdast-util-from-markdown, but for the listed ones', () => {
    const examples: { example: number; markdown: string }[] = JSON.parse(readFileSync(new URL('commonmark-0.31.2.json', corpora), 'utf8'));
    expect(examples.length).toBeGreaterThan(600);
    const differing = examples.filter(({ markdown }) => JSON.stringify(parseMarkdown(markdown)) !== JSON.stringify(fromMarkdown(markdown)));
    expect(differing.map(({ example }) => example)).toEqual(Object.keys(deliberate).map(Number));
  });

  test('papers and books: every node stands where it says', () => {
    for (const file of manuscripts()) {
      const source = readFileSync(file, 'utf8');
      const tree = parseMarkdown(source);
      expect(tree.children.length, file.pathname).toBeGreaterThan(0);
      checkPlaces(tree, source);
    }
  });

  test('a paper of the Journal of Open Source Software: equations, references to them, citations', () => {
    const tree = JSON.stringify(parseMarkdown(readFileSync(new URL('joss/hypercomplex/paper.md', corpora), 'utf8')), (key, value: unknown) => (key === 'position' ? undefined : value));
    expect(tree.match(/"type":"math"/g)).toHaveLength(7);
    expect(tree).toContain('"id":"eq:recursivemultiplication"');
    expect(tree).toContain('{"type":"citation","value":"[@fousse:inria-00070266]"');
    expect(tree).not.toContain('begin{equation}');
  });
});

function manuscripts(): URL[] {
  return readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.R?md$/.test(name) && !name.endsWith('README.md'))
    .map((name) => new URL(name, corpora));
}
