/** Questions, hints and answers in the three editions. What is not said of an edition is so in all. */
import { bib, type Case, type Files } from './book.js';

type Audience = 'student' | 'teacher' | 'self-study';

/** One chapter, `a.md`, and whatever stands at the back of it. */
const bookFor = (audience: Audience, text: string, more: Files = {}, config = ''): Files => ({ 'book.yaml': `title: T\nchapters: [a.md]\naudience: ${audience}\n${config}`, 'a.md': `# T\n\n${text}\n`, ...more });

const back = (anchor: string): string => `<span class="answer-page">p.\u00a0<a class="page-ref" href="#${anchor}" data-page="${anchor}"></a></span>`;
const way = (anchor: string): string => ` · <a href="#a-${anchor}">Answer p.\u00a0</a><a class="page-ref" href="#a-${anchor}" data-page="a-${anchor}"></a>`;
const tail = (level = 'recall', more = ''): string => `<p class="question-tail"><span class="question-level">${level}</span>${more}</p>`;
const number = (digits: string): string => `<span class="question-number">${digits} </span>`;
const answers = (...rows: string[]): string => `<div class="answers"><h2 class="answers-chapter">1. T</h2>${rows.join('')}</div>`;
const answer = (anchor: string, digits: string, words: string): string => `<div class="answer" id="a-${anchor}"><p><a class="question-number" href="#${anchor}">${digits} </a>${words}\u00a0${back(anchor)}</p></div>`;
const inPlace = (anchor: string, words: string): string => `<div class="answer-in-place" id="a-${anchor}"><p><span class="answer-label">Answer</span>. ${words}</p></div>`;
const cited = (note: number, name: string): string => `<sup class="call cited"><a id="c-a-${name}" href="#n-a-${name}" data-note="n-a-${name}">${note}</a></sup>`;
const lines = '<div class="writing-lines" aria-hidden="true"><div class="writing-line"></div></div>';

const open = `::::question{#q:when lines=1}
When?

:::answer
In *1933*.
:::
::::

## Answers

::answers`;

const choice = `::::question{#q:paid kind=choice level=2}
What was paid?

- [ ] rent
- [x] tolls
- [x] *wages*

All that apply.

:::answer
Rent is paid at home.
:::
::::

::answers`;
const option = (letter: string, words: string, right = false): string => `<li${right ? ' class="right"' : ''}><p><span class="checkbox">${right ? '☑' : '☐'} </span><span class="option-letter">${letter} </span>${words}</p></li>`;
const unticked = `<ul class="options">${option('a', 'rent')}${option('b', 'tolls')}${option('c', '<em>wages</em>')}</ul>`;

const match = `:::question{#q:years kind=match}
Which is which?

| Year | Event |
|------|-------|
| 1933 | Pact  |
| 1936 | Axis  |
:::

::answers`;
const row = (digit: number, left: string, letter: string, right: string, blank: string): string => `<tr><td><p>${blank}<span class="match-number">${digit} </span>${left}</p></td><td><p><span class="match-letter">${letter} </span>${right}</p></td></tr>`;
const matched = (blanks: readonly [string, string] = ['', '']): string =>
  `<table class="matching"><thead><tr><th scope="col">Year</th><th scope="col">Event</th></tr></thead><tbody>${row(1, '1933', 'a', 'Axis', blanks[0])}${row(2, '1936', 'b', 'Pact', blanks[1])}</tbody></table>`;
const blank = (letter = ''): string => `<span class="blank">${letter}</span>`;

const asked = (level: number, anchor: string, words: string): string => `<div class="question level-${level}" id="${anchor}">${words}</div>`;
const heading = '<h2 id="a-answers">Answers</h2>\n';

const inEditions = (name: string, text: string, shown: { readonly [audience in Audience]: Pick<Case, 'print' | 'epub'> }, more: Files = {}, config = ''): Case[] =>
  (['self-study', 'student', 'teacher'] as const).map((audience) => ({ name: `${audience}: ${name}`, given: bookFor(audience, text, more, config), ...shown[audience] }));

