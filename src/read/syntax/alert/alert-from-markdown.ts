/** Turns GitHub's alerts, quotations whose first line is `[!NOTE]` and nothing else, into `alert` nodes. */
import type { Blockquote } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { visitBlocks } from '../../../model/blocks.js';
import { alertKinds, type Alert } from '../../../model/syntax.js';
import { advance } from '../children.js';

const mark = /^\[!([A-Za-z]+)\][ \t]*(?:\r\n|\n|\r|$)/;

/** @param source the document */
export function alertFromMarkdown(source: string): Extension {
  return {
    transforms: [
      (tree) =>
        visitBlocks(tree, 'blockquote', (quotation, index, parent) => {
          const alert = alertOf(quotation, source);
          if (alert !== undefined) parent.children[index] = alert;
        }),
    ],
  };
}

function alertOf(quotation: Blockquote, source: string): Alert | undefined {
  const paragraph = quotation.children[0];
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  if (paragraph?.type !== 'paragraph' || first?.type !== 'text') return undefined;
  const [opening = '', name] = source[first.position?.start.offset ?? -1] === '[' ? (mark.exec(first.value) ?? []) : [];
  const kind = alertKinds.find((known) => known === name?.toLowerCase());
  const second = paragraph.children[1];
  const lineEnds = /[\r\n]$/.test(opening) || second === undefined || second.type === 'break';
  if (kind === undefined || !lineEnds) return undefined;

  first.value = first.value.slice(opening.length);
  if (first.value === '') {
    paragraph.children.splice(0, second?.type === 'break' ? 2 : 1);
    const next = paragraph.children[0];
    if (paragraph.position && next?.position) paragraph.position.start = { ...next.position.start };
  } else if (first.position !== undefined && paragraph.position !== undefined) {
    const written = /^[^\r\n]*(?:\r\n|\n|\r)[ \t>]*/.exec(source.slice(first.position.start.offset));
    first.position.start = advance(first.position.start, written?.[0] ?? '');
    paragraph.position.start = { ...first.position.start };
  }
  const children = paragraph.children.length === 0 ? quotation.children.slice(1) : quotation.children;
  return { type: 'alert', kind, children, ...(quotation.position && { position: quotation.position }) };
}
