/**
 * Finds what every cross-reference leads to (its words: pass/phrase-reference.ts), gives the bibliographies their entries, draws the charts and timelines, compiles the
 * indexes, finds the abbreviations that are set in full.
 *
 * In: `Cited`. Out: `Resolved`, the last state before lowering: every fact that any output shows, page numbers apart.
 * Reports x-001 (no such label), d-017 (a label that this edition leaves out), d-006 (data that cannot be drawn), c-009 and c-010 (pass/list-sources.ts),
 * d-021 to d-023 (pass/compile-indexes.ts).
 */
import type { Nodes } from 'mdast';
import type { Hint } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Context } from '../model/context.js';
import type { Cited, Labelled, Resolved, ResolvedReference } from '../model/document.js';
import { nodeId, type NodeId } from '../model/id.js';
import { placeOf, placeWithin } from '../model/source.js';
import { wordsOf } from '../model/words.js';
import { compileIndexes } from './compile-indexes.js';
import { expandAbbreviations } from './expand-abbreviations.js';
import { listSources } from './list-sources.js';
import { unprintedFacts } from './left-out.js';
import { phraseReference } from './phrase-reference.js';
import { walkNoted, type Visit } from './walk.js';

export async function resolve(cited: Cited, context: Context): Promise<Resolved> {
  return {
    ...cited,
    ...listSources(cited, context),
    references: resolveReferences(cited, context),
    drawings: cited.charts.length === 0 ? new Map() : await (await import('./draw.js')).drawFigures(cited, context),
    expanded: expandAbbreviations(cited),
    indexes: compileIndexes(cited, context.report),
  };
}

function resolveReferences(cited: Cited, { report }: Context): Map<NodeId, ResolvedReference> {
  const documents = new Map(cited.labelled.filter(({ kind }) => kind === 'document').map((document) => [document.id, document]));
  const phrasing = { book: cited, documents, words: wordsOf(cited.config.language), report };
  const references = new Map<NodeId, ResolvedReference>();
  walkNoted(cited, (visit) => {
    const { node, source } = visit;
    if (node.type === 'textDirective' && node.name === 'page') {
      const label = node.children.length > 0 ? labelIn(node) : '';
      if (label === '') report('d-002', placeOf(source, node), '`:page` names no label', 'write `:page[fig:map]`');
      else if (!cited.byLabel.has(label)) reportUnknown(label, visit);
      return;
    }
    if (node.type !== 'crossReference') return;
    const targets = node.labels.map((label) => cited.byLabel.get(label) ?? reportUnknown(label, visit)).filter((target) => target !== undefined);
    if (targets.length === 0) return;
    references.set(nodeId(source.stem, node), { pieces: phraseReference(node, targets, visit, phrasing) });
  });
  return references;

  function reportUnknown(label: string, { node, source }: Visit): undefined {
    if (unprintedFacts(cited).labels.has(label)) {
      report('d-017', placeWithin(source, node, label), `what \`${label}\` names is not printed in this edition`, 'put the reference in `:only[…]{for=…}`, or what it leads to where this edition prints it');
      return;
    }
    report(
      'x-001',
      placeWithin(source, node, label),
      `there is no label \`${label}\``,
      ...hintLabel(label),
    );
  }

  function hintLabel(label: string): readonly (Hint | string)[] {
    const near = nearest(label, [...cited.byLabel.keys()]).map((like) => ({ text: `\`${like}\` exists`, place: (cited.byLabel.get(like) as Labelled).place }));
    return near.length > 0 ? near : [`write \`{#${label}}\` behind what it shall name`];
  }
}

/** `:page[fig:x]`: the directive's words are a label; Markdown may have read `:x` in it as a directive of its own. */
export function labelIn(node: Extract<Nodes, { type: 'textDirective' }>): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'crossReference' ? child.labels[0] : child.type === 'textDirective' ? `:${child.name}` : '')).join('').trim();
}
