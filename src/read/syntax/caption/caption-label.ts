/**
 * The label inside a figure's or table's caption: `\label{fig:x}`, or JOSS's empty span `[]{label="x"}`.
 * It is taken out of the words, with the white space before it when it ends them.
 */
import type { PhrasingContent } from 'mdast';
import type { Attributes } from '../../../model/syntax.js';
import { cutEnd, trimEnd } from '../children.js';

const texLabel = /\\label\{([^{}\s]+)\}/;

export function labelOf(attributes: Attributes | undefined): string | undefined {
  return attributes?.id ?? attributes?.values['label'];
}

/** @returns the label, or nothing and an untouched caption */
export function takeCaptionLabel(children: PhrasingContent[], source: string): string | undefined {
  for (const [index, child] of children.entries()) {
    if (child.type === 'span' && child.children.length === 0) {
      const label = labelOf(child.data?.attributes);
      if (label === undefined) continue;
      children.splice(index, 1);
      if (index === children.length) trimEnd(children, source);
      return label;
    }
    const match = child.type === 'text' ? texLabel.exec(child.value) : null;
    if (child.type !== 'text' || match === null) continue;
    if (index === children.length - 1 && child.value.endsWith(match[0])) cutEnd(children, match[0], source);
    else child.value = child.value.replace(match[0], '');
    return match[1];
  }
  return undefined;
}
