import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../src/cite/library.js';
import { type Occurrence, renderCitations } from '../../src/cite/render.js';
import { type CitationStyle, openStyle } from '../../src/cite/style.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { NodeId } from '../../src/model/id.js';
import { memoryWorld } from '../../src/world/memory.js';

const sources = `
@book{burgwyn, author = {Burgwyn, H. James}, title = {Italian Foreign Policy in the Interwar Period, 1918–1940}, publisher = {Praeger}, location = {Westport, CT}, date = {1997}}
@book{clarke, author = {Clarke, III, J. Calvitt}, title = {Russia and Italy Against Hitler: The Bolshevik-Fascist Rapprochement of the 1930s}, publisher = {Greenwood Press}, location = {Westport, CT}, date = {1991}}
@incollection{arms, author = {Clarke, III, J. Calvitt}, title = {Italo-Soviet Military Cooperation in the 1930s}, booktitle = {Girding for Battle: The Arms Trade in a Global Perspective, 1815--1940}, editor = {Stoker, Donald J. and Grant, Jonathan A.}, publisher = {Praeger}, location = {Westport, CT}, date = {2003}, pages = {177--199}}
@collection{strang, editor = {Strang, G. Bruce}, title = {Collision of Empires: Italy’s Invasion of Ethiopia and Its International Impact}, publisher = {Ashgate}, location = {Farnham}, date = {2013}, doi = {10.4324/9781315572727}}
@article{gayda, author = {Gayda, Virginio}, title = {L’accordo con Mosca}, journaltitle = {Il Giornale d’Italia}, entrysubtype = {newspaper}, date = {1933-09-03}, langid = {italian}}
@misc{treaty, title = {{Pact of friendship, non-aggression and neutrality}}, date = {1933-09-02}}
@online{agency, author = {{Agency}}, title = {Page}, date = {1999}, url = {https://example.org/page}}
@book{undated, author = {Ash, Eve}, title = {Coal}, publisher = {OUP}}
@book{two, author = {Smith, Ann and Jones, Bob}, title = {Oil}, publisher = {OUP}, date = {2001}}
`;

const findings = new Findings();
const library = readLibrary([{ file: 'r.bib', text: sources }], findings.report);

const style = async (id: string, locale = 'en-GB'): Promise<CitationStyle> => (await openStyle(id, locale, memoryWorld({}), '.', findings.report)) as CitationStyle;

const words = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
const part = (key: string, suffix: string | PhrasingContent[] = '', prefix = '', suppressAuthor = false) => ({ key, suppressAuthor, prefix: words(prefix), suffix: typeof suffix === 'string' ? words(suffix) : suffix });

type Given = Partial<Omit<Occurrence, 'parts'>> & { parts: Occurrence['parts'] };
const group = (...parts: Occurrence['parts']): Given => ({ mode: 'group', parts });
const narrative = (...parts: Occurrence['parts']): Given => ({ mode: 'narrative', parts });
const inNote = (noteNumber: number, given: Given, stem = '01-a'): Given => ({ ...given, insideNote: true, noteNumber, id: stem as NodeId });

const html = (content: readonly ElementContent[] | undefined): string => toHtml([...(content ?? [])]).replaceAll('&#x26;', '&').replaceAll('&#x3C;', '<');

/** Where links to entries are not what a test is about. */
const unlinked = (content: readonly ElementContent[] | undefined): ElementContent[] =>
  (content ?? []).flatMap((node) => (node.type !== 'element' ? [node] : String(node.properties['href']).startsWith('#') ? unlinked(node.children) : [{ ...node, children: unlinked(node.children) }]));

function render(opened: CitationStyle, given: readonly Given[], nocite: readonly string[] = []) {
  let [ordinal, note] = [0, ''];
  const occurrences = given.map((one, index): Occurrence => {
    const own = one.insideNote ? `${one.id} ${one.noteNumber}` : `${index}`;
    if (own !== note) ordinal += 1;
    note = own;
    return { mode: 'group', noteNumber: ordinal, noteOrdinal: ordinal, insideNote: false, chapter: 0, ...one, id: `${one.id ?? '01-a'}:${index}` as NodeId };
  });
  const { texts, notes, bibliography } = renderCitations(opened, library, occurrences, { nocite });
  return {
    texts: occurrences.map(({ id }) => html(texts.get(id))),
    notes: occurrences.map(({ id }) => html(unlinked(notes.get(id)))),
    linkedNotes: occurrences.map(({ id }) => html(notes.get(id))),
    bibliography: bibliography.map(({ content }) => html(content)),
    keys: bibliography.map(({ key }) => key),
  };
}

