/** Makes `span` nodes. A span around nothing but display math gives its label to the formula (the journal JOSS writes so). */
import type { Extension } from 'mdast-util-from-markdown';
import { resumeChildren } from '../children.js';
import { readAttributeList } from './attribute-list.js';

export function spanFromMarkdown(): Extension {
  return {
    canContainEols: ['span'],
    enter: {
      span(token) {
        this.enter({ type: 'span', children: [] }, token);
      },
      // A list over several lines must not leave its line endings in the text.
      spanAttributes() {
        this.buffer();
      },
    },
    exit: {
      spanAttributes(token) {
        resumeChildren(this);
        const span = this.stack.at(-1);
        const list = readAttributeList(this.sliceSerialize(token), 0);
        if (span?.type === 'span' && list !== undefined) span.data = { attributes: list.attributes };
      },
      span(token) {
        const span = this.stack.at(-1);
        this.exit(token);
        if (span?.type !== 'span') return;
        const [formula, ...others] = span.children;
        const attributes = span.data?.attributes;
        const id = attributes?.id ?? attributes?.values['label'];
        if (formula?.type !== 'inlineMath' || formula.data?.display !== true || formula.data.attributes !== undefined || others.length > 0 || id === undefined) return;
        formula.data.attributes = { classes: [], values: {}, ...attributes, id };
        formula.position = span.position;
        const parent = this.stack.at(-1);
        if (parent !== undefined && 'children' in parent) parent.children.splice(-1, 1, formula);
      },
    },
  };
}
