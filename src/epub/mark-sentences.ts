import type { Element, ElementContent, Text } from 'xast';
import { element, text } from './tree.js';

/**
 * Puts each sentence of a finished file into a span with a name, by which Kobo's devices remember places, highlights and notes. The
 * first number counts paragraphs, the second the pieces of one: markup divides a sentence, too. The tree is changed; its words are not.
 *
 * Where a sentence ends is told by its signs alone, never by a dictionary that differs from one machine to the next; a dot of an
 * abbreviation makes one more span, and nothing else.
 * Source: Kobo's files from its own shop, `kobo.<paragraph>.<sentence>`.
 */
export function markSentences(file: Element): void {
  const body = file.children.find((child): child is Element => child.type === 'element' && child.name === 'body');
  let paragraph = 0;
  let sentence = 0;
  let isFresh = true;
  const mark = (words: string): ElementContent => {
    if (isFresh) paragraph++;
    sentence = isFresh ? 1 : sentence + 1;
    isFresh = false;
    return element('span', { class: 'koboSpan', id: `kobo.${paragraph}.${sentence}` }, text(words));
  };
  const walk = (parent: Element): void => {
    const isBlock = !inline.has(parent.name);
    if (isBlock) isFresh = true;
    parent.children = parent.children.flatMap((child) => {
      if (child.type === 'element' && !untouched.has(child.name)) walk(child);
      return child.type === 'text' && child.value.trim() !== '' ? sentencesOf(child).map(mark) : [child];
    });
    if (isBlock) isFresh = true;
  };
  if (body) walk(body);
}

/** What holds letters that are no text, or whose text no span may stand in. */
const untouched = new Set(['svg', 'math', 'img', 'script', 'style', 'audio', 'video', 'object']);
const inline = new Set('a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(' '));

/** After a full stop and its like, what closes quotations and brackets, and white space. */
const sentenceEnd = /(?<=[.!?…。！？]['"’”»)\]]{0,3}\s+)(?=\S)/u;

const sentencesOf = ({ value }: Text): string[] => value.split(sentenceEnd);