const chicago = await style('chicago-fullnote-bibliography');
const apa = await style('apa');

describe('Chicago full note', () => {
  it('gives the full form first and a short form later', () => {
    const { texts, notes } = render(chicago, [group(part('burgwyn', ', pp. 33-35')), group(part('clarke', ', chap. 2')), group(part('burgwyn', ', 133-135'))]);
    expect(texts).toEqual(['', '', '']);
    expect(notes).toEqual([
      'H. James Burgwyn, <i>Italian Foreign Policy in the Interwar Period, 1918–1940</i> (Westport, CT: Praeger, 1997), 33–35.',
      'J. Calvitt Clarke III, <i>Russia and Italy Against Hitler: The Bolshevik-Fascist Rapprochement of the 1930s</i> (Westport, CT: Greenwood Press, 1991), chap. 2.',
      'Burgwyn, <i>Italian Foreign Policy in the Interwar Period, 1918–1940</i>, 133–35.',
    ]);
  });

  it('names only author and page when the note before cites the same source', () => {
    expect(render(chicago, [group(part('clarke')), group(part('clarke', ', 12'))]).notes[1]).toBe('Clarke, 12.');
  });

  it('an apostrophe before a word is no quotation mark', () => {
    const { entries } = readLibrary([{ file: 'r.bib', text: "@book{k, author = {Rossi, Anna}, title = {\\emph{’Round Midnight}, {'t Hooft} and ‘Salt’}, date = 2001}" }, { file: 's.json', text: '[{"id": "l", "type": "book", "title": "On <i>’Round Midnight</i>", "issued": {"date-parts": [[2002]]}}]' }], findings.report);
    const { bibliography } = renderCitations(apa, { entries }, [...entries.keys()].map((key, index) => ({ id: `x:${index}` as NodeId, mode: 'group', parts: [part(key)], noteNumber: 0, noteOrdinal: 0, insideNote: false, chapter: 0 })));
    expect(bibliography.map(({ content }) => html(content))).toEqual(['<i>On <span class="upright">’Round Midnight</span></i>. (2002).', 'Rossi, A. (2001). <i><span class="upright">’Round Midnight</span>, ’t Hooft and ‘Salt’</i>.']);
  });

  it('shortens a title at its colon', () => {
    expect(render(chicago, [group(part('clarke')), group(part('burgwyn')), group(part('clarke'))]).notes[2]).toBe('Clarke, <i>Russia and Italy Against Hitler</i>.');
  });

  it('names the editors of a chapter’s book', () => {
    expect(render(chicago, [group(part('arms', ', p. 180'))]).notes[0]).toBe(
      'J. Calvitt Clarke III, ‘Italo-Soviet Military Cooperation in the 1930s’, in <i>Girding for Battle: The Arms Trade in a Global Perspective, 1815–1940</i>, ed. Donald J. Stoker and Jonathan A. Grant (Westport, CT: Praeger, 2003), 180.',
    );
  });

  it('puts commas and stops inside American quotation marks', async () => {
    const { notes } = render(await style('chicago-fullnote-bibliography', 'en-US'), [group(part('gayda')), group(part('burgwyn')), group(part('gayda'))]);
    expect(notes[0]).toBe('Virginio Gayda, “L’accordo con Mosca,” <i>Il Giornale d’Italia</i>, September 3, 1933.');
    expect(notes[2]).toBe('Gayda, “L’accordo con Mosca.”');
  });

  it('begins a note with a capital and keeps the author’s words and emphasis', () => {
    const passim: PhrasingContent = { type: 'emphasis', children: words('passim') };
    const { notes } = render(chicago, [group(part('two', [...words(', p. 3 and '), passim, ...words(', "A" & B < C')], 'see '), part('burgwyn', '', 'but see'))]);
    expect(notes[0]).toBe(
      'See Ann Smith and Bob Jones, <i>Oil</i> (OUP, 2001), 3 and <i>passim</i>, ‘A’ & B < C; but see H. James Burgwyn, <i>Italian Foreign Policy in the Interwar Period, 1918–1940</i> (Westport, CT: Praeger, 1997).',
    );
  });

  it('leaves the author in the sentence of a narrative citation', () => {
    const { texts, notes } = render(chicago, [narrative(part('two', 'p. 3')), narrative(part('clarke')), narrative(part('strang')), narrative(part('treaty'))]);
    expect(texts).toEqual(['Smith and Jones', 'Clarke', 'Strang', 'Pact of friendship, non-aggression and neutrality']);
    expect(notes[0]).toBe('Ann Smith and Bob Jones, <i>Oil</i> (OUP, 2001), 3.');
  });

  it('stands in place inside a note, without the stop that the sentence may not want', () => {
    const { texts, notes } = render(chicago, [inNote(1, group(part('two', ', p. 3'))), inNote(1, group(part('two', ', p. 4')))]);
    expect(texts).toEqual(['<a href="#ref-two">Ann Smith and Bob Jones, <i>Oil</i> (OUP, 2001), 3</a>', '<a href="#ref-two">Smith and Jones, 4</a>']);
    expect(notes).toEqual(['', '']);
  });

  it('does not take note 1 of two chapters for one note', () => {
    const first = [inNote(1, group(part('two')), '01-a'), inNote(1, group(part('clarke')), '01-a'), inNote(1, group(part('two')), '01-a')];
    expect(render(chicago, [...first, inNote(1, group(part('two')), '01-a')]).texts[3]).toBe('<a href="#ref-two">Smith and Jones</a>');
    expect(render(chicago, [...first, inNote(1, group(part('two')), '02-b')]).texts[3]).toBe('<a href="#ref-two">Smith and Jones, <i>Oil</i></a>');
  });

  it('sorts the bibliography by author and lists what only nocite names', () => {
    const { bibliography, keys } = render(chicago, [group(part('clarke')), group(part('burgwyn')), group(part('arms')), group(part('strang'))], ['gayda']);
    expect(keys).toEqual(['burgwyn', 'arms', 'clarke', 'gayda', 'strang']);
    expect(bibliography).toEqual([
      'Burgwyn, H. James. <i>Italian Foreign Policy in the Interwar Period, 1918–1940</i>. Westport, CT: Praeger, 1997.',
      'Clarke, J. Calvitt, III. ‘Italo-Soviet Military Cooperation in the 1930s’. In <i>Girding for Battle: The Arms Trade in a Global Perspective, 1815–1940</i>, edited by Donald J. Stoker and Jonathan A. Grant, 177–99. Westport, CT: Praeger, 2003.',
      '———. <i>Russia and Italy Against Hitler: The Bolshevik-Fascist Rapprochement of the 1930s</i>. Westport, CT: Greenwood Press, 1991.',
      'Gayda, Virginio. ‘L’accordo con Mosca’. <i>Il Giornale d’Italia</i>, 3 September 1933.',
      'Strang, G. Bruce, ed. <i>Collision of Empires: Italy’s Invasion of Ethiopia and Its International Impact</i>. Farnham: Ashgate, 2013. <a href="https://doi.org/10.4324/9781315572727">https://doi.org/10.4324/9781315572727</a>.',
    ]);
  });
});

