/**
 * Reads terms, or abbreviations, that are written as a definition list: in a Markdown file of their own, or in the `:::glossary` of
 * a chapter.
 *
 * Out: an entry for each definition. Its first line is the name, further lines are variants; `[polpred]{#key lang=ru}` gives a key
 * and a language. What an abbreviation stands for is the first paragraph of its definition, the rest is its note.
 * Reports b-008 (not a definition list; a kind that is not written so), d-002 (`:::glossary` without a list), m-005 (a note or
 * citation where only words can stand).
 */
import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.js';
import type { RegisterKind } from '../model/book.js';
import type { Chapter, RegisterEntry, Source } from '../model/document.js';
import type { Place } from '../model/place.js';
import { placeOf, visitWritten } from '../model/source.js';
import type { DefinitionDescription, DefinitionList, DefinitionTerm } from '../model/syntax.js';
import { parseMarkdown } from './markdown.js';
import { plain } from './read-chapter.js';

export const isMarkdown = (file: string): boolean => /\.(md|markdown)$/i.test(file);

/**
 * @param listed where book.yaml names the file
 * @param ownLabels what labels of the author's own kinds begin with
 */
export function readDefinitionFile(kind: RegisterKind, text: string, file: string, listed: Place, report: Report, ownLabels: readonly string[] = []): RegisterEntry[] {
  if (kind !== 'terms' && kind !== 'abbreviations') {
    report('b-008', listed, `a register of ${kind} is not read from Markdown`, 'write it as a YAML list');
    return [];
  }
  const source: Source = { file, stem: `${file}#`, text, tree: parseMarkdown(text, ownLabels), origin: { line: 0, column: 0 } };
  for (const node of source.tree.children) {
    if (!silent.has(node.type)) report('b-008', placeOf(source, node), 'in a register only definition lists are read', 'write the term on one line, and `: ` with its definition on the next');
  }
  return entriesIn(kind, source.tree.children, source, report);
}

/** What may stand in a register's file besides its entries: notes and link targets, and what shows nothing. */
const silent: ReadonlySet<Nodes['type']> = new Set(['definitionList', 'footnoteDefinition', 'definition', 'heading', 'yaml']);

/** The terms of a chapter's `:::glossary`. */
export function readGlossaries(chapter: Chapter, report: Report): RegisterEntry[] {
  const entries: RegisterEntry[] = [];
  visitWritten(chapter, 'containerDirective', (node, source) => {
    if (node.name !== 'glossary') return;
    const found = entriesIn('terms', node.children, source, report);
    if (found.length === 0) report('d-002', placeOf(source, node), 'there is no definition list in this `:::glossary`', 'write the term on one line, and `: ` with its definition on the next', 'to print the register that book.yaml names, write `::glossary`');
    entries.push(...found);
  });
  return entries;
}

function entriesIn(kind: 'terms' | 'abbreviations', blocks: readonly RootContent[], source: Source, report: Report): RegisterEntry[] {
  return blocks.flatMap((block) => (block.type === 'definitionList' ? definitionsOf(block).flatMap(({ terms, descriptions }) => entryOf(kind, terms, descriptions, source, report)) : []));
}

/** What `plain` leaves out of words. */
const unspoken: { readonly [type in Nodes['type']]?: string } = { footnoteReference: 'a note', inlineNote: 'a note', citation: 'a citation' };

interface Definition {
  readonly terms: DefinitionTerm[];
  readonly descriptions: DefinitionDescription[];
}

function definitionsOf(list: DefinitionList): Definition[] {
  const definitions: Definition[] = [];
  for (const node of list.children) {
    const open = definitions.at(-1);
    if (node.type === 'definitionDescription') open?.descriptions.push(node);
    else if (open && open.descriptions.length === 0) open.terms.push(node);
    else definitions.push({ terms: [node], descriptions: [] });
  }
  return definitions;
}

function entryOf(kind: 'terms' | 'abbreviations', [term, ...others]: readonly DefinitionTerm[], descriptions: readonly DefinitionDescription[], source: Source, report: Report): RegisterEntry[] {
  const name = plain(term?.children ?? []);
  if (!term || name === '') return [];
  const span = term.children.find((child) => child.type === 'span');
  const attributes = span?.data?.attributes;
  const lang = attributes?.values['lang'];
  const blocks = descriptions.flatMap((description) => description.children);
  const [first, ...rest] = blocks;
  const long = kind === 'abbreviations' && first ? plain([first]) : undefined;
  const said = kind === 'terms' ? blocks : rest;
  for (const named of [term, ...others, ...(kind === 'abbreviations' && first ? [first] : [])]) {
    visit(named, (node) => {
      const what = unspoken[node.type];
      if (what) report('m-005', placeOf(source, node), `${what} is not supported in ${named.type === 'definitionTerm' ? 'the name of an entry' : 'what an abbreviation stands for'}, and is not printed`, 'write it behind the words that define it');
    });
  }
  return [
    {
      kind,
      key: attributes?.id ?? name.toLowerCase(),
      name,
      sort: name,
      variants: others.map((other) => plain(other.children)),
      ...(lang !== undefined && { lang }),
      place: placeOf(source, term),
      fields: long === undefined ? {} : { long },
      texts: said.length > 0 ? { [kind === 'terms' ? 'definition' : 'note']: cut(said, source) } : {},
    },
  ];
}

function cut(children: Root['children'], whole: Source): Source {
  const { file, stem, text, origin, includes } = whole;
  return { file, stem, text, origin, tree: { type: 'root', children }, cutFrom: whole, ...(includes && { includes }) };
}
