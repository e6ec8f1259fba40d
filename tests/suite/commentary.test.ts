/**
 * Comments on a text that was edited: which words they are on now, and what their author is told. And chapters put together at
 * random, of which any words that a reader sees are found where they were cut from, before and after edits elsewhere.
 */
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import type { Comment } from '../../src/model/document.js';
import { drawNumbers } from '../lots.js';
import { bib, readBook, said, svg, type Book } from './book.js';

const chapter = (text: string, ...comments: string[]): string => `# T\n\n${text}\n\n${comments.map((attributes) => `:::comment{${attributes}}\nC.\n:::`).join('\n\n')}\n`;
const wordsIn = ({ resolved }: Book): string[] => resolved.comments.map(({ words }) => words);

const letter = `The cloud stood over the road.

:::document{#doc:l}
It lifted the darkest cloud from the road to the hills.
:::`;

interface Edited {
  readonly name: string;
  readonly text: string;
  readonly comment: string;
  /** What the comment is on now. */
  readonly words: readonly string[];
  readonly findings: readonly string[];
}

describe('a passage that was edited', () => {
  test.each<Edited>([
    { name: 'elsewhere in its chapter: moved, in silence', text: `The cloud stood over the road.\n\n${letter}`, comment: 'on="The cloud stood over" nth=2', words: ['The cloud stood over'], findings: [] },
    { name: 'out of the passage: moved, in silence', text: 'It lifted the darkest cloud.\n\n:::document{#doc:l}\nNothing.\n:::', comment: 'on="the darkest cloud" in=doc:l', words: ['the darkest cloud'], findings: [] },
    {
      name: 'a word out of the passage is not moved: it may stand elsewhere by chance',
      text: 'A cloud.\n\n:::document{#doc:l}\nNothing.\n:::',
      comment: 'on=cloud in=doc:l',
      words: [],
      findings: ['d-011 a.md:9:12 `cloud` is not in `doc:l`'],
    },
    { name: 'an ending: changed', text: 'It lifted the darkest clouds.', comment: 'on="the darkest cloud"', words: ['the darkest clouds'], findings: ['d-010 a.md:5:12 `the darkest cloud` is no longer in this chapter: the comment is now on `the darkest clouds`'] },
    { name: 'a word: changed', text: 'It lifted the heaviest cloud.', comment: 'on="the darkest cloud"', words: ['the heaviest cloud'], findings: ['d-010 a.md:5:12 `the darkest cloud` is no longer in this chapter: the comment is now on `the heaviest cloud`'] },
    { name: 'a word put in, across markup: changed', text: 'It lifted the darkest *and last* cloud of all.', comment: 'on="the darkest cloud of all"', words: ['the darkest and last cloud of all'], findings: ['d-010 a.md:5:12 `the darkest cloud of all` is no longer in this chapter: the comment is now on `the darkest and last cloud of all`'] },
    { name: 'the likest of two: changed', text: 'The dark road. The darkest roads.', comment: 'on="The darkest road"', words: ['The darkest roads'], findings: ['d-010 a.md:5:12 `The darkest road` is no longer in this chapter: the comment is now on `The darkest roads`'] },
    { name: 'one of two places: the other is not taken for it', text: 'The road to the sea. The roads to the sea.', comment: 'on="The road to the sea" nth=2', words: ['The roads to the sea'], findings: ['d-010 a.md:5:12 `The road to the sea` stands once in this chapter, and `nth=2` is asked for: the comment is now on `The roads to the sea`'] },
    { name: 'the last of the words with others left out: changed', text: 'From the road to these hills.', comment: 'on="the road … those hills"', words: ['the road … these hills'], findings: ['d-010 a.md:5:12 `the road … those hills` is no longer in this chapter: the comment is now on `the road to these hills`'] },
    { name: 'out of the book: lost', text: 'Nothing of it.', comment: 'on="the darkest cloud"', words: [], findings: ['d-011 a.md:5:12 `the darkest cloud` is not in this chapter'] },
    { name: 'fewer places than are counted: lost', text: 'Road, salt.', comment: 'on=salt nth=2', words: [], findings: ['d-011 a.md:5:20 `salt` stands once in this chapter, and `nth=2` is asked for'] },
    { name: 'as many places as are counted, with any capitals', text: 'Salt and salt.', comment: 'on=salt nth=2', words: ['salt'], findings: [] },
    { name: 'a second place: ambiguous', text: 'Salt,\nno salt,\nsalt.', comment: 'on=salt', words: ['salt'], findings: ['d-012 a.md:7:12 `salt` stands 2 times in this chapter, on the lines 4 and 5: the comment is on the first'] },
    { name: 'the sentence that was quoted tells one place from others', text: 'Salt was dear. No salt was cheap. The salt was wet.', comment: 'on=salt was="The salt was wet"', words: ['salt'], findings: [] },
    { name: 'the sentence that was quoted: changed around the words', text: 'Salt was dear. The salt was never wet.', comment: 'on=salt was="The salt was wet"', words: ['salt'], findings: ['d-010 a.md:5:20 around `salt` the text no longer is what this comment was written on'] },
    { name: 'a sentence that does not hold the words', text: 'Salt.', comment: 'on=Salt was="The road"', words: ['Salt'], findings: ['d-002 a.md:5:20 `was` does not hold the words of `on`'] },
  ])('$name', async ({ text, comment, words, findings }) => {
    const book = await readBook({ 'a.md': chapter(text, comment) });
    expect(wordsIn(book)).toEqual(words);
    expect(said(book)).toEqual(findings);
  });

  test('a sentence tells which of the places is meant', async () => {
    const book = await readBook({ 'a.md': chapter('Salt was dear. No salt was cheap. The salt was wet.', 'on=salt was="The salt was wet"') });
    expect(before(book, book.resolved.comments[0] as Comment).trimStart()).toBe('Salt was dear. No salt was cheap. The ');
  });

  test.each(['facing', 'stacked'])('in an original and its translation, set %s', async (layout) => {
    const book = await readBook({ 'a.md': chapter(`::::document{#doc:p lang=ru layout=${layout}}\n:::original\nСтатья первая.\n:::\n:::translation\nArticle one.\n:::\n::::`, 'on="Статья" in=doc:p', 'on="article one" in=doc:p') });
    expect(said(book)).toEqual([]);
    expect(book.print.flatMap(({ notes }) => notes.map(({ number }) => number))).toEqual(['a', 'b']);
    expect(wordsIn(book)).toEqual(['Статья', 'Article one']);
  });

  test.each([
    { audience: 'teacher', words: ['salt', 'Salt', 'The', 'road'] },
    { audience: 'student', words: ['The'] },
  ])('in an edition for a $audience: comments are left out with what is for others', async ({ audience, words }) => {
    const forTeachers = ':::::only{for=teacher}\nNo salt.\n\n::::document{#doc:s title=Salt}\nSea.\n::::\n\n:::comment{on=road}\nC.\n:::\n:::::';
    const book = await readBook({ 'book.yaml': `title: T\naudience: ${audience}\nchapters: [a.md]\n`, 'a.md': chapter(`${forTeachers}\n\nThe road.`, 'on=salt', 'in=doc:s', 'on=The') });
    expect(said(book)).toEqual([]);
    expect(wordsIn(book)).toEqual(words);
  });

  test('in a file that is included, and by a comment that is', async () => {
    const book = await readBook({
      'a.md': '# T\n\nA road.\n\n::include{file=b.md}\n\n:::comment{on=salt}\nS.\n:::\n',
      'b.md': 'The *salt* of the sea.\n\n:::comment{on=road}\nR.\n:::\n\n:::comment{on=gone}\nG.\n:::\n',
    });
    expect(said(book)).toEqual(['d-011 b.md:7:12 `gone` is not in this chapter']);
    expect(wordsIn(book)).toEqual(['road', 'salt']);
    expect(book.print.flatMap(({ notes }) => notes.map(({ number }) => number))).toEqual(['a', 'b']);
  });

  test('moved to another chapter, it stands and cites there', async () => {
    const book = await readBook({
      'book.yaml': 'title: T\nchapters: [a.md, b.md]\nbibliography: b.bib\n',
      'b.bib': bib.split('\n@book')[0] ?? '',
      'a.md': '# A\n\nSalt.\n\n:::comment{on="the darkest cloud"}\nC [@clarke1991].\n:::\n',
      'b.md': '# B\n\nIt lifted the darkest cloud.\n',
    });
    expect(said(book)).toEqual([]);
    expect(book.print.filter(({ kind }) => kind === 'chapter').map(({ title, notes }) => [title, notes.length])).toEqual([['A', 0], ['B', 1], ['Bibliography', 0]]);
    expect(book.resolved.citations.map((citation) => citation.chapter.file)).toEqual(['b.md']);
  });
});