describe('author and date', () => {
  it('APA: brackets, pages, links to the entries', () => {
    const { texts, notes } = render(apa, [
      group(part('burgwyn', ', pp. 33-35')),
      group(part('two', ', 3', 'see ')),
      group(part('burgwyn'), part('clarke', ', chap. 2')),
      narrative(part('two', 'p. 3')),
      group(part('clarke', '', '', true)),
    ]);
    expect(texts).toEqual([
      '(<a href="#ref-burgwyn">Burgwyn, 1997, pp. 33–35</a>)',
      '(<a href="#ref-two">see Smith & Jones, 2001, p. 3</a>)',
      '(<a href="#ref-burgwyn">Burgwyn, 1997</a>; <a href="#ref-clarke">Clarke, 1991, Chapter 2</a>)',
      'Smith and Jones (<a href="#ref-two">2001, p. 3</a>)',
      '(<a href="#ref-clarke">1991</a>)',
    ]);
    expect(notes.join('')).toBe('');
  });

  it('APA: words right after the key, and a locator in the book’s language', async () => {
    const bare = (...given: Given[]): string[] => render(apa, given).texts.map((text) => text.replace(/<\/?a[^>]*>/g, ''));
    expect(bare(narrative(part('two', 'and elsewhere')), narrative(part('two'), part('clarke', ', p. 3', 'see ')), group(part('two', ', {}1933 printing')))).toEqual([
      'Smith and Jones (2001, and elsewhere)',
      'Smith and Jones (2001; see Clarke, 1991, p. 3)',
      '(Smith & Jones, 2001, 1933 printing)',
    ]);
    expect(render(await style('apa', 'de'), [group(part('burgwyn', ', S. 3 und 5')), group(part('burgwyn', ', § 433'))]).texts.join()).toMatch(/1997, S\. 3 und 5.*1997, § 433/);
  });

  it('APA: the reference list', () => {
    expect(render(apa, [group(part('clarke'), part('arms'), part('two'))]).bibliography).toEqual([
      'Clarke, J. C., III. (1991). <i>Russia and Italy Against Hitler: The Bolshevik-Fascist Rapprochement of the 1930s</i>. Greenwood Press.',
      'Clarke, J. C., III. (2003). Italo-Soviet Military Cooperation in the 1930s. In D. J. Stoker & J. A. Grant (Eds.), <i>Girding for Battle: The Arms Trade in a Global Perspective, 1815–1940</i> (pp. 177–199). Praeger.',
      'Smith, A., & Jones, B. (2001). <i>Oil</i>. OUP.',
    ]);
  });

  it('Chicago author-date', async () => {
    const { texts, bibliography } = render(await style('chicago-author-date'), [group(part('burgwyn', ', 33-35')), narrative(part('two'))]);
    expect(texts).toEqual(['(<a href="#ref-burgwyn">Burgwyn 1997, 33–35</a>)', 'Smith and Jones (<a href="#ref-two">2001</a>)']);
    expect(bibliography[0]).toBe('Burgwyn, H. James. 1997. <i>Italian Foreign Policy in the Interwar Period, 1918–1940</i>. Westport, CT: Praeger.');
  });

  it('speaks the language of the book', async () => {
    const { texts, bibliography } = render(await style('chicago-author-date', 'it'), [group(part('two', ', chap. 2')), group(part('arms'))]);
    expect(texts[0]).toBe('(<a href="#ref-two">Smith e Jones 2001, cap. 2</a>)');
    expect(bibliography[0]).toContain('a cura di Donald J. Stoker e Jonathan A. Grant');
  });

  it('a narrative citation of several sources begins with the one it names', async () => {
    expect(render(await style('harvard-cite-them-right'), [narrative(part('two'), part('clarke'))]).texts).toEqual(['Smith and Jones (<a href="#ref-two">2001</a>; <a href="#ref-clarke">Clarke, 1991</a>)']);
    expect(render(await style('modern-language-association'), [narrative(part('two'), part('clarke'))]).texts).toEqual(['Smith and Jones (<a href="#ref-clarke">Clarke</a>)']);
    expect(render(await style('modern-language-association'), [narrative(part('two'))]).texts).toEqual(['<a href="#ref-two">Smith and Jones</a>']);
  });
});

