import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { readBook, svg, type Files } from '../suite/book.js';

/** The lines of the imprint page, the state of the text made plain; undefined where there is no such page. */
async function imprint(config: string, files: Files = {}): Promise<string[] | undefined> {
  const { print, epub } = await readBook({ 'book.yaml': `title: T\nchapters: [a.md]\n${config}`, 'a.md': '# A\n', ...files });
  const [inPrint, inEpub] = [print, epub].map((parts) => parts.find((part) => part.kind === 'imprint')?.body.flatMap((section) => section.children.map((line) => toString(line))));
  expect(inEpub).toEqual(inPrint);
  return inPrint?.map((line) => line.replace(/[0-9a-f]{8}$/, '########'));
}

const everything = `edition: Third edition
date: 2026-11-22
authors: [Anna Rossi, {name: Ivan Petrov, role: [trl, ann]}, {name: Olga Serova, role: trl}, {name: Bo, role: mus}]
publisher: Quiet Press
series: {title: Study Booklets, number: 3}
rights: CC BY-SA 4.0
isbn: {epub: 978-3-16-148410-0, print: 0-8044-2957-X}
`;

test.each<[string, string, string[]]>([
  [
    'in English',
    'language: en-GB\n',
    ['Third edition, 22 November 2026', 'Translation: Ivan Petrov, Olga Serova', 'Annotation: Ivan Petrov', 'Contributions: Bo', 'Quiet Press', 'Study Booklets, no.\u00a03', 'CC BY-SA 4.0', 'ISBN 0-8044-2957-X (print)', 'ISBN 978-3-16-148410-0 (EPUB)', 'State of the text: ########'],
  ],
  ['in French, with its space before a colon', 'language: fr\n', expect.arrayContaining(['Traduction\u00a0: Ivan Petrov, Olga Serova', 'Study Booklets, n°\u00a03', 'État du texte\u00a0: ########'])],
  ['in German', 'language: de\n', expect.arrayContaining(['Übersetzung: Ivan Petrov, Olga Serova', 'Study Booklets, Bd.\u00a03', 'Textstand: ########'])],
  ['in Italian', 'language: it\n', expect.arrayContaining(['Traduzione: Ivan Petrov, Olga Serova', 'Stato del testo: ########'])],
  ['in Russian', 'language: ru\n', expect.arrayContaining(['Перевод: Ivan Petrov, Olga Serova', 'Состояние текста: ########'])],
])('the imprint says what is known, %s', async (_language, config, expected) => {
  expect(await imprint(config + everything)).toEqual(expected);
});

test('below the author’s words stands only what they do not say', async () => {
  const written = 'Third edition, 22 November 2026, *Quiet Press*. ISBN 978-3-16-148410-0.\n\nFreely to be copied.\n';
  expect(await imprint(`${everything}imprint: i.md\n`, { 'i.md': written })).toEqual([
    'Third edition, 22 November 2026, Quiet Press. ISBN 978-3-16-148410-0.',
    'Freely to be copied.',
    'Translation: Ivan Petrov, Olga Serova',
    'Annotation: Ivan Petrov',
    'Contributions: Bo',
    'Study Booklets, no.\u00a03',
    'ISBN 0-8044-2957-X (print)',
    'State of the text: ########',
  ]);
});

test('an editor is whom a collection is by, and then no helper', async () => {
  expect(await imprint('edition: First\nauthors: [{name: Anna Rossi, role: edt}, {name: Bo, role: cov}]\n')).toEqual(['First', 'Cover: Bo', 'State of the text: ########']);
});

describe('the state of the text', () => {
  const question = '# A\n\n:::question{#q:q kind=choice}\nWhy?\n\n- [x] salt\n- [ ] roads\n:::\n\n:::question{#q:r}\nHow?\n\n::::answer\nHence.\n::::\n:::\n\n![A dot](dot.svg)\n';
  const stateOf = async (audience: string, chapter = question, picture = svg): Promise<string | undefined> => {
    const { print, epub } = await readBook({ 'book.yaml': `title: T\ndate: 2026-11-22\nchapters: [a.md]\naudience: ${audience}\n`, 'a.md': chapter, 'dot.svg': picture });
    const [inPrint, inEpub] = [print, epub].map((parts) => parts.find((part) => part.kind === 'imprint')?.body.map((section) => toString(section)).join(''));
    expect(inEpub).toBe(inPrint);
    return /[0-9a-f]{8}$/.exec(inPrint ?? '')?.[0];
  };

  test.each<[change: string, chapter: string, isSeen: Readonly<Record<'teacher' | 'student', boolean>>]>([
    ['another option is right', question.replace('[x] salt', '[ ] salt').replace('[ ] roads', '[x] roads'), { teacher: true, student: false }],
    ['the answer says more', question.replace('Hence.', 'Hence, and so on.'), { teacher: true, student: false }],
    ['the question does', question.replace('Why?', 'Why so?'), { teacher: true, student: true }],
    ['a picture is described', question.replace('A dot', 'A line'), { teacher: true, student: true }],
  ])('where %s', async (_change, chapter, isSeen) => {
    for (const audience of ['teacher', 'student'] as const) expect((await stateOf(audience, chapter)) !== (await stateOf(audience)), audience).toBe(isSeen[audience]);
  });

  test('where a picture is another', async () => {
    const other = svg.replace('1 1', '2 2');
    for (const audience of ['teacher', 'student'] as const) expect(await stateOf(audience, question, other), audience).not.toBe(await stateOf(audience));
  });
});

test('a book that has nothing to say gets no page for the state of its text', async () => {
  expect(await imprint('')).toBeUndefined();
});

test('the title page names those whom the book is by', async () => {
  const { print } = await readBook({ 'book.yaml': `title: T\nchapters: [a.md]\n${everything}`, 'a.md': '# A\n' });
  expect(print[0]?.body.map((section) => toString(section))).toEqual(['TAnna RossiThird edition · Quiet Press']);
});
