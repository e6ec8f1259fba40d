import type { ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { h, leadWith, pageOf, text } from '../element.js';
import type { Lowering } from '../lowering.js';

/** A question with its number, its level, the page of its answer and, in print, ruled lines to write on. */
export function question(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const known = lowering.lookup.question(lowering.id(node));
  const body = lowering.all(node.children);
  if (!known) return body;
  const number = lowering.doc.numbers.get(known.id) ?? '';
  const level = lowering.words.levels[known.level - 1] as string;
  const lead = [h('span', { className: ['question-number'] }, `${number} `)];
  const hasAnswer = known.answers.length > 0 && lowering.lookup.isPrinted('answers');
  const tail = h('p', { className: ['question-tail'], dataKeep: 'previous' }, h('span', { className: ['question-level'] }, level), hasAnswer ? [text(' · '), h('a', { href: `#a-${known.anchor}` }, `${lowering.words.answer} `, lowering.words.page, '\u00a0'), pageOf(`a-${known.anchor}` as typeof known.anchor)] : []);
  const lines = lowering.target === 'print' && known.lines > 0 ? [h('div', { className: ['writing-lines'], dataKeep: 'previous', ariaHidden: 'true' }, Array.from({ length: known.lines }, () => h('div', { className: ['writing-line'], dataKeep: 'previous' })))] : [];
  return [h('div', { className: ['question', `level-${known.level}`], id: known.anchor, dataAt: known.id }, leadWith(lead, body), tail, lines)];
}
