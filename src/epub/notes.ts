import type { Element, ElementContent } from 'xast';
import type { PartExplanation, PartNote } from '../model/document.js';
import type { Words } from '../model/words.js';
import { element, fromHast, text } from './tree.js';

/**
 * The notes of a file as its last section: each an aside that a reading system can show where it is called, with its number and
 * a way back. No heading: some readers hide the asides, and it would stand over nothing.
 */
export function notesSection(notes: readonly PartNote[], words: Words): Element | undefined {
  if (notes.length === 0) return undefined;
  return element(
    'section',
    { class: 'notes', 'epub:type': 'footnotes', role: 'doc-endnotes', 'aria-label': words.notes },
    ...notes.map((note) => {
      const number = element('span', { class: 'note-number' }, `${note.number}.`);
      return aside({ anchor: note.anchor, at: note.at, backTo: note.callAnchor, backLabel: `${words.epub.back} ${note.number}`, lead: [number, text(' ')], body: fromHast(note.body) });
    }),
  );
}

/**
 * The entries of registers that the text of a file mentions, as a section after its notes: an aside each, which a reading system
 * shows at the mention, and which all others lead to. It is never hidden, since it is all that some readers have.
 */
export function explanationsSection(explanations: readonly PartExplanation[], words: Words): Element | undefined {
  if (explanations.length === 0) return undefined;
  return element(
    'section',
    { class: 'explanations', 'epub:type': 'footnotes', role: 'doc-endnotes', 'aria-label': words.epub.explanations },
    ...explanations.map(({ anchor, backTo, name, body }) => aside({ anchor, backTo, backLabel: `${words.epub.backToMention} ${name}`, lead: [], body: fromHast(body) })),
  );
}

interface Aside {
  readonly anchor: string;
  /** Where it is written, if it is of one place. */
  readonly at?: string;
  readonly backTo: string;
  readonly backLabel: string;
  /** Before the first words. */
  readonly lead: readonly ElementContent[];
  readonly body: readonly ElementContent[];
}

function aside({ anchor, at, backTo, backLabel, lead, body }: Aside): Element {
  const blocks = inParagraphs(body);
  const back = element(
    'a',
    {
      class: 'note-back',
      'epub:type': 'backlink',
      role: 'doc-backlink',
      href: `#${backTo}`,
      'aria-label': backLabel,
    },
    // U+FE0E asks for the arrow as text: some devices draw it as a coloured picture.
    '↩\uFE0E',
  );
  if (lead.length > 0) paragraphAt(blocks, 'start').children.unshift(...lead);
  paragraphAt(blocks, 'end').children.push(text(' '), back);
  return element('aside', { id: anchor, 'data-at': at, 'epub:type': 'footnote', role: 'doc-footnote' }, ...blocks);
}

/** The paragraph that a note begins or ends with; a note that begins or ends with a list or a table gets one there. */
function paragraphAt(blocks: ElementContent[], side: 'start' | 'end'): Element {
  const present = side === 'start' ? blocks[0] : blocks.at(-1);
  if (present?.type === 'element' && present.name === 'p') return present;
  const made = element('p');
  if (side === 'start') blocks.unshift(made);
  else blocks.push(made);
  return made;
}

const blockNames = new Set(
  'p ul ol dl div blockquote pre table figure section aside header footer details hr h1 h2 h3 h4 h5 h6'.split(' '),
);

/** Runs of words between blocks become paragraphs. */
function inParagraphs(content: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let run: Element | undefined;
  for (const node of content) {
    if (node.type === 'element' && blockNames.has(node.name)) {
      run = undefined;
      blocks.push(node);
    } else if (run) {
      run.children.push(node);
    } else if (node.type !== 'text' || node.value.trim() !== '') {
      run = element('p', {}, node);
      blocks.push(run);
    }
  }
  return blocks;
}
