/**
 * `[^label]` calls a note even when no note of that name is written: GFM would print the brackets, here it is a fault to report.
 * Asked after GFM's own construct, so it sees only the calls without a definition.
 */
import { codes } from 'micromark-util-symbol';
import type { Extension } from 'micromark-util-types';
import { planned, type Planner } from '../scan/plan.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    unwrittenNote: 'unwrittenNote';
  }
}

const call = /\[\^[^\s[\]\\]+\](?![({[:])/y;

export function footnoteSyntax(): Extension {
  return { text: { [codes.leftSquareBracket]: planned('unwrittenNote', planCall) } };
}

const planCall: Planner = ({ text, at }) => {
  call.lastIndex = at;
  return call.test(text) ? [{ take: call.lastIndex - at, as: 'unwrittenNote' }] : undefined;
};
