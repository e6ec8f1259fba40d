/**
 * Makes `definitionList` nodes: definitions with the paragraph above them, whose lines are their terms. Neighbouring ones are one list.
 */
import type { Paragraph, Parents, RootContent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { visitBlocks } from '../../../model/blocks.js';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../../../model/syntax.js';
import { reachOf, splitLines } from '../line-break/split-lines.js';

/** @param source the document */
export function definitionListFromMarkdown(source: string): Extension {
  return {
    enter: {
      definitionDescription(token) {
        this.enter({ type: 'definitionDescription', children: [] }, token);
      },
    },
    exit: {
      definitionDescription(token) {
        const description = this.stack.at(-1);
        this.exit(token);
        // In a quotation its token goes on to where the next line's words begin.
        const end = description?.type === 'definitionDescription' ? description.children.at(-1)?.position?.end : undefined;
        if (description?.position && end) description.position.end = { ...end };
      },
    },
    transforms: [
      (tree) => {
        const parents = new Set<Parents>();
        visitBlocks(tree, 'definitionDescription', (_node, _index, parent) => void parents.add(parent));
        for (const parent of parents) gatherLists(parent, source);
      },
    ],
  };
}

function gatherLists(parent: Parents, source: string): void {
  const gathered: RootContent[] = [];
  for (const node of parent.children as RootContent[]) {
    if (node.type !== 'definitionDescription') {
      gathered.push(node);
      continue;
    }
    const above = gathered.at(-1);
    if (above?.type === 'definitionList') extend(above, [node]);
    else if (above?.type === 'paragraph') {
      gathered.pop();
      const before = gathered.at(-1);
      const entry = [...termsOf(above, source), node];
      if (before?.type === 'definitionList') extend(before, entry);
      else gathered.push(extend({ type: 'definitionList', spread: false, children: [], ...(above.position && { position: { ...above.position } }) }, entry));
    } else gathered.push(...node.children);
  }
  parent.children.splice(0, parent.children.length, ...(gathered as typeof parent.children));
}

function termsOf(paragraph: Paragraph, source: string): DefinitionTerm[] {
  return splitLines(paragraph.children, source).map((children) => ({ type: 'definitionTerm', children, ...reachOf(children) }));
}

function extend(list: DefinitionList, entry: (DefinitionTerm | DefinitionDescription)[]): DefinitionList {
  for (const node of entry) {
    const above = list.children.at(-1);
    if (node.type === 'definitionDescription' && lineAfter(above) < lineOf(node)) list.spread = true;
    list.children.push(node);
    if (list.position && node.position) list.position.end = { ...node.position.end };
  }
  return list;
}

const lineOf = (node: DefinitionDescription): number => node.position?.start.line ?? 0;
const lineAfter = (node: DefinitionTerm | DefinitionDescription | undefined): number => (node?.position?.end.line ?? 0) + 1;
