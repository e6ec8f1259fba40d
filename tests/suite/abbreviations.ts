/** Abbreviations: in the text, in full where it is asked for, and their list. */
import type { Case } from './book.js';

const register = `- short: TASS
  long: Telegraph Agency of the Soviet Union
  note: Founded in *1925*.
- short: NKID
  key: foreign
  long: Narodnyi komissariat inostrannykh del
  lang: ru
  variants: [Narkomindel]
`;
const book = (rule?: string, chapters = 'a.md'): string => `title: T\nchapters: [${chapters}]\nregisters: {abbreviations: s.yaml}\n${rule === undefined ? '' : `abbreviations: ${rule}\n`}`;

export const abbreviations: readonly Case[] = [
  {
    name: 'as they are written, with what they stand for as a title',
    given: { 'book.yaml': book(), 's.yaml': register, 'a.md': '# T\n\n:abbr[TASS] and :abbr[Narkomindel], :abbr[the commissariat]{of=foreign}.\n' },
    print: '<p><span id="m-tass" class="mention abbreviations first"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></span> and <span id="m-foreign" class="mention abbreviations first"><abbr title="Narodnyi komissariat inostrannykh del" lang="ru">Narkomindel</abbr></span>, <span id="m-foreign-tass-and-narkomindel" class="mention abbreviations"><abbr title="Narodnyi komissariat inostrannykh del" lang="ru">the commissariat</abbr></span>.</p>',
  },
  {
    name: 'in full at the first use in the book',
    given: { 'book.yaml': book('expand-first', 'a.md, b.md'), 's.yaml': register, 'a.md': '# T\n\n:abbr[TASS] said what :abbr[TASS] says, said :abbr[NKID].\n', 'b.md': '# U\n\n:abbr[TASS] again.\n' },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><span id="m-tass" class="mention abbreviations first"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span> said what <span id="m-tass-says-said-nkid" class="mention abbreviations"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></span> says, said <span id="m-foreign" class="mention abbreviations first"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr>)</span>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">U</span></h1>
<p><span id="m-tass-again" class="mention abbreviations"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></span> again.</p>`,
  },
  {
    name: 'in full at the first use in each chapter',
    given: { 'book.yaml': book('expand-in-chapters', 'a.md, b.md'), 's.yaml': register, 'a.md': '# T\n\n:abbr[TASS] said what :abbr[TASS] says, said :abbr[NKID].\n', 'b.md': '# U\n\n:abbr[TASS] again.\n' },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><span id="m-tass" class="mention abbreviations first"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span> said what <span id="m-tass-says-said-nkid" class="mention abbreviations"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></span> says, said <span id="m-foreign" class="mention abbreviations first"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr>)</span>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">U</span></h1>
<p><span id="m-tass-again" class="mention abbreviations"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span> again.</p>`,
  },
  {
    name: 'a heading is no place to explain one, however deep it stands there',
    given: { 'book.yaml': book('expand-first'), 's.yaml': register, 'a.md': '# The :abbr[TASS]\n\n## On *:abbr[NKID]*\n\nOf :abbr[TASS] and :abbr[NKID].\n' },
    kinds: ['chapter'],
    print: `<h2 id="a-on-nkid">On <em><span id="m-foreign" class="mention abbreviations first"><abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr></span></em></h2>
<p>Of <span id="m-tass-and-nkid" class="mention abbreviations"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span> and <span id="m-foreign-of-tass-and" class="mention abbreviations"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr>)</span>.</p>`,
  },
  {
    name: 'nor is a title in the front matter',
    given: { 'book.yaml': book('expand-first'), 's.yaml': register, 'a.md': '---\ntitle: "The :abbr[TASS]"\n---\n\nOf :abbr[TASS] and :abbr[NKID].\n' },
    print: '<p>Of <span id="m-tass-and-nkid" class="mention abbreviations"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span> and <span id="m-foreign" class="mention abbreviations first"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr>)</span>.</p>',
  },
  {
    name: 'a form of one’s own: short puts it off, long and full explain it',
    given: {
      'book.yaml': book('expand-first'),
      's.yaml': register,
      'a.md': '# T\n\n:abbr[TASS]{form=short}, :abbr[TASS], :abbr[TASS]{form=full}.\n\n:abbr[NKID]{form=long}, :abbr[NKID], :abbr[NKID]{form=wide}.\n',
    },
    print: `<p><span id="m-tass" class="mention abbreviations first"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></span>, <span id="m-tass-tass" class="mention abbreviations"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span>, <span id="m-tass-tass-tass" class="mention abbreviations"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span>.</p>
<p><span id="m-foreign" class="mention abbreviations first"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span></span>, <span id="m-foreign-nkid" class="mention abbreviations"><abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr></span>, <span id="m-foreign-nkid-nkid" class="mention abbreviations"><abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr></span>.</p>`,
    findings: [
      'd-002 a.md:5:50 `wide` is no form of an abbreviation',
    ],
  },
  {
    name: 'full, where the book has no rule',
    given: { 'book.yaml': book(), 's.yaml': register, 'a.md': '# T\n\n:abbr[TASS], :abbr[TASS]{form=full}, :abbr[NKID].\n' },
    print: '<p><span id="m-tass" class="mention abbreviations first"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></span>, <span id="m-tass-nkid" class="mention abbreviations"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</span>, <span id="m-foreign" class="mention abbreviations first"><abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr></span>.</p>',
  },
  {
    name: 'their list: what they stand for, their notes, their pages',
    given: { 'book.yaml': book('expand-first'), 's.yaml': register, 'a.md': '# T\n\n:abbr[TASS] and :abbr[NKID].\n\n::abbreviations\n' },
    print: `<p><a id="m-tass" class="mention abbreviations first" href="#abbreviations-tass"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</a> and <a id="m-foreign" class="mention abbreviations first" href="#abbreviations-foreign"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr>)</a>.</p>
<table class="abbreviations"><tbody><tr id="abbreviations-foreign"><th scope="row" lang="ru">NKID</th><td><span lang="ru">Narodnyi komissariat inostrannykh del</span> <span class="locators" data-pages="m-foreign"></span></td></tr><tr id="abbreviations-tass"><th scope="row">TASS</th><td>Telegraph Agency of the Soviet Union. Founded in <em>1925</em>. <span class="locators" data-pages="m-tass"></span></td></tr></tbody></table>`,
  },
  {
    name: 'one that is not in the register, and a register that lacks what it stands for',
    given: { 'book.yaml': book(), 's.yaml': '- short: TASS\n- short: NKID\n  long: People’s Commissariat for Foreign Affairs\n', 'a.md': '# T\n\n:abbr[TASS] and :abbr[NKIB], :abbr[NKID].\n' },
    print: '<p>TASS and NKIB, <span id="m-nkid" class="mention abbreviations first"><abbr title="People’s Commissariat for Foreign Affairs">NKID</abbr></span>.</p>',
    findings: [
      'd-003 a.md:3:1 `TASS` is not in the register of abbreviations',
      'd-003 a.md:3:17 `NKIB` is not in the register of abbreviations',
      'b-008 s.yaml:1:3 `long` is missing',
    ],
  },
  {
    name: 'a register that is a definition list',
    given: {
      'book.yaml': 'title: T\nchapters: [a.md]\nregisters: {abbreviations: s.md}\nabbreviations: expand-first\n',
      's.md': '# Short forms\n\nTASS\n: Telegraph Agency of the *Soviet* Union\n\n    Founded in 1925.\n\n[NKID]{#foreign lang=ru}\nNarkomindel\n: Narodnyi komissariat inostrannykh del\n',
      'a.md': '# T\n\n:abbr[TASS], :abbr[Narkomindel].\n\n::abbreviations\n',
    },
    print: `<p><a id="m-tass" class="mention abbreviations first" href="#abbreviations-tass"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</a>, <a id="m-foreign" class="mention abbreviations first" href="#abbreviations-foreign"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">Narkomindel</abbr>)</a>.</p>
<table class="abbreviations"><tbody><tr id="abbreviations-foreign"><th scope="row" lang="ru">NKID</th><td><span lang="ru">Narodnyi komissariat inostrannykh del</span> <span class="locators" data-pages="m-foreign"></span></td></tr><tr id="abbreviations-tass"><th scope="row">TASS</th><td>Telegraph Agency of the Soviet Union. Founded in 1925. <span class="locators" data-pages="m-tass"></span></td></tr></tbody></table>`,
  },
  {
    name: 'in the EPUB, explained at the end of the chapter that uses them',
    given: { 'book.yaml': book('expand-first', 'a.md, b.md'), 's.yaml': register, 'a.md': '# T\n\n:abbr[TASS], :abbr[TASS], :abbr[NKID].\n', 'b.md': '# U\n\n::abbreviations\n' },
    print: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><a id="m-tass" class="mention abbreviations first" href="#abbreviations-tass"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</a>, <a id="m-tass-nkid" class="mention abbreviations" href="#abbreviations-tass"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></a>, <a id="m-foreign" class="mention abbreviations first" href="#abbreviations-foreign"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr>)</a>.</p>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">U</span></h1>
