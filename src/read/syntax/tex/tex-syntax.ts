/**
 * The TeX that papers bring along: `\begin{equation}…\end{equation}` and its kin, as a block or within a paragraph, and
 * `\ref{x}`, `\autoref{x}`, `\eqref{x}`. `\label{x}` in text is kept letter for letter; captions look for it.
 * A blank line before `\end` means that there is no environment, as in TeX itself. Other commands are text.
 */
import { codes } from 'micromark-util-symbol';
import type { Extension } from 'micromark-util-types';
import { endsBlock } from '../math/math-syntax.js';
import { lineBlock, type LineReader } from '../scan/lines.js';
import { planned, type Planner } from '../scan/plan.js';
import { texEnvironmentEnd } from './tex-environment.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    texBlock: 'texBlock';
    texBlockLine: 'texBlockLine';
    texInline: 'texInline';
    texInlineLine: 'texInlineLine';
    texReference: 'texReference';
    texReferenceLine: 'texReferenceLine';
  }
}

const reference = /\\(?:ref|autoref|eqref)\{[^{}\s\\]+\}/y;
const label = /\\label\{[^{}\s\\]+\}/y;

export function texSyntax(): Extension {
  return {
    flow: { [codes.backslash]: lineBlock('texBlock', 'texBlock', 'texBlockLine', openBlock) },
    text: { [codes.backslash]: planned('tex', planTex) },
  };
}

const planTex: Planner = ({ text, at }) => {
  const end = texEnvironmentEnd(text, at) ?? -1;
  if (end !== -1) return [{ enter: 'texInline' }, { take: end - at, as: 'texInlineLine' }, { exit: 'texInline' }];
  reference.lastIndex = at;
  if (reference.test(text)) return [{ enter: 'texReference' }, { take: reference.lastIndex - at, as: 'texReferenceLine' }, { exit: 'texReference' }];
  label.lastIndex = at;
  return label.test(text) ? [{ take: label.lastIndex - at, as: 'data' }] : undefined;
};

function openBlock(line: string): LineReader | undefined {
  const end = texEnvironmentEnd(line, 0);
  if (end === undefined || (end !== -1 && !endsBlock(line, end))) return undefined;
  const closing = /^\\begin(\{[a-z]+\*?\})/.exec(line)?.[1] ?? '';
  return {
    verdict: end === -1 ? 'more' : 'done',
    next(next) {
      if (next.trim() === '') return 'fail';
      const close = next.indexOf(`\\end${closing}`);
      if (close === -1) return 'more';
      return endsBlock(next, close + `\\end${closing}`.length) ? 'done' : 'fail';
    },
    interrupts: true,
    atEnd: 'fail',
  };
}
