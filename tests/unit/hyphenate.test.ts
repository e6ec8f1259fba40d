import { fromHtml } from 'hast-util-from-html';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test, vi } from 'vitest';
import { hyphenate } from '../../src/typeface/hyphenate.js';

test.each([
  ['words of six letters and more', 'en-GB', '<p>hyphenation of trade</p>', '<p>hy|phen|a|tion of trade</p>'],
  ['each language by its own patterns', 'en-GB', '<p>relations <span lang="it">relazione</span> <i lang="ru">полпред</i></p>', '<p>re|la|tions <span lang="it">re|la|zio|ne</span> <i lang="ru">пол|пред</i></p>'],
  ['a word that comes again', 'en', '<p>trade relations, relations; Relations</p>', '<p>trade re|la|tions, re|la|tions; Re|la|tions</p>'],
  ['capitals stay', 'it', '<p>RELAZIONE</p>', '<p>RE|LA|ZIO|NE</p>'],
  ['one that the author divided is left as it is', 'en', '<p>hyphen|ation relations</p>', '<p>hyphen|ation re|la|tions</p>'],
  ['words after a sign that would begin a tag', 'en', '<p>if a&lt;b the relations end</p>', '<p>if a&#x3C;b the re|la|tions end</p>'],
  ['a language without patterns is left whole', 'ja', '<p>hyphenation</p>', '<p>hyphenation</p>'],
  ['a language that is none is left whole', 'en', '<p lang="constructor">hyphenation</p>', '<p lang="constructor">hyphenation</p>'],
  ['never in code, formulas, headings', 'en', '<h2>hyphenation</h2><code>hyphenation</code><math><mi>hyphenation</mi></math><pre>hyphenation</pre>', '<h2>hyphenation</h2><code>hyphenation</code><math><mi>hyphenation</mi></math><pre>hyphenation</pre>'],
  ['flags of a command stay whole', 'en', '<code>build --no-cache -q a--b x-y</code>', '<code>build <span class="nowrap">--no-cache</span> <span class="nowrap">-q</span> a--b x-y</code>'],
  ['never in verse', 'en', '<p class="stanza"><span class="verse-line">hyphenation <em>hyphenation</em></span></p>', '<p class="stanza"><span class="verse-line">hyphenation <em>hyphenation</em></span></p>'],
  ['an address is broken after its signs, without a hyphen', 'en', '<a class="external" href="https://example.org/a">https://example.org/hyphenation</a>', '<a class="external" href="https://example.org/a">https://<wbr>example.<wbr>org/<wbr>hyphenation</a>'],
])('%s', (_name, language, given, expected) => {
  const nodes = fromHtml(given.replaceAll('|', '\u00ad'), { fragment: true }).children as ElementContent[];
  expect(toHtml(hyphenate(nodes, language)).replaceAll('\u00ad', '|').replaceAll('&#xAD;', '|')).toBe(expected);
});

test('a Turkish machine divides as any other', () => {
  const lowerCase = String.prototype.toLocaleLowerCase;
  const turkish = vi.spyOn(String.prototype, 'toLocaleLowerCase').mockImplementation(function (this: string) {
    return lowerCase.call(this, 'tr');
  });
  const [node] = hyphenate([{ type: 'text', value: 'CIVILIZING' }], 'en-US');
  turkish.mockRestore();
  expect(node).toEqual({ type: 'text', value: 'CIV\u00adI\u00adLIZ\u00adING' });
});
