/**
 * Formulas: `$x$` and `$$x$$` in text, and display math as a block.
 *
 * A block begins with `$$` at the start of a line and ends with the next `$$`, an attribute list allowed after it, nothing else.
 * With `$$` alone on its first line it may hold blank lines and, unclosed, runs to the end of its container, as code fences
 * do. Otherwise a blank line means that it is no block, and `$$x$$` among words stays in its paragraph.
 * Not here: micromark-extension-math, which takes `$20 and $30` for a formula, and all that follows `$$a =` as well.
 */
import { codes } from 'micromark-util-symbol';
import type { Extension } from 'micromark-util-types';
import { readAttributeList } from '../attributes/attribute-list.js';
import { lineBlock, type LineReader, type Verdict } from '../scan/lines.js';
import { planned, type Planner } from '../scan/plan.js';
import { closingDollars, mathEnd } from './math-end.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineMath: 'inlineMath';
    inlineMathLine: 'inlineMathLine';
    mathBlock: 'mathBlock';
    mathBlockLine: 'mathBlockLine';
  }
}

export function mathSyntax(): Extension {
  return {
    flow: { [codes.dollarSign]: lineBlock('mathBlock', 'mathBlock', 'mathBlockLine', openBlock) },
    text: { [codes.dollarSign]: planned('inlineMath', planMath) },
  };
}

const planMath: Planner = ({ text, at }) => {
  const end = mathEnd(text, at);
  return end === undefined ? undefined : [{ enter: 'inlineMath' }, { take: end - at, as: 'inlineMathLine' }, { exit: 'inlineMath' }];
};

function openBlock(line: string): LineReader | undefined {
  if (!/^\$\$(?!\$)/.test(line)) return undefined;
  if (line.slice(2).trim() === '') return { verdict: 'more', next: (next) => closing(next, 0), interrupts: true, atEnd: 'done' };
  const verdict = closing(line, 2);
  if (verdict === 'fail') return undefined;
  return {
    verdict,
    next: (next) => (next.trim() === '' ? 'fail' : closing(next, 0)),
    interrupts: verdict === 'done',
    atEnd: 'fail',
  };
}

function closing(line: string, from: number): Verdict {
  const close = closingDollars(line, from, true);
  if (close === undefined) return 'more';
  return endsBlock(line, close + 2) ? 'done' : 'fail';
}

/** Whether only an attribute list and white space stand from `at` on. */
export function endsBlock(line: string, at: number): boolean {
  const start = at + (line.length - at - line.slice(at).trimStart().length);
  return line.slice(readAttributeList(line, start)?.end ?? at).trim() === '';
}
