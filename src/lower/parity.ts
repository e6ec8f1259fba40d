/**
 * What each output shows of each construct: a statement for every node type and every directive, complete for them all.
 *
 * `tests/unit/parity.test.ts` lowers each of them for both targets and looks whether the statement is true; the README gives every
 * reason that stands here. The booklet is made of the PDF’s pages and loses what is no ink: links, tags.
 * Not here: what a book uses of it (usage.ts), what its author allows (judge-parity.ts).
 */
import type { Nodes } from 'mdast';
import type { NameOf } from '../model/directive.js';

export const parityOutputs = ['pdf', 'booklet', 'epub'] as const;
export type ParityOutput = (typeof parityOutputs)[number];

export interface Treatment {
  readonly state: 'shown' | 'reduced' | 'dropped';
  /** Absent where it is shown. */
  readonly because?: string;
  /** A decision of the design: nobody needs to allow it. */
  readonly isDesign?: true;
}

export type Treatments = Readonly<Record<ParityOutput, Treatment>>;

const asWritten: Treatment = { state: 'shown' };
/** Something of it is there. */
const reduced = (because: string): Treatment => ({ state: 'reduced', because });
/** Left out on purpose, since the output has no place for it. */
const omitted = (because: string): Treatment => ({ state: 'dropped', because, isDesign: true });
/** Lost, unless its author allows that. */
const lost = (because: string): Treatment => ({ state: 'dropped', because });

const treat = ({ pdf = asWritten, booklet = pdf, epub = asWritten }: Partial<Treatments>): Treatments => ({ pdf, booklet, epub });
const shown = treat({});

export const constructs = {
  alert: shown,
  citation: shown,
  code: shown,
  'definition list': shown,
  emphasis: shown,
  figure: shown,
  formula: shown,
  heading: shown,
  'letters above or below': shown,
  'line break': shown,
  link: treat({ booklet: reduced('its words are there, but paper cannot be followed') }),
  list: shown,
  note: shown,
  paragraph: shown,
  picture: shown,
  quotation: shown,
  'raw HTML': shown,
  reference: shown,
  rule: shown,
  span: shown,
  table: shown,
  verse: shown,
} as const satisfies Readonly<Record<string, Treatments>>;

/** What is a part of another construct, or nothing that is shown, is none by itself. */
const part = undefined;

export const constructOf: { readonly [T in Nodes['type']]: keyof typeof constructs | typeof part } = {
  alert: 'alert',
  blockquote: 'quotation',
  break: 'line break',
  caption: part,
  citation: 'citation',
  code: 'code',
  containerDirective: part,
  crossReference: 'reference',
  definition: part,
  definitionDescription: part,
  definitionList: 'definition list',
  definitionTerm: part,
  delete: 'emphasis',
  emphasis: 'emphasis',
  figure: 'figure',
  footnoteDefinition: part,
  footnoteReference: 'note',
  heading: 'heading',
  html: 'raw HTML',
  image: 'picture',
  imageReference: 'picture',
  inlineCode: 'code',
  inlineMath: 'formula',
  inlineNote: 'note',
  leafDirective: part,
  lineBlock: 'verse',
  link: 'link',
  linkReference: 'link',
  list: 'list',
  listItem: part,
  math: 'formula',
  paragraph: 'paragraph',
  root: part,
  span: 'span',
  stanza: part,
  strong: 'emphasis',
  subscript: 'letters above or below',
  superscript: 'letters above or below',
  table: 'table',
  tableCell: part,
  tableRow: part,
  text: part,
  textDirective: part,
  thematicBreak: 'rule',
  verseLine: part,
  yaml: part,
};

export const textDirectives: { readonly [name in NameOf<'textDirective'>]: Treatments } = {
  term: shown,
  person: shown,
  place: shown,
  abbr: shown,
  date: shown,
  index: shown,
  claim: shown,
  only: shown,
  page: shown,
};

export const leafDirectives: { readonly [name in NameOf<'leafDirective'>]: Treatments } = {
  index: shown,
  evidence: shown,
  timeline: shown,
  bibliography: shown,
  glossary: shown,
  people: shown,
  places: shown,
  abbreviations: shown,
  chronology: shown,
  answers: shown,
  commentary: shown,
  figures: shown,
  tables: shown,
  include: shown,
};