describe('a comment that cannot be', () => {
  test.each([
    { name: 'on nothing', comment: '.x', findings: ['d-002 a.md:5:1 `:::comment` does not say what it is on'] },
    { name: 'on signs alone', comment: 'on="…"', findings: ['d-002 a.md:5:12 `on="…"` quotes no words'] },
    { name: 'in a passage that is not there', comment: 'on=Salt in=doc:lettre', findings: ['x-001 a.md:5:20 there is no label `doc:lettre`'] },
    { name: 'in a place that there is not', comment: 'on=Salt placement=side', findings: ['d-002 a.md:5:20 `placement=side` is no place of a comment'] },
    { name: 'counted by no number', comment: 'on=Salt nth=last', findings: ['d-002 a.md:5:20 `nth=last` is not a number from 1 on'] },
    { name: 'for the end, which is not printed', comment: 'on=Salt placement=end', findings: ['d-009 a.md:5:1 comments are written for the end, but nothing says where to print them'] },
  ])('$name', async ({ comment, findings }) => {
    expect(said(await readBook({ 'a.md': chapter('Salt.', comment) }))).toEqual(findings);
  });

  test('on a formula', async () => {
    expect(said(await readBook({ 'a.md': chapter('$$x$$ {#eq:x}', 'in=eq:x') }))).toEqual(['d-014 a.md:5:12 `eq:x` has no words in the text that a comment could stand at']);
  });

  test('on the words of another, of a note or of an answer, which stand elsewhere', async () => {
    const book = await readBook({ 'a.md': '# T\n\nRoad.^[Salt.]\n\n::::question\nWhy?\n\n:::answer\nSalt.\n:::\n::::\n\n:::comment{on=Salt}\nSalt.\n:::\n\n## Answers\n\n::answers\n' });
    expect(said(book)).toEqual(['d-011 a.md:13:12 `Salt` is not in this chapter']);
  });
});

