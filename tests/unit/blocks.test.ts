import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { visitBlocks } from '../../src/model/blocks.js';
import { parseMarkdown } from '../../src/read/markdown.js';

const everywhere = `---
title: A
---

# Words

- one

  > two
  >
  > 1. \`\`\`
  >    three
  >    \`\`\`

> [!NOTE]
> four
>
> ![five](a.svg)

:::question{#q:a}
six

:::answer
seven

::answers

| a |
|---|
| b |
:::
:::

[^n]: eight

    $$
    nine
    $$

    term
    : meaning

      | verse

    <hr>

    ***

[ten]: http://a.b
`;

describe('blocks are found wherever they can stand', () => {
  const tree = parseMarkdown(everywhere);
  const types: RootContent['type'][] = ['yaml', 'heading', 'paragraph', 'list', 'listItem', 'blockquote', 'code', 'alert', 'figure', 'containerDirective', 'leafDirective', 'table', 'definitionList', 'definitionDescription', 'lineBlock', 'footnoteDefinition', 'math', 'html', 'thematicBreak', 'definition'];

  test.each(types)('%s', (type) => {
    const found: unknown[] = [];
    visitBlocks(tree, type, (block, index, parent) => {
      expect(parent.children[index]).toBe(block);
      found.push(block);
    });
    const expected: unknown[] = [];
    visit(tree, type, (node) => void expected.push(node));
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(0);
  });

  test('those in a block that was put in another’s place', () => {
    const found: string[] = [];
    visitBlocks(parseMarkdown('> a'), 'blockquote', (_block, index, parent) => {
      if (found.push('blockquote') === 1) parent.children[index] = { type: 'blockquote', children: [{ type: 'blockquote', children: [] }] };
    });
    expect(found).toEqual(['blockquote', 'blockquote']);
  });
});
