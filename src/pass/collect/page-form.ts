import type { TextDirective } from 'mdast-util-directive';
import type { Collector } from './directive.js';

/** `:page[fig:map]{form=on}`: its label is looked up when all labels are known (pass/resolve.ts). */
export const checkPageForm: Collector<TextDirective> = ({ given, atAttribute }, { report }) => {
  const form = given['form'];
  if (form && form !== 'on') report('d-002', atAttribute('form'), `\`${form}\` is not a form of a page number`, '`form=on` writes “on page 12” or “on the facing page”');
};
