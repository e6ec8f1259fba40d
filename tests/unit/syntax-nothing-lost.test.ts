import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Attributes } from '../../src/model/syntax.js';
import { parseInline, parseMarkdown } from '../../src/read/markdown.js';
import { drawFractions } from '../lots.js';
import { below, checkPlaces } from './syntax-outline.js';

/** Pieces of every construct, whole and broken. Each `@@` becomes a word of its own that begins with `z`; no markup has a `z`. */
const pieces = [
  '@@', ' @@ ', '@@, @@', '\n', '\n\n', '\n> ', '\n- ', '\n# ', '\n  ', '\r\n', '\t', ' ', '  \n',
  '[@zk@@]', '[see @@ @zk@@, p. @@; @zk@@ @@]', '@zk@@', '@zk@@ [@@]', '[-@zk@@]', '@{zk @@}', '@fig:@@', '[@fig:@@; @tbl:@@]', '[@', '; @', '-@', '@',
  '^[@@]', '^[@@ *@@* [@zk@@, @@]]', '^[', '[^@@]', '\n\n[^@@]: @@\n\n',
  '[@@]{.@@ k=@@}', '{#@@}', '{.@@ k="@@ *@@*"}', '`@@`{.@@}', '[@@](@@){#@@}', '{', '}', '{#', '="', '[]{label="@@"}',
  '\n\n: @@ *@@* {#@@}\n\n', '\n: @@\n', '@@\n:   @@\n\n    @@\n', '@@\n*@@\n@@*\n: ',
  '\n\n| @@\n|   @@ *@@\n| @@* @@\n', '\n| ', '\n|\n', '\n:::verse{title="@@"}\n@@ *@@\n  @@* @@\n\n@@\n:::\n', '\n:::verse\n', '\n\nTable: @@\n', '\n\n| @@ | @@ |\n|---|---|\n| @@ | @@ |\n', ': @@', '|',
  '\n\n![@@ *@@*](@@){#@@ alt="@@"}\n\n', '![@@](@@)', '![', '\\label{@@}', '[@@]', '](@@)', '](', '[@@][@@]', '\n\n[@@]: @@ "@@"\n\n',
  '\n\n> [!NOTE]\n> @@ *@@*\n\n', '\n> [!TIP]\n', '~@@~', '^@@^', '~~@@~~', '^', '~', '^@@ ', '\\ ',
  '$@@$', '$$@@$$', '\n$$\n@@\n$$ {#@@}\n', '\n$$@@\n@@$$\n', '$', '$$', '$20 ', '\n$$\n',
  '\n\\begin{equation}\\label{@@}\n@@\n\\end{equation}\n', '\n\\begin{align}\n@@ &= @@\n\\end{align} @@', '\\begin{equation}', '\\end{equation}', '\\ref{@@}', '\\autoref{@@}', '\\',
  ':@@', ':@@[@@]', ':@@[@@]{k=@@}', '@@:@@', '\n::@@\n', '\n:::@@{#@@}\n@@\n:::\n', ':', ':::',
  '*@@*', '**', '_', '`@@`', '`', '``', '<', '<@@>', '<!-- @@ -->', 'https://@@.org/@me', '@@@zk.org', '&amp;', '\n```@@ @@ {#@@}\n@@\n```\n', '\n```\n',
  '[', ']', '(', ')', '(@@)',
];

describe('no word of the manuscript is lost', () => {
  for (let first = 1; first <= 400; first += 50) {
    test(`random pieces, seeds ${first} to ${first + 49}`, () => {
      for (let seed = first; seed < first + 50; seed++) {
        const source = randomSource(seed);
        const tree = parseMarkdown(source);
        const said = new Set(sayings(tree).join(' ').match(/z[a-y]+/g));
        const inImages = places(tree, ['image', 'imageReference']);
        const lost = [...source.matchAll(/z[a-y]+/g)].filter(
          // An image among words keeps the words of its brackets only, not the attributes and addresses within them.
          (word) => !said.has(word[0]) && !inImages.some(([from, to]) => word.index >= from && word.index < to),
        );
        expect(lost.map(String), `seed ${seed}: ${JSON.stringify(source)}`).toEqual([]);
        checkPlaces(tree, source);
      }
    });
  }

  test('titles: no words lost, no throw', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const source = randomSource(seed).replaceAll(/\s+/g, ' ').trim();
      const nodes = parseInline(source);
      const said = new Set(nodes.flatMap(sayings).join(' ').match(/z[a-y]+/g));
      const skip = nodes.flatMap((node) => places(node, ['image', 'imageReference']));
      const lost = [...source.matchAll(/z[a-y]+/g)].filter((word) => !said.has(word[0]) && !skip.some(([from, to]) => word.index >= from && word.index < to));
      expect(lost.map(String), `seed ${seed}: ${JSON.stringify(source)}`).toEqual([]);
    }
  });
});

function randomSource(seed: number): string {
  const random = drawFractions(seed);
  let words = 0;
  const count = 2 + Math.floor(random() * 16);
  return Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)] ?? '')
    .join('')
    .replaceAll('@@', () => word(words++));
}

/** `za`, `zb`, … with letters that no markup and no other word holds. */
function word(index: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxy';
  return `z${letters[Math.floor(index / 625) % 25]}${letters[Math.floor(index / 25) % 25]}${letters[index % 25]}`;
}

/** Everything a tree says. Not a citation's or reference's own source text: that would say it all by itself. */
function sayings(node: Nodes): string[] {
  return [...own(node), ...ofAttributes(node.data?.attributes), ...below(node).flatMap(sayings)];
}

function own(node: Nodes): string[] {
  switch (node.type) {
    case 'citation':
      return node.parts.map((part) => part.key);
    case 'crossReference':
      return node.labels;
    case 'image':
    case 'figure':
      return [node.alt ?? '', node.url, node.title ?? ''];
    case 'imageReference':
      return [node.alt ?? '', node.label ?? ''];
    case 'link':
      return [node.url, node.title ?? ''];
    case 'definition':
      return [node.label ?? '', node.url, node.title ?? ''];
    case 'linkReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [node.label ?? ''];
    case 'code':
      return [node.lang ?? '', node.meta ?? '', node.value];
    case 'textDirective':
    case 'leafDirective':
    case 'containerDirective':
      return [node.name, ...Object.entries(node.attributes ?? {}).flatMap(([name, value]) => [name, value ?? ''])];
    default:
      return 'value' in node ? [node.value] : [];
  }
}

function ofAttributes(attributes: Attributes | undefined): string[] {
  if (attributes === undefined) return [];
  return [attributes.id ?? '', ...attributes.classes, ...Object.entries(attributes.values).flat()];
}

function places(node: Nodes, types: readonly string[]): [number, number][] {
  const { start, end } = node.position ?? {};
  const here: [number, number][] = types.includes(node.type) ? [[start?.offset ?? 0, end?.offset ?? 0]] : [];
  return [...here, ...below(node).flatMap((child) => places(child, types))];
}
