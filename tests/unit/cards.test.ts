/** Cards: read back as a program would that imports them. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { collectCards } from '../../src/cards/collect-cards.js';
import { writeCards } from '../../src/cards/write-cards.js';
import { readBook, svg, type Files } from '../suite/book.js';

async function cardsOf(files: Files, audience = 'self-study', config = '') {
  const { resolved } = await readBook({ 'book.yaml': `title: Salt\nslug: salt\naudience: ${audience}\nchapters: [a.md]\nreferences: [{id: rossi, type: book, title: B, author: [{family: Rossi}], issued: 2001}]\nregisters: {terms: t.yaml, people: p.yaml, dates: d.yaml}\n${config}`, 't.yaml': '', 'p.yaml': '', 'd.yaml': '', 'm.svg': svg, ...files });
  const written = new TextDecoder().decode(writeCards(collectCards(resolved), 'Salt\nand  Roads'));
  return { written, rows: parse(written, { comment: '#', comment_no_infix: true }) as string[][] };
}

const question = (inner: string, answer = 'A.'): string => `# T\n\n:::::question{#q:x level=2}\n${inner}\n\n::::answer\n${answer}\n::::\n:::::\n\n::answers\n`;

describe('a question', () => {
  test.each<[string, string, string, string]>([
    ['in a sentence', 'Why *now*?\n', 'Why <em>now</em>?', 'A.'],
    ['in paragraphs', 'One.\n\nTwo?\n', '<p>One.</p><p>Two?</p>', 'A.'],
    ['without its hints', 'Why?\n\n::::hint\nThink.\n::::\n', 'Why?', 'A.'],
    ['without notes and links into the book', 'Why^[A note.] [here](#q:x), and [there](https://x.example)?\n', 'Why here, and <a href="https://x.example">there</a>?', 'A.'],
    ['with the words of a picture', '![A map](m.svg)\n\nWhere?\n', '<figure>[A map]<figcaption> A map</figcaption></figure><p>Where?</p>', 'A.'],
    ['with quotation marks, commas and lines', 'Why "x",\ny?\n', 'Why "x",\ny?', 'A.'],
    ['with signs of HTML', 'Is 1 < 2 & 3?\n', 'Is 1 &#x3C; 2 &#x26; 3?', 'A.'],
  ])('%s', async (_name, inner, front, back) => {
    expect((await cardsOf({ 'a.md': question(inner) })).rows).toEqual([['salt:question:q-x', front, back, 'salt question level-2 a']]);
  });

  test('whose answer cites: no citation, and no space where it stood', async () => {
    const { rows } = await cardsOf({ 'a.md': question('Why?', 'So it is [@rossi, p. 3], they say [@rossi].^[Note.]') });
    expect(rows[0]?.[2]).toBe('So it is, they say.');
  });

  test('to choose: letters, no boxes, and nothing of what is right on the front, not even a teacher’s', async () => {
    for (const audience of ['self-study', 'teacher']) {
      const { rows } = await cardsOf({ 'a.md': '# T\n\n:::question{#q:x kind=choice}\nWhich?\n\n- [ ] no\n- [x] yes\n:::\n\n::answers\n' }, audience);
      expect(rows.map(([, front, back]) => [front, back])).toEqual([['<p>Which?</p><ul style="list-style: none; padding: 0"><li><p><b>a </b>no</p></li><li><p><b>b </b>yes</p></li></ul>', '<b>b</b>.']]);
    }
  });

  test('to match: both columns, and the key', async () => {
    const { rows } = await cardsOf({ 'a.md': '# T\n\n:::question{#q:x kind=match}\nA\n: 1\n\nB\n: 2\n:::\n\n::answers\n' });
    expect(rows.map(([, front, back]) => [front, back])).toEqual([['<table><tbody><tr><td><p><b>1 </b>A</p></td><td><p><b>a </b>2</p></td></tr><tr><td><p><b>2 </b>B</p></td><td><p><b>b </b>1</p></td></tr></tbody></table>', '<b>1b, 2a</b>.']]);
  });

  test('without an answer, or in a student’s edition, makes no card', async () => {
    expect((await cardsOf({ 'a.md': '# T\n\n:::question\nWhy?\n:::\n' })).rows).toEqual([]);
    expect((await cardsOf({ 'a.md': question('Why?') }, 'student')).rows).toEqual([]);
  });
});

describe('registers', () => {
  test('terms, people and dates, in the order of their lists; who has nothing to be asked for has no card', async () => {
    const { rows } = await cardsOf({
      'a.md': '# T\n\nWords.\n',
      't.yaml': '- term: toll\n  definition: A *price* [@rossi, p. 4].\n- term: carter\n  lang: fr\n  definition: A man.\n\n',
      'p.yaml': '- name: Rossi\n  born: 1874-10-19\n  died: 1946~\n  role: historian\n  note: Walked.\n- name: Nobody\n',
      'd.yaml': '- on: 1934\n  event: Later\n- on: 1933-09-02\n  event: The pact\n  place: Rome\n- on: 1933-09-02\n  event: The toast\n',
    });
    expect(rows).toEqual([
      ['salt:term:carter', '<span lang="fr">carter</span>', 'A man.', 'salt term'],
      ['salt:term:toll', 'toll', 'A <em>price</em>.', 'salt term'],
      ['salt:person:rossi', 'Rossi', '<p>1874–c. 1946, historian</p><p>Walked.</p>', 'salt person'],
      ['salt:date:1933-09-02', 'The pact', '2 September 1933, Rome', 'salt date'],
      ['salt:date:1933-09-02-2', 'The toast', '2 September 1933', 'salt date'],
      ['salt:date:1934', 'Later', '1934', 'salt date'],
    ]);
  });
});

test('the file says what its columns are', async () => {
  const { written } = await cardsOf({ 'a.md': question('Say "yes"?') });
  expect(written).toBe('#separator:Comma\n#html:true\n#deck:Salt and Roads\n#columns:id,front,back,tags\n#guid column:1\n#tags column:4\n"salt:question:q-x","Say ""yes""?","A.","salt question level-2 a"\n');
});