<table class="abbreviations"><tbody><tr id="abbreviations-foreign"><th scope="row" lang="ru">NKID</th><td><span lang="ru">Narodnyi komissariat inostrannykh del</span> <span class="locators" data-pages="m-foreign"></span></td></tr><tr id="abbreviations-tass"><th scope="row">TASS</th><td>Telegraph Agency of the Soviet Union. Founded in <em>1925</em>. <span class="locators" data-pages="m-tass m-tass-nkid"></span></td></tr></tbody></table>`,
    epub: `<h1 id="a" class="chapter-title"><span class="chapter-number">1</span> <span class="chapter-name">T</span></h1>
<p><a id="m-tass" class="mention abbreviations first" href="#about-a-abbreviations-tass" data-explains="about-a-abbreviations-tass"><span class="in-full">Telegraph Agency of the Soviet Union</span> (<abbr title="Telegraph Agency of the Soviet Union">TASS</abbr>)</a>, <a id="m-tass-nkid" class="mention abbreviations" href="#about-a-abbreviations-tass" data-explains="about-a-abbreviations-tass"><abbr title="Telegraph Agency of the Soviet Union">TASS</abbr></a>, <a id="m-foreign" class="mention abbreviations first" href="#about-a-abbreviations-foreign" data-explains="about-a-abbreviations-foreign"><span class="in-full" lang="ru">Narodnyi komissariat inostrannykh del</span> (<abbr title="Narodnyi komissariat inostrannykh del" lang="ru">NKID</abbr>)</a>.</p>
[about-a-abbreviations-tass < m-tass] <a class="explained" href="#abbreviations-tass">TASS</a>: Telegraph Agency of the Soviet Union. Founded in <em>1925</em>.
[about-a-abbreviations-foreign < m-foreign] <a class="explained" href="#abbreviations-foreign" lang="ru">NKID</a>: <span lang="ru">Narodnyi komissariat inostrannykh del</span>
<h1 id="b" class="chapter-title"><span class="chapter-number">2</span> <span class="chapter-name">U</span></h1>
<table class="abbreviations"><tbody><tr id="abbreviations-foreign"><th scope="row" lang="ru">NKID</th><td><span lang="ru">Narodnyi komissariat inostrannykh del</span> <span class="locators" data-pages="m-foreign"></span></td></tr><tr id="abbreviations-tass"><th scope="row">TASS</th><td>Telegraph Agency of the Soviet Union. Founded in <em>1925</em>. <span class="locators" data-pages="m-tass m-tass-nkid"></span></td></tr></tbody></table>`,
  },
];
