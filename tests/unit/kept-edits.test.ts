/**
 * Edits put together at random, of a book that has something of everything: after each, the book that is kept open is what
 * it is when it is read anew.
 */
import { expect, test } from 'vitest';
import { drawNumbers } from '../lots.js';
import { differences, keepOpen, type Texts } from './kept-book.js';

const edits = 30;

const words = ['salt', 'road', 'treaty', 'port', 'winter', 'ledger'];

const book: Texts = {
  'book.yaml': `title: T
language: en-GB
authors: [A]
slug: t
chapters: [a.md, b.md, c.md]
back: [z.md]
bibliography: [r.bib]
registers: {people: p.yaml, terms: g.md, dates: d.yaml, abbreviations: s.yaml}
abbreviations: expand-first
`,
  'a.md': `# Salt {#sec:a}

The salt of the *winter* road, says :person[Rossi] [@one, p. 3], came by :term[ledger].^[A note on salt, @fig:p.]

![The port](p.svg){#fig:p alt=Port}

:date[2 September 1933]{on=1933-09-02 event="The treaty is signed"}

::include{file=part.md}

See :claim[the port was closed]{#claim:port status=disputed}, and [the roads](b.md).

:::evidence{for=claim:port}
A letter [@two].
:::
`,
  'b.md': `# Roads

Roads of the winter, :abbr[TASS] says.[^n] So @sec:a and @tbl:t, on page :page[fig:p].

| Port | Salt |
|---|---|
| One | 2 |

: Ports {#tbl:t}

:::question{level=1 lines=2}
Which port?

:::answer
The one of @sec:a.
:::
:::

[^n]: A second note on the ledger.

<b>Raw</b> words, <i onclick="x">too</i>.
`,
  'c.md': `# Ports

:person[Rossi] again, and :abbr[TASS]. :index[Trade]{entry="Trade!salt"}

:::comment{on="the winter road"}
Which one?
:::

:::document{#doc:x title="A letter" numbers=5 lang=it}
::include{file=part.md}
:::

\`\`\`js {include=sum.js}
\`\`\`

$x^2$ and [@one; @two].
`,
  'z.md': `# Apparatus

::people

::glossary

::chronology

::answers

::evidence

::index

::figures

::bibliography
`,
  'part.md': 'A part of the ledger.^[Its own note.]\n\nAnd [one]{#passage:one} more.\n',
  'sum.js': 'let salt = 1;\n',
  'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
  'p.yaml': '- {name: Rossi, born: "1883", note: Of the *port* [@one].}\n- {name: Bianchi, note: Of the road.}\n',
  'g.md': 'Ledger\n: A book of salt.\n',
  'd.yaml': '- {on: "1933", event: The winter.}\n',
  's.yaml': '- {short: TASS, long: Telegraph Agency}\n',
  'r.bib': '@book{one, author={Rossi, A.}, title={Salt}, date={2001}}\n@book{two, author={Bianchi, B.}, title={Roads}, date={2002}}\n',
};

type Edit = (texts: Texts, next: (below: number) => number) => Texts;

const pick = <Value>(values: readonly Value[], next: (below: number) => number): Value => values[next(values.length)] as Value;
const written = (texts: Texts): string[] => Object.keys(texts).filter((name) => !['book.yaml', 'p.svg'].includes(name));

function onLines(texts: Texts, next: (below: number) => number, change: (lines: string[], at: number) => string[]): Texts {
  const name = pick(written(texts), next);
  const lines = (texts[name] ?? '').split('\n');
  return { ...texts, [name]: change(lines, next(lines.length)).join('\n') };
}

const kinds: readonly Edit[] = [
  (texts, next) => onLines(texts, next, (lines, at) => lines.with(at, (lines[at] ?? '').replace(pick(words, next), pick(words, next)))),
  (texts, next) => onLines(texts, next, (lines, at) => lines.with(at, `${lines[at] ?? ''} ${pick(words, next)}`)),
  (texts, next) => onLines(texts, next, (lines, at) => lines.toSpliced(at, 0, '', `A ${pick(words, next)}^[Of a ${pick(words, next)}.] and :person[${pick(['Rossi', 'Bianchi'], next)}].`, '')),
  (texts, next) => onLines(texts, next, (lines, at) => lines.toSpliced(at, 1)),
  // A stretch moves to another file.
  (texts, next) => {
    const [from, to] = [pick(['a.md', 'b.md', 'c.md'], next), pick(['a.md', 'b.md', 'c.md', 'part.md'], next)];
    const blocks = (texts[from] ?? '').split('\n\n');
    const at = 1 + next(blocks.length);
    const moved = blocks[at] ?? '';
    const left = { ...texts, [from]: blocks.toSpliced(at, 1).join('\n\n') };
    return { ...left, [to]: `${left[to] ?? ''}\n${moved}\n` };
  },
  // A label gets another name, everywhere or in one place.
  (texts, next) => {
    const [label, name] = [pick(['sec:a', 'fig:p', 'tbl:t', 'passage:one'], next), pick(Object.keys(texts), next)];
    const renamed = (text: string): string => text.replaceAll(label, `${label}x`);
    return next(2) === 0 ? { ...texts, [name]: renamed(texts[name] ?? '') } : Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, path === 'book.yaml' ? text : renamed(text)]));
  },
  // A setting changes.
  (texts, next) => ({ ...texts, 'book.yaml': `${book['book.yaml'] ?? ''}${pick(['', 'audience: teacher\n', 'audience: student\n', 'number-sections: 2\n', 'commentary: end\n', 'page: {notes: margin}\n', 'kinds: [{name: theorem, label: thm, one: theorem, many: theorems}]\n'], next)}` }),
  // A chapter comes, goes, or stands elsewhere.
  (texts, next) => ({ ...texts, 'n.md': '# New\n\nOf the ledger.\n', 'book.yaml': (texts['book.yaml'] ?? '').replace(/chapters: .*/, `chapters: [${pick(['a.md, b.md, c.md', 'a.md, n.md, b.md, c.md', 'b.md, a.md, c.md', 'a.md, c.md'], next)}]`) }),
  // A file is gone.
  (texts, next) => Object.fromEntries(Object.entries(texts).filter(([name]) => name !== pick(['part.md', 'sum.js', 'b.md'], next))),
];

test(`${edits} edits`, { timeout: 120_000 }, async () => {
  const next = drawNumbers(20);
  const update = keepOpen();
  const states = [book];
  await update(book);
  for (let edit = 0; edit < edits; edit += 1) {
    // Now and then, all is taken back.
    const before = next(8) === 0 ? pick(states, next) : (states.at(-1) as Texts);
    const texts = pick(kinds, next)(before, next);
    states.push(texts);
    expect(await differences(await update(texts), texts), `edit ${edit}`).toEqual([]);
  }
});
