/**
 * Makes the indexes that the book prints: marks and mentions into entries, sorted by the book's language, each cross-reference
 * with the entry it leads to.
 *
 * In: `Cited`. Out: an index for each `::index` that prints.
 * Reports d-021 (`see` leads to no entry), d-022 (marks for an index that is printed nowhere), d-023 (an index without entries).
 * Not here: how places are written (page/folio.ts), how an index looks (lower/directives/index.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { RegisterKind } from '../model/book.js';
import { collationOf, type Collation } from '../model/collation.js';
import type { Cited, Index, IndexEntry, IndexHeading, IndexLink, IndexLocator, IndexMark, IndexReference, IndexRequest, RegisterEntry } from '../model/document.js';
import { anchorOf, type Anchor, type NodeId } from '../model/id.js';
import { withoutEmphasis } from '../model/index-words.js';
import { unprintedFacts } from './left-out.js';

/** An entry while marks are still put into it. */
interface Branch {
  readonly path: readonly string[];
  /** What it is sorted by. */
  key: string;
  readonly locators: IndexLocator[];
  readonly see: Map<string, IndexReference>;
  readonly seeAlso: Map<string, IndexReference>;
  readonly branches: Map<string, Branch>;
  anchor?: Anchor;
}

interface Tree {
  readonly request: IndexRequest;
  readonly root: Branch;
  /** By path, as `fold` has it. */
  readonly byPath: Map<string, Branch>;
}

export function compileIndexes(cited: Cited, report: Report): Map<NodeId, Index> {
  const collation = collationOf(cited.config.language);
  const unprinted = unprintedFacts(cited);
  const trees = cited.indexRequests.map((request) => grow(request, cited, collation));
  for (const { request, root } of trees) {
    if (root.branches.size === 0 && !unprinted.indexes.has(request.name)) report('d-023', request.place, `nothing is marked for the index${request.name === '' ? '' : ` \`${request.name}\``}`, ...hintMarks(request, cited));
  }
  reportUnprinted(cited, report);
  const links = new Links(trees, collation, unprinted.indexed, report);
  return new Map(trees.map((tree) => [tree.request.id, finish(tree, links, collation)]));
}

function grow(request: IndexRequest, { marks, mentions }: Cited, collation: Collation): Tree {
  const tree: Tree = { request, root: branchAt([], ''), byPath: new Map() };
  for (const mark of marks) {
    if (!mark.indexes.includes(request.name)) continue;
    const branch = reach(tree, mark.path, collation);
    if (mark.locator) branch.locators.push(mark.locator);
    keepOnce(mark.see, branch.see);
    keepOnce(mark.seeAlso, branch.seeAlso);
  }
  const isFed = new Set<RegisterKind>(request.from);
  const branches = new Map<RegisterEntry, Branch>();
  for (const { entry, anchor } of isFed.size > 0 ? mentions : []) {
    if (!isFed.has(entry.kind)) continue;
    let branch = branches.get(entry);
    if (!branch) branches.set(entry, (branch = reach(tree, [headingOf(entry, collation)], collation)));
    branch.locators.push({ anchor });
  }
  return tree;

  function keepOnce(references: readonly IndexReference[], kept: Branch['see']): void {
    for (const reference of references) {
      const name = fold(reference.path, collation);
      if (!kept.has(name)) kept.set(name, reference);
    }
  }
}

/** A person stands in an index as sorted, `Litvinov, Maxim`; anything else under its name. */
function headingOf({ kind, name, sort }: RegisterEntry, { keyOf, nameKeyOf }: Collation): IndexHeading {
  const words = kind === 'people' && sort.includes(',') ? sort : name;
  return { words, sort: sort !== name ? sort : kind === 'terms' ? keyOf(name) : nameKeyOf(name) };
}

const branchAt = (path: readonly string[], key: string): Branch => ({ path, key, locators: [], see: new Map(), seeAlso: new Map(), branches: new Map() });

function reach({ root, byPath }: Tree, path: readonly IndexHeading[], collation: Collation): Branch {
  return path.reduce((above, { words, sort }) => {
    let branch = above.branches.get(words);
    if (!branch) {
      branch = branchAt([...above.path, words], sort ?? collation.keyOf(withoutEmphasis(words)));
      above.branches.set(words, branch);
      const folded = fold(branch.path, collation);
      if (!byPath.has(folded)) byPath.set(folded, branch);
    } else if (sort !== undefined) branch.key = sort;
    return branch;
  }, root);
}

/** How an entry is looked for: whatever the case of its letters, with its article or without. */
const fold = (path: readonly string[], { keyOf }: Collation): string => path.map((words) => keyOf(withoutEmphasis(words)).toLowerCase()).join('!');

/** Where cross-references lead: within their own index first, then in the others. */
class Links {
  readonly #taken = new Set<string>();
  readonly #foreign = new Map<string, Branch>();

  constructor(
    readonly trees: readonly Tree[],
    readonly collation: Collation,
    /** What this edition has no marks for, and others have. */
    readonly unprinted: ReadonlySet<string>,
    readonly report: Report,
  ) {
    for (const { byPath } of trees) for (const [path, branch] of byPath) if (!this.#foreign.has(path)) this.#foreign.set(path, branch);
    // An entry's anchor must be known before the first entry is made.
    for (const tree of trees) for (const branch of tree.byPath.values()) for (const reference of [...branch.see.values(), ...branch.seeAlso.values()]) this.#anchor(tree, branch, reference);
  }

  link({ byPath }: Tree, { path }: IndexReference): IndexLink {
    const found = this.#find(byPath, path);
    return { words: (found?.path ?? path).join(': '), ...(found?.anchor && { anchor: found.anchor }) };
  }

  #find(byPath: Tree['byPath'], path: readonly string[]): Branch | undefined {
    const folded = fold(path, this.collation);
    return byPath.get(folded) ?? this.#foreign.get(folded);
  }

  #anchor({ byPath, request }: Tree, from: Branch, { path, place }: IndexReference): void {
    const target = this.#find(byPath, path);
    const words = path.join('!');
    if (!target && this.unprinted.has(words.toLowerCase())) return;
    if (!target || target === from) {
      const near = target ? [] : nearest(words, [...this.#foreign.values()].filter((branch) => branch !== from).map((branch) => branch.path.map(withoutEmphasis).join('!')));
      this.report('d-021', place, target ? `the entry \`${words}\` of the index leads to itself` : `the index has no entry \`${words}\``, ...near.map((like) => `\`${like}\` exists`));
      return;
    }
    if (target.anchor !== undefined) return;
    const wanted = anchorOf(['ix', request.name, ...target.path.map(withoutEmphasis)].filter(Boolean).join('-'));
    let anchor = wanted;
    for (let count = 2; this.#taken.has(anchor); count += 1) anchor = `${wanted}-${count}` as Anchor;
    this.#taken.add(anchor);
    target.anchor = anchor;
  }
}

