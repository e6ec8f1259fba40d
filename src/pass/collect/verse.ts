import type { ContainerDirective } from 'mdast-util-directive';
import { wholeNumber } from '../../model/directive.js';
import type { Collector } from './directive.js';

export const checkVerse: Collector<ContainerDirective> = ({ node, spelt, given, at, atAttribute }, { report }) => {
  if (node.children.some((child) => child.type !== 'stanza')) report('d-002', at(spelt), `\`${spelt}\` takes nothing but attributes on its line`, 'a title is written `{title="…"}`');
  for (const name of ['numbers', 'from'] as const) {
    if (given[name] && wholeNumber(given[name]) === undefined) report('d-002', atAttribute(name), `\`${name}=${given[name]}\` is not a number of lines from 1 on`, name === 'numbers' ? '5 numbers every fifth line' : 'it is the number of the first line');
  }
  if (given['from'] && !given['numbers']) report('d-002', atAttribute('from'), '`from` numbers no lines by itself', 'say by `numbers=5` that every fifth line shall have its number');
};