describe('numbers', () => {
  it('Vancouver keeps the page though the style would drop it, and labels its entries', async () => {
    const { texts, bibliography } = render(await style('vancouver'), [group(part('burgwyn', ', 33-35')), narrative(part('two')), group(part('burgwyn'))]);
    expect(texts).toEqual(['(<a href="#ref-burgwyn">1\u00a0pp. 33–35</a>)', 'Smith and Jones (<a href="#ref-two">2</a>)', '(<a href="#ref-burgwyn">1</a>)']);
    expect(bibliography).toEqual(['<span class="entry-number">1. </span>Burgwyn HJ. Italian Foreign Policy in the Interwar Period, 1918–1940. Westport, CT: Praeger; 1997.', '<span class="entry-number">2. </span>Smith A, Jones B. Oil. OUP; 2001.']);
  });

  it('IEEE', async () => {
    const { texts, bibliography } = render(await style('ieee'), [group(part('two', ', p. 3')), group(part('two'), part('burgwyn'))]);
    expect(texts).toEqual(['[<a href="#ref-two">1, p. 3</a>]', '[<a href="#ref-two">1</a>], [<a href="#ref-burgwyn">2</a>]']);
    expect(bibliography[0]).toBe('<span class="entry-number">[1] </span>A. Smith and B. Jones, <i>Oil</i>. OUP, 2001.');
  });
});

