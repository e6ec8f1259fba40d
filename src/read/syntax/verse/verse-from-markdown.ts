/** Makes `lineBlock` nodes, and `containerDirective` nodes named `verse`, of stanzas of lines. */
import type { PhrasingContent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import type { VerseLine } from '../../../model/syntax.js';
import { reachOf, splitLines } from '../line-break/split-lines.js';
import { verseAttributes } from './verse-lines.js';

/** @param source the document */
export function verseFromMarkdown(source: string): Extension {
  /** Columns before the words of a line, by its number in the document. */
  const indents = new Map<number, number>();
  return {
    canContainEols: ['stanza'],
    enter: {
      lineBlock(token) {
        this.enter({ type: 'lineBlock', children: [] }, token);
      },
      verseBlock(token) {
        const [opening = ''] = this.sliceSerialize(token).split(/[\r\n]/, 1);
        this.enter({ type: 'containerDirective', name: 'verse', attributes: { ...verseAttributes(opening) }, children: [] }, token);
      },
      verseIndent(token) {
        indents.set(token.start.line, this.sliceSerialize(token, true).length);
      },
      verseStanza(token) {
        this.enter({ type: 'stanza', children: [] }, token);
      },
    },
    exit: {
      lineBlock(token) {
        this.exit(token);
      },
      verseBlock(token) {
        this.exit(token);
      },
      verseStanza(token) {
        const stanza = this.stack.at(-1);
        this.exit(token);
        if (stanza?.type !== 'stanza') return;
        // Until here it holds its words, as every node does while its text is read.
        const words = stanza.children as unknown as PhrasingContent[];
        stanza.children = splitLines(words, source).map((children): VerseLine => ({ type: 'verseLine', indent: indents.get(children[0]?.position?.start.line ?? 0) ?? 0, children, ...reachOf(children) }));
      },
    },
  };
}