function finish(tree: Tree, links: Links, { compare, letterOf }: Collation): Index {
  const { layout, hasHeadings, columns } = tree.request;
  const sorted = (branch: Branch): Branch[] => [...branch.branches.values()].sort((a, b) => compare(a.key, b.key) || compare(a.path.at(-1) ?? '', b.path.at(-1) ?? ''));
  const entryOf = (branch: Branch): IndexEntry => {
    const see = [...branch.see.values()].map((reference) => links.link(tree, reference));
    const seeAlso = [...branch.seeAlso.values()].map((reference) => links.link(tree, reference));
    // Who has places of its own sends a reader on, not away.
    const isEmpty = branch.locators.length === 0 && branch.branches.size === 0;
    return {
      words: branch.path.at(-1) ?? '',
      ...(branch.anchor !== undefined && { anchor: branch.anchor }),
      locators: branch.locators,
      entries: sorted(branch).map(entryOf),
      see: isEmpty ? see : [],
      seeAlso: isEmpty ? seeAlso : [...see, ...seeAlso],
    };
  };
  const groups = new Map<string, IndexEntry[]>();
  for (const branch of sorted(tree.root)) {
    const letter = letterOf(branch.key);
    const group = groups.get(letter);
    if (group) group.push(entryOf(branch));
    else groups.set(letter, [entryOf(branch)]);
  }
  return { layout, hasHeadings, ...(columns && { columns }), groups: [...groups].map(([heading, entries]) => ({ heading, entries })) };
}

function reportUnprinted({ marks, indexRequests }: Cited, report: Report): void {
  const printed = new Set(indexRequests.map(({ name }) => name));
  const unprinted = new Map<string, IndexMark[]>();
  for (const mark of marks) {
    for (const name of mark.indexes) {
      if (printed.has(name)) continue;
      const others = unprinted.get(name);
      if (others) others.push(mark);
      else unprinted.set(name, [mark]);
    }
  }
  for (const [name, [first, ...others]] of unprinted) {
    if (!first) continue;
    const more = others.length > 0 ? `, with ${others.length === 1 ? 'another' : `${others.length} others`},` : '';
    const near = nearest(name, printed);
    const hint = name === '' ? '`::index`' : `\`::index{of=${name}}\``;
    const fact = name === '' ? 'stands in no index' : `is for the index \`${name}\`, which is not printed`;
    report('d-022', first.place, `this index mark${more} ${fact}`, ...near.map((like) => `\`${like}\` exists`), `write ${hint} on a line of its own in a chapter at the back`);
  }
}

function hintMarks({ name, from }: IndexRequest, { marks }: Cited): string[] {
  if (from.length > 0) return [`nothing in the text is marked as one of ${from.join(', ')}`];
  const near = nearest(name, new Set(marks.flatMap(({ indexes }) => indexes).filter(Boolean)));
  return near.length > 0 ? near.map((like) => `\`${like}\` exists`) : [`mark words in the text: \`:index[words]${name === '' ? '' : `{in=${name}}`}\``];
}
