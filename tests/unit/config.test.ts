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

  test('the identifier stays the same through title, date, edition, makers and ISBN', async () => {
    const one = (await read(`${least}slug: pact\n`)).config?.identifier;
    expect((await read('title: U\nchapters: [b.md]\nslug: pact\ndate: 2027-01-01\nedition: Second\nauthors: [Anna]\nisbn: 978-3-16-148410-0\n')).config?.identifier).toBe(one);
  });

  test('the identifier follows the slug alone', async () => {
    const one = (await read(`${least}slug: pact\n`)).config?.identifier;
    expect((await read(`${least}slug: pact\nsubtitle: S\n`, 'elsewhere')).config?.identifier).toBe(one);
    expect((await read(`${least}slug: pact-2\n`)).config?.identifier).not.toBe(one);
  });

  test.each([
    ['one file instead of a list', 'title: T\nchapters: a.md\nbibliography: b.bib\n', { chapters: ['a.md'], bibliography: ['b.bib'] }],
    ['an author by name, another with a role', `${least}authors: [Anna, {name: Ivan, role: trl}, {name: Olga}]\n`, { authors: [{ name: 'Anna', roles: ['aut'] }, { name: 'Ivan', roles: ['trl'] }, { name: 'Olga', roles: ['aut'] }] }],
    ['an author of several parts, filed by the author’s word', `${least}authors: [{name: J. Calvitt Clarke, role: [aut, ill, aut], sort: "Clarke, J. Calvitt"}]\n`, { authors: [{ name: 'J. Calvitt Clarke', roles: ['aut', 'ill'], sort: 'Clarke, J. Calvitt' }] }],
    ['an author whose family is plain', `${least}authors: [Anna Rossi]\n`, { authors: [{ name: 'Anna Rossi', roles: ['aut'], sort: 'Rossi, Anna' }] }],
    ['further languages, each once and the book’s own not again', `${least}languages: [ru, en-GB, it, ru]\n`, { language: 'en-GB', languages: ['ru', 'it'] }],
    ['a series by its title', `${least}series: Study Booklets\n`, { series: { title: 'Study Booklets' } }],
    ['a volume of a series', `${least}series: {title: Study Booklets, number: 3}\n`, { series: { title: 'Study Booklets', number: '3' } }],
    ['a part of a volume', `${least}series: {title: Study Booklets, number: 2.1}\n`, { series: { title: 'Study Booklets', number: '2.1' } }],
    ['an ISBN of the e-book', `${least}isbn: 978-3-16-148410-0\n`, { isbn: { epub: '978-3-16-148410-0' } }],
    ['an ISBN that YAML takes for a number', `${least}isbn: 9783161484100\n`, { isbn: { epub: '9783161484100' } }],
    ['an ISBN of ten digits, of which YAML drops the first', `${least}isbn: {print: 0306406152}\n`, { isbn: { print: '0306406152' } }],
    ['an ISBN that ends in X, with spaces', `${least}isbn: {print: 0 8044 2957 X}\n`, { isbn: { print: '0 8044 2957 X' } }],
    ['subjects in words and in codes', `${least}subjects: [Treaties, {name: History, scheme: thema, code: NHD}, {name: Treaties, scheme: LCSH, code: sh 85137305}, {name: Salt, scheme: 'https://example.org/salt', code: 12}]\n`, { subjects: [{ name: 'Treaties' }, { name: 'History', filed: { scheme: 'Thema', code: 'NHD' } }, { name: 'Treaties', filed: { scheme: 'LCSH', code: 'sh85137305' } }, { name: 'Salt', filed: { scheme: 'https://example.org/salt', code: '12' } }] }],
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
  test('an ISBN is of the edition in book.yaml alone', async () => {
    const isbn = async (audience?: Audience) => (await read(`${least}isbn: {epub: 978-3-16-148410-0, print: 0-8044-2957-X}\n`, 'x', audience)).config?.isbn;
    expect(await isbn()).toEqual({ epub: '978-3-16-148410-0', print: '0-8044-2957-X' });
    expect(await isbn('teacher')).toEqual({});
  });

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
    ['a role that is no code', `${least}authors:\n  - name: Anna\n    role: author\n`, ['b-004 5:11 `authors[1].role` is wrong: `author` is not a MARC relator code | `aut` (author) exists']],
    ['a role that is misspelt', `${least}authors: [{name: Anna, role: translater}]\n`, ['b-004 3:30 `authors[1].role` is wrong: `translater` is not a MARC relator code | `trl` (translator) exists | `trc` (transcriber) exists']],
    ['a role that is like none', `${least}authors: [{name: Anna, role: [aut, zzzzzzz]}]\n`, ['b-004 3:36 `authors[1].role[2]` is wrong: `zzzzzzz` is not a MARC relator code | `aut` (author) exists | `edt` (editor) exists | `trl` (translator) exists | `ill` (illustrator) exists']],
    ['a fact of an author that nobody reads', `${least}authors: [{name: Anna, file-as: A}]\n`, ['b-003 3:24 `authors[1].file-as` is not a key of book.yaml | the keys here are name, role, sort']],
    ['an ISBN with a wrong check digit', `${least}isbn: 978-3-16-148410-1\n`, ['b-004 3:7 `isbn` is wrong: 978-3-16-148410-1: its last digit should be 0, or another digit is wrong']],
    ['an ISBN of ten digits with a wrong check digit', `${least}isbn: {print: 0-8044-2957-1}\n`, ['b-004 3:15 `isbn.print` is wrong: 0-8044-2957-1: its last digit should be X, or another digit is wrong']],
    ['an ISBN that is too short', `${least}isbn: {epub: 978-3-16}\n`, ['b-004 3:14 `isbn.epub` is wrong: “978-3-16”: an ISBN has 10 or 13 digits']],
    ['an identifier that is no ISBN, though it says so', `${least}identifier: urn:isbn:9783161484101\n`, ['b-004 3:13 `identifier` is wrong: 9783161484101: its last digit should be 0, or another digit is wrong']],
    ['two ISBNs in one', `${least}isbn: 978-3-16-148410-0 (print)\n`, ['b-004 3:7 `isbn` is wrong: an ISBN has 10 or 13 digits, perhaps with hyphens or spaces between them, and nothing else']],
    ['an ISBN of a body that there is not', `${least}isbn: {ebook: 978-3-16-148410-0}\n`, ['b-003 3:8 `isbn.ebook` is not a key of book.yaml | the keys here are epub, print']],
    ['a place in a series that is no number', `${least}series: {title: S, number: third}\n`, ['b-004 3:28 `series.number` is wrong: a number is expected, such as 3 or 2.1']],
    ['a scheme that is misspelt', `${least}subjects: [{name: History, scheme: Tema, code: NHD}]\n`, ['b-004 3:36 `subjects[1].scheme` is wrong: `Tema` is not a scheme of subjects | `Thema` exists']],
    ['a code that its scheme does not have', `${least}subjects: [{name: History, scheme: BISAC, code: NHD}]\n`, ['b-004 3:49 `subjects[1].code` is wrong: `NHD` is no code of BISAC | they are like `HIS037070`']],
    ['a code of no scheme', `${least}subjects: [{name: History, code: NHD}]\n`, ['b-004 3:12 `subjects[1]` is wrong: a code needs the scheme that it is of | write `{name: European history, scheme: Thema, code: NHD}`']],
    ['a day that no calendar has', `${least}date: 2026-02-30\n`, ['b-004 3:7 `date` is wrong: no calendar has this day']],
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
    ['a claim that nobody makes', `${least}accessibility: {conforms-to: EPUB Accessibility 1.1 - WCAG 2.2 Level AA}\n`, ['b-004 3:30 `accessibility.conforms-to` says nobody who found that out | name who examined the e-book in `certified-by`']],
    ['a claim that no reader knows', `${least}accessibility: {conforms-to: WCAG AA, certified-by: P}\n`, [expect.stringMatching(/^b-004 3:30 `accessibility.conforms-to` is wrong: one of EPUB Accessibility 1.1 - WCAG 2.0 Level A, /)]],
    ['an examiner of nothing', `${least}accessibility: {certified-by: Quiet Press}\n`, ['b-004 3:17 `accessibility.certified-by` says nothing without `conforms-to` | say in `conforms-to` what was found']],
    ['a report that is nowhere', `${least}accessibility: {conforms-to: EPUB Accessibility 1.1 - WCAG 2.1 Level A, certified-by: P, report: on paper}\n`, ['b-004 3:98 `accessibility.report` is wrong: an address such as https://example.org/report is expected']],
    ['a hazard that there is not', `${least}accessibility: {hazards: [smoke]}\n`, ['b-004 3:27 `accessibility.hazards[1]` is wrong: one of flashing, motion-simulation, sound is expected']],
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
