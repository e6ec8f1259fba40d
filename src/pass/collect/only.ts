import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../../diagnostics/nearest.js';
import { audiences } from '../../model/book.js';
import { namesIn } from '../../model/directive.js';
import type { Collector } from './directive.js';

/** `:::only{for="teacher self-study"}`: what is not for this edition has been taken out before (read/leave-out.ts). */
export const checkReaders: Collector<TextDirective | ContainerDirective> = ({ node, atAttribute }, { report }) => {
  for (const name of namesIn(node).filter((name) => !(audiences as readonly string[]).includes(name))) {
    report('d-002', atAttribute('for'), `\`${name}\` is no edition`, ...nearest(name, audiences).map((like) => `\`${like}\` exists`), `the editions are ${audiences.join(', ')}`);
  }
};
