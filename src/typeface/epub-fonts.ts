import type { EpubFont } from '../epub/subset-fonts.js';
import type { Disk } from '../world/world.js';
import type { Face } from './faces.js';

/** The faces that an EPUB may carry; its writer keeps of them what the text shows. Formulas are left to the reader's own font. */
export async function epubFonts(faces: readonly Face[], disk: Disk): Promise<EpubFont[]> {
  return Promise.all(
    faces
      .filter((face) => face.family !== 'STIX Two Math')
      .map(async (face) => ({ family: face.family, style: face.style, weight: face.weight, bytes: await disk.read(face.path), ...(face.unicodeRange !== '' && { unicodeRange: face.unicodeRange }) })),
  );
}
