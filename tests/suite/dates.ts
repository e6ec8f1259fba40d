/** Dates: what they say, the events they tell of, sequences. */
import type { Case, Files } from './book.js';

const register = '- on: 1933-09-02\n  event: The pact is *signed*.\n  place: Rome\n';

const book = (text: string, files: Files = {}): Files => ({ 'book.yaml': `title: T\nchapters: [a.md]\n${files['d.yaml'] ? 'registers: {dates: d.yaml}\n' : ''}`, 'a.md': `# T\n\n${text}\n`, ...files });

const head = '<table class="chronology"><thead><tr><th scope="col">Date</th><th scope="col">Event</th></tr></thead><tbody>';
const contradiction = (name: string, words: string, on: string, finding: string, language = 'en-GB'): Case => ({
  name: `${name} is reported`,
  given: { 'book.yaml': `title: T\nchapters: [a.md]\nlanguage: ${language}\n`, 'a.md': `# T\n\nOn :date[${words}]{on=${on}}.\n` },
  print: `<p>On <time datetime="${on}">${words}</time>.</p>`,
  findings: [`d-030 a.md:3:4 ${finding}`],
});

export const dates: readonly Case[] = [
  {
    name: 'an event makes an entry of the chronology, linked both ways',
    given: book('On :date[2 September]{on=1933-09-02 event="The *pact* is signed" place=Rome status=disputed}.\n\n::chronology'),
    print: `<p>On <a id="m-1933-09-02-t1" class="mention dates" href="#dates-1933-09-02-t1"><time datetime="1933-09-02">2 September</time></a>.</p>
${head}<tr id="dates-1933-09-02-t1"><td class="chronology-date">2 September 1933</td><td><span class="chronology-place">Rome</span>. The <em>pact</em> is signed <span class="status">(disputed)</span> <span class="locators" data-pages="m-1933-09-02-t1"></span></td></tr></tbody></table>`,
  },
  {
    name: 'an event that the register has is one with it, and gives what it lacks',
    given: book('On :date[2 September]{on=1933-09-02 event="the pact is signed" status=disputed} and :date[then]{on=1933-09-02}.\n\n::chronology', { 'd.yaml': register }),
    print: `<p>On <a id="m-1933-09-02-0" class="mention dates" href="#dates-1933-09-02-0"><time datetime="1933-09-02">2 September</time></a> and <a id="m-1933-09-02-0-2-september-and" class="mention dates" href="#dates-1933-09-02-0"><time datetime="1933-09-02">then</time></a>.</p>
${head}<tr id="dates-1933-09-02-0"><td class="chronology-date">2 September 1933</td><td><span class="chronology-place">Rome</span>. The pact is <em>signed</em>. <span class="status">(disputed)</span> <span class="locators" data-pages="m-1933-09-02-0 m-1933-09-02-0-2-september-and"></span></td></tr></tbody></table>`,
  },
  {
    name: 'one event told in two passages is one entry; another of the same day is another',
    given: book(':date[A]{on=1933 event="X happens."} :date[B]{on=1933 event="x *happens*"} :date[C]{on=1933 event=Y}\n\n::chronology'),
    print: `<p><a id="m-1933-t1" class="mention dates" href="#dates-1933-t1"><time datetime="1933">A</time></a> <a id="m-1933-t1-c" class="mention dates" href="#dates-1933-t1"><time datetime="1933">B</time></a> <a id="m-1933-t2" class="mention dates" href="#dates-1933-t2"><time datetime="1933">C</time></a></p>
${head}<tr id="dates-1933-t1"><td class="chronology-date">1933</td><td>X happens. <span class="locators" data-pages="m-1933-t1 m-1933-t1-c"></span></td></tr><tr id="dates-1933-t2"><td class="chronology-date">1933</td><td>Y <span class="locators" data-pages="m-1933-t2"></span></td></tr></tbody></table>`,
  },
  {
    name: 'a date of several events leads to the first, and each of them back to it',
    given: book('In :date[1933]{on=1933}.\n\n::chronology', { 'd.yaml': '- on: 1933\n  event: A\n- on: 1933\n  event: B\n' }),
    print: `<p>In <a id="m-1933-0" class="mention dates" href="#dates-1933-0"><time datetime="1933">1933</time></a>.</p>
${head}<tr id="dates-1933-0"><td class="chronology-date">1933</td><td>A <span class="locators" data-pages="m-1933-0"></span></td></tr><tr id="dates-1933-1"><td class="chronology-date">1933</td><td>B <span class="locators" data-pages="m-1933-0"></span></td></tr></tbody></table>`,
  },
  {
    name: 'an event may cite and call a note, which count where the chronology stands',
    given: book('A.^[First.] :date[Then]{on=1933 event="X^[Second.]"}\n\n::chronology'),
    print: `<p>A.<sup class="call"><a id="c-a-first" href="#n-a-first" data-note="n-a-first">1</a></sup> <a id="m-1933-t1" class="mention dates" href="#dates-1933-t1"><time datetime="1933">Then</time></a></p>
${head}<tr id="dates-1933-t1"><td class="chronology-date">1933</td><td>X<sup class="call"><a id="c-a-second" href="#n-a-second" data-note="n-a-second">2</a></sup> <span class="locators" data-pages="m-1933-t1"></span></td></tr></tbody></table>
[1] <p>First.</p>
[2] <p>Second.</p>`,
  },
  {
    name: 'ranges, decades, doubts and open ends, in the order of time',
    given: book('::chronology', { 'd.yaml': '- on: 1936/..\n  event: A\n- on: 193X\n  event: B\n- on: 1933?\n  event: C\n- on: 1933-24\n  event: D\n- on: ../1921-12\n  event: E\n' }),
    print: `${head}<tr id="dates--1921-12-4"><td class="chronology-date">– December 1921</td><td>E</td></tr><tr id="dates-193x-1"><td class="chronology-date">1930s</td><td>B</td></tr><tr id="dates-1933--2"><td class="chronology-date">1933 (?)</td><td>C</td></tr><tr id="dates-1933-24-3"><td class="chronology-date">winter 1933</td><td>D</td></tr><tr id="dates-1936--0"><td class="chronology-date">1936–</td><td>A</td></tr></tbody></table>`,
  },
  {
    name: 'a season is no time that HTML knows',
    given: ':date[That spring]{on=1933-21}, :date[then]{on=193X}',
    print: '<p><span>That spring</span>, <span>then</span></p>',
  },
  {
    name: 'the table of a timeline leads to chronology and passages',
    given: book('On :date[2 September]{on=1933-09-02 event="Pact signed"}.\n\n::timeline{#fig:t alt="A line"}\n\n::chronology'),
    print: `<p>On <a id="m-1933-09-02-t1" class="mention dates" href="#dates-1933-09-02-t1"><time datetime="1933-09-02">2 September</time></a>.</p>
<figure id="fig-t" class="figure drawing"><svg></svg><figcaption><span class="caption-number">Figure 1.</span></figcaption></figure>
${head}<tr id="dates-1933-09-02-t1"><td class="chronology-date">2 September 1933</td><td>Pact signed <span class="locators" data-pages="m-1933-09-02-t1"></span></td></tr></tbody></table>`,
    epub: `<p>On <a id="m-1933-09-02-t1" class="mention dates" href="#dates-1933-09-02-t1"><time datetime="1933-09-02">2 September</time></a>.</p>
<figure id="fig-t" class="figure drawing"><svg></svg><details class="figure-data"><summary>Table</summary><table><thead><tr><th scope="col">Date</th><th scope="col">Event</th></tr></thead><tbody><tr><td><a href="#dates-1933-09-02-t1">2 September 1933</a></td><td>Pact signed <span class="locators" data-pages="m-1933-09-02-t1"></span></td></tr></tbody></table></details><figcaption><span class="caption-number">Figure 1.</span></figcaption></figure>
${head}<tr id="dates-1933-09-02-t1"><td class="chronology-date">2 September 1933</td><td>Pact signed <span class="locators" data-pages="m-1933-09-02-t1"></span></td></tr></tbody></table>`,
  },
  {
    name: 'what is said of an event without one is reported, and a status that is none',
    given: ':date[then]{on=1933 thread=X status=maybe} :date[then]{on=1933 event=Y status=maybe}',
    print: '<p><time id="m-1933-t1" datetime="1933">then</time> <time id="m-1933-t1-then" datetime="1933">then</time></p>',
    findings: [
      'd-002 a.md:3:21 `thread` is said of an event, and this date has none',
      'd-002 a.md:3:30 `status` is said of an event, and this date has none',
      'd-002 a.md:3:72 `maybe` is not a status',
    ],
  },
  {
    name: 'one event told in two ways is reported',
    given: book(':date[then]{on=1933-09-02 event="The pact is signed" place=Milan}\n\n::chronology', { 'd.yaml': register }),
    print: `<p><a id="m-1933-09-02-0" class="mention dates" href="#dates-1933-09-02-0"><time datetime="1933-09-02">then</time></a></p>
${head}<tr id="dates-1933-09-02-0"><td class="chronology-date">2 September 1933</td><td><span class="chronology-place">Rome</span>. The pact is <em>signed</em>. <span class="locators" data-pages="m-1933-09-02-0"></span></td></tr></tbody></table>`,
    findings: ['d-032 a.md:3:54 this event has another `place` elsewhere: `Rome`'],
  },
  contradiction('another day', '3 September 1933', '1933-09-02', '“3 September 1933” is not `1933-09-02`'),
  contradiction('another year', 'that day in 1934', '1933-09-02', '“that day in 1934” is not `1933-09-02`'),
  contradiction('another weekday', 'Sunday, 2 September 1933', '1933-09-02', '“Sunday, 2 September 1933” has the wrong weekday: it was “Saturday”, not “Sunday”'),
  contradiction('another day in Italian', '3 settembre', '1933-09-02', '“3 settembre” is not `1933-09-02`', 'it'),
  contradiction('another month in Russian', '2 октября 1933 г.', '1933-09-02', '“2 октября 1933 г.” is not `1933-09-02`', 'ru'),
  {
    name: 'a date in another language is read in it',
    given: ':date[3 settembre]{on=1933-09-02 lang=it} :date[2 settembre]{on=1933-09-02 lang=it}',
    print: '<p><time datetime="1933-09-02" lang="it">3 settembre</time> <time datetime="1933-09-02" lang="it">2 settembre</time></p>',
    findings: ['d-030 a.md:3:1 “3 settembre” is not `1933-09-02`'],
  },
  {
    name: 'a sequence in order is shown as it is written',
    given: ':::sequence\n1. :date[May]{on=1933-05}\n2. :date[1933]{on=1933}\n3. :date[2 September]{on=1933-09-02}, :date[then]{on=1933-09-02/..}\n:::',
    print: '<ol class="tight"><li><p><time datetime="1933-05">May</time></p></li><li><p><time datetime="1933">1933</time></p></li><li><p><time datetime="1933-09-02">2 September</time>, <span>then</span></p></li></ol>',
  },
  {
    name: 'a sequence out of order is reported, against the latest before it',
    given: ':::sequence{#passage:order}\nFirst :date[September]{on=1933-09}, then :date[1932]{on=1932}, then :date[August]{on=1933-08}.\n:::',
    print: '<p id="passage-order">First <time datetime="1933-09">September</time>, then <time datetime="1932">1932</time>, then <time datetime="1933-08">August</time>.</p>',
    findings: ['d-031 a.md:4:42 `1932` comes after `1933-09` in this sequence, and was before it', 'd-031 a.md:4:69 `1933-08` comes after `1933-09` in this sequence, and was before it'],
  },
  {
    name: 'a sequence of one date claims nothing',
    given: ':::sequence\nOnly :date[1932]{on=1932}.\n:::',
    print: '<p>Only <time datetime="1932">1932</time>.</p>',
    findings: ['d-002 a.md:3:1 `:::sequence` holds one date, so it claims no order'],
  },
];
