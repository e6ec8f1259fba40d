/** `^[a note where it is called]`: balanced brackets, any inline content. Blank brackets are text. */
import { codes } from 'micromark-util-symbol';
import type { Extension } from 'micromark-util-types';
import { bracketEnd } from '../scan/bracket.js';
import { planned, type Planner } from '../scan/plan.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    inlineNote: 'inlineNote';
    inlineNoteMarker: 'inlineNoteMarker';
    inlineNoteText: 'inlineNoteText';
  }
}

export function inlineNoteSyntax(): Extension {
  return { text: { [codes.caret]: planned('inlineNote', planNote) } };
}

const planNote: Planner = ({ text, at }) => {
  const close = text[at + 1] === '[' ? bracketEnd(text, at + 1) : -1;
  if (close === -1 || text.slice(at + 2, close).trim() === '') return undefined;
  return [
    { enter: 'inlineNote' },
    { take: 2, as: 'inlineNoteMarker' },
    { parse: close - at - 2, as: 'inlineNoteText' },
    { take: 1, as: 'inlineNoteMarker' },
    { exit: 'inlineNote' },
  ];
};
