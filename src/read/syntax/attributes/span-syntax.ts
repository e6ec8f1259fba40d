/** `[text]{.class key=value}`: brackets are a span when an attribute list follows them directly. */
import { codes } from 'micromark-util-symbol';
import type { Extension } from 'micromark-util-types';
import { bracketEnd } from '../scan/bracket.js';
import { planned, type Planner } from '../scan/plan.js';
import { readAttributeList } from './attribute-list.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    span: 'span';
    spanMarker: 'spanMarker';
    spanText: 'spanText';
    spanAttributes: 'spanAttributes';
  }
}

export function spanSyntax(): Extension {
  return { text: { [codes.leftSquareBracket]: planned('span', planSpan) } };
}

const planSpan: Planner = ({ text, at }) => {
  const close = bracketEnd(text, at);
  const list = close === -1 ? undefined : readAttributeList(text, close + 1);
  if (list === undefined) return undefined;
  return [
    { enter: 'span' },
    { take: 1, as: 'spanMarker' },
    { parse: close - at - 1, as: 'spanText' },
    { take: 1, as: 'spanMarker' },
    { enter: 'spanAttributes' },
    { take: list.end - close - 1, as: 'attributesLine' },
    { exit: 'spanAttributes' },
    { exit: 'span' },
  ];
};
