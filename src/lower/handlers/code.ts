import { capital } from '../../model/words.js';
import { commentedText } from '../comment.js';
import { h } from '../element.js';
import { placementOf } from './figure.js';
import type { Handler } from './table.js';

/** Pandoc's ```` ```{=latex} ````: source of another system, which no output of this one can show. */
function rawFormat(classes: readonly string[] | undefined): string | undefined {
  return classes?.find((name) => name.startsWith('='))?.slice(1);
}

export const code: Handler<'code'> = (node, lowering) => {
  const format = rawFormat(node.data?.attributes?.classes);
  if (format === 'comment') return [];
  if (format === 'html') return lowering.one({ type: 'html', value: node.value, position: node.position } as Parameters<typeof lowering.one>[0]);
  if (format !== undefined) lowering.report('m-005', lowering.place(node), `raw ${format} is not supported: it is shown as code`);
  const id = lowering.id(node);
  const labelled = lowering.lookup.labelled(id);
  const number = labelled?.number;
  const pre = h('pre', { dataAt: id, id: number === undefined ? labelled?.anchor : undefined }, h('code', { className: node.lang ? [`language-${node.lang}`] : undefined }, node.value));
  const title = node.data?.attributes?.values['caption'] ?? node.data?.attributes?.values['title'];
  if (number === undefined) return [pre];
  return [h('figure', { className: ['listing'], id: labelled?.anchor, dataPlacement: placementOf(node.data?.attributes?.values['placement'], node, lowering) }, h('p', { className: ['listing-caption'], dataKeep: 'next' }, h('span', { className: ['caption-number'] }, `${capital(lowering.words.kinds.listing[0])} ${number}.`), title === undefined ? [] : ` ${title}`), pre)];
};

export const inlineCode: Handler<'inlineCode'> = (node, lowering) => {
  const format = rawFormat(node.data?.attributes?.classes);
  if (format !== undefined) lowering.report('m-005', lowering.place(node), `raw ${format} is not supported: it is shown as code`);
  return [h('code', { id: lowering.lookup.labelled(lowering.id(node))?.anchor, ...(format === undefined && lowering.authored(node)) }, commentedText(node.value, node, lowering))];
};
