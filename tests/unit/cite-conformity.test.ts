/** Whole books of citations, put together at random: what Octavo sets, letter for letter, is what citeproc-js makes of the same. */
import Cite, { type CitationItem, type CslEngine } from 'citation-js';
import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import type { CslItem } from '../../src/cite/csl.js';
import type { Library } from '../../src/cite/library.js';
import { fromMarkup } from '../../src/cite/markup.js';
import { type Occurrence, renderCitations } from '../../src/cite/render.js';
import { type CitationStyle, openStyle } from '../../src/cite/style.js';
import type { NodeId } from '../../src/model/id.js';
import { memoryWorld } from '../../src/world/memory.js';
import { drawFractions } from '../lots.js';

const sequences = 12;

/** `unique`: no two sources have one title; `whole`: no chapter begins anew, since what tells two sources apart is asked of the book. */
const styles: readonly [style: string, locale: string, what: string, unique?: 'unique' | 'whole'][] = [
  ['ieee', 'en-GB', 'numbers'],
  ['vancouver', 'ru', 'ranges of numbers'],
  ['nature', 'fr', 'raised ranges of numbers'],
  ['apa', 'it', 'author and date, told apart'],
  ['chicago-author-date', 'de', 'author, date and a letter'],
  ['elsevier-harvard', 'ru', 'author and date, in groups'],
  ['modern-language-association', 'fr', 'author and title'],
  ['sodertorns-hogskola-harvard-ibid', 'en-GB', '“ibid.” in the text'],
  ['chicago-fullnote-bibliography', 'it', 'notes with short titles'],
  ['chicago-note-bibliography-with-ibid', 'de', 'notes with “ibid.”', 'unique'],
  ['oscola', 'en-GB', 'notes that name the first note', 'whole'],
  ['bluebook-law-review', 'en-GB', 'notes that name the first note of the chapter', 'unique'],
  ['modern-humanities-research-association', 'fr', 'notes in another form'],
];

const locators: readonly [written: string, label: string, number: string][] = [
  ['p. 3', 'page', '3'], ['pp. 3-5', 'page', '3-5'], ['p. 4', 'page', '4'], ['12', 'page', '12'], ['chap. 2', 'chapter', '2'], ['vol. 2', 'volume', '2'], ['sec. 7', 'section', '7'], ['fol. 12r', 'folio', '12r'],
];

interface Cite1 {
  readonly part: Occurrence['parts'][number];
  readonly item: CitationItem;
}

interface Sequence {
  readonly items: ReadonlyMap<string, CslItem>;
  readonly occurrences: readonly Occurrence[];
  readonly cites: readonly (readonly Cite1[])[];
  readonly nocite: readonly string[];
  readonly restart: 'chapter' | 'book';
}

function sequence(seed: number, style: CitationStyle, { printsLocators, unique, whole }: { printsLocators: boolean; unique: boolean; whole: boolean }): Sequence {
  const random = drawFractions(seed);
  const pick = <T,>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number): boolean => random() < share;
  const name = () => (chance(0.1) ? { literal: 'Simon & Schuster' } : { family: pick(['Smith', 'Jones', 'García', 'van der Berg']), given: pick(['Ann', 'Bob', 'Anna', 'B. C.']) });
  const keys = Array.from({ length: 9 }, (_, index) => `s${seed}-${index}`);
  const items = new Map(
    keys.map((id, index): [string, CslItem] => [
      id,
      {
        id, type: pick(['book', 'article-journal', 'chapter']), title: unique || index % 3 > 0 ? `Title ${index}: Of <i>Things</i>` : 'Oil', author: Array.from({ length: pick([1, 1, 2, 3, 5]) }, name),
        issued: { 'date-parts': [[pick([1990, 1991])]] }, 'container-title': 'A Journal & Book', volume: '3', page: '1-20', publisher: 'Press', ...(chance(0.2) && { DOI: `10.1234/${index}` }),
      },
    ]),
  );
  const cited = keys.slice(0, 7);
  const restart = style.form === 'note' && !whole && chance(0.5) ? 'chapter' : 'book';
  let [last, chapter, number, ordinal] = [cited[0] as string, 0, 0, 0];
  const cites: Cite1[][] = [];
  const occurrences = Array.from({ length: 7 }, (_, index): Occurrence => {
    if (index > 0 && chance(0.2)) [chapter, number] = [chapter + 1, restart === 'chapter' ? 0 : number];
    const insideNote = style.form === 'note' && chance(0.3);
    const sameNote = insideNote && chance(0.3) && number > 0 && occurrencesInside.at(-1) === true;
    // Some notes cite nothing.
    const step = sameNote ? 0 : chance(0.2) ? 2 : 1;
    number += step;
    ordinal += step;
    occurrencesInside.push(insideNote);
    const mode = !insideNote && chance(0.15) ? 'narrative' : 'group';
    const opensNote = style.form === 'note' && !insideNote;
    const own = Array.from({ length: pick([1, 1, 1, 2, 4]) }, (_, at): Cite1 => {
      last = chance(0.3) ? last : pick(cited);
      const locator = printsLocators && chance(0.4) ? pick(locators) : undefined;
      const narrated = mode === 'narrative' && at === 0;
      const prefix = !narrated && chance(0.15) ? 'see' : '';
      const suffix = chance(0.15) ? ', and so on' : '';
      const suppressAuthor = chance(0.1) && !narrated;
      const written = `${locator ? `, ${locator[0]}` : ''}${suffix}`;
      return {
        part: { key: last, suppressAuthor, prefix: prefix === '' ? [] : [{ type: 'text', value: prefix }], suffix: written === '' ? [] : [{ type: 'text', value: written }] },
        item: {
          id: last,
          ...(locator && { label: locator[1], locator: locator[2] }),
          ...(prefix !== '' && { prefix: opensNote && at === 0 ? 'See ' : 'see ' }),
          ...(suffix !== '' && { suffix }),
          ...((suppressAuthor || (narrated && style.form === 'in-text')) && { 'suppress-author': true }),
        },
      };
    });
    cites.push(own);
    return { id: `${seed}:${index}` as NodeId, mode, parts: own.map(({ part }) => part), noteNumber: number, noteOrdinal: ordinal, insideNote, chapter };
  });
  return { items, occurrences, cites, nocite: chance(0.3) ? keys.slice(7) : [], restart };
}

