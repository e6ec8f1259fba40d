/**
 * Gathers every label, note, citation, mention, date, claim, question and index mark into tables.
 *
 * In: `Read`. Out: `Collected`: labels unique, everything in document order, each table keyed by node id.
 * Reports d-001 to d-005, d-007 to d-009 (directives), m-010, m-011 (notes), x-002 (label twice), c-001 (unknown key).
 * Not here: bibliographies (pass/collect-bibliographies.ts), numbers (pass/number.ts), the words of a reference (pass/resolve.ts).
 */
import GithubSlugger from 'github-slugger';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../diagnostics/nearest.js';
import type { Hint } from '../diagnostics/diagnostic.js';
import { visitBlocks } from '../model/blocks.js';
import type { Context } from '../model/context.js';
import { commonAttributes, directives, printedOnce, shapeOf, spellDirective, wholeNumber } from '../model/directive.js';
import {
  claimStatuses,
  type Chapter,
  type CitationOccurrence,
  type Claim,
  type Collected,
  type IndexMark,
  type Labelled,
  type LabelKind,
  type Mention,
  type NoteCall,
  type Question,
  type Read,
  type RegisterEntry,
  type Source,
} from '../model/document.js';
import { parseEdtf } from '../model/edtf.js';
import { anchorOf, nodeId, type Anchor, type Label, type NodeId } from '../model/id.js';
import { attributePlace, placeOf, placeWithin, sourcesOf } from '../model/source.js';
import { plain } from '../read/read-chapter.js';
import { collectBibliographies } from './collect-bibliographies.js';
import { definitionOf, evidenceBlocks, isAnswer, printedLeaves, prints, walkBook, type Visit } from './walk.js';

/** Directives whose labels are those of a figure, a question, …; on any other a label marks the passage. */
const labelledByKind: ReadonlySet<string> = new Set(['claim', 'question', 'document', 'chart', 'timeline']);

/** Which register a mention looks its entry up in. */
const mentionKinds = { term: 'terms', person: 'people', place: 'places' } as const;

