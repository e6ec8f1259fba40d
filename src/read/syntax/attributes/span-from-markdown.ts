/**
 * Makes `span` nodes. A span around nothing but display math gives its label to the formula (the journal JOSS writes so), one with a
 * `form` around nothing but references is one reference: `[@fig:a; @fig:b]{form=page}`.
 */
import type { PhrasingContent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { CrossReference } from '../../../model/syntax.js';
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
        const references = attributes?.values['form'] === undefined ? undefined : onlyReferences(span.children);
        if (attributes && references) {
          const whole = { type: 'crossReference' as const, value: this.sliceSerialize(token), labels: references.flatMap(({ labels }) => labels), bare: references.every(({ bare }) => bare), data: { attributes }, ...(span.position && { position: span.position }) };
          const parent = this.stack.at(-1);
          if (parent !== undefined && 'children' in parent) parent.children.splice(-1, 1, whole);
          return;
        }
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

/** The references between semicolons; nothing when there are other words. */
function onlyReferences(children: readonly PhrasingContent[]): CrossReference[] | undefined {
  const references = children.filter((child) => child.type === 'crossReference');
  const isApart = children.every((child) => child.type === 'crossReference' || (child.type === 'text' && /^\s*;\s*$/.test(child.value)));
  return isApart && references.length > 0 ? references : undefined;
}
