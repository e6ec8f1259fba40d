import type { Element, ElementContent } from 'hast';
import type { EpubFont } from '../epub/subset-fonts.js';
import type { Part } from '../model/document.js';
import type { Disk } from '../world/world.js';
import type { Face } from './faces.js';

/** What each family is for in an EPUB, and what brings it into a book. */
const families: Readonly<Record<string, { readonly use: EpubFont['use']; readonly isCalledFor: (element: Element) => boolean }>> = {
  'EB Garamond': { use: 'text', isCalledFor: () => true },
  'Source Sans 3': { use: 'drawing', isCalledFor: (element) => element.tagName === 'svg' },
  'JetBrains Mono': { use: 'code', isCalledFor: (element) => ['code', 'pre', 'kbd', 'samp'].includes(element.tagName) },
  'STIX Two Math': { use: 'signs', isCalledFor: () => true },
};

/** The faces that an EPUB may carry; its writer keeps of them what the text shows. */
export async function epubFonts(faces: readonly Face[], parts: readonly Part[], disk: Disk): Promise<EpubFont[]> {
  const called = new Set(parts.flatMap((part) => calledForIn(part)));
  const wanted = new Map(Object.entries(families).flatMap(([family, { use }]) => (called.has(family) ? [[family, use] as const] : [])));
  return Promise.all(
    faces.flatMap((face) => {
      const use = wanted.get(face.family);
      return use === undefined ? [] : [read(face, use, disk)];
    }),
  );
}

const known = new WeakMap<Part, readonly string[]>();

/** The families that something in the part brings in. */
function calledForIn(part: Part): readonly string[] {
  const content = [...part.body, ...[...part.notes, ...(part.explanations ?? [])].flatMap(({ body }) => body)];
  const found = known.get(part) ?? Object.entries(families).flatMap(([family, { isCalledFor }]) => (content.some((node) => holds(node, isCalledFor)) ? [family] : []));
  known.set(part, found);
  return found;
}

async function read({ family, style, weight, path, unicodeRange }: Face, use: EpubFont['use'], disk: Disk): Promise<EpubFont> {
  return { family, use, style, weight, bytes: await disk.read(path), ...(unicodeRange !== '' && { unicodeRange }) };
}

function holds(node: ElementContent, isWanted: (element: Element) => boolean): boolean {
  return node.type === 'element' && (isWanted(node) || node.children.some((child) => holds(child, isWanted)));
}
