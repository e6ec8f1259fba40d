/** Comments in the EPUB: notes that open at their words, entries of the commentary that lead to them and back. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { describe, expect, test } from 'vitest';
import { readBook } from '../suite/book.js';
import { writeEpub } from '../../src/epub/write-epub.js';
import { edition, OpenEpub, pageMap } from './edition.js';

async function commented() {
  const book = await readBook({
    'book.yaml': 'title: T\nchapters: [a.md]\nback: [end.md]\n',
    'a.md': `# A

It *lifted the
darkest* [cloud](#a-road) there was.

:::comment{on="lifted the darkest cloud"}
A phrase of sermons.

- In the *collects*, too.
:::
:::comment{on="the darkest" placement=margin}
M.
:::
:::comment{on="there was" placement=end}
E.
:::

## Road

:::comment{in=sec:two}
S.
:::

## Two {#sec:two}

Words.
`,
    'end.md': '# End\n\n::commentary\n',
  });
  expect(book.findings).toEqual([]);
  const pages = pageMap([['1', undefined, 0]], { 'on-there-was': '1' });
  return edition(book.epub, { pages });
}

describe('comments in the EPUB', () => {
  test('are valid', async () => {
    const { messages } = await EpubCheck.validate(await writeEpub(await commented()), { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage').map(({ id, message }) => `${id} ${message}`)).toEqual([]);
  });

  test('open where their letter is, and lead back to their words', async () => {
    const epub = await OpenEpub.of(await commented());
    const file = 'text/a.xhtml';
    expect(epub.all(file, '//h:sup/h:a[@epub:type="noteref"]/@href')).toEqual(['#k-the-darkest', '#k-lifted-the-darkest-cloud', '#k-Two']);
    expect(epub.all(file, '//h:aside[@epub:type="footnote"]/@id')).toEqual(['k-the-darkest', 'k-lifted-the-darkest-cloud', 'k-Two']);
    const backs = epub.all(file, '//h:aside//h:a[@epub:type="backlink"]/@href');
    expect(backs).toEqual(['#on-the-darkest', '#on-lifted-the-darkest-cloud', '#on-Two']);
    for (const back of backs) expect(epub.all(file, `//h:*[@id="${back.slice(1)}"]`)).toHaveLength(1);
  });

  test('begin with their letter and the words that they are on', async () => {
    const epub = await OpenEpub.of(await commented());
    expect(epub.all('text/a.xhtml', '//h:aside/h:p[1]').map((words) => words.replace(/\s+/g, ' ').slice(0, 24))).toEqual(['a. the darkest] M. ↩︎', 'b. lifted the darkest cl', 'c. Two] S. ↩︎']);
  });

  test('at the end lead to their words, which lead to them', async () => {
    const epub = await OpenEpub.of(await commented());
    expect(epub.all('text/a.xhtml', '//h:span[@class="comment-mark"]/h:a/@href')).toEqual(['end.xhtml#k-there-was']);
    expect(epub.all('text/end.xhtml', '//h:div[@class="comment"]/@id')).toEqual(['k-there-was']);
    expect(epub.all('text/end.xhtml', '//h:div[@class="comment"]//h:a/@href')).toEqual(['a.xhtml#on-there-was']);
    expect(epub.all('text/end.xhtml', '//h:div[@class="comment"]')).toEqual(['p.\u00a01\u2002there was] E.']);
  });
});
