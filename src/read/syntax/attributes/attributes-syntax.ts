/**
 * Attribute lists in text, in the two places where a list can mean something: right after an image, a link, inline code, a
 * formula, a reference or a note's call; and at the end of the content, for headings and captions. Spans take theirs themselves. Anywhere else a list is
 * text, letter for letter.
 */
import { codes } from 'micromark-util-symbol';
import type { Extension, TokenizeContext } from 'micromark-util-types';
import { planned, type Planner } from '../scan/plan.js';
import { readAttributeList } from './attribute-list.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    attributes: 'attributes';
    attributesLine: 'attributesLine';
    attributesTrailing: 'attributesTrailing';
  }
}

const bearers: ReadonlySet<string> = new Set(['autolink', 'codeText', 'crossReference', 'gfmFootnoteCall', 'image', 'inlineMath', 'inlineNote', 'link']);

export function attributesSyntax(): Extension {
  return { text: { [codes.leftCurlyBrace]: planned('attributes', planAttributes) } };
}

const planAttributes: Planner = ({ text, at, context }) => {
  const list = readAttributeList(text, at);
  if (list === undefined) return undefined;
  const length = list.end - at;
  if (followsBearer(context)) return [{ enter: 'attributes' }, { take: length, as: 'attributesLine' }, { exit: 'attributes' }];
  if (!followsSpace(context) || text.slice(list.end).trim() !== '') return [{ take: length, as: 'data' }];
  return [{ enter: 'attributesTrailing' }, { take: length, as: 'attributesLine' }, { exit: 'attributesTrailing' }];
};

function followsBearer(context: TokenizeContext): boolean {
  const last = context.events.at(-1)?.[1];
  return last !== undefined && bearers.has(last.type) && last.end.offset === context.now().offset;
}

function followsSpace({ previous }: TokenizeContext): boolean {
  // Negative codes are tabs and line endings.
  return previous === codes.eof || previous === codes.space || previous < 0;
}
