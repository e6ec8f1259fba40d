import { describe, expect, it } from 'vitest';
import { call, edition, OpenEpub, pageMap, part } from './edition.js';

/** The file's text with every mark as `|folio|`. */
async function marked(html: string, pages: Parameters<typeof pageMap>[0], notes: Readonly<Record<string, string>> = {}): Promise<string> {
  const book = await OpenEpub.of(edition([part({ id: 'one', html, notes })], { pages: pageMap(pages) }));
  const body = book.body('text/one.xhtml');
  return body
    .slice(body.indexOf('<section'))
    .replace(/<span aria-label="([^"]*)" epub:type="pagebreak" id="page-[^"]*" role="doc-pagebreak"><\/span>/g, '|$1|')
    .replace(/^<section[^>]*>\s*|\s*<\/section>\s*$/g, '');
}

describe('a page of the print edition begins', () => {
  it.each<[place: string, html: string, at: string, letters: number, expected: string]>([
    ['with its block', '<p data-at="a:1">one two</p>', 'a:1', 0, '<p>|7|one two</p>'],
    ['at the very word', '<p data-at="a:1">one two three</p>', 'a:1', 6, '<p>one two |7|three</p>'],
    ['before a word that print broke', '<p data-at="a:1">one hyphenation two</p>', 'a:1', 8, '<p>one |7|hyphenation two</p>'],
    ['after a dash', '<p data-at="a:1">one—two</p>', 'a:1', 4, '<p>one—|7|two</p>'],
    ['at the very character, where words have no spaces', '<p data-at="a:1">日本語日本語</p>', 'a:1', 4, '<p>日本語日|7|本語</p>'],
    ['inside emphasis', '<p data-at="a:1">one <em>two three</em></p>', 'a:1', 6, '<p>one <em>two |7|three</em></p>'],
    ['before a link', '<p data-at="a:1">one <a href="#one">two three</a></p>', 'a:1', 3, '<p>one |7|<a href="#one">two three</a></p>'],
    ['between two halves of a link, the first of which keeps its name', '<p data-at="a:1">one <a href="#one" id="l">two three</a> four</p>', 'a:1', 6, '<p>one <a href="#one" id="l">two </a>|7|<a href="#one">three</a> four</p>'],
    ['in the markup of a link', '<p data-at="a:1"><a href="#one">one <em>two three</em> four</a></p>', 'a:1', 6, '<p><a href="#one">one <em>two </em></a>|7|<a href="#one"><em>three</em> four</a></p>'],
    ['where markup begins in a link', '<p data-at="a:1"><a href="#one">one <em>two</em></a></p>', 'a:1', 3, '<p><a href="#one">one </a>|7|<a href="#one"><em>two</em></a></p>'],
    ['before a word that markup divides', '<p data-at="a:1">one <em>hyphen</em>ation two</p>', 'a:1', 10, '<p>one <em>|7|hyphen</em>ation two</p>'],
    ['before a link to half of a word', '<p data-at="a:1">one <a href="#one">hyphen</a>ation</p>', 'a:1', 10, '<p>one |7|<a href="#one">hyphen</a>ation</p>'],
    ['in an item that follows another without a space', '<ul data-at="a:1"><li>one</li><li>two</li></ul>', 'a:1', 3, '<ul><li>one</li><li>|7|two</li></ul>'],
    ['in a line of verse', '<p data-at="a:1"><span>one</span><br><span>two</span></p>', 'a:1', 3, '<p><span>one</span><br/><span>|7|two</span></p>'],
    ['before a heading, not in it', '<h2 data-at="a:1">One two</h2>', 'a:1', 3, '|7|<h2>One two</h2>'],
    ['before a heading group', '<hgroup><h2 data-at="a:1">One</h2><p>two</p></hgroup>', 'a:1', 0, '|7|<hgroup><h2>One</h2><p>two</p></hgroup>'],
    ['in the first item of a list', '<ul data-at="a:1"><li><p>one</p></li></ul>', 'a:1', 0, '<ul><li><p>|7|one</p></li></ul>'],
    ['in the first cell of a row', '<table><tbody><tr data-at="a:1"><td>one</td><td>two</td></tr></tbody></table>', 'a:1', 0, '<table><tbody><tr><td>|7|one</td><td>two</td></tr></tbody></table>'],
    ['before a picture', '<figure data-at="a:1"><svg viewBox="0 0 1 1"></svg><figcaption>one</figcaption></figure>', 'a:1', 0, '<figure>|7|<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"/><figcaption>one</figcaption></figure>'],
    ['before a formula', '<p data-at="a:1">one <math><mi>x</mi></math></p>', 'a:1', 3, '<p>one |7|<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>'],
    ['before a rule', '<p>a</p><hr data-at="a:1">', 'a:1', 0, '<p>a</p>\n|7|<hr/>'],
    ['at the end of a block that is shorter than print says', '<p data-at="a:1">one <em>two</em> </p>', 'a:1', 99, '<p>one <em>two|7|</em> </p>'],
    ['in an empty block', '<p data-at="a:1"></p>', 'a:1', 0, '<p>|7|</p>'],
    ['with soft hyphens and white space left out of account', '<p data-at="a:1">o\u00ADne\u00A0\n two three</p>', 'a:1', 6, '<p>one\u00A0\n two |7|three</p>'],
    ['in code', '<pre data-at="a:1"><code>a = b;\nc = d;</code></pre>', 'a:1', 4, '<pre><code>a = b;\n|7|c = d;</code></pre>'],
  ])('%s', async (_, html, at, letters, expected) => {
    expect(await marked(html, [['7', at, letters]])).toBe(expected);
  });

  it('without counting what print says otherwise', async () => {
    expect(await marked('<p data-at="a:1"><span data-uncounted="">12</span> one two three</p>', [['7', 'a:1', 6]])).toContain('one two |7|three</p>');
  });

  it('without counting the numbers of notes', async () => {
    const text = await marked(`<p data-at="a:1">one${call('a', 1234)} two three</p>`, [['7', 'a:1', 6]], { a: 'x' });
    expect(text).toContain('</sup> two |7|three</p>');
  });
});

describe('several pages', () => {
  it('in one block stand in order', async () => {
    expect(await marked('<p data-at="a:1">one two three four</p>', [['1', 'a:1', 0], ['2', 'a:1', 3], ['3', 'a:1', 11]])).toBe('<p>|1|one |2|two three |3|four</p>');
  });

  it('without folio or text: no mark, or one where the next page begins', async () => {
    expect(await marked('<p data-at="a:1">one</p><p data-at="a:2">two</p>', [['', 'a:1', 0], ['2', undefined, 0], ['3', 'a:2', 0], ['4', 'gone:1', 0]])).toBe('<p>one</p>\n<p>|2||3|two</p>');
  });

  it('that print calls by one folio, and labels that look like pages, keep their ids apart', async () => {
    const book = await OpenEpub.of(edition([part({ id: 'one', html: '<p id="page-1" data-at="a:1">a</p><p data-at="a:2">b</p>' })], { pages: pageMap([['1', 'a:1', 0], ['1', 'a:2', 0]]) }));
    expect(book.all('text/one.xhtml', '//h:span/@id')).toEqual(['page-1-2', 'page-1-3']);
  });
});
