/**
 * The label inside a figure's or table's caption: `\label{fig:x}`, or JOSS's empty span `[]{label="x"}`.
 * It is taken out of the words, with the white space before it when it ends them.
 */
import type { PhrasingContent } from 'mdast';
import type { Attributes } from '../../../model/syntax.js';
import { cutEnd, trimEnd } from '../children.js';

const texLabel = /[ \t]*\\label\{([^{}\s\\]+)\}/;

/**
 * @param given attributes from elsewhere; when they have an id, a label in the caption stays where it is, for all to see
 * @returns the attributes with the id found
 */
export function takeCaptionLabel(children: PhrasingContent[], given: Attributes | undefined, source: string): Attributes | undefined {
  const id = given?.id === undefined ? takeLabel(children, source) : undefined;
  return id === undefined ? given : { classes: [], values: {}, ...given, id };
}

function takeLabel(children: PhrasingContent[], source: string): string | undefined {
  for (const [index, child] of children.entries()) {
    if (child.type === 'span' && child.children.length === 0) {
      const label = onlyLabel(child.data?.attributes);
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

/** The label of a span that says nothing else. */
function onlyLabel(attributes: Attributes | undefined): string | undefined {
  if (attributes === undefined || attributes.classes.length > 0) return undefined;
  const names = Object.keys(attributes.values);
  if (attributes.id !== undefined) return names.length === 0 ? attributes.id : undefined;
  return names.length === 1 ? attributes.values['label'] : undefined;
}
