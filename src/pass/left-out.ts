/**
 * What stands in the parts of the manuscript that this edition does not print: it is neither missing nor wanted.
 *
 * In: `Read`. Out: the labels, sources, notes and entries of registers that are named there.
 */
import type { FootnoteDefinition, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { LeftOut, Read, Source } from '../model/document.js';
import { definitionOf } from './walk.js';

export interface UnprintedFacts {
  readonly labels: ReadonlySet<string>;
  /** Keys of sources. */
  readonly cited: ReadonlySet<string>;
  readonly called: ReadonlySet<FootnoteDefinition>;
  /** What marks name, whatever their register, in small letters. */
  readonly mentioned: ReadonlySet<string>;
  /** Names of the indexes that it has marks for, the general one by ''. */
  readonly indexes: ReadonlySet<string>;
  /** Their entries and those above them, `taxes!on salt`, in small letters. */
  readonly indexed: ReadonlySet<string>;
}

const known = new WeakMap<readonly LeftOut[], UnprintedFacts>();

export function unprintedFacts({ leftOut }: Pick<Read, 'leftOut'>): UnprintedFacts {
  let facts = known.get(leftOut);
  if (!facts) known.set(leftOut, (facts = gather(leftOut)));
  return facts;
}

function gather(leftOut: readonly LeftOut[]): UnprintedFacts {
  const labels = new Set<string>();
  const cited = new Set<string>();
  const called = new Set<FootnoteDefinition>();
  const mentioned = new Set<string>();
  const indexes = new Set<string>();
  const indexed = new Set<string>();
  const look = (node: Nodes, source: Source): void => {
    const label = node.data?.attributes?.id ?? ('attributes' in node ? node.attributes?.['id'] : undefined);
    if (label) labels.add(label);
    if (node.type === 'textDirective') mentioned.add((node.attributes?.['of'] ?? toString(node)).trim().toLowerCase());
    if ('attributes' in node && node.name === 'index') {
      const path = (node.attributes?.['entry'] ?? toString(node)).toLowerCase().split('!').map((part) => part.trim());
      for (const index of path.keys()) indexed.add(path.slice(0, index + 1).join('!'));
      const names = (node.attributes?.['in'] ?? '').split(/[\s,]+/).filter(Boolean);
      for (const name of names.length > 0 ? names : ['']) indexes.add(name);
    }
    if (node.type === 'citation') for (const part of node.parts) cited.add(part.key);
    if (node.type === 'table' && node.caption) look(node.caption, source);
    if (node.type === 'footnoteReference') {
      const note = definitionOf(source, node.identifier);
      if (note && !called.has(note)) {
        called.add(note);
        look(note, source);
      }
    }
    if ('children' in node) for (const child of node.children) look(child, source);
  };
  for (const { node, source } of leftOut) look(node, source);
  return { labels, cited, called, mentioned, indexes, indexed };
}