type Random = (below: number) => number;

const vocabulary = ['the', 'road', 'of', 'salt', 'and', 'cloud', 'darkest', 'toll', 'gate', 'hill', 'Council', 'it’s', 'was', 'long', 'day', 'два', 'слова', 'città', '1933', 'market'];
/** `◦` is words. */
const markup = ['◦', '◦', '◦', '*◦*', '**◦**', '***◦** ◦*', '[◦](https://example.org)', '[◦ *◦*](#there)', '[◦]{.smallcaps}', '`◦`', ':index[◦ **◦**]{entry=x}', ':claim[◦]{#claim:c# status=verified}', ':date[◦]{on=1933}', '◦^[Not this ◦.]', '◦ [@clarke1991, p. 3]', 'H~2~O', '◦\\\n◦', '◦\n◦', '“◦”', '◦, ◦', '◦\u00a0–\u00a0◦', '<b>◦</b>', '&amp; ◦', '\\*◦', '$x$ ◦', '@fig:known ◦'];
const blocks = ['~i~ ~i~ ~i~ ~i~.', '~i~ ~i~ ~i~ ~i~ ~i~ ~i~.', '## ~i~', '> ~i~ ~i~', '- ~i~\n- ~i~', '| ◦ | ◦ |\n|---|---|\n| ◦ | ◦ |\n\n: ◦ {#tbl:t#}', '| ◦ ◦\n|   ◦', ':::callout{title=x}\n~i~ ~i~\n:::', ':::document{#doc:d#}\n~i~ ~i~ ~i~\n:::', '◦\n: ~i~', ':::verse\n◦\n◦ ◦\n:::', '![◦](m.svg)', '1. ~i~\n\n   ~i~'];

