import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { audiences, type Audience } from './book.js';

/**
 * Every directive there is: its form, and the attributes it takes. A directive's meaning lives in the pass that collects it
 * and the handler that lowers it; this table is what "unknown" is measured against.
 */
export type DirectiveForm = 'textDirective' | 'leafDirective' | 'containerDirective';

export interface DirectiveShape<Form extends DirectiveForm = DirectiveForm> {
  readonly forms: readonly Form[];
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** What its leaf form takes besides. */
  readonly optionalOnLeaf?: readonly string[];
}

const text = (...optional: string[]): DirectiveShape<'textDirective'> => ({ forms: ['textDirective'], optional });
const leaf = (...optional: string[]): DirectiveShape<'leafDirective'> => ({ forms: ['leafDirective'], optional });
const container = (...optional: string[]): DirectiveShape<'containerDirective'> => ({ forms: ['containerDirective'], optional });

/** `id`, `class` and `lang` go with every directive. */
export const commonAttributes = ['id', 'class', 'lang'];

export const directives = {
  term: text('of'),
  person: text('of'),
  place: text('of'),
  abbr: text('of', 'form'),
  date: { forms: ['textDirective'], required: ['on'], optional: ['event', 'short', 'thread', 'place', 'status'] },
  index: { forms: ['textDirective', 'leafDirective', 'containerDirective'], optional: ['entry', 'sort', 'in', 'see', 'see-also', 'main'], optionalOnLeaf: ['of', 'from', 'layout', 'letters', 'columns'] },
  claim: { forms: ['textDirective'], required: ['id', 'status'] },
  page: text('form'),

  question: container('kind', 'level', 'lines'),
  hint: container(),
  answer: container(),
  only: { forms: ['containerDirective', 'textDirective'], required: ['for'] },
  evidence: { forms: ['containerDirective', 'leafDirective'], optional: ['for', 'status', 'by'] },
  document: container('title', 'source', 'archive', 'date', 'numbers', 'layout'),
  original: container(),
  translation: container(),
  columns: container('widths'),
  column: container(),
  chart: { forms: ['containerDirective'], required: ['id', 'kind', 'x', 'y', 'alt'], optional: ['data', 'x2', 'unit', 'placement'] },
  epigraph: container('source'),
  callout: container('title'),
  sequence: container(),
  verse: container('title', 'source', 'numbers', 'from'),
  comment: container('on', 'nth', 'in', 'was', 'placement'),

  timeline: { forms: ['leafDirective'], required: ['id', 'alt'], optional: ['from', 'to', 'caption', 'placement'] },
  include: { forms: ['leafDirective'], required: ['file'], optional: ['lines', 'heading-shift'] },
  bibliography: leaf('keyword', 'not-keyword', 'type', 'in', 'list', 'annotated'),
  glossary: { forms: ['leafDirective', 'containerDirective'] },
  people: leaf(),
  places: leaf(),
  abbreviations: leaf(),
  chronology: leaf(),
  answers: leaf(),
  commentary: leaf(),
  figures: leaf(),
  tables: leaf(),
} as const satisfies Record<string, DirectiveShape>;

/** Leaf directives whose entries carry anchors: a book prints each once. */
export const printedOnce: ReadonlySet<string> = new Set(['glossary', 'people', 'places', 'abbreviations', 'chronology', 'answers', 'commentary', 'index']);

export type DirectiveName = keyof typeof directives;

/** The directives that are written in a form: what a table of their meanings must be complete for. */
export type NameOf<Form extends DirectiveForm> = { [Name in DirectiveName]: Form extends (typeof directives)[Name]['forms'][number] ? Name : never }[DirectiveName];

const colons: Readonly<Record<DirectiveForm, string>> = { textDirective: ':', leafDirective: '::', containerDirective: ':::' };

/** `:::callout`, as it is written in its first form. */
export function spellDirective(name: string, form: DirectiveForm = shapeOf(name)?.forms[0] ?? 'textDirective'): string {
  return `${colons[form]}${name}`;
}

export function shapeOf(name: string): DirectiveShape | undefined {
  return Object.hasOwn(directives, name) ? directives[name as DirectiveName] : undefined;
}

/** The names in `:only{for="teacher self-study"}`, as written. */
export function namesIn({ attributes }: TextDirective | LeafDirective | ContainerDirective): string[] {
  return (attributes?.['for'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
}

/** For whom an `:only` is printed: for everybody as long as it names somebody who is not known. */
export function readersOf(node: TextDirective | LeafDirective | ContainerDirective): readonly Audience[] {
  const named = audiences.filter((audience) => namesIn(node).includes(audience));
  return named.length > 0 && named.length === new Set(namesIn(node)).size ? named : audiences;
}

/** `main`, `main=true`, `main=false`; nothing when it says neither. */
export function isOn(value: string | null | undefined): boolean | undefined {
  return value === undefined || value === null || value === 'false' ? false : value === '' || value === 'true' ? true : undefined;
}

/** The value of an attribute that counts something, from 1 on; nothing when it is no such number. */
export function wholeNumber(value: string | null | undefined): number | undefined {
  return /^[1-9][0-9]{0,5}$/.test(value ?? '') ? Number(value) : undefined;
}

/** Of `2:1`: what part of the whole each column takes. */
export function columnWidths(written: string | null | undefined): number[] | undefined {
  const shares = (written ?? '').split(':').map((share) => (/^\s*\d{1,3}(\.\d+)?\s*$/.test(share) ? Number(share) : 0));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.every((share) => share > 0) ? shares.map((share) => share / sum) : undefined;
}