export const questions: readonly Case[] = [
  ...inEditions('an open question', open, {
    'self-study': {
      print: `${asked(1, 'q-when', `<p>${number('1.1')}When?</p>${tail('recall', way('q-when'))}${lines}`)}\n${heading}${answers(answer('q-when', '1.1', 'In <em>1933</em>.'))}`,
      epub: `${asked(1, 'q-when', `<p>${number('1.1')}When?</p>${tail('recall', way('q-when'))}`)}\n${heading}${answers(answer('q-when', '1.1', 'In <em>1933</em>.'))}`,
    },
    student: { print: asked(1, 'q-when', `<p>${number('1.1')}When?</p>${tail()}${lines}`), epub: asked(1, 'q-when', `<p>${number('1.1')}When?</p>${tail()}`) },
    teacher: { print: asked(1, 'q-when', `<p>${number('1.1')}When?</p>${tail()}${inPlace('q-when', 'In <em>1933</em>.')}`) },
  }),
  ...inEditions('a choice', choice, {
    'self-study': { print: `${asked(2, 'q-paid', `<p>${number('1.1')}What was paid?</p>${unticked}<p>All that apply.</p>${tail('explain', way('q-paid'))}`)}\n${answers(answer('q-paid', '1.1', '<span class="answer-key">b and c</span>. Rent is paid at home.'))}` },
    student: { print: asked(2, 'q-paid', `<p>${number('1.1')}What was paid?</p>${unticked}<p>All that apply.</p>${tail('explain')}`) },
    teacher: {
      print: asked(2, 'q-paid', `<p>${number('1.1')}What was paid?</p><ul class="options">${option('a', 'rent')}${option('b', 'tolls', true)}${option('c', '<em>wages</em>', true)}</ul><p>All that apply.</p>${tail('explain')}${inPlace('q-paid', '<span class="answer-key">b and c</span>. Rent is paid at home.')}`),
    },
  }),
  ...inEditions('a match', match, {
    'self-study': {
      print: `${asked(1, 'q-years', `<p>${number('1.1')}Which is which?</p>${matched([blank(), blank()])}${tail('recall', way('q-years'))}`)}\n${answers(answer('q-years', '1.1', '<span class="answer-key">1b, 2a</span>.'))}`,
      epub: `${asked(1, 'q-years', `<p>${number('1.1')}Which is which?</p>${matched()}${tail('recall', way('q-years'))}`)}\n${answers(answer('q-years', '1.1', '<span class="answer-key">1b, 2a</span>.'))}`,
    },
    student: { print: asked(1, 'q-years', `<p>${number('1.1')}Which is which?</p>${matched([blank(), blank()])}${tail()}`), epub: asked(1, 'q-years', `<p>${number('1.1')}Which is which?</p>${matched()}${tail()}`) },
    teacher: {
      print: asked(1, 'q-years', `<p>${number('1.1')}Which is which?</p>${matched([blank('b'), blank('a')])}${tail()}${inPlace('q-years', '<span class="answer-key">1b, 2a</span>.')}`),
      epub: asked(1, 'q-years', `<p>${number('1.1')}Which is which?</p>${matched()}${tail()}${inPlace('q-years', '<span class="answer-key">1b, 2a</span>.')}`),
    },
  }),
  ...inEditions(
    'a citation in an answer is counted where it is printed, and nowhere else',
    `One [@clarke1991].

::::question{#q:q}
Why?

:::answer
So [@petracchi1982].
:::
::::

Two [@clarke1991, p. 2].

## Answers

::answers

## Sources

::bibliography`,
    {
      'self-study': {
        print: `<p>One.${cited(1, 'clarke1991')}</p>
${asked(1, 'q-q', `<p>${number('1.1')}Why?</p>${tail('recall', way('q-q'))}`)}
<p>Two.${cited(2, 'clarke1991-p-2')}</p>
${heading}${answers(answer('q-q', '1.1', `So.${cited(3, 'petracchi1982')}`))}
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991. <span class="locators" data-pages="cite-clarke1991 cite-clarke1991-two"></span></p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982. <span class="locators" data-pages="cite-petracchi1982"></span></p></div>
[1] <p><span id="cite-clarke1991" class="citation"><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</span></p>
[2] <p><span id="cite-clarke1991-two" class="citation"><a href="#ref-clarke1991">Clarke, 2</a>.</span></p>
[3] <p><span id="cite-petracchi1982" class="citation"><a href="#ref-petracchi1982">Giorgio Petracchi, <i>La Russia Rivoluzionaria</i> (Laterza, 1982)</a>.</span></p>`,
      },
      student: {
        print: `<p>One.${cited(1, 'clarke1991')}</p>
${asked(1, 'q-q', `<p>${number('1.1')}Why?</p>${tail()}`)}
<p>Two.${cited(2, 'clarke1991-p-2')}</p>
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991. <span class="locators" data-pages="cite-clarke1991 cite-clarke1991-two"></span></p></div>
[1] <p><span id="cite-clarke1991" class="citation"><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</span></p>
[2] <p><span id="cite-clarke1991-two" class="citation"><a href="#ref-clarke1991">Clarke, 2</a>.</span></p>`,
      },
      teacher: {
        print: `<p>One.${cited(1, 'clarke1991')}</p>
${asked(1, 'q-q', `<p>${number('1.1')}Why?</p>${tail()}${inPlace('q-q', `So.${cited(3, 'petracchi1982')}`)}`)}
<p>Two.${cited(2, 'clarke1991-p-2')}</p>
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. <i>Russia and Italy against Hitler</i>. Greenwood, 1991. <span class="locators" data-pages="cite-clarke1991 cite-clarke1991-two"></span></p><p class="bibliography-entry" id="ref-petracchi1982">Petracchi, Giorgio. <i>La Russia Rivoluzionaria</i>. Laterza, 1982. <span class="locators" data-pages="cite-petracchi1982"></span></p></div>
[1] <p><span id="cite-clarke1991" class="citation"><a href="#ref-clarke1991">J. Calvitt Clarke, <i>Russia and Italy against Hitler</i> (Greenwood, 1991)</a>.</span></p>
[3] <p><span id="cite-petracchi1982" class="citation"><a href="#ref-petracchi1982">Giorgio Petracchi, <i>La Russia Rivoluzionaria</i> (Laterza, 1982)</a>.</span></p>
[2] <p><span id="cite-clarke1991-two" class="citation"><a href="#ref-clarke1991">Clarke, <i>Russia and Italy against Hitler</i>, 2</a>.</span></p>`,
      },
    },
    { 'b.bib': bib },
    'bibliography: b.bib\ncitation: {style: chicago-fullnote-bibliography}\n',
  ),
  ...inEditions(
    'what is for some editions alone',
    `Before:only[ (answers at the back)]{for=self-study}.

:::only{for="student teacher"}
Read on your own.
:::

:::only{for=teacher}
## For you

Ten minutes.
:::`,
    {
      'self-study': { print: '<p>Before (answers at the back).</p>' },
      student: { print: '<p>Before.</p>\n<p>Read on your own.</p>' },
      teacher: { print: '<p>Before.</p>\n<p>Read on your own.</p>\n<h2 id="a-for-you">For you</h2>\n<p>Ten minutes.</p>' },
    },
  ),
  {
    name: 'hints, in their order: small in print, folded away in the EPUB',
    given: `::::question
Why?

:::hint
Count the *days*.
:::

:::hint
Count the gates.
:::
::::`,
    print: asked(1, 'a-question', `<p>${number('1.1')}Why?</p><div class="hint"><p><span class="hint-label">Hint 1</span>. Count the <em>days</em>.</p></div><div class="hint"><p><span class="hint-label">Hint 2</span>. Count the gates.</p></div>${tail()}`),
    epub: asked(1, 'a-question', `<p>${number('1.1')}Why?</p><details class="hint"><summary>Hint 1</summary><p>Count the <em>days</em>.</p></details><details class="hint"><summary>Hint 2</summary><p>Count the gates.</p></details>${tail()}`),
  },
  {
    name: 'what is asked comes first, then hints, then answers, in whatever order they are written',
    given: bookFor('teacher', `:::::question
::::answer
A^[Third.].
::::
::::hint
B^[Second.].
::::
C^[First.]?
:::::

D^[Fourth.].`),
    print: `${asked(1, 'a-question', `<p>${number('1.1')}C<sup class="call"><a id="c-a-first" href="#n-a-first" data-note="n-a-first">1</a></sup>?</p><div class="hint"><p><span class="hint-label">Hint</span>. B<sup class="call"><a id="c-a-second" href="#n-a-second" data-note="n-a-second">2</a></sup>.</p></div>${tail()}${inPlace('a-question', 'A<sup class="call"><a id="c-a-third" href="#n-a-third" data-note="n-a-third">4</a></sup>.')}`)}
<p>D<sup class="call"><a id="c-a-fourth" href="#n-a-fourth" data-note="n-a-fourth">3</a></sup>.</p>
[1] <p>First.</p>
[2] <p>Second.</p>
[4] <p>Third.</p>
[3] <p>Fourth.</p>`,
    epub: `${asked(1, 'a-question', `<p>${number('1.1')}C<sup class="call"><a id="c-a-first" href="#n-a-first" data-note="n-a-first">1</a></sup>?</p><details class="hint"><summary>Hint</summary><p>B<sup class="call"><a id="c-a-second" href="#n-a-second" data-note="n-a-second">2</a></sup>.</p></details>${tail()}${inPlace('a-question', 'A<sup class="call"><a id="c-a-third" href="#n-a-third" data-note="n-a-third">4</a></sup>.')}`)}
<p>D<sup class="call"><a id="c-a-fourth" href="#n-a-fourth" data-note="n-a-fourth">3</a></sup>.</p>
[1] <p>First.</p>
[2] <p>Second.</p>
[4] <p>Third.</p>
[3] <p>Fourth.</p>`,
  },
  {
    name: 'a hint outside a question is reported',
    given: ':::hint\nLost?\n:::',
    print: '',
    findings: ['d-009 a.md:3:1 this hint stands in no question, so it is not printed'],
  },
  {
    name: 'a figure in a teacher’s answer is counted after those of the text',
    given: bookFor('teacher', `::::question
Why?

:::answer
| x |
|---|

: In the answer {#tbl:b}
:::
::::

| y |
|---|

: In the text {#tbl:a}

See @tbl:a and @tbl:b.`),
    print: `${asked(1, 'a-question', `<p>${number('1.1')}Why?</p>${tail()}<div class="answer-in-place" id="a-a-question"><p><span class="answer-label">Answer</span>. </p><table id="tbl-b"><caption><span class="caption-number">Table 2.</span> In the answer</caption><thead><tr><th scope="col">x</th></tr></thead></table></div>`)}
<table id="tbl-a"><caption><span class="caption-number">Table 1.</span> In the text</caption><thead><tr><th scope="col">y</th></tr></thead></table>
<p>See <a class="cross-reference" href="#tbl-a">table\u00a01</a> and <a class="cross-reference" href="#tbl-b">table\u00a02</a>.</p>`,
  },
  {
    name: 'a source and a note that only answers name are not missed in a student’s edition',
    given: bookFor('student', `Words [@clarke1991].

::::question
Why?

:::answer
So.[^n]
:::
::::

[^n]: See [@petracchi1982].

## Answers

::answers

## Sources

::bibliography`, { 'b.bib': bib }, 'bibliography: b.bib\n'),
    print: `<p>Words <span id="cite-clarke1991" class="citation">(<a href="#ref-clarke1991">Clarke 1991</a>)</span>.</p>
${asked(1, 'a-question', `<p>${number('1.1')}Why?</p>${tail()}`)}
<h2 id="a-sources">Sources</h2>
<div class="bibliography"><p class="bibliography-entry" id="ref-clarke1991">Clarke, J. Calvitt. 1991. <i>Russia and Italy against Hitler</i>. Greenwood. <span class="locators" data-pages="cite-clarke1991"></span></p></div>`,
  },
  {
    name: 'the answers’ chapter goes with them, words for other editions and all',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nback: [z.md]\naudience: student\n',
      'a.md': '# T\n\n::::question\nWhy?\n\n:::answer\nSo.\n:::\n::::\n',
      'z.md': '# Answers {#sec:answers}\n\n:::only{for=self-study}\nThose of the third level are proposals.\n:::\n\n## By chapter\n\n::answers\n',
    },
    print: asked(1, 'a-question', `<p>${number('1.1')}Why?</p>${tail()}`),
  },
  {
    name: 'a chapter that says more than its answers stays, and so does an empty heading',
    given: bookFor('teacher', 'Words.\n\n::answers\n\n## An end'),
    print: '<p>Words.</p>\n<h2 id="a-an-end">An end</h2>',
  },
  {
    name: 'a match of terms and what they mean, which may be blocks; no heads, no title',
    given: `:::question{kind=match}
Toll
: A price
  with *gates*.

Carter
: A man.

    And his mule.
:::

::answers`,
    print: `${asked(1, 'a-question', `<p>${number('1.1')}</p><table class="matching"><tbody><tr><td><p>${blank()}<span class="match-number">1 </span>Toll</p></td><td><p><span class="match-letter">a </span>A man.</p><p>And his mule.</p></td></tr><tr><td><p>${blank()}<span class="match-number">2 </span>Carter</p></td><td><p><span class="match-letter">b </span>A price\nwith <em>gates</em>.</p></td></tr></tbody></table>${tail('recall', way('a-question'))}`)}
${answers(answer('a-question', '1.1', '<span class="answer-key">1b, 2a</span>.'))}`,
    epub: `${asked(1, 'a-question', `<p>${number('1.1')}</p><table class="matching"><tbody><tr><td><p><span class="match-number">1 </span>Toll</p></td><td><p><span class="match-letter">a </span>A man.</p><p>And his mule.</p></td></tr><tr><td><p><span class="match-number">2 </span>Carter</p></td><td><p><span class="match-letter">b </span>A price\nwith <em>gates</em>.</p></td></tr></tbody></table>${tail('recall', way('a-question'))}`)}
${answers(answer('a-question', '1.1', '<span class="answer-key">1b, 2a</span>.'))}`,
  },
  {
    name: 'one right option, all of three, and Cyrillic letters in a Russian book',
    given: {
      'book.yaml': 'title: T\nlanguage: ru\nchapters: [a.md]\n',
      'a.md': `# T

:::question{#q:one kind=choice}
- [x] раз
- [ ] два
:::

:::question{#q:all kind=choice}
- [x] раз
- [x] два
- [x] три
:::

::answers
`,
    },
    print: ['one', 'all']
      .map((name, index) => {
        const options = ['раз', 'два', 'три'].slice(0, index + 2).map((words, place) => option('абв'.charAt(place), words));
        return asked(1, `q-${name}`, `<p>${number(`1.${index + 1}`)}</p><ul class="options">${options.join('')}</ul><p class="question-tail"><span class="question-level">знать</span> · <a href="#a-q-${name}">Ответ с.\u00a0</a><a class="page-ref" href="#a-q-${name}" data-page="a-q-${name}"></a></p>`);
      })
      .concat(answers(answer('q-one', '1.1', '<span class="answer-key">а</span>.'), answer('q-all', '1.2', '<span class="answer-key">а, б и в</span>.')).replaceAll('p.\u00a0', 'с.\u00a0'))
      .join('\n'),
  },
  {
    name: 'a choice or a match whose answer is printed nowhere is reported like any other',
    given: ':::question{kind=choice}\nYes?\n\n- [x] yes\n- [ ] no\n:::',
    print: asked(1, 'a-question', `<p>${number('1.1')}Yes?</p><ul class="options">${option('a', 'yes')}${option('b', 'no')}</ul>${tail()}`),
    findings: ['d-009 a.md:3:1 answers are written, but nothing says where to print them'],
  },
  {
    name: 'a kind of question, or an edition, that there is not',
    given: ':::question{kind=chioce}\nYes?\n:::\n\n:::only{for="teachers student"}\nWords.\n:::\n\n:only[These]{} too.',
    print: `${asked(1, 'a-question', `<p>${number('1.1')}Yes?</p>${tail()}`)}\n<p>Words.</p>\n<p>These too.</p>`,
    findings: ['d-002 a.md:3:13 `kind=chioce` is no kind of question', 'd-002 a.md:7:9 `teachers` is no edition', 'd-002 a.md:11:1 `:only` needs `for=…`'],
  },
  {
    name: 'more than one list of options, or of pairs',
    given: `:::question{kind=choice}
- [x] a
- [ ] b

Words.

- [x] c
- [ ] d
:::

:::question{kind=match}
| a | b |
|---|---|
| c | d |
| e | f |

Words.

G
: h
:::`,
    print: `${asked(1, 'a-question', `<p>${number('1.1')}</p><ul class="tight tasks"><li><p><span class="checkbox">☑ </span>a</p></li><li><p><span class="checkbox">☐ </span>b</p></li></ul><p>Words.</p><ul class="tight tasks"><li><p><span class="checkbox">☑ </span>c</p></li><li><p><span class="checkbox">☐ </span>d</p></li></ul>${tail()}`)}
${asked(1, 'a-question-abcdefwords-gh', `<p>${number('1.2')}</p><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr></tbody></table><p>Words.</p><dl class="definitions tight"><dt>G</dt><dd><p>h</p></dd></dl>${tail()}`)}`,
    findings: ['d-015 a.md:9:1 a choice has one list of options, and this is a second', 'd-016 a.md:21:1 a matching question has one list of pairs, and this is a second'],
  },
];
