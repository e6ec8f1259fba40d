import type { ContainerDirective } from 'mdast-util-directive';
import { nearest } from '../../diagnostics/nearest.js';
import { wholeNumber } from '../../model/directive.js';
import { placeOf } from '../../model/source.js';
import { documentParts } from '../document-parts.js';
import type { Collector } from './directive.js';

const layouts = ['stacked', 'facing'];

/** `:::document{…}`, by itself or with `:::original` and `:::translation`. Reports d-002, d-025 (one of the two lacks paragraphs) and d-029. */
export const collectDocument: Collector<ContainerDirective> = ({ node, visit, label, given, spelt, at, atAttribute }, gathering) => {
  const { report } = gathering;
  gathering.addLabelled('document', visit, label);
  const { numbers, layout } = given;
  if (numbers && wholeNumber(numbers) === undefined) report('d-002', atAttribute('numbers'), `\`numbers=${numbers}\` is not a number of lines from 1 on`, '5 numbers every fifth line');
  if (layout && !layouts.includes(layout)) report('d-002', atAttribute('layout'), `\`layout=${layout}\` is not a layout`, ...nearest(layout, layouts).map((like) => `\`${like}\` exists`), '`stacked` sets the translation below each paragraph, `facing` beside it');
  const { original, translation, originals, translations, others } = documentParts(node, visit.source);
  const lone = original && !translation ? 'translation' : translation && !original ? 'original' : undefined;
  if (lone) report('d-002', at(spelt), `this document has \`:::${lone === 'original' ? 'translation' : 'original'}\` and no \`:::${lone}\``, lone === 'original' ? 'put the words that are translated between the fences of `:::original`' : 'without a translation, its words need no fences of their own');
  else if (layout && layouts.includes(layout) && !original) report('d-002', atAttribute('layout'), `\`layout=${layout}\` needs an original and its translation`, 'put them between the fences of `:::original` and `:::translation`');
  const other = others.find(({ node: block }) => !(block.type === 'containerDirective' && (block.name === 'original' || block.name === 'translation')));
  if (other) report('d-029', placeOf(other.source, other.node), 'this stands beside the original and the translation, and belongs to neither', 'put it before the document, or into one of them');
  if (lone || originals.length === translations.length || !original) return;
  const [longer, shorter, extra] = originals.length > translations.length ? (['original', 'translation', originals.slice(translations.length)] as const) : (['translation', 'original', translations.slice(originals.length)] as const);
  const first = extra[0];
  if (!first) return;
  report(
    'd-025',
    placeOf(first.source, first.node),
    `the original has ${counted(originals.length)} and the translation ${translations.length}: from here on the ${longer} has no counterpart in the ${shorter}`,
    'each paragraph stands beside the one of the same place: divide or join paragraphs until both have as many',
  );
};

const counted = (count: number): string => (count === 1 ? '1 paragraph' : `${count} paragraphs`);

export const collectDocumentPart: Collector<ContainerDirective> = ({ node, place, spelt, visit: { parent } }, { report }) => {
  const isPart = parent?.type === 'containerDirective' && parent.name === 'document';
  const isTwin = isPart && parent.children.find((child) => child.type === 'containerDirective' && child.name === node.name) !== node;
  if (!isPart) report('d-029', place, `\`${spelt}\` stands in no document`, 'put it between the fences of one, which need more colons than its own: `::::document`');
  else if (isTwin) report('d-029', place, `this document has a second \`${spelt}\``, 'join the two');
};
