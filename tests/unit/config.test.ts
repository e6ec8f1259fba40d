import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { Audience } from '../../src/model/book.js';
import { readConfig } from '../../src/read/read-config.js';
import { memoryWorld } from '../../src/world/memory.js';

async function read(yaml: string, folder = 'The Thaw, 1933', audience?: Audience) {
  const findings = new Findings();
  const config = await readConfig({ world: memoryWorld({ [`${folder}/book.yaml`]: yaml }), folder, report: findings.report }, audience);
  return { config, said: findings.list().map(({ code, place, message, hints }) => [`${code} ${place.line}:${place.column ?? ''} ${message}`, ...hints.map(({ text }) => text)].join(' | ')) };
}

const least = 'title: T\nchapters: [a.md]\n';

describe('what is not said is filled in', () => {
  test('the least a book needs', async () => {
    const { config, said } = await read(least);
    expect(said).toEqual([]);
    expect(config).toMatchObject({
      title: 'T',
      slug: 'the-thaw-1933',
      language: 'en-GB',
      authors: [],
      identifier: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      subjects: [],
      front: [],
      chapters: ['a.md'],
      back: [],
      bibliography: [],
      citation: { style: 'chicago-author-date', locale: 'en-GB', backLinks: true, restart: 'book' },
      registers: {},
      page: { width: 148, height: 210, chaptersOpen: 'any', rectoHead: 'chapter', numberNotes: 'chapter', notes: 'foot', margins: {}, costs: {} },
    });
  });

  test('the identifier follows the slug alone', async () => {
    const one = (await read(`${least}slug: pact\n`)).config?.identifier;
    expect((await read(`${least}slug: pact\nsubtitle: S\n`, 'elsewhere')).config?.identifier).toBe(one);
    expect((await read(`${least}slug: pact-2\n`)).config?.identifier).not.toBe(one);
  });

  test.each([
    ['one file instead of a list', 'title: T\nchapters: a.md\nbibliography: b.bib\n', { chapters: ['a.md'], bibliography: ['b.bib'] }],
    ['an author by name, another with a role', `${least}authors: [Anna, {name: Ivan, role: trl}, {name: Olga}]\n`, { authors: [{ name: 'Anna', role: 'aut' }, { name: 'Ivan', role: 'trl' }, { name: 'Olga', role: 'aut' }] }],
    ['the locale of the language', `${least}language: it\n`, { citation: { style: 'chicago-author-date', locale: 'it' } }],
    ['a bibliography that leads nowhere back', `${least}citation: {back-links: false}\n`, { citation: { backLinks: false } }],
    ['citations that begin anew', `${least}citation: {restart: chapter}\n`, { citation: { restart: 'chapter' } }],
    ['a page by name', `${least}page: {size: B6}\n`, { page: { width: 125, height: 176 } }],
    ['kinds of the author’s own', `${least}kinds:\n  theorem: {label: thm, one: theorem, several: theorems}\n`, { kinds: [{ name: 'theorem', label: 'thm', one: 'theorem', several: 'theorems' }] }],
    ['a date as it is typed', `${least}date: 2026-11-22\n`, { date: '2026-11-22' }],
    ['Windows line ends', 'title: T\r\nchapters:\r\n  - a.md\r\n', { title: 'T', chapters: ['a.md'] }],
  ])('%s', async (_name, yaml, expected) => {
    const { config, said } = await read(yaml);
    expect(said).toEqual([]);
    expect(config).toMatchObject(expected);
  });

  test.each(['...', 'Пакт'])('a folder without Latin letters (%s) is called book', async (folder) => {
    expect((await read(least, folder)).config?.slug).toBe('book');
  });
});

describe('editions of one book', () => {
  const facts = async (yaml: string, audience?: Audience) => {
    const { config, said } = await read(`${least}slug: pact\n${yaml}`, 'x', audience);
    expect(said).toEqual([]);
    return { slug: config?.slug, audience: config?.audience, fileStem: config?.fileStem, edition: config?.edition, identifier: config?.identifier };
  };
  const urn = { usual: 'urn:uuid:48e99445-4f1f-5115-b100-d70c119978cc', student: 'urn:uuid:e690b865-74bb-5b3b-947b-5e6153efe78d' };

  test.each<[string, string, Audience | undefined, Awaited<ReturnType<typeof facts>>]>([
    ['the usual one says nothing of itself', '', undefined, { slug: 'pact', audience: 'self-study', fileStem: 'pact', edition: undefined, identifier: urn.usual }],
    ['book.yaml names another', 'audience: student\n', undefined, { slug: 'pact', audience: 'student', fileStem: 'pact-student', edition: 'Student edition', identifier: urn.student }],
    ['the command line does', '', 'student', { slug: 'pact', audience: 'student', fileStem: 'pact-student', edition: 'Student edition', identifier: urn.student }],
    ['both do, and the command line counts', 'audience: student\nedition: Second\n', 'self-study', { slug: 'pact', audience: 'self-study', fileStem: 'pact', edition: 'Second', identifier: urn.usual }],
    ['what the author states stays, in the book’s language', 'edition: Terza\nlanguage: it\n', 'teacher', { slug: 'pact', audience: 'teacher', fileStem: 'pact-teacher', edition: 'Terza · Edizione per l’insegnante', identifier: 'urn:uuid:4503b62f-7e21-5f6e-921c-5c27901d264f' }],
    ['an identifier is that of the edition in book.yaml', 'audience: teacher\nidentifier: urn:x\n', undefined, { slug: 'pact', audience: 'teacher', fileStem: 'pact-teacher', edition: 'Teacher’s edition', identifier: 'urn:x' }],
    ['and others are named after it', 'audience: teacher\nidentifier: urn:x\n', 'self-study', { slug: 'pact', audience: 'self-study', fileStem: 'pact', edition: undefined, identifier: 'urn:uuid:9b0e9124-e7af-547a-9da6-c8b4cb3d57f5' }],
  ])('%s', async (_name, yaml, audience, expected) => {
    expect(await facts(yaml, audience)).toEqual(expected);
  });
});