function text(random: Random): string {
  let own = 0;
  const pick = (from: readonly string[]): string => from[random(from.length)] as string;
  const words = (): string => Array.from({ length: 1 + random(4) }, () => pick(vocabulary)).join(' ');
  return Array.from({ length: 4 + random(6) }, () => pick(blocks).replaceAll('~i~', () => pick(markup)).replaceAll('◦', words).replaceAll('#}', () => `${(own += 1)}}`).replaceAll('c# ', () => `c${(own += 1)} `)).join('\n\n');
}

const asBook = (body: string) => ({
  'book.yaml': 'title: T\nfront: [known.md]\nchapters: [a.md]\nback: [end.md]\nbibliography: b.bib\n',
  'end.md': '# End\n\n::bibliography\n',
  'known.md': '# Known\n\n[There]{#there}\n\n![Known](m.svg){#fig:known}\n',
  'b.bib': bib.split('\n@book')[0] ?? '',
  'm.svg': svg,
  'a.md': `# Title\n\n${body}\n`,
});

/** What a reader sees of the chapter, without what stands in it for notes, citations and marks; white around what stands apart. */
function visible(body: readonly ElementContent[]): string {
  return body.map((node) => (node.type === 'text' ? node.value : node.type !== 'element' || isOurs(node) ? '' : apart(node) + visible(node.children) + apart(node))).join('');
}
const inline = new Set(['a', 'em', 'strong', 'span', 'code', 'sub', 'sup', 'b', 'time']);
const apart = (node: Element): string => (inline.has(node.tagName) && !hasClass(node, 'verse-line') ? '' : ' ');
const hasClass = ({ properties }: Element, ...names: string[]): boolean => Array.isArray(properties['className']) && names.some((name) => (properties['className'] as string[]).includes(name));
const isOurs = (node: Element): boolean => node.tagName === 'math' || hasClass(node, 'call', 'call-separator', 'claim-mark', 'comment-mark', 'citation', 'cross-reference', 'caption-number', 'callout-title');

const bodyOf = ({ print }: Book): readonly ElementContent[] => print.find(({ kind, matter }) => kind === 'chapter' && matter === 'body')?.body.slice(1) ?? [];
const squeezed = (words: string): string => words.replace(/\s+/g, ' ');

/** The words of the chapter that stand before those of a comment. */
function before(book: Book, { wordsAnchor }: Comment): string {
  let read = '';
  const search = (nodes: readonly ElementContent[]): boolean =>
    nodes.some((node) => {
      if (node.type === 'text') read += node.value;
      if (node.type !== 'element' || isOurs(node)) return false;
      if (node.properties['id'] === wordsAnchor) return true;
      read += apart(node);
      const isFound = search(node.children);
      if (!isFound) read += apart(node);
      return isFound;
    });
  expect(search(bodyOf(book)), `${wordsAnchor} is in the text`).toBe(true);
  return read;
}

/** The text of all pieces that are wrapped. */
function wrapped(nodes: readonly ElementContent[]): string {
  return nodes.map((node) => (node.type !== 'element' || isOurs(node) ? '' : hasClass(node, 'commented') ? toString(node) : wrapped(node.children))).join(' ');
}

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');

const ofComments = (finding: string): boolean => /^d-0(?:09|1)/.test(finding);