export const containerDirectives: { readonly [name in NameOf<'containerDirective'>]: Treatments | typeof part } = {
  question: shown,
  hint: part,
  answer: part,
  only: shown,
  evidence: shown,
  document: shown,
  chart: shown,
  epigraph: shown,
  callout: shown,
  glossary: shown,
  index: shown,
  column: part,
  columns: treat({ epub: reduced('what stands side by side on a page stands one below the other') }),
  original: part,
  translation: part,
  sequence: shown,
  verse: shown,
  comment: shown,
};

interface Detail {
  readonly treatments: Treatments;
  readonly isIn: (node: Nodes) => boolean;
}

const directiveAttribute = (node: Nodes, ...names: readonly string[]): boolean => 'attributes' in node && names.some((name) => Boolean(node.attributes?.[name]));

/** What an attribute or the place of a construct adds, and an output treats in a way of its own. */
export const details = {
  'ruled lines': {
    treatments: treat({ epub: omitted('nobody writes on the lines of a screen') }),
    isIn: (node) => node.type === 'containerDirective' && node.name === 'question' && Number(node.attributes?.['lines'] ?? 0) > 0,
  },
  'facing texts': {
    treatments: treat({ epub: reduced('what stands side by side on a page stands one below the other') }),
    isIn: (node) => node.type === 'containerDirective' && node.name === 'document' && node.attributes?.['layout'] === 'facing',
  },
  'line numbers of a document': {
    treatments: treat({ epub: reduced('it has no lines that stay: its paragraphs are numbered') }),
    isIn: (node) => node.type === 'containerDirective' && node.name === 'document' && Boolean(node.attributes?.['numbers']),
  },
  placement: {
    treatments: treat({ epub: omitted('it has no pages that a figure could stand at the head of') }),
    isIn: (node) => node.data?.attributes?.values['placement'] !== undefined || (node.type === 'table' && node.caption?.data?.attributes?.values['placement'] !== undefined) || directiveAttribute(node, 'placement'),
  },
  'margin note': {
    treatments: treat({ epub: reduced('it has no margin: the note opens as others do') }),
    isIn: (node) => (node.type === 'inlineNote' || node.type === 'footnoteReference') && node.data?.attributes?.classes.includes('margin') === true,
  },
  'data table': {
    treatments: treat({ pdf: omitted('the page has the drawing, whose alternative text says what it shows') }),
    isIn: (node) => (node.type === 'containerDirective' && node.name === 'chart') || (node.type === 'leafDirective' && node.name === 'timeline'),
  },
  'alternative text': {
    treatments: treat({ booklet: omitted('a sheet has no order in which it could be read aloud') }),
    isIn: (node) => node.type === 'figure' || node.type === 'image' || node.type === 'math' || node.type === 'inlineMath' || directiveAttribute(node, 'alt'),
  },
  'raw source of another system': {
    treatments: treat({ pdf: reduced('it is shown as it was written, as code'), epub: reduced('it is shown as it was written, as code') }),
    isIn: (node) => (node.type === 'code' || node.type === 'inlineCode') && node.data?.attributes?.classes.some((name) => name.startsWith('=') && name !== '=html' && name !== '=comment') === true,
  },
} as const satisfies Readonly<Record<string, Detail>>;

/** What raw HTML would bring in from elsewhere, and a page cannot hold. */
export const embedded: ReadonlySet<string> = new Set(['<audio', '<canvas', '<embed', '<iframe', '<img', '<object', '<picture', '<svg', '<video']);

const lostEverywhere = lost('raw HTML brings nothing in from elsewhere');

/** @param name of a construct as `Usage` records it */
export function treatmentsOf(name: string): Treatments {
  const [, colons = '', directive = ''] = /^(:*)(.+)$/.exec(name) ?? [];
  const table: Readonly<Record<string, Treatments | typeof part>> = { '': constructs, ':': textDirectives, '::': leafDirectives, ':::': containerDirectives }[colons] ?? {};
  if (Object.hasOwn(table, directive)) return table[directive] as Treatments;
  if (Object.hasOwn(details, name)) return details[name as keyof typeof details].treatments;
  return treat({ pdf: lostEverywhere, epub: lostEverywhere });
}
