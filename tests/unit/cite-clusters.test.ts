import Cite, { type CslEngine } from 'citation-js';
import { describe, expect, test, vi } from 'vitest';
import type { CslItem } from '../../src/cite/csl.js';
import type { Cluster } from '../../src/cite/engine.js';
import { renderClusters } from '../../src/cite/render-clusters.js';
import { openStyle } from '../../src/cite/style.js';
import { memoryWorld } from '../../src/world/memory.js';
import { drawFractions } from '../lots.js';

let opened = 0;
async function open(style: string, items: ReadonlyMap<string, CslItem>): Promise<CslEngine> {
  const found = await openStyle(style, 'en-GB', memoryWorld({}), '.', () => undefined);
  if (!found) throw new Error(`${style} is not installed`);
  const engine = Cite.CSL.engine(`test ${(opened += 1)}`, found.locale, found.definition, (id) => items.get(id), (locale) => found.locales.get(locale) ?? '');
  engine.setOutputFormat('html');
  return engine;
}

/** Few names and years, so that styles must tell works apart; titles are told apart by a number, or not. */
function library(random: () => number, title: (index: number) => string): Map<string, CslItem> {
  const pick = <T,>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const name = () => ({ family: pick(['Smith', 'Jones', 'García', 'van der Berg']), given: pick(['Ann', 'Bob', 'Anna', 'B. C.']) });
  return new Map(
    Array.from({ length: 26 }, (_, index) => (index < 25 ? `w${index}` : 'more')).map((id, index) => [
      id,
      { id, type: pick(['book', 'article-journal', 'chapter', 'legal_case']), title: title(index), author: Array.from({ length: pick([1, 1, 2, 3, 5]) }, name), issued: { 'date-parts': [[pick([1990, 1991])]] }, 'container-title': 'A Journal & Book', volume: '3', page: '1-20', publisher: 'Press' },
    ]),
  );
}

function citations(random: () => number, inNotes: boolean): Cluster[] {
  let note = 1;
  let last = 0;
  const item = (): Cluster['items'][number] => {
    last = random() < 0.3 ? last : Math.floor(random() * 25);
    return { id: `w${last}`, ...(random() < 0.5 && { label: random() < 0.8 ? 'page' : 'chapter', locator: String(1 + Math.floor(random() * 3)) }), ...(random() < 0.1 && { prefix: 'see ' }), ...(random() < 0.1 && { suffix: ' <i>passim</i>' }), ...(random() < 0.1 && { 'suppress-author': true }) };
  };
  return Array.from({ length: 80 }, (_, index) => {
    if (random() < 0.85) note += 1;
    return { id: `a:${index}`, note: inNotes ? note : 0, shownNote: inNotes ? note : 0, unsorted: random() < 0.1, items: Array.from({ length: random() < 0.8 ? 1 : 2 }, item) };
  });
}

const inTurn = (engine: CslEngine, clusters: readonly Cluster[], uncited: readonly string[]): [string, string][] =>
  engine
    .rebuildProcessorState(clusters.map(({ id, note, unsorted, items }) => ({ citationID: id, citationItems: items.map((item) => ({ ...item })), properties: { noteIndex: note, unsorted } })), 'html', uncited)
    .map(([id, , html]) => [id, html]);

/** The words of the citations and of the bibliography, and of the first source cited once more. */
const all = (engine: CslEngine, clusters: readonly Cluster[], texts: Iterable<readonly [string, string]>): unknown => [
  [...texts].map(([id, html]) => [id, html.replaceAll(/<cite [^>]*>|<\/cite>/g, '')]),
  engine.makeBibliography(),
  engine.makeCitationCluster([{ id: clusters[0]?.items[0]?.id ?? '', position: 1 }]),
];

const unique = (index: number): string => `Title ${index}: Of <i>Things</i>`;
const shared = (index: number): string => (index % 3 === 0 ? 'Oil' : unique(index));

describe('citations rendered by themselves have the words that citeproc-js gives them in turn', () => {
  test.each([
    ['numbers', 'ieee', false, shared],
    ['numbers, several in one pair of brackets', 'vancouver', false, shared],
    ['author and date', 'apa', false, shared],
    ['author, date and a letter', 'chicago-author-date', false, shared],
    ['author, title where that is needed', 'modern-language-association', false, shared],
    ['labels', 'din-1505-2-alphanumeric', false, shared],
    ['notes with “ibid.”', 'chicago-note-bibliography-with-ibid', true, unique],
    ['notes with short titles', 'chicago-fullnote-bibliography', true, unique],
    ['notes that name the first note', 'bluebook-law-review', true, unique],
    ['“ibid.” in the text', 'historical-materialism', false, unique],
    ['notes in another form', 'modern-humanities-research-association', true, shared],
  ])('%s (%s)', async (_name, style, inNotes, title) => {
    const random = drawFractions(1);
    const items = library(random, title);
    const clusters = citations(random, inNotes);
    const [one, other] = [await open(style, items), await open(style, items)];
    const asked = vi.spyOn(other, 'rebuildProcessorState');
    // The second time the engine has a past and, where notes do not matter, lists two sources more.
    for (const uncited of [[], inNotes || one.opt.update_mode === 2 ? [] : ['w3', 'more']]) expect(all(other, clusters, renderClusters(other, clusters, uncited))).toEqual(all(one, clusters, inTurn(one, clusters, uncited)));
    expect(asked).not.toHaveBeenCalled();
  });

  test.each([
    ['apa', false],
    ['chicago-fullnote-bibliography', true],
  ])('nothing of one book is left for the next (%s)', async (style, inNotes) => {
    const random = drawFractions(4);
    const items = library(random, unique);
    const [one, other] = [await open(style, items), await open(style, items)];
    renderClusters(other, citations(random, inNotes), ['more']);
    const clusters = citations(random, inNotes).slice(0, 9);
    const citedAgain = items.get(clusters[0]?.items[0]?.id ?? '') as CslItem;
    items.set(citedAgain.id, { ...citedAgain, title: 'Another title' });
    // As whoever opens it for the next book begins.
    other.updateItems([]);
    expect(all(other, clusters, renderClusters(other, clusters, []))).toEqual(all(one, clusters, inTurn(one, clusters, [])));
  });
});

describe('citeproc-js goes through them in turn', () => {
  test.each([
    ['where two sources have one short form', 'oscola', true],
    ['where sources that nothing cites are listed, and positions show', 'chicago-note-bibliography-with-ibid', true, ['more']],
    ['where positions show in the text, and sources are put in order', 'gaia', false],
    ['where sources of one author are a group', 'sociologia-ruralis', false],
  ])('%s (%s)', async (_name, style, inNotes, uncited: string[] = []) => {
    const random = drawFractions(1);
    const items = library(random, shared);
    const engine = await open(style, items);
    const asked = vi.spyOn(engine, 'rebuildProcessorState');
    renderClusters(engine, citations(random, inNotes), uncited);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
