/** Raw HTML: what may stay, what is taken out, and that no word goes with it. */
import type { Case } from './book.js';

export const html: readonly Case[] = [
  {
    name: 'harmless tags stay, with Markdown inside',
    given: 'a <b>*bold*</b> and <u>under</u><br>line <!-- gone -->',
    print: '<p>a <b><em>bold</em></b> and <u>under</u><br>line </p>',
  },
  {
    name: 'a block with Markdown inside',
    given: `<details>
<summary>More</summary>

*Words*

</details>`,
    print: `<details>
<summary>More</summary><p><em>Words</em></p></details>`,
  },
  {
    name: 'a script goes with its program',
    given: `a <script>alert(1)</script> b

<script>
alert(2)
</script>

c`,
    print: `<p>a  b</p>
<p>c</p>`,
    findings: [
      'm-004 a.md:3:3 `<script>` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
      'm-004 a.md:5:1 `<script>` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
    ],
  },
  {
    name: 'a style goes with its rules',
    given: `<style>p { color: red }</style>

Text.`,
    print: '<p>Text.</p>',
    findings: [
      'm-004 a.md:3:1 `<style>` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
    ],
  },
  {
    name: 'an attribute that runs goes, its tag stays',
    given: '<b onclick="go()">x</b> <a href="javascript:go()">y</a>',
    print: '<p><b>x</b> <a>y</a></p>',
    findings: [
      'm-004 a.md:3:4 `onclick` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
      'm-004 a.md:3:28 `href` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
    ],
  },
  {
    name: 'a tag that is never closed',
    given: `a <b>bold

not bold`,
    print: `<p>a <b>bold</b></p>
<p>not bold</p>`,
  },
  {
    name: 'a frame that is never closed swallows nothing',
    given: `<iframe src="https://example.org">

First.

Second *words*.`,
    print: `<p>First.</p>
<p>Second <em>words</em>.</p>`,
    findings: [
      'd-033 a.md:3:1 `<iframe>` is dropped: raw HTML brings nothing in from elsewhere',
    ],
  },
  {
    name: 'a form and a picture',
    given: `<form>

Ask <input name=q> <img src=x alt=y>

</form>`,
    print: '<p>Ask  </p>',
    findings: [
      'm-004 a.md:3:1 `<form>` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
      'm-004 a.md:5:5 `<input>` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
      'd-033 a.md:5:20 `<img>` is dropped: raw HTML brings nothing in from elsewhere',
    ],
  },
  {
    name: 'a tag that is never finished is words',
    given: `a

<div words

b`,
    print: `<p>a</p>
<p>&#x3C;div words</p>
<p>b</p>`,
  },
  {
    name: 'a comment that is never closed says so',
    given: `a

<!-- gone

so is this`,
    print: '<p>a</p>',
    findings: [
      'm-004 a.md:5:1 this comment is never closed: nothing after it is printed',
    ],
  },
  {
    name: 'what is HTML to nobody',
    given: 'a <?php echo 1 ?> b',
    print: '<p>a  b</p>',
    findings: [
      'm-004 a.md:3:3 this is no HTML that a page can show, and is taken out',
    ],
  },
  {
    name: 'slots cannot be forged, however they are spelt',
    given: '<OCTAVO-Slot data-slot="0">x</OCTAVO-Slot> *y* <b>z</b>',
    print: '<p>x <em>y</em> <b>z</b></p>',
    findings: [
      'm-004 a.md:3:1 `<octavo-other>` is taken out of this HTML: a page takes neither scripts, styles, forms nor pictures from it',
    ],
  },
];
