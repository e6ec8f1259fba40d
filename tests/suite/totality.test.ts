/**
 * Documents put together at random: nothing throws on its way to both outputs, and every word arrives. Words are made of a `z`
 * and letters, and stand only where a reader would read them.
 */
import { describe, expect, test } from 'vitest';
import { drawNumbers } from '../lots.js';
import { bib, readBook, svg, words, type Book } from './book.js';

type Random = (below: number) => number;

/** `◦` is a word, `~i~` text, `~b~` blocks; every `#` a number of its own. */
const inline = [
  '◦', '◦', '◦ ◦', '*~i~*', '**~i~**', '~~~i~~~', '`◦`', '[~i~](https://example.org)', '[~i~](#sec:known)', '[~i~](nowhere.md)', '[~i~]{lang=ru .c}', '[~i~]{#sec:p#}',
  'H~◦~', 'x^◦^', '^[~i~]', '[^n#]', '[@clarke1991, p. 3 ◦]', '[see ◦ @petracchi1982]', '@clarke1991 [◦]', '@fig:known', '[-@sec:known]', '@sec:unknown', '[@unknown; @clarke1991 ◦]',
  ':term[◦]{of=polpred}', ':term[◦]', ':person[~i~]{of=litvinov}', ':date[~i~]{on=1933-09-02}', ':date[◦]{on=yesterday}', ':index[~i~]', ':index[◦]{entry="a!b"}', ':index[~i~]{entry="◦!a" see-also="◦" main}', ':index[◦]{see="◦!b"}', ':index[◦]{entry=c in=names sort=x}', ':abbr[◦]{of=tass}', ':abbr[~i~]{of=tass form=full}', ':abbr[◦]', ':claim[~i~]{#claim:c# status=disputed}',
  ':claim[◦]{#claim:d# status=wrong}', ':foo[~i~]{x=y}', ':constructor[~i~]', ':page[fig:known]', '$◦$', '$\\frac{◦$', '<b>~i~</b>', '<b>~i~', 'a <script>x</script>', 'a <iframe>~i~', '<u onclick=x>~i~</u>', '![◦](m.svg)', '![◦](missing.png)',
  '10:30 ◦', '&amp; ◦', '◦\\\n◦', 'https://example.org/ ◦',
];
const blocks = [
  '~i~ ~i~ ~i~', '~i~ ~i~', '## ~i~', '### ~i~ {#sec:s#}', '# ~i~', '~i~\n---', '> ~b~', '> [!NOTE]\n> ~b~', '> [!TIP]\n>\n> ◦', '- ~b~\n- ◦', '3. ~b~\n\n4. ◦', '- [ ] ◦\n- [x] ~i~', '```js {#lst:l#}\n◦\n```', '```{=latex}\n◦\n```', '    ◦',
  '$$\n◦\n$$ {#eq:e#}', '$$\\bad{◦}$$', '| ◦ | ~c~ |\n|---|:-:|\n| ~c~ | ◦ | ◦ |\n\n: ~i~ {#tbl:t#}', '![~i~](m.svg){#fig:f#}', '![◦](m.svg)', '![◦](missing.png){#fig:m#}', '***', '+---+\n| ◦ |\n+---+',
  ':::callout{title="◦" #sec:c#}\n~b~\n:::', ':::epigraph\n~b~\n:::', ':::document{title="◦" source="◦" lang=fr}\n~b~\n:::', '::::question{#q:q# level=2 lines=3}\n~i~\n\n:::answer\n~i~\n:::\n::::', ':::question{level=9 lines=-3}\n~i~\n:::',
  ':claim[◦]{#claim:e# status=verified}\n\n:::evidence{for=claim:e#}\n~b~\n:::', ':::chart{#fig:g# kind=bar data=g.csv x=tons y=year alt="◦"}\n◦\n:::', ':::chart{#fig:h# kind=pie data=none.csv x=tons y=year alt="x"}\n◦\n:::', ':::quux\n~b~\n:::', '::baz[~i~]', '::toString',
  '◦ ~i~\n: ~b~\n: ◦', '◦\n*◦*\n:   ~b~', '◦\n\n: ~b~', '| ~c~\n|   ◦ ◦\n|\n| ◦ ~c~\n  ◦', ':::verse{title="◦" source="◦" numbers=2}\n~i~\n  ~i~ ~i~\n\n◦\n:::', ':::verse{numbers=some .c}\n~i~',
  ':::index{entry="◦"}\n~b~\n:::', ':::index\n~b~\n:::', ':::glossary\n◦ ◦\n: ~b~\n:::', '::index{entry="◦" see="◦"}', '::timeline{#fig:t# alt="◦" caption="◦"}', '::figures', '::tables', '<div>\n\n~b~\n\n</div>', '<div>\n\n~b~', '<details><summary>◦</summary>\n\n~b~\n\n</details>', '<table><tr><td>\n\n~i~', '<select>\n\n~i~', '<!-- gone -->',
];

