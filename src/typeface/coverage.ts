import { create, type Font } from 'fontkit';
import type { Disk } from '../world/world.js';
import { claims, type Face } from './faces.js';

/** Characters that take no glyph: they join, break or order what is beside them. */
const invisible = /[\s\p{Cc}\p{Cf}\u00ad\ufe00-\ufe0f]/u;

/**
 * Which of some characters no face has a glyph for.
 * Opens only the files whose range holds a character in question, so a book in one alphabet opens a few.
 */
export async function uncovered(characters: ReadonlySet<string>, faces: readonly Face[], disk: Disk): Promise<Set<string>> {
  const upright = faces.filter((face) => face.style === 'normal' && face.weight === 400);
  const opened = new Map<string, Font>();
  const missing = new Set<string>();
  for (const character of characters) {
    if (invisible.test(character)) continue;
    const codePoint = character.codePointAt(0) as number;
    let isCovered = false;
    for (const face of upright) {
      if (isCovered || !claims(face, codePoint)) continue;
      let font = opened.get(face.path);
      if (!font) opened.set(face.path, (font = create(Buffer.from(await disk.read(face.path))) as Font));
      isCovered = font.hasGlyphForCodePoint(codePoint);
    }
    if (!isCovered) missing.add(character);
  }
  return missing;
}
