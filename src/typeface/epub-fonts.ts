import type { Element, ElementContent } from 'hast';
import type { EpubFont } from '../epub/subset-fonts.js';
import type { Part } from '../model/document.js';
import type { Disk } from '../world/world.js';
import type { Face } from './faces.js';

/** What brings a family into a book, besides its text face. */
const calledFor: Readonly<Record<string, (element: Element) => boolean>> = {
  'EB Garamond': () => true,
  'Source Sans 3': (element) => element.tagName === 'svg',
  'STIX Two Math': (element) => element.tagName === 'math',
  'JetBrains Mono': (element) => element.tagName === 'code' || element.tagName === 'pre',
};

/** The faces that an EPUB carries; its writer keeps of them the letters that the text shows. */
export async function epubFonts(faces: readonly Face[], parts: readonly Part[], disk: Disk): Promise<EpubFont[]> {
  const wanted = new Set(Object.keys(calledFor).filter((family) => parts.some((part) => [...part.body, ...[...part.notes, ...(part.explanations ?? [])].flatMap(({ body }) => body)].some((node) => holds(node, calledFor[family] ?? (() => false))))));
  return Promise.all(
    faces
      .filter((face) => wanted.has(face.family))
      .map(async (face) => ({ family: face.family, style: face.style, weight: face.weight, bytes: await disk.read(face.path), ...(face.unicodeRange !== '' && { unicodeRange: face.unicodeRange }) })),
  );
}

function holds(node: ElementContent, isWanted: (element: Element) => boolean): boolean {
  return node.type === 'element' && (isWanted(node) || node.children.some((child) => holds(child, isWanted)));
}
