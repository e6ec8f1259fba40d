import { describe, expect, it } from 'vitest';
import { serialize } from '../../src/epub/serialize.js';
import { element } from '../../src/epub/tree.js';
import { validAddress, validHtml } from '../../src/epub/valid-html.js';
import { edition, OpenEpub, part } from './edition.js';

/** The body of a chapter of this HTML. */
const made = async (html: string): Promise<string> => {
  const book = await OpenEpub.of(edition([part({ id: 'one', html })]));
  return /<section[^>]*>\n?([^]*?)\n?<\/section>/.exec(book.body('text/one.xhtml'))?.[1] ?? '';
};

describe('HTML that a browser bears', () => {
  it.each([
    ['a block in a phrase', '<div>Some <span>words <div>and a block</div></span>.</div>', '<div>Some <div>words <div>and a block</div></div>.</div>'],
    ['a paragraph in a heading', '<h2>A <div>heading</div></h2>', '<h2>A <span>heading</span></h2>'],
    ['a list without items', '<ul><p>one</p> two<li>three</li></ul>', '<ul><li><p>one</p></li><li> two</li><li>three</li></ul>'],
    ['a list of terms with other things', '<dl><dt>Toll</dt><p>A price.</p></dl>', '<dl><dt>Toll</dt><dd><p>A price.</p></dd></dl>'],
    ['a list of terms without terms', '<dl><dd>A price.</dd><p>A gate.</p></dl>', '<div><div>A price.</div><p>A gate.</p></div>'],
    ['details without their summary', '<details><p>All.</p></details>', '<div><p>All.</p></div>'],
    ['elements of old', '<p><tt>a</tt> <strike>b</strike></p>', '<p><code>a</code> <s>b</s></p>'],
    ['attributes of old', '<table border="1" width="50%"><tbody><tr><td valign="top" colspan="2">a</td></tr></tbody></table>', '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>'],
    ['values without their form', '<ol start="x"><li value="3">a</li></ol>', '<ol><li value="3">a</li></ol>'],
    ['a language that is none', '<p lang="not a language">a <i lang="la">b</i></p>', '<p>a <i lang="la" xml:lang="la">b</i></p>'],
    ['a direction that is none', '<p dir="up">a</p>', '<p>a</p>'],
  ])('is valid in the EPUB, with every word: %s', async (_name, html, expected) => {
    expect(await made(html)).toBe(expected);
  });

  it('is valid in a paragraph of Markdown, too', () => {
    const block = element('span', {}, 'words ', element('div', {}, 'and a block'));
    expect(serialize(validHtml(element('p', {}, validHtml(block))), 'xhtml')).toContain('<div><div>words <div>and a block</div></div></div>');
  });

  it.each([
    ['https://example.org/prices', 'https://example.org/prices'],
    ['https://example.org/соль?a=1&b=2#c', 'https://example.org/соль?a=1&b=2#c'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://example.org/?x=1|2', 'https://example.org/?x=1%7C2'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://example.org/%20', 'https://example.org/%20'],
  ])('is an address: %s', (address, expected) => {
    expect(validAddress(address)).toBe(expected);
  });
});