interface Cut {
  readonly words: string;
  /** How many of the same stand before it. */
  readonly nth: number;
  readonly before: string;
}

/** Some words of a text, and which of all places with them it is. */
function cut(text: string, random: Random): Cut {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const first = words[random(words.length)] as RegExpExecArray;
  const last = words[Math.min(words.length - 1, words.indexOf(first) + random(7))] as RegExpExecArray;
  const chosen = text.slice(first.index, last.index + last[0].length);
  const tokens = (from: string): string[] => from.match(/[\p{L}\p{M}\p{N}]+|\S/gu) ?? [];
  const [all, wanted, ahead] = [tokens(text), tokens(chosen), tokens(text.slice(0, first.index)).length];
  let nth = 0;
  for (let at = 0; at <= ahead; at += 1) if (wanted.every((token, index) => all[at + index] === token)) nth += 1;
  return { words: chosen, nth, before: text.slice(0, first.index) };
}

describe('any words that a reader sees', () => {
  test.each([1, 2, 3, 4])('are found where they stand, whatever markup is among them (%i)', async (run) => {
    for (let index = 0; index < 6; index += 1) {
      const random = drawNumbers(run * 100 + index);
      const body = text(random);
      const seen = squeezed(visible(bodyOf(await readBook(asBook(body)))));
      const cuts = Array.from({ length: 6 }, () => cut(seen, random));
      const written = cuts.map(({ words, nth }) => `:::comment{on="${words.replaceAll('"', '&quot;')}" nth=${nth}}\nC.\n:::`);
      const book = await readBook(asBook([...written, body].join('\n\n')));
      expect(said(book).filter(ofComments), JSON.stringify({ cuts, body })).toEqual([]);
      const found = book.resolved.comments.toSorted((a, b) => (a.node.position?.start.offset ?? 0) - (b.node.position?.start.offset ?? 0));
      for (const [at, one] of cuts.entries()) {
        const comment = found[at] as Comment;
        const where = JSON.stringify({ ...one, body });
        expect(lettersOf(before(book, comment)), where).toBe(lettersOf(one.before));
        expect(lettersOf(comment.pieces.map(({ node, from, to }) => node.value.slice(from, to)).join('')), where).toBe(lettersOf(one.words));
      }
      const marks = book.print.flatMap(({ notes }) => notes.filter(({ number }) => typeof number === 'string'));
      expect(marks.length).toBe(cuts.length);
    }
  });

  test.each([1, 2])('are found there after edits before and behind them (%i)', async (run) => {
    for (let index = 0; index < 6; index += 1) {
      const random = drawNumbers(run * 1000 + index);
      const unique = 'a lemma that is written once';
      const paragraphs = text(random).split('\n\n');
      const at = random(paragraphs.length);
      const lemma = `Here *a lemma **that*** [is](https://example.org) written^[N.] once.`;
      const edited = (seed: number): string => {
        const other = drawNumbers(seed);
        const added = text(other).split('\n\n').slice(0, 2).filter((block) => !/#\w+:|^[:|]/m.test(block));
        return [...paragraphs.slice(other(at + 1), at), ...added, lemma, ...paragraphs.slice(at + 1)].join('\n\n');
      };
      for (const seed of [1, 2, 3]) {
        const book = await readBook(asBook(`${edited(seed + index * 10)}\n\n:::comment{on="${unique}"}\nC.\n:::`));
        expect(said(book).filter(ofComments)).toEqual([]);
        expect(lettersOf(wrapped(bodyOf(book)))).toBe(lettersOf(unique));
      }
    }
  });

  test('and two texts with them give the same table', async () => {
    const body = text(drawNumbers(7));
    const files = asBook(`${body}\n\nThe end of it all.\n\n:::comment{on="end of it"}\nC.\n:::`);
    const [one, other] = [await readBook(files), await readBook(files)];
    expect(JSON.stringify(one.print)).toBe(JSON.stringify(other.print));
  });
});