describe('every source leads to its entry', () => {
  const three = group(part('burgwyn'), part('clarke'), part('two'));
  it.each<[what: string, style: string, given: Given[], expected: string]>([
    ['several in brackets', 'apa', [group(part('burgwyn', ', 3', 'see'), part('two', ', and others'))], '(<a href="#ref-burgwyn">see Burgwyn, 1997, p. 3</a>; <a href="#ref-two">Smith & Jones, 2001, and others</a>)'],
    ['years of one author', 'chicago-author-date', [group(part('clarke'), part('arms'))], '(<a href="#ref-clarke">Clarke 1991</a>; <a href="#ref-arms">2003</a>)'],
    ['the ends of a range', 'vancouver', [three], '(<a href="#ref-burgwyn">1</a>–<a href="#ref-two">3</a>)'],
    ['a raised range', 'nature', [three], '<sup><a href="#ref-burgwyn">1</a>–<a href="#ref-two">3</a></sup>'],
    ['each in brackets of its own', 'ieee', [group(part('burgwyn', '', 'see'), part('two', ', p. 3'))], '<a href="#ref-burgwyn">see [1]</a>, [<a href="#ref-two">2, p. 3</a>]'],
    ['one source twice', 'apa', [group(part('two', ', 3'), part('two', ', 9'))], '(<a href="#ref-two">Smith & Jones, 2001, p. 3</a>, <a href="#ref-two">2001, p. 9</a>)'],
    ['nothing but a title', 'modern-language-association', [group(part('treaty'), part('two'))], '(<a href="#ref-treaty"><i>Pact of friendship, non-aggression and neutrality</i></a>; <a href="#ref-two">Smith and Jones</a>)'],
  ])('%s (%s)', async (_, id, given, expected) => {
    expect(render(await style(id), given).texts.at(-1)).toBe(expected);
  });

  it.each<[what: string, given: Given[], expected: string]>([
    ['as far as the address, which leads there', [group(part('strang'))], '<a href="#ref-strang">G. Bruce Strang, ed., <i>Collision of Empires: Italy’s Invasion of Ethiopia and Its International Impact</i> (Farnham: Ashgate, 2013)</a>, <a href="https://doi.org/10.4324/9781315572727">https://doi.org/10.4324/9781315572727</a>.'],
    ['with words after the address', [group(part('strang', ', 3, and others'), part('two'))], '<a href="#ref-strang">G. Bruce Strang, ed., <i>Collision of Empires: Italy’s Invasion of Ethiopia and Its International Impact</i> (Farnham: Ashgate, 2013), 3</a>, <a href="https://doi.org/10.4324/9781315572727">https://doi.org/10.4324/9781315572727</a>, and others; <a href="#ref-two">Ann Smith and Bob Jones, <i>Oil</i> (OUP, 2001)</a>.'],
    ['again', [group(part('two')), group(part('clarke')), group(part('two', ', 3'), part('clarke'))], '<a href="#ref-two">Smith and Jones, <i>Oil</i>, 3</a>; <a href="#ref-clarke">Clarke, <i>Russia and Italy Against Hitler</i></a>.'],
    ['in a note of the author’s', [inNote(1, group(part('two'), part('strang')))], '<a href="#ref-two">Ann Smith and Bob Jones, <i>Oil</i> (OUP, 2001)</a>; <a href="#ref-strang">G. Bruce Strang, ed., <i>Collision of Empires: Italy’s Invasion of Ethiopia and Its International Impact</i> (Farnham: Ashgate, 2013)</a>, <a href="https://doi.org/10.4324/9781315572727">https://doi.org/10.4324/9781315572727</a>'],
  ])('in a note: %s', (_, given, expected) => {
    const { linkedNotes, texts } = render(chicago, given);
    expect(linkedNotes.at(-1) || texts.at(-1)).toBe(expected);
  });

  it('with the number of its first note, and without the sign before an address', async () => {
    const { linkedNotes } = render(await style('oscola'), [group(part('two')), group(part('agency')), group(part('two'), part('clarke', ', 3')), group(part('clarke'), part('two'))]);
    expect(linkedNotes).toEqual([
      '<a href="#ref-two">Ann Smith and Bob Jones, <i>Oil</i> (OUP 2001)</a>.',
      '<a href="#ref-agency">Agency, ‘Page’ (1999)</a> <<a href="https://example.org/page">https://example.org/page</a>>.',
      '<a href="#ref-two">Smith and Jones (n 1)</a>; <a href="#ref-clarke">J Calvitt Clarke III, <i>Russia and Italy Against Hitler: The Bolshevik-Fascist Rapprochement of the 1930s</i> (Greenwood Press 1991) 3</a>.',
      '<a href="#ref-clarke">Clarke (n 3)</a>; <a href="#ref-two">Smith and Jones (n 1)</a>.',
    ]);
  });

  it('but in a style that lists none', async () => {
    expect(render(await style('bluebook-law-review'), [group(part('two'), part('clarke'))]).linkedNotes[0]).not.toContain('<a');
  });
});

