/**
 * Writes the finished pages as one HTML file that any browser opens from disk: the very elements that the PDF is printed from,
 * with their style, faces and pictures inside. It has no script, asks for nothing and would not be let.
 *
 * In: the pages as the paginator left them. Out: the same bytes for the same pages. Every block keeps its `data-at`, its place in
 * the manuscript; every page with a folio can be linked to as `#page-23`.
 * Not here: how the pages lie on the screen (styles/preview.css).
 */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { h } from '../lower/element.js';
import type { BookConfig } from '../model/book.js';
import type { Asset, PageMap } from '../model/document.js';
import { anchorOf } from '../model/id.js';
import { geometryOf } from '../model/geometry.js';
import type { SerializedPages } from '../page/contract.js';
import type { Face } from '../typeface/faces.js';
import type { Disk } from '../world/world.js';
import { pictureUrl } from './body-for-pages.js';
import { pageSheet } from './galley.js';

export interface PreviewInput {
  readonly config: BookConfig;
  readonly pages: SerializedPages;
  readonly map: PageMap;
  readonly assets: ReadonlyMap<string, Asset>;
  /** In the order in which the pages knew them. */
  readonly faces: readonly Face[];
  readonly css: { readonly print: string; readonly preview: string };
}

/** What the browser is to refuse, whatever stands in the file. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
/** Desk to be seen on either side of a spread, CSS px. */
const desk = 24;

export async function writePreview({ config, pages, map, assets, faces, css }: PreviewInput, disk: Disk): Promise<Uint8Array> {
  const main = fromHtml(pages.html, { fragment: true });
  const pictures = new Map([...assets.values()].map((asset) => [encodeURI(pictureUrl(asset.path)), asset]));
  const ids = new Set<unknown>();
  const sheets: Element[] = [];
  visit(main, 'element', (element) => {
    const { id, src, className } = element.properties;
    ids.add(id);
    const picture = element.tagName === 'img' ? pictures.get(String(src)) : undefined;
    if (picture) element.properties['src'] = dataUrl(picture.mediaType, picture.bytes);
    if (Array.isArray(className) && className.includes('page')) sheets.push(element);
  });
  for (const [index, sheet] of sheets.entries()) {
    const folio = map.pages[index]?.folio ?? '';
    const id = anchorOf(`page-${folio}`);
    if (folio !== '' && !ids.has(id)) sheet.properties['id'] = id;
  }

  const used = await Promise.all(pages.faces.flatMap((index) => faces[index] ?? []).map(async (face) => [face, dataUrl('font/woff2', await disk.read(face.path))] as const));
  const narrow = `@media screen and (max-width: ${Math.ceil(2 * (geometryOf(config).width + desk)) - 1}px) { #pages { --columns: 1; --recto: 1 } }`;
  const head = h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    h('title', {}, config.title),
    h('style', {}, [pageSheet(config, used, css.print), css.preview, narrow].join('\n')),
  );
  const html = { type: 'root' as const, children: [{ type: 'doctype' as const }, h('html', { lang: config.language }, head, h('body', {}, main.children.filter((child) => child.type === 'element')))] };
  return new TextEncoder().encode(`${toHtml(html)}\n`);
}

const dataUrl = (mediaType: string, bytes: Uint8Array): string => `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
