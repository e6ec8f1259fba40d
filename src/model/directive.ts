/**
 * Every directive there is: its form, and the attributes it takes. A directive's meaning lives in the pass that collects it
 * and the handler that lowers it; this table is what "unknown" is measured against.
 */
export type DirectiveForm = 'textDirective' | 'leafDirective' | 'containerDirective';

export interface DirectiveShape {
  readonly forms: readonly DirectiveForm[];
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

const text = (...optional: string[]): DirectiveShape => ({ forms: ['textDirective'], optional });
const leaf = (...optional: string[]): DirectiveShape => ({ forms: ['leafDirective'], optional });
const container = (...optional: string[]): DirectiveShape => ({ forms: ['containerDirective'], optional });

/** `id`, `class` and `lang` go with every directive. */
export const commonAttributes = ['id', 'class', 'lang'];

export const directives = {
  term: text('of'),
  person: text('of'),
  place: text('of'),
  date: { forms: ['textDirective'], required: ['on'] },
  index: { forms: ['textDirective', 'leafDirective'], optional: ['entry'] },
  claim: { forms: ['textDirective'], required: ['id', 'status'] },
  page: text(),

  question: container('level', 'lines'),
  answer: container(),
  evidence: { forms: ['containerDirective', 'leafDirective'], optional: ['for'] },
  document: container('title', 'source'),
  chart: { forms: ['containerDirective'], required: ['id', 'kind', 'data', 'x', 'y', 'alt'], optional: ['x2', 'unit'] },
  epigraph: container(),
  callout: container('title'),

  timeline: { forms: ['leafDirective'], required: ['id', 'alt'], optional: ['from', 'to', 'caption'] },
  bibliography: leaf(),
  glossary: leaf(),
  people: leaf(),
  places: leaf(),
  chronology: leaf(),
  answers: leaf(),
  figures: leaf(),
  tables: leaf(),
} as const satisfies Record<string, DirectiveShape>;

export type DirectiveName = keyof typeof directives;

export function shapeOf(name: string): DirectiveShape | undefined {
  return Object.hasOwn(directives, name) ? directives[name as DirectiveName] : undefined;
}
