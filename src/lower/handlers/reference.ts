import type { ElementContent } from 'hast';
import type { ReferencePiece } from '../../model/document.js';
import { h, pagePhrase, text } from '../element.js';
import type { Lowering } from '../lowering.js';
import type { Handler } from './table.js';

/**
 * In the text, or (in a note style) as a note; an unknown key was reported and is shown as written.
 * The words that the bibliography leads back to are those of the citation itself, in a note where it became one.
 */
export const citation: Handler<'citation'> = (node, lowering) => {
  const id = lowering.id(node);
  const shown = lowering.lookup.citationText(id);
  const note = lowering.lookup.citationNote(id);
  if (!shown && !note) return [text(node.value)];
  const anchor = lowering.lookup.citationAnchor(id);
  const cited = (words: readonly ElementContent[]) => (anchor === undefined ? words : [h('span', { id: anchor, className: ['citation'] }, words)]);
  if (!note) return [...cited(shown ?? [])];
  return [...(shown ?? []), ...lowering.call(id, node, () => [h('p', {}, cited(note))])];
};

export const crossReference: Handler<'crossReference'> = (node, lowering) => {
  const reference = lowering.lookup.reference(lowering.id(node));
  if (!reference) return [text(node.value)];
  return reference.pieces.flatMap((piece) => pieceOf(piece, lowering));
};

function pieceOf(piece: ReferencePiece, { target, words }: Lowering): ElementContent[] {
  if ('pageOf' in piece) return pagePhrase(piece.pageOf, words);
  if ('lineOf' in piece) {
    const link = (label: string, dataLine?: string) => [h('a', { className: ['cross-reference'], href: `#${piece.lineOf}`, dataUncounted: '', dataLine, dataBare: dataLine !== undefined && piece.isBare ? '' : undefined }, label)];
    return target === 'print' ? link('', piece.lineOf) : link(piece.isBare ? String(piece.paragraph) : `${words.paragraph}\u00a0${piece.paragraph}`);
  }
  return [piece.anchor === undefined ? text(piece.text) : h('a', { className: ['cross-reference'], href: `#${piece.anchor}` }, piece.text)];
}