describe('what is wrong is said, and the rest is read', () => {
  test.each([
    ['nothing in the file', '', ['b-002 1: a list of `key: value` lines is expected | the least a book needs is `title:` and `chapters:`']],
    ['neither title nor chapters', 'slug: a\n', ['b-004 1: `title` is missing | write `title: …`', 'b-004 1: `chapters` is missing | list the files in reading order: `chapters: [01-beginning.md, 02-end.md]`']],
    ['emphasis at the beginning of a title', 'title: *Thaw*\nchapters: a.md\n', ['b-002 1:8 `*Thaw*` is read as the name of another value | a value that begins with `*` needs quotation marks']],
    ['a key twice', `${least}title: U\n`, ['b-002 3:1 this key is given twice | take one of them out']],
    ['a key that every object has', `${least}toString: x\nconstructor: y\n`, [expect.stringContaining('b-003 3:1 `toString` is not a key of book.yaml'), expect.stringContaining('b-003 4:1 `constructor` is not')]],
    ['a key below a key', `${least}registers: {terms: g.yaml, peeple: p.yaml}\n`, ['b-003 3:28 `registers.peeple` is not a key of book.yaml | `people` exists']],
    ['a number for a title', 'title: 1933\nchapters: a.md\n', ['b-004 1:8 `title` is wrong: text is expected | write it in quotation marks: `"1933"`']],
    ['a role that is no code', `${least}authors:\n  - name: Anna\n    role: author\n`, ['b-004 5:11 `authors[1].role` is wrong: a MARC relator code such as aut or edt is expected']],
    ['an author without a name', `${least}authors: [{role: aut}]\n`, ['b-004 3:11 `authors[1].name` is missing']],
    ['an empty file name', 'title: T\nchapters: [""]\n', ['b-004 2:12 `chapters[1]` is wrong: it is empty']],
    ['a language that is none', `${least}language: English (UK)\n`, ['b-004 3:11 `language` is wrong: a language tag such as en-GB is expected']],
    ['a slug with capitals', `${least}slug: The Pact\n`, ['b-004 3:7 `slug` is wrong: small letters, digits and hyphens are expected']],
    ['an audience where the title page’s words belong', `${least}edition: Teacher\n`, ['b-004 3:10 `edition` is what the title page says, such as “First edition” | for whom the edition is, says `audience: teacher`']],
    ['an audience that there is not', `${least}audience: pupils\n`, ['b-004 3:11 `audience` is wrong: one of self-study, student, teacher is expected']],
    ['words where yes or no belongs', `${least}citation: {back-links: sometimes}\n`, ['b-004 3:24 `citation.back-links` is wrong: `true` or `false` is expected']],
    ['a part that citations cannot begin anew in', `${least}citation: {restart: section}\n`, ['b-004 3:21 `citation.restart` is wrong: one of chapter, book is expected']],
    ['a kind whose name is taken', `${least}kinds:\n  question: {label: qu, one: question, several: questions}\n`, ['b-004 4:3 `kinds.question` is wrong: there is a directive `question` already']],
    ['a kind whose label is taken', `${least}kinds:\n  picture: {label: fig, one: picture, several: pictures}\n`, ['b-004 4:20 `kinds.picture` is wrong: labels that begin with `fig:` are of Octavo’s own']],
    ['two kinds of one label', `${least}kinds:\n  lemma: {label: l, one: lemma, several: lemmata}\n  law: {label: l, one: law, several: laws}\n`, ['b-004 5:16 `kinds.law` is wrong: labels that begin with `l:` are those of `lemma`']],
    ['a kind without its plural', `${least}kinds:\n  lemma: {label: l, one: lemma}\n`, ['b-004 4:10 `kinds.lemma.several` is missing']],
    ['a kind of which a word is misspelt', `${least}kinds:\n  lemma: {label: l, on: lemma, one: lemma, several: lemmata}\n`, ['b-003 4:21 `kinds.lemma.on` is not a key of book.yaml | `one` exists']],
    ['a kind that no directive can be called by', `${least}kinds:\n  Lemma 1: {label: l, one: lemma, several: lemmata}\n`, ['b-004 4:3 `kinds.Lemma 1` is wrong: the name of a kind has small letters, digits and hyphens only']],
    ['no chapter', 'title: T\nchapters: []\n', ['b-004 2:11 `chapters` lists no file']],
    ['text where a list belongs', `${least}subjects: Treaties\n`, ['b-004 3:11 `subjects` is wrong: a list is expected']],
  ])('%s', async (_name, yaml, expected) => {
    expect((await read(yaml)).said).toEqual(expected);
  });

  test('one wrong value hides no other and leaves the good ones', async () => {
    const { config, said } = await read(`${least}date: soon\nslug: X\npublisher: P\n`);
    expect(said).toHaveLength(2);
    expect(config).toMatchObject({ title: 'T', publisher: 'P', slug: 'the-thaw-1933' });
  });
});
