/**
 * `H~2~O` and `Ca^2+^`: no white space inside unless a backslash is before it; brackets inside balance. `~~` is strikethrough's,
 * `^[` the inline note's and `[^` the footnote's.
 */
import { codes } from 'micromark-util-symbol';
import type { Extension } from 'micromark-util-types';
import { atomEnd, bracketEnd } from '../scan/bracket.js';
import { planned, type Planner } from '../scan/plan.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    scriptMarker: 'scriptMarker';
    scriptText: 'scriptText';
    subscript: 'subscript';
    superscript: 'superscript';
  }
}

export function scriptSyntax(): Extension {
  return {
    text: {
      [codes.tilde]: planned('subscript', planScript('subscript', '~')),
      [codes.caret]: planned('superscript', planScript('superscript', '^')),
    },
  };
}

function planScript(type: 'subscript' | 'superscript', marker: '~' | '^'): Planner {
  return ({ text, at, context }) => {
    if (context.previous === codes.leftSquareBracket || (context.previous === codes.tilde && marker === '~')) return undefined;
    const close = scriptEnd(text, at + 1, marker);
    if (close === undefined || close === at + 1) return undefined;
    return [{ enter: type }, { take: 1, as: 'scriptMarker' }, { parse: close - at - 1, as: 'scriptText' }, { take: 1, as: 'scriptMarker' }, { exit: type }];
  };
}

function scriptEnd(text: string, from: number, marker: '~' | '^'): number | undefined {
  let index = from;
  while (index < text.length) {
    const character = text[index] ?? '';
    if (character === marker) return marker === '~' && text[index + 1] === '~' ? undefined : index;
    if (character === ']' || /\s/.test(character)) return undefined;
    const close = character === '[' ? bracketEnd(text, index) : index;
    if (close === -1) return undefined;
    index = character === '[' ? close + 1 : atomEnd(text, index);
  }
  return undefined;
}