describe('whatever the style', () => {
  it('sources are in its order, unless words of the author tie one to the one before', () => {
    const [sorted, tied] = render(apa, [group(part('two'), part('burgwyn')), group(part('two'), part('burgwyn', '', 'but compare'))]).texts.map((words) => words.replace(/<[^>]*>/g, ''));
    expect(sorted).toBe('(Burgwyn, 1997; Smith & Jones, 2001)');
    expect(tied).toBe('(Smith & Jones, 2001; but compare Burgwyn, 1997)');
  });

  it('no entry ends with a sign that parts it from what is not known', async () => {
    expect(render(await style('vancouver'), [group(part('undated'))]).bibliography[0]).toMatch(/Coal\. OUP\.$/);
  });

  it('titles keep what braces protect', () => {
    expect(render(chicago, [group(part('treaty'))]).notes[0]).toBe('‘Pact of friendship, non-aggression and neutrality’, 2 September 1933.');
  });

  it('a sentence joins names with a word, and leaves a name its own sign', () => {
    const houses = readLibrary([{ file: 'h.bib', text: `@book{house, author = {{Simon & Schuster} and Neri, Carla}, title = {Oil}, date = {2001}}
@book{last, author = {Neri, Carla and {Simon & Schuster}}, title = {Oil}, date = {2002}}
@book{three, author = {{Simon & Schuster} and {Tate & Lyle} and {Marks & Spencer}}, title = {Oil}, date = {2003}}
@book{one, author = {{Simon & Schuster}}, title = {Oil}, date = {2004}}` }], findings.report);
    const occurrences = ['house', 'last', 'three', 'one'].map((key, index): Occurrence => ({ id: `h:${index}` as NodeId, mode: 'narrative', parts: [part(key)], noteNumber: 0, noteOrdinal: 0, insideNote: false, chapter: 0 }));
    const { texts } = renderCitations(apa, houses, occurrences);
    expect(occurrences.map(({ id }) => html(unlinked(texts.get(id))))).toEqual(['Simon & Schuster and Neri (2001)', 'Neri and Simon & Schuster (2002)', 'Simon & Schuster et al. (2003)', 'Simon & Schuster (2004)']);
  });

  it('an unknown key costs only itself', () => {
    const { texts } = render(apa, [group(part('nobody')), group(part('two'), part('nobody'))]);
    expect(texts).toEqual(['', '(<a href="#ref-two">Smith & Jones, 2001</a>)']);
  });

  it('rendering again gives the same', () => {
    const given = [group(part('clarke')), group(part('clarke')), narrative(part('two'))];
    const first = render(chicago, given);
    render(chicago, [group(part('two'))]);
    expect(render(chicago, given)).toEqual(first);
  });

  it('no citation, no bibliography', () => {
    expect(render(chicago, [])).toEqual({ texts: [], notes: [], linkedNotes: [], bibliography: [], keys: [] });
  });
});

it('the sources of these tests are sound', () => {
  expect(findings.list()).toEqual([]);
});
