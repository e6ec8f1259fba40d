/**
 * Renders all citations of a book.
 *
 * citeproc-js goes through all citations before each one, to find its position: time grows with the square of their number. So
 * where a style says the same of a citation wherever it stands, or looks only at what `positionsOf` tells, each is rendered by
 * itself, and equal ones once. All others are left to citeproc-js. Both ways give the same words.
 */
import type { CitationItem, CslEngine, PlacedItem } from 'citation-js';
import type { Cluster } from './engine.js';
import { withMarks } from './mark-cites.js';
import { positionsOf } from './positions.js';

/** In citeproc-js, the update mode of styles that look at positions; and what tells it that all items are registered. */
const [byPosition, itemsRegistered] = [2, 2] as const;
const firstNote = 'first-reference-note-number';

/**
 * @param uncited keys that the bibliography lists though nothing cites them
 * @returns HTML of inline content, by the citation's id, with the marks of cite/mark-cites.ts
 */
export function renderClusters(engine: CslEngine, clusters: readonly Cluster[], uncited: readonly string[]): ReadonlyMap<string, string> {
  const shown = new Map(clusters.map(({ note, shownNote }) => [note, shownNote]));
  const { opt: { development_extensions: extensions }, process_CitationCluster: render } = engine;
  // It would warn of numbers that fall, and they are meant to.
  extensions['strict_inputs'] = false;
  engine.process_CitationCluster = function (sources, citation) {
    return withMarks(engine, sources.map(([, { id }]) => id), () => withShownNotes(sources.map(([, item]) => item), shown, () => render.call(this, sources, citation)));
  };
  try {
    const apart = renderApart(engine, clusters, uncited, shown);
    if (apart) engine.updateUncitedItems([...citedKeys(clusters), ...uncited]);
    return apart ?? renderInTurn(engine, clusters, uncited);
  } finally {
    engine.process_CitationCluster = render;
    // Or the engine would keep them for the next book.
    engine.registry.uncited = {};
  }
}

/** citeproc-js prints the number by which it tells notes apart; it compares it too, so that it must have it back. */
function withShownNotes(items: readonly PlacedItem[], shown: ReadonlyMap<number, number>, render: () => string): string {
  const own = items.map((item) => item[firstNote]);
  for (const [index, item] of items.entries()) if (own[index]) item[firstNote] = shown.get(own[index]) ?? own[index];
  try {
    return render();
  } finally {
    for (const [index, item] of items.entries()) if (own[index]) item[firstNote] = own[index];
  }
}

const citedKeys = (clusters: readonly Cluster[]): string[] => [...new Set(clusters.flatMap(({ items }) => items.map(({ id }) => id)))];

/** @returns nothing where it would not be the same */
function renderApart(engine: CslEngine, clusters: readonly Cluster[], uncited: readonly string[], shown: ReadonlyMap<number, number>): Map<string, string> | undefined {
  const looksAtPositions = engine.opt.update_mode === byPosition;
  // Whether a group goes on is a flag that citeproc-js leaves as an earlier citation set it.
  const grouping = engine.citation.opt.cite_group_delimiter !== undefined;
  // Sources that come in late are told from the others by the notes that these stand in.
  if (grouping || (looksAtPositions && (uncited.length > 0 || !arePlain(engine, clusters)))) return undefined;
  engine.updateItems(citedKeys(clusters));
  if (!looksAtPositions) return renderEach(clusters, (cluster) => renderAnywhere(engine, cluster));
  if (engine.opt.has_disambiguate && Object.values(engine.registry.ambigcites).some(({ length }) => length > 1)) return undefined;
  const positions = positionsOf(clusters, engine.citation.opt['near-note-distance']);
  const placed = clusters.map((cluster, index) => ({
    ...cluster,
    items: cluster.items.map((item, at): PlacedItem => {
      const position = positions[index]?.[at];
      return { ...item, ...position, ...(position && { [firstNote]: shown.get(position[firstNote]) ?? 0 }) };
    }),
  }));
  return renderEach(placed, ({ items }) => renderCites(engine, items));
}

const renderCites = (engine: CslEngine, items: readonly CitationItem[]): string => withMarks(engine, items.map(({ id }) => id), () => engine.makeCitationCluster(items));

/** Several items must be put in order first, which is one step of many. */
function renderAnywhere(engine: CslEngine, cluster: Cluster): string {
  return cluster.items.length === 1 ? renderCites(engine, cluster.items) : engine.processCitationCluster(asCitation(cluster), [], [], itemsRegistered)[1][0][1];
}

/** Whether positions can be told: all stand in notes or all in the text, in the order of their items, each a source of its own. */
function arePlain(engine: CslEngine, clusters: readonly Cluster[]): boolean {
  const isSorted = engine.citation_sort.tokens.length > 0;
  const areJoined = engine.opt.parallel.enable || engine.bibliography.opt.track_container_items !== undefined;
  const isOfOneKind = clusters.every(({ note }) => note > 0 === (clusters[0]?.note ?? 0) > 0);
  return !areJoined && isOfOneKind && clusters.every(({ items }) => !(isSorted && items.length > 1));
}

function renderEach(clusters: readonly Cluster[], render: (cluster: Cluster) => string): Map<string, string> {
  const known = new Map<string, string>();
  return new Map(
    clusters.map((cluster) => {
      const facts = JSON.stringify([cluster.unsorted, cluster.items]);
      const html = known.get(facts) ?? render(cluster);
      known.set(facts, html);
      return [cluster.id, html];
    }),
  );
}

function renderInTurn(engine: CslEngine, clusters: readonly Cluster[], uncited: readonly string[]): Map<string, string> {
  return new Map(engine.rebuildProcessorState(clusters.map(asCitation), 'html', uncited).map(([id, , html]) => [id, html]));
}

const asCitation = ({ id, note, unsorted, items }: Cluster) => ({ citationID: id, citationItems: items.map((item) => ({ ...item })), properties: { noteIndex: note, unsorted } });
