import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Asset, Part } from '../model/document.js';
import { rasterise } from './rasterise.js';
import type { TextEdition } from './write-text.js';

/**
 * Brings the parts into a form that Kindle shows: drawings with letters in them become pictures, which keep their name and the table of
 * their data; what is folded away until somebody asks for it stands there unfolded, below its heading.
 *
 * Source: Kindle Publishing Guidelines, "Use Supported SVG Tags and Elements" (no `text` in a drawing, and no more than 25 of them);
 * the list of supported HTML has neither `details` nor `summary`.
 */
export async function fitToKindle<Edition extends TextEdition>(edition: Edition): Promise<Edition> {
  const assets = new Map(edition.assets);
  const fit = async (node: ElementContent): Promise<ElementContent> => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'svg') return picture(node);
    const children = await inOrder(node.children, fit);
    if (node.tagName === 'details') return { ...node, tagName: 'div', children };
    if (node.tagName === 'summary') return { ...node, tagName: 'p', properties: { ...node.properties, className: ['summary'] }, children };
    return { ...node, children };
  };
  const picture = async (svg: Element): Promise<Element> => {
    const asset: Asset = { path: freePath(assets), ...(await rasterise(svg, edition.fonts)) };
    assets.set(asset.path, asset);
    return { type: 'element', tagName: 'img', properties: { src: asset.path, alt: nameOf(svg) }, children: [] };
  };
  const fitElement = async (element: Element): Promise<Element> => (await fit(element)) as Element;
  const parts = await inOrder(
    edition.parts,
    async (part): Promise<Part> => ({
      ...part,
      body: await inOrder(part.body, fitElement),
      notes: await inOrder(part.notes, async (note) => ({ ...note, body: await inOrder(note.body, fit) })),
      ...(part.explanations && { explanations: await inOrder(part.explanations, async (each) => ({ ...each, body: await inOrder(each.body, fit) })) }),
    }),
  );
  // The faces of drawings have set their letters; nothing else asks for them.
  const isSeen = ({ family }: { readonly family: string }): boolean => family !== 'Source Sans 3';
  return { ...edition, parts, assets, fonts: edition.fonts.filter(isSeen) };
}

/** One after the other: drawings are numbered as they stand in the book. */
async function inOrder<In, Out>(items: readonly In[], make: (item: In) => Promise<Out>): Promise<Out[]> {
  const made: Out[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}

function freePath(assets: ReadonlyMap<string, Asset>): string {
  for (let number = 1; ; number++) if (!assets.has(`drawing-${number}.png`)) return `drawing-${number}.png`;
}

const nameOf = (svg: Element): string => svg.children.flatMap((child) => (child.type === 'element' && child.tagName === 'title' ? [toString(child)] : [])).join(' ');