/** Whether each citation so far of the sequence that is being made stands in a note of the author's. */
const occurrencesInside: boolean[] = [];

/** As a program would that knows citeproc-js alone: each chapter by itself where positions begin anew. */
function directly(engine: CslEngine, form: CitationStyle['form'], { occurrences, cites, nocite, restart }: Sequence): string[] {
  // Or those of the sequence before would stay.
  engine.registry.uncited = {};
  engine.updateItems([...new Set(cites.flat().map(({ item }) => item.id))]);
  const html = new Map<string, string>();
  let before: [string, number][] = [];
  for (const [index, { id, chapter, mode, noteNumber }] of occurrences.entries()) {
    if (restart === 'chapter' && occurrences[index - 1]?.chapter !== chapter) before = [];
    const note = form === 'note' ? noteNumber : 0;
    const items = (cites[index] ?? []).map(({ item }) => ({ ...item }));
    const isTied = items.slice(1).some(({ prefix }) => prefix !== undefined);
    const citation = { citationID: id, citationItems: items, properties: { noteIndex: note, unsorted: mode === 'narrative' || isTied } };
    for (const [, words, changed] of engine.processCitationCluster(citation, before, [], 2)[1]) html.set(changed, words);
    before = [...before, [id, note]];
  }
  // All are named: it knows of the citations of the last chapter only.
  engine.updateUncitedItems([...cites.flat().map(({ item }) => item.id), ...nocite]);
  return occurrences.map(({ id }) => (html.get(id) ?? '').replaceAll(/\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR: reference with no printed form\.\]/g, ''));
}

const words = (content: readonly ElementContent[] | undefined): string => toString({ type: 'root', children: [...(content ?? [])] });

/** What surrounds a citation is not of its words: the name in the sentence, the stop of a note, a delimiter that divides nothing. */
function asCited(words: string, { mode, insideNote }: Occurrence, form: CitationStyle['form']): string {
  if (form === 'note') return words === '' ? '' : insideNote ? words.replace(/\.([”’"»]?)$/u, '$1') : /[.!?…][”’"»)\]]*$/u.test(words) ? words : `${words}.`;
  return mode === 'narrative' ? words.replace(/^([([]?)[;,]\s*/, '$1') : words;
}

function links(content: readonly ElementContent[] | undefined): string[] {
  return (content ?? []).flatMap((node): string[] => {
    if (node.type !== 'element') return [];
    const inner = links(node.children);
    if (node.tagName === 'cite') return ['a mark is left'];
    return node.tagName !== 'a' ? inner : inner.length > 0 ? ['a link in a link'] : [String(node.properties['href'])];
  });
}

describe(`${styles.length * sequences} sequences of citations have the words that citeproc-js gives them`, () => {
  test.each(styles)(`%s in %s: %s`, async (id, locale, _what, kind) => {
    const style = await openStyle(id, locale, memoryWorld({}).disk, '.', () => undefined);
    if (!style) throw new Error(`${id} is not installed`);
    const items = new Map<string, CslItem>();
    const engine = Cite.CSL.engine(`directly ${id}`, style.locale, style.definition, (key) => items.get(key), (name) => style.locales.get(name) ?? '');
    engine.setOutputFormat('html');
    engine.opt.development_extensions['wrap_url_and_doi'] = true;
    engine.opt.development_extensions['strict_inputs'] = false;
    const printsLocators = JSON.stringify(engine.cslXml.dataObj).includes('"locator"') && engine.getTerm('folio') !== undefined;
    const isGrouped = engine.citation.opt.cite_group_delimiter !== undefined;
    for (let seed = 1; seed <= sequences; seed += 1) {
      occurrencesInside.length = 0;
      const given = sequence(seed, style, { printsLocators, unique: kind === 'unique' || isGrouped, whole: kind === 'whole' });
      for (const [key, item] of given.items) items.set(key, item);
      const library: Library = { entries: new Map([...given.items].map(([key, csl]) => [key, { key, csl, place: { file: 'r.json' } }])) } as Library;
      const html = directly(engine, style.form, given);
      const { texts, notes, bibliography } = renderCitations(style, library, given.occurrences, { nocite: given.nocite, restart: given.restart });
      for (const [index, occurrence] of given.occurrences.entries()) {
        const expected = asCited(words(fromMarkup(html[index] ?? '')), occurrence, style.form);
        const content = notes.get(occurrence.id) ?? texts.get(occurrence.id);
        const isNarrated = style.form === 'in-text' && occurrence.mode === 'narrative';
        const printed = words(content);
        const got = isNarrated ? printed.slice(printed.length - expected.length) : occurrence.insideNote ? asCited(printed, occurrence, style.form) : printed;
        expect(got, `seed ${seed}, citation ${index}`).toBe(expected);
        expect(links(content)).not.toContain('a link in a link');
        expect(links(content)).not.toContain('a mark is left');
      }
      const made = engine.makeBibliography();
      expect(bibliography.map(({ content }) => words(content))).toEqual(made ? made[1].map((entry) => words(fromMarkup(entry))) : []);
    }
  });
});