let count = 0;

function fill(pattern: string, random: Random, depth: number): string {
  const own = (count += 1);
  const pick = (from: readonly string[]): string => from[random(from.length)] as string;
  return pattern
    .replaceAll('#}', `${own}}`)
    .replaceAll(/(#(?:sec|claim|fig|tbl|eq|lst|q):[a-z])#/g, `$1${own}`)
    .replaceAll(/for=claim:e\d*#?/g, `for=claim:e${own}`)
    .replaceAll('[^n#]', () => `[^n${own}]`)
    .replaceAll('~i~', () => (depth > 3 ? '◦' : fill(pick(inline), random, depth + 1)))
    .replaceAll('~c~', () => fill(pick(inline.filter((text) => !/[\n|]/.test(text))), random, 9))
    .replaceAll(/^(> |- |: {1,3}|\d\. |)~b~/gm, (_match, lead: string) => {
      const block = depth > 2 ? '◦' : fill(pick(blocks), random, depth + 2);
      return lead + block.replaceAll('\n', `\n${lead === '> ' ? lead : ' '.repeat(lead.length)}`);
    });
}

/** A chapter, its notes written at its end. */
function chapter(seed: number): string {
  const random = drawNumbers(seed);
  const body = Array.from({ length: 3 + random(8) }, () => fill(blocks[random(blocks.length)] as string, random, 0)).join('\n\n');
  const notes = [...new Set(body.match(/\[\^n\d+\]/g))].map((call) => `${call}: ◦ *◦*`).join('\n\n');
  let word = 0;
  const letters = 'abcdefghijklmnopqrstuvwxy';
  return `# ◦ ${seed}\n\n${body}\n\n${notes}\n`.replaceAll('◦', () => `z${[...String(seed * 1000 + (word += 1))].map((digit) => letters[Number(digit)]).join('')}z`);
}

const register = (name: string) => `- key: ${name}\n  name: ${name}\n  note: "Z [@clarke1991]^[Z.]"\n`;

async function bookOf(chapters: readonly string[]): Promise<Book> {
  const names = chapters.map((_, index) => `c${index}.md`);
  return readBook({
    'book.yaml': `title: T\nfront: [known.md]\nchapters: [${names.join(', ')}]\nback: [end.md]\nbibliography: b.bib\ncitation: {style: chicago-fullnote-bibliography}\nregisters: {terms: g.yaml, people: p.yaml, dates: d.yaml, abbreviations: s.md}\nabbreviations: expand-in-chapters\n`,
    'known.md': '# Known {#sec:known}\n\n![Known](m.svg){#fig:known}\n',
    'end.md': '# End\n\n::answers\n\n::evidence\n\n::glossary\n\n::people\n\n::chronology\n\n::abbreviations\n\n::index{from=people}\n\n::index{of=names letters layout=indented}\n\n::bibliography\n',
    'g.yaml': '- term: polpred\n  definition: Z\n',
    'p.yaml': register('litvinov'),
    's.md': 'TASS\n: Z *z*\n\n    Z^[Z.]\n',
    'd.yaml': '- on: 1933-09-02\n  event: Z *z*\n',
    'g.csv': 'year,tons\n1932,11\n',
    'm.svg': svg,
    'b.bib': bib,
    ...Object.fromEntries(chapters.map((text, index) => [names[index] as string, text])),
  });
}

describe('whole constructs, one in the other', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('every word arrives in both outputs (%i)', async (run) => {
    const chapters = Array.from({ length: 20 }, (_, index) => chapter(run * 100 + index));
    const book = await bookOf(chapters);
    for (const parts of [book.print, book.epub]) {
      const said = words(parts);
      const lost = chapters.flatMap((text) => [...text.matchAll(/z[a-y]+z/g)].filter(([word]) => !said.includes(word)).map(([word]) => ({ word, text })));
      expect(lost.map(({ word, text }) => `${word} in ${JSON.stringify(text)}`)).toEqual([]);
    }
  });
});

describe('the same, torn to pieces', () => {
  test.each([1, 2, 3, 4])('nothing throws (%i)', async (run) => {
    const chapters = Array.from({ length: 20 }, (_, index) => tear(chapter(run * 1000 + index), drawNumbers(run * 7 + index)));
    const book = await bookOf(chapters);
    expect(book.print.length).toBeGreaterThanOrEqual(chapters.length);
  });
});

/** Takes stretches out, puts others in twice. */
function tear(text: string, random: Random): string {
  let torn = text;
  for (let times = 0; times < 12; times += 1) {
    const from = random(torn.length);
    const to = from + random(30);
    torn = random(2) === 0 ? torn.slice(0, from) + torn.slice(to) : torn.slice(0, to) + torn.slice(from);
  }
  return torn;
}
