import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { serialize } from '../../src/epub/serialize.js';
import { element } from '../../src/epub/tree.js';

const line = (tree: Parameters<typeof serialize>[0], kind: 'xhtml' | 'xml' = 'xhtml'): string => serialize(tree, kind).trim().split('\n').at(-1) ?? '';

describe('XML', () => {
  it.each([
    ['references', element('p', { title: '<a & "b">\t\n' }, '<a & "b"> ]]>'), '<p title="&lt;a &amp; &quot;b&quot;&gt;&#9;&#10;">&lt;a &amp; "b"&gt; ]]&gt;</p>'],
    ['characters that XML cannot hold', element('p', { title: '\u0000a\uFFFF' }, 'a\u0008\uD800b\uDC00c😀\uFFFE'), '<p title="a">abc😀</p>'],
    ['names that are none', element('p', { '1a': 'x', 'a"b': 'x', 'a:b:c': 'x', ok: 'y', none: undefined }, element('a b', {}, 'words')), '<p ok="y">words</p>'],
    ['attributes in one order', element('p', { title: '1', class: '2', 'epub:type': '3' }), '<p class="2" epub:type="3" title="1"></p>'],
  ])('%s', (_, tree, expected) => {
    expect(line(tree)).toBe(expected);
  });

  it('has line feeds only', () => {
    expect(serialize(element('pre', {}, 'a\r\nb\rc'), 'xhtml')).toContain('<pre>a\nb\nc</pre>');
  });

  it('closes every empty element of a package file', () => {
    expect(line(element('spine', {}, element('itemref')), 'xml')).toBe('<spine><itemref/></spine>');
  });

  it('parses, whatever the text', () => {
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join('');
    const parsed = XmlDocument.fromString(serialize(element('p', { title: all }, all), 'xhtml'));
    expect(parsed.root.content).toContain('ж');
    parsed.dispose();
  });
});