export function collect(read: Read, { report }: Pick<Context, 'report'>): Collected {
  const labelled: Labelled[] = [];
  const byLabel = new Map<string, Labelled>();
  const notes: NoteCall[] = [];
  const citations: CitationOccurrence[] = [];
  const mentions: Mention[] = [];
  const marks: IndexMark[] = [];
  const claims: Claim[] = [];
  const questions: Question[] = [];
  const charts: Collected['charts'][number][] = [];

  const evidence = evidenceBlocks(read);
  const leaves = printedLeaves(read);
  const finders = { term: entryFinder(read, 'terms'), person: entryFinder(read, 'people'), place: entryFinder(read, 'places') };
  const anchors = new AnchorBook();
  const sluggers = new Map<Chapter, GithubSlugger>();
  const called = new Set<Nodes>();
  /** A note called again in another chapter is set there, too. */
  const noted = new Map<Chapter, Set<Nodes>>();

  for (const chapter of read.chapters) {
    anchors.reserve(chapter.slug);
    if (!chapter.titleNode) addLabelled('chapter', { node: chapter.tree, chapter, source: chapter }, chapter.slug, undefined, 1);
  }

  walkBook(read, (visit) => {
    const { node, source } = visit;
    const attributes = node.data?.attributes;
    switch (node.type) {
      case 'heading': {
        if (node === visit.chapter.titleNode) return addLabelled('chapter', visit, visit.chapter.slug, attributes?.id, 1);
        let slugger = sluggers.get(visit.chapter);
        if (!slugger) sluggers.set(visit.chapter, (slugger = new GithubSlugger()));
        const anchor = attributes?.id !== undefined ? anchorOf(attributes.id) : anchorOf(`${visit.chapter.slug}-${slugger.slug(plain(node.children))}`);
        return addLabelled('section', visit, anchors.claim(anchor), attributes?.id, node.depth + visit.chapter.shift);
      }
      case 'figure':
        return addLabelled('figure', visit, labelAnchor(visit, 'figure', attributes?.id), attributes?.id);
      case 'table': {
        const id = attributes?.id ?? node.caption?.data?.attributes?.id;
        if (id !== undefined || node.caption) addLabelled('table', visit, labelAnchor(visit, 'table', id), id);
        return;
      }
      case 'math':
      case 'inlineMath':
        if (attributes?.id !== undefined) addLabelled('equation', visit, labelAnchor(visit, 'equation', attributes.id), attributes.id);
        return;
      case 'code':
        if (attributes?.id !== undefined) addLabelled('listing', visit, labelAnchor(visit, 'listing', attributes.id), attributes.id);
        return;
      case 'span':
      case 'link':
      case 'inlineCode':
      case 'image':
        if (attributes?.id !== undefined) addLabelled('passage', visit, labelAnchor(visit, 'passage', attributes.id), attributes.id);
        return;
      case 'footnoteReference': {
        const definition = definitionOf(source, node.identifier);
        if (!definition) report('m-010', placeOf(source, node), `the note \`[^${node.label ?? node.identifier}]\` is called but not written`, ...hintNotes(source, node.identifier));
        else {
          called.add(definition);
          const here = noted.get(visit.chapter) ?? new Set();
          noted.set(visit.chapter, here);
          if (!here.has(definition)) notes.push({ id: nodeId(source.stem, node), chapter: visit.chapter, source, body: definition });
          here.add(definition);
        }
        return;
      }
      case 'inlineNote':
        notes.push({ id: nodeId(source.stem, node), chapter: visit.chapter, source, body: node });
        return;
      case 'citation': {
        const unknown = node.parts.filter((part) => !read.library.entries.has(part.key));
        for (const part of unknown) {
          report(
            'c-001',
            placeWithin(source, node, node.value.includes(`@{${part.key}}`) ? `@{${part.key}}` : `@${part.key}`),
            `citation key \`${part.key}\` is not in the bibliography`,
            ...nearest(part.key, [...read.library.entries.keys()]).map((key) => {
              const place = read.library.entries.get(key)?.place;
              return { text: `\`${key}\` exists`, ...(place && { place }) };
            }),
          );
        }
        if (unknown.length === node.parts.length) return;
        const id = nodeId(source.stem, node);
        const cited = node.parts.find((part) => !unknown.includes(part))?.key ?? '';
        citations.push({ id, anchor: anchors.claim(anchorOf(`cite-${cited}`)), node, source, chapter: visit.chapter, ...(visit.insideNote && { insideNote: visit.insideNote }) });
        if (read.style.form === 'note' && !visit.insideNote) notes.push({ id, chapter: visit.chapter, source, body: node });
        return;
      }
      case 'textDirective':
      case 'leafDirective':
      case 'containerDirective':
        return collectDirective(node, visit);
      default:
    }
  });

  reportUncalledNotes();
  reportEvidence();
  if (questions.some((question) => question.answers.length > 0) && !prints(read, 'answers')) {
    const first = questions.find((question) => question.answers.length > 0) as Question;
    report('d-009', placeOf(first.source, first.answers[0] as Nodes), 'answers are written, but nothing says where to print them', 'write `::answers` on a line of its own in a chapter at the back');
  }
  if (evidence.length > 0 && !prints(read, 'evidence')) {
    const [first] = evidence;
    if (first) report('d-009', placeOf(first.source, first.node), 'evidence is written, but nothing says where to print it', 'write `::evidence` on a line of its own in a chapter at the back');
  }
  return { ...read, labelled, byLabel, notes, citations, mentions, marks, claims, questions, charts, lists: collectBibliographies(read, { report }) };

  function collectDirective(node: TextDirective | LeafDirective | ContainerDirective, visit: Visit) {
    const { source, chapter } = visit;
    const shape = shapeOf(node.name);
    const place = placeOf(source, node);
    const at = (words: string) => placeWithin(source, node, words);
    const spelt = spellDirective(node.name, node.type);
    if (!shape || !shape.forms.includes(node.type)) {
      const near = shape ? shape.forms.map((form) => spellDirective(node.name, form)) : nearest(node.name, Object.keys(directives)).map((name) => spellDirective(name));
      const unmeant = node.type === 'textDirective' ? ['for a colon that begins no directive, write `\\:`'] : [];
      report('d-001', at(spelt), `there is no directive \`${spelt}\``, ...(near.length > 0 ? near.map((like) => `\`${like}\` exists`) : unmeant));
      return;
    }
    const given = node.attributes ?? {};
    const atAttribute = (name: string) => attributePlace(source, node, name);
    for (const name of shape.required ?? []) {
      if (!given[name]) report('d-002', at(spelt), `\`${spelt}\` needs ${name === 'id' ? 'a label, `{#…}`' : `\`${name}=…\``}`);
    }
    const known = [...commonAttributes, ...(shape.required ?? []), ...(shape.optional ?? [])];
    for (const name of Object.keys(given)) {
      if (!known.includes(name)) report('d-008', atAttribute(name), `\`${spelt}\` has no attribute \`${name}\``, ...nearest(name, known).map((like) => `\`${like}\` exists`));
    }
    const id = nodeId(source.stem, node);
    const label = given['id'] ?? undefined;

    if (node.type === 'textDirective' && (node.name === 'term' || node.name === 'person' || node.name === 'place')) {
      const finder = finders[node.name];
      const wanted = given['of'] ?? toString(node);
      const entry = finder.find(wanted);
      if (entry) addMention(entry);
      else {
        const register = read.config.registers[mentionKinds[node.name]];
        report('d-003', place, `\`${wanted}\` is not in the register of ${mentionKinds[node.name]}`, ...(register === undefined ? [`name one in book.yaml: \`registers: {${mentionKinds[node.name]}: file.yaml}\``] : hintEntry(finder.near(wanted), register)));
      }
    } else if (node.type === 'textDirective' && node.name === 'index') {
      const path = (given['entry'] ?? toString(node)).split('!').map((part) => part.trim()).filter(Boolean);
      if (path.length === 0) report('d-002', place, 'this index mark has no words to stand in the index', 'give them in its brackets, or as `entry=…`');
      else marks.push({ id, anchor: anchors.claim(anchorOf(`i-${path.join('-')}`)), chapter, node, path });
    } else if (node.name === 'page') {
      const form = given['form'];
      if (form && form !== 'on') report('d-002', atAttribute('form'), `\`${form}\` is not a form of a page number`, '`form=on` writes “on page 12” or “on the facing page”');
    } else if (node.type === 'textDirective' && node.name === 'date') {
      const on = given['on'];
      for (const entry of read.registers.dates) if (entry.fields['on'] === on) addMention(entry);
      if (on && !parseEdtf(on)) report('d-007', atAttribute('on'), `\`${on}\` is not a date`, 'write 1933, 1933-09, 1933-09-02, or two of them with a slash between; `~` after it for circa');
    } else if (node.type === 'textDirective' && node.name === 'claim') {
      if (!label) return;
      const status = claimStatuses.find((known) => known === given['status']);
      if (given['status'] && !status) report('d-002', atAttribute('status'), `\`${given['status']}\` is not a status`, ...nearest(given['status'], claimStatuses).map((like) => `\`${like}\` exists`), `a status is one of ${claimStatuses.join(', ')}`);
      const anchor = labelAnchor(visit, 'claim', label);
      addLabelled('claim', visit, anchor, label);
      claims.push({ id, label: label as Label, anchor, chapter, source, node, status: status ?? 'unverified', evidence: evidence.filter((block) => block.node.attributes?.['for'] === label) });
    } else if (node.type === 'containerDirective' && node.name === 'question') {
      const level = Number(given['level'] ?? 1);
      const lines = Number(given['lines'] ?? 0);
      const isLevel = level === 1 || level === 2 || level === 3;
      const isCount = Number.isInteger(lines) && lines >= 0 && lines <= 40;
      if (!isLevel) report('d-002', atAttribute('level'), `\`level=${given['level']}\` is not 1, 2 or 3`, '1 asks to recall, 2 to explain, 3 to judge');
      if (!isCount) report('d-002', atAttribute('lines'), `\`lines=${given['lines']}\` is not a number of lines from 0 to 40`);
      const anchor = labelAnchor(visit, 'question', label);
      addLabelled('question', visit, anchor, label);
      questions.push({ id, anchor, chapter, source, node, answers: node.children.filter(isAnswer), level: isLevel ? level : 1, lines: isCount ? lines : 0 });
    } else if (node.type === 'containerDirective' && node.name === 'verse') {
      if (node.children.some((child) => child.type !== 'stanza')) report('d-002', at(spelt), `\`${spelt}\` takes nothing but attributes on its line`, 'a title is written `{title="…"}`');
      for (const name of ['numbers', 'from'] as const) {
        if (given[name] && wholeNumber(given[name]) === undefined) report('d-002', atAttribute(name), `\`${name}=${given[name]}\` is not a number of lines from 1 on`, name === 'numbers' ? '5 numbers every fifth line' : 'it is the number of the first line');
      }
      if (given['from'] && !given['numbers']) report('d-002', atAttribute('from'), '`from` numbers no lines by itself', 'say by `numbers=5` that every fifth line shall have its number');
    } else if (node.name === 'document') {
      addLabelled('document', visit, labelAnchor(visit, 'document', label), label);
    } else if (node.type !== 'textDirective' && (node.name === 'chart' || node.name === 'timeline')) {
      if (!label) return;
      addLabelled('figure', visit, labelAnchor(visit, 'figure', label), label);
      charts.push({ id, node, source });
    } else if (node.name === 'answer' && !(visit.parent?.type === 'containerDirective' && visit.parent.name === 'question')) {
      report('d-009', place, 'this answer stands in no question, so it is not printed', 'put it before the last colons of its question, which need to be more than its own: `::::question`');
    } else if (node.type === 'containerDirective' && node.name === 'evidence' && !evidence.some((block) => block.node === node)) {
      report('d-009', place, 'evidence is gathered from chapters only, so this is not printed', 'write it in a chapter');
    }
    if (node.type === 'leafDirective' && printedOnce.has(node.name) && leaves.get(node.name) !== node) {
      report('d-009', place, `\`${spelt}\` stands here a second time, where it is not printed`);
    }
    if (label !== undefined && !labelledByKind.has(node.name)) addLabelled('passage', visit, labelAnchor(visit, 'passage', label), label);

    function addMention(entry: RegisterEntry) {
      mentions.push({ id, anchor: anchors.claim(anchorOf(`m-${entry.key}`)), chapter, node: node as TextDirective, entry });
    }
  }

  /** The label's own name, or `chapter-figure`, `chapter-figure-2`, …: stable while the chapter keeps its figures in order. */
  function labelAnchor({ chapter }: Visit, kind: LabelKind, label: string | undefined): Anchor {
    return anchors.claim(anchorOf(label ?? `${chapter.slug}-${kind}`));
  }

  function addLabelled(kind: LabelKind, { node, chapter, source }: Pick<Visit, 'node' | 'chapter' | 'source'>, anchor: Anchor, label?: string, depth = 0) {
    const place = node.type === 'root' ? { file: source.file, line: 1 } : placeOf(source, node);
    const id = node.type === 'root' ? (`${source.stem}:chapter` as NodeId) : nodeId(source.stem, node);
    const entry: Labelled = { id, kind, ...(label !== undefined && { label: label as Label }), anchor, place, chapter, node, depth };
    labelled.push(entry);
    if (label === undefined) return;
    const twin = byLabel.get(label);
    if (twin) report('x-002', node.type === 'root' ? place : placeWithin(source, node, label), `the label \`${label}\` is given twice`, { text: 'first given here', place: twin.place });
    else byLabel.set(label, entry);
  }

  function reportUncalledNotes() {
    for (const source of sourcesOf(read).filter((source) => source !== read.imprint)) {
      visitBlocks(source.tree, 'footnoteDefinition', (definition) => {
        if (called.has(definition)) return;
        const name = `[^${definition.label ?? definition.identifier}]`;
        const first = definitionOf(source, definition.identifier);
        if (first && first !== definition) report('m-011', placeOf(source, definition), `the note \`${name}\` is written twice, and this one is not printed`, { text: 'the first one', place: placeOf(source, first) });
        else report('m-011', placeOf(source, definition), `the note \`${name}\` is written but never called, so it is not printed`, `write \`${name}\` where its number shall stand`);
      });
    }
  }

  function reportEvidence() {
    const known = new Set<string>(claims.map((claim) => claim.label));
    for (const { node, source } of evidence) {
      const target = node.attributes?.['for'];
      if (!target) report('d-002', placeOf(source, node), '`:::evidence` needs `for=…`, the label of a claim');
      else if (!known.has(target)) report('d-005', attributePlace(source, node, 'for'), `there is no claim \`${target}\``, ...nearest(target, [...known]).map((like) => `\`${like}\` exists`));
    }
    for (const claim of claims) {
      if (claim.evidence.length === 0) report('d-004', placeOf(claim.source, claim.node), `the claim \`${claim.label}\` has no evidence`, `write \`:::evidence{for=${claim.label}}\` with the reasons`);
    }
  }
}

/** Finds a register entry by key, name or variant, whatever the case of its letters. */
function entryFinder(read: Read, kind: 'terms' | 'people' | 'places') {
  const known = new Map<string, RegisterEntry>();
  for (const entry of read.registers[kind]) {
    for (const name of [entry.key, entry.name, ...entry.variants]) {
      const folded = name.toLowerCase();
      if (!known.has(folded)) known.set(folded, entry);
    }
  }
  return {
    find: (name: string) => known.get(name.trim().toLowerCase()),
    near: (name: string) => nearest(name.toLowerCase(), [...known.keys()]).map((like) => ({ text: `\`${like}\` exists`, place: (known.get(like) as RegisterEntry).place })),
  };
}

function hintEntry(near: readonly Hint[], register: string): readonly (Hint | string)[] {
  return near.length > 0 ? near : [`write an entry for it in ${register}`];
}

function hintNotes(source: Source, identifier: string) {
  const written: string[] = [];
  visitBlocks(source.tree, 'footnoteDefinition', (definition) => void written.push(definition.identifier));
  return nearest(identifier, written).map((like) => `\`[^${like}]\` exists`);
}

/** Anchors are unique in the whole book: the second of a name gets a number. */
class AnchorBook {
  readonly #taken = new Set<string>();

  reserve(anchor: Anchor) {
    this.#taken.add(anchor);
  }

  claim(wanted: Anchor): Anchor {
    let anchor = wanted;
    for (let count = 2; this.#taken.has(anchor); count += 1) anchor = `${wanted}-${count}` as Anchor;
    this.#taken.add(anchor);
    return anchor;
  }
}
