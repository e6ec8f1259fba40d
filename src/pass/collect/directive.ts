/**
 * What each directive adds to the tables: one collector per name, in the three forms, complete for them all.
 *
 * Reports d-001 (not known), d-002 (an attribute is missing), d-008 (an attribute is not known), d-009 (printed twice).
 */
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../../diagnostics/nearest.js';
import type { OwnKind } from '../../model/book.js';
import { commonAttributes, directives, printedOnce, shapeOf, spellDirective, type DirectiveShape, type NameOf } from '../../model/directive.js';
import { nodeId, type NodeId } from '../../model/id.js';
import type { Place } from '../../model/place.js';
import { attributePlace, placeOf, placeWithin } from '../../model/source.js';
import { collectClaim, collectEvidence, collectEvidenceList } from './claim.js';
import { checkComment } from './comment.js';
import { collectColumn, collectColumns } from './columns.js';
import { collectDate } from './date.js';
import { collectDocument, collectDocumentPart } from './document.js';
import { collectChart, collectDrawing } from './drawing.js';
import type { Gathering } from './gathering.js';
import { collectInclude } from './include.js';
import { collectIndexLeaf, collectIndexMark, collectIndexRange } from './index-mark.js';
import { collectAbbreviation, collectMention } from './mention.js';
import { checkReaders } from './only.js';
import { checkPageForm } from './page-form.js';
import { collectAnswer, collectHint, collectQuestion } from './question.js';
import { checkSequence } from './sequence.js';
import { checkVerse } from './verse.js';
import type { Visit } from '../walk.js';

export type DirectiveNode = TextDirective | LeafDirective | ContainerDirective;

/** A directive as it was met: what its collector needs to know, and to complain. */
export interface Met<Node extends DirectiveNode = DirectiveNode> {
  readonly node: Node;
  readonly visit: Visit;
  readonly id: NodeId;
  /** `:::callout`, as it is written. */
  readonly spelt: string;
  readonly label: string | undefined;
  readonly given: Readonly<Record<string, string | null | undefined>>;
  readonly place: Place;
  readonly at: (words: string) => Place;
  readonly atAttribute: (name: string) => Place;
}

export type Collector<Node extends DirectiveNode> = (met: Met<Node>, gathering: Gathering) => void;

/** The label of what has no number: a passage that can be linked to. */
const asPassage: Collector<DirectiveNode> = ({ visit, label }, gathering) => {
  if (label !== undefined) gathering.addLabelled('passage', visit, label);
};

const withPassage =
  <Node extends DirectiveNode>(collect: Collector<Node>): Collector<Node> =>
  (met, gathering) => {
    collect(met, gathering);
    asPassage(met, gathering);
  };

const textDirectives: { readonly [name in NameOf<'textDirective'>]: Collector<TextDirective> } = {
  term: withPassage(collectMention('terms')),
  person: withPassage(collectMention('people')),
  place: withPassage(collectMention('places')),
  abbr: withPassage(collectAbbreviation),
  date: withPassage(collectDate),
  index: withPassage(collectIndexMark),
  claim: collectClaim,
  page: withPassage(checkPageForm),
  only: withPassage(checkReaders),
};

const leafDirectives: { readonly [name in NameOf<'leafDirective'>]: Collector<LeafDirective> } = {
  index: withPassage(collectIndexLeaf),
  evidence: withPassage(collectEvidenceList),
  timeline: collectDrawing,
  include: withPassage(collectInclude),
  bibliography: asPassage,
  glossary: asPassage,
  people: asPassage,
  places: asPassage,
  abbreviations: asPassage,
  chronology: asPassage,
  answers: asPassage,
  commentary: asPassage,
  figures: asPassage,
  tables: asPassage,
};

const containerDirectives: { readonly [name in NameOf<'containerDirective'>]: Collector<ContainerDirective> } = {
  question: collectQuestion,
  hint: withPassage(collectHint),
  answer: withPassage(collectAnswer),
  only: withPassage(checkReaders),
  evidence: withPassage(collectEvidence),
  index: withPassage(collectIndexRange),
  glossary: asPassage,
  document: collectDocument,
  original: withPassage(collectDocumentPart),
  translation: withPassage(collectDocumentPart),
  columns: withPassage(collectColumns),
  column: withPassage(collectColumn),
  chart: collectChart,
  epigraph: asPassage,
  callout: asPassage,
  sequence: withPassage(checkSequence),
  verse: withPassage(checkVerse),
  comment: withPassage(checkComment),
};

export function collectDirective(node: DirectiveNode, visit: Visit, gathering: Gathering): void {
  const { source } = visit;
  const { report } = gathering;
  const own = node.type === 'containerDirective' ? gathering.read.config.kinds.find(({ name }) => name === node.name) : undefined;
  const shape = own ? ownShape : shapeOf(node.name);
  const place = placeOf(source, node);
  const at = (words: string) => placeWithin(source, node, words);
  const spelt = spellDirective(node.name, node.type);
  const collect = own ? collectOwn(own) : collectorOf(node);
  if (!shape || !collect) {
    const ownNames = gathering.read.config.kinds.map(({ name }) => name);
    const near = shape ? shape.forms.map((form) => spellDirective(node.name, form)) : nearest(node.name, [...Object.keys(directives), ...ownNames]).map((name) => (ownNames.includes(name) ? spellDirective(name, 'containerDirective') : spellDirective(name)));
    const unmeant = node.type === 'textDirective' ? ['for a colon that begins no directive, write `\\:`'] : [];
    report('d-001', at(spelt), `there is no directive \`${spelt}\``, ...(near.length > 0 ? near.map((like) => `\`${like}\` exists`) : unmeant));
    return;
  }
  const given = node.attributes ?? {};
  const atAttribute = (name: string) => attributePlace(source, node, name);
  for (const name of shape.required ?? []) {
    if (!given[name]) report('d-002', at(spelt), `\`${spelt}\` needs ${name === 'id' ? 'a label, `{#…}`' : `\`${name}=…\``}`);
  }
  const known = [...commonAttributes, ...(shape.required ?? []), ...(shape.optional ?? []), ...(node.type === 'leafDirective' ? (shape.optionalOnLeaf ?? []) : [])];
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) report('d-008', atAttribute(name), `\`${spelt}\` has no attribute \`${name}\``, ...nearest(name, known).map((like) => `\`${like}\` exists`));
  }
  collect({ node, visit, id: nodeId(source.stem, node), spelt, label: given['id'] ?? undefined, given, place, at, atAttribute }, gathering);
  if (node.type === 'leafDirective' && printedOnce.has(node.name) && !gathering.isPrinting(node) && !(node.name === 'index' && given['entry'])) report('d-009', place, `\`${spelt}\` stands here a second time, where it is not printed`);
}

/** `:::theorem{#thm:x title="…"}`, of a kind that book.yaml declares. */
const ownShape: DirectiveShape = { forms: ['containerDirective'], optional: ['title'] };

const collectOwn =
  (own: OwnKind): Collector<DirectiveNode> =>
  ({ visit, label }, gathering) =>
    void gathering.addLabelled('own', visit, label, own);

const tables = { textDirective: textDirectives, leafDirective: leafDirectives, containerDirective: containerDirectives };

/** A name is the author's: `constructor` names no directive, though every object has one. */
function collectorOf({ type, name }: DirectiveNode): Collector<DirectiveNode> | undefined {
  const table: Readonly<Record<string, unknown>> = tables[type];
  return Object.hasOwn(table, name) ? (table[name] as Collector<DirectiveNode>) : undefined;
}
