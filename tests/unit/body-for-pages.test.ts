/** What only a page needs is added, and the parts stay as they were: they may be printed again. */
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { h } from '../../src/lower/element.js';
import { bodyForPages } from '../../src/print/body-for-pages.js';

test.each([
  ['lines of source', h('pre', {}, h('code', {}, 'a\n\n  b')), '<pre><code><span class="code-line">a</span><span class="code-line">\u00a0</span><span class="code-line">  b</span></code></pre>'],
  ['a drawing in letters stays one', h('pre', {}, '+--+\n|  |'), '<pre>+--+\n|  |</pre>'],
  ['what stands above a table overleaf', h('table', {}, h('caption', {}, h('span', { className: ['caption-number'] }, 'Table 2.'), ' Days')), '<table><caption data-overleaf="Table 2 (continued)"><span class="caption-number">Table 2.</span> Days</caption></table>'],
  ['a caption without a number', h('table', {}, h('caption', {}, 'Days')), '<table><caption data-overleaf="(continued)">Days</caption></table>'],
  ['three ruled lines are five lines of text', h('div', { className: ['writing-lines'] }, h('div', {}), h('div', {}), h('div', {})), '<div class="writing-lines" style="--pitch: 1.667"><div></div><div></div><div></div></div>'],
  ['pictures from memory', h('p', {}, h('img', { src: 'figures/a b.png' })), '<p><img src="/assets/figures/a%20b.png"></p>'],
])('%s', (_, given, expected) => {
  const before = JSON.stringify(given);
  expect(toHtml(bodyForPages([given], 'en-GB'))).toBe(expected);
  expect(JSON.stringify(given)).toBe(before);
});
