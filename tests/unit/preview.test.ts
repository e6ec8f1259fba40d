import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { writePreview } from '../../src/print/preview.js';
import { findFaces } from '../../src/typeface/faces.js';
import { machineWorld } from '../../src/world/machine.js';
import { config, pageMap, png } from '../epub/edition.js';

const { disk } = machineWorld();
const faces = await findFaces(disk);

/** The preview of some pages, as markup and as elements by name. */
async function preview(html: string, folios: readonly string[], used: readonly number[] = []): Promise<{ source: string; of: (name: string) => Element[] }> {
  const bytes = await writePreview({ config, pages: { html: `<main id="pages">${html}</main>`, faces: used }, map: pageMap(folios.map((folio) => [folio, undefined, 0])), assets: new Map([['figures/a b é.png', { ...png, path: 'figures/a b é.png' }]]), faces, css: { print: '.page {}', preview: '' } }, disk);
  const source = new TextDecoder().decode(bytes);
  const found: Element[] = [];
  visit(fromHtml(source) as Nodes, 'element', (element) => void found.push(element));
  return { source, of: (name) => found.filter(({ tagName }) => tagName === name) };
}

describe('a preview', () => {
  test('holds its pictures', async () => {
    const { of } = await preview('<div class="page"><img src="/assets/figures/a%20b%20%C3%A9.png" alt="a"></div>', ['1']);
    expect(of('img').map(({ properties }) => properties.src)).toEqual([`data:image/png;base64,${Buffer.from(png.bytes).toString('base64')}`]);
  });

  test('holds the faces that the pages use, and no other', async () => {
    const { source } = await preview('<div class="page">a</div>', ['1'], [4, 7]);
    const rules = source.match(/@font-face/g);
    expect(rules).toHaveLength(2);
    expect(source).toContain(`src: url(data:font/woff2;base64,${Buffer.from(await disk.read(faces[4]?.path ?? '')).toString('base64')})`);
  });

  test('names its pages by their folios, never twice, and leaves the author’s anchors alone', async () => {
    const { of } = await preview('<div class="page verso"><p id="page-2">An anchor of the author’s.</p></div><div class="page"></div><div class="page blank"></div><div class="page"></div>', ['iv', '2', '', '3']);
    expect(of('div').map(({ properties }) => properties.id)).toEqual(['page-iv', undefined, undefined, 'page-3']);
    expect(of('p').map(({ properties }) => properties.id)).toEqual(['page-2']);
  });

  test('keeps every letter as it stands', async () => {
    const { of } = await preview('<div class="page"><pre data-at="one:1"><code>\n  a &lt; b &amp;amp; c > d “é”\u00ad\u2002x\n</code></pre></div>', ['1']);
    expect(of('pre')[0]?.properties.dataAt).toBe('one:1');
    expect(of('code')[0]?.children).toMatchObject([{ value: '\n  a < b &amp; c > d “é”\u00ad\u2002x\n' }]);
  });

  test('has its title, its language, and a word to the browser to fetch nothing', async () => {
    const { of } = await preview('<div class="page"></div>', ['1']);
    expect(of('title')[0]?.children).toMatchObject([{ value: config.title }]);
    expect(of('html')[0]?.properties.lang).toBe('en-GB');
    expect(of('meta').find(({ properties }) => properties.httpEquiv)?.properties.content).toMatch(/^default-src 'none';/);
  });
});
