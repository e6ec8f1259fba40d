/**
 * Makes `math` and `inlineMath` nodes.
 *
 * `$$…$$` within a paragraph is an `inlineMath` with `data.display`. A `\label{eq:x}` leaves the formula and becomes the id
 * in `data.attributes`, where an attribute list after the formula goes as well.
 */
import type { Extension } from 'mdast-util-from-markdown';
import { readAttributeList } from '../attributes/attribute-list.js';
import { takeTexLabel } from '../tex/tex-label.js';
import { closingDollars } from './math-end.js';

export function mathFromMarkdown(): Extension {
  return {
    enter: {
      inlineMath(token) {
        const source = this.sliceSerialize(token);
        if (!source.startsWith('$$')) {
          this.enter({ type: 'inlineMath', value: source.slice(1, -1) }, token);
          return;
        }
        const { value, attributes } = takeTexLabel(source.slice(2, -2));
        this.enter({ type: 'inlineMath', value, data: { display: true, ...(attributes && { attributes }) } }, token);
      },
      mathBlock(token) {
        const source = this.sliceSerialize(token);
        const close = closingDollars(source, 2, true) ?? source.length;
        const { value, attributes } = takeTexLabel(source.slice(2, close), readAttributeList(source.slice(close + 2).trim(), 0)?.attributes);
        this.enter({ type: 'math', value, ...(attributes && { data: { attributes } }) }, token);
      },
    },
    exit: {
      inlineMath(token) {
        this.exit(token);
      },
      mathBlock(token) {
        this.exit(token);
      },
    },
  };
}
