import type { Element, ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { wholeNumber } from '../../model/directive.js';
import { formatEdtf, parseEdtf } from '../../model/edtf.js';
import { capital } from '../../model/words.js';
import { documentParts, type DocumentParts, type WrittenBlock } from '../../pass/document-parts.js';
import { h, leadWith, text } from '../element.js';
import type { Lowering } from '../lowering.js';

/**
 * A source as a section of its own: what it is above, where it lies below. With a translation, paragraph by paragraph: the one below
 * the other, or in print side by side (`layout=facing`). Its lines are numbered by the paginator; the EPUB, which has no lines, numbers
 * its paragraphs.
 */
export function document(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const id = lowering.id(node);
  const labelled = lowering.lookup.labelled(id);
  const { title, source, archive, date, numbers, layout } = node.attributes ?? {};
  const every = wholeNumber(numbers);
  /** Of our own words in a document of another language. */
  const foreign = node.attributes?.['lang'] ? lowering.config.language : undefined;
  const parts = documentParts(node, lowering.source);
  const isFacing = layout === 'facing' && parts.original !== undefined && parts.translation !== undefined && lowering.target === 'print';
  const number = labelled?.label === undefined ? undefined : labelled.number;
  const head = [...(number === undefined ? [] : [h('span', { className: ['caption-number'], lang: foreign }, `${capital(lowering.words.kinds.document[0])} ${number}.`)]), ...(title ? [text(number === undefined ? title : ` ${title}`)] : [])];
  const foot = [source, archive].filter((words) => words).join(', ');
  return [
    h(
      'section',
      { className: ['document'], id: labelled?.anchor, dataAt: id, dataNumbers: every !== undefined && lowering.target === 'print' ? String(every) : undefined },
      head.length > 0 ? h('p', { className: ['document-title'], dataKeep: 'next' }, head) : [],
      date ? h('p', { className: ['document-date'], lang: foreign, dataKeep: 'next' }, parseEdtf(date) ? formatEdtf(date, lowering.config.language) : date) : [],
      parts.others.flatMap((block) => shown(block, lowering)),
      isFacing ? facing(parts, node, lowering) : inOrder(parts, node, every !== undefined, lowering),
      foot !== '' ? h('p', { className: ['document-source'], dataKeep: 'previous' }, foot) : [],
    ),
  ];
}

function inOrder(parts: DocumentParts, node: ContainerDirective, isNumbered: boolean, lowering: Lowering): ElementContent[] {
  const { originals, translations, original, translation } = parts;
  const paragraph = (block: WrittenBlock, index: number): ElementContent[] => {
    const content = shown(block, lowering);
    if (!isNumbered || lowering.target === 'print') return content;
    return leadWith([h('span', { className: ['paragraph-number'], dataUncounted: '' }, String(index + 1)), text(' ')], content);
  };
  if (!original && !translation) {
    // Raw HTML among its paragraphs is read with what it encloses.
    return isNumbered && lowering.target === 'epub' ? originals.flatMap(paragraph) : lowering.all(node.children);
  }
  return Array.from({ length: Math.max(originals.length, translations.length) }, (_, index) => {
    const [one, other] = [originals[index], translations[index]];
    return [...(one ? [side('div', 'original', original, node, index === 0, paragraph(one, index), lowering)] : []), ...(other ? [side('div', 'translation', translation, node, index === 0, shown(other, lowering), lowering)] : [])];
  }).flat();
}

function facing({ originals, translations, original, translation }: DocumentParts, node: ContainerDirective, lowering: Lowering): Element[] {
  const rows = Array.from({ length: Math.max(originals.length, translations.length) }, (_, index) => {
    const [one, other] = [originals[index], translations[index]];
    return h(
      'tr',
      {},
      side('td', 'original', original, node, index === 0, one ? shown(one, lowering) : [], lowering),
      side('td', 'translation', translation, node, index === 0, other ? shown(other, lowering) : [], lowering),
    );
  });
  return rows.length === 0 ? [] : [h('table', { className: ['parallel', 'facing'] }, h('tbody', {}, rows))];
}

/** Its label goes with its first paragraph. The language of a document is that of its original; a translation is into the book's. */
function side(tagName: 'div' | 'td', name: 'original' | 'translation', part: ContainerDirective | undefined, document: ContainerDirective, isFirst: boolean, content: ElementContent[], lowering: Lowering): Element {
  const { class: classes, lang: own } = part?.attributes ?? {};
  const lang = own ?? (name === 'translation' && document.attributes?.['lang'] ? lowering.config.language : undefined);
  const id = part && isFirst ? lowering.lookup.labelled(lowering.id(part))?.anchor : undefined;
  return h(tagName, { id, className: [name, ...(classes ?? '').split(/\s+/).filter((word) => word !== '')], lang: lang ?? undefined }, content);
}

const shown = ({ node, source }: WrittenBlock, lowering: Lowering): ElementContent[] => lowering.within(source).all([node]);
