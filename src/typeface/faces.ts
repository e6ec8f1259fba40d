/**
 * The faces that a book is set in. They come from npm at pinned versions, so every machine sets the same lines; the machine's
 * own fonts are never used.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Disk } from '../world/world.js';

export interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** The alphabet that this file holds: `latin`, `cyrillic`, … */
  readonly subset: string;
  /** Absolute path of a woff2 file. */
  readonly path: string;
  /** As CSS writes it: `U+0400-045F, U+0490`. Empty: whatever the file has. */
  readonly unicodeRange: string;
}

interface Family {
  readonly family: string;
  readonly package: string;
  readonly cuts: readonly (readonly [weight: number, style: Face['style']])[];
  /** A face whose published range says less than its file holds. */
  readonly whole?: true;
}

const families: readonly Family[] = [
  { family: 'EB Garamond', package: 'eb-garamond', cuts: [[400, 'normal'], [400, 'italic'], [600, 'normal'], [600, 'italic']] },
  { family: 'Source Sans 3', package: 'source-sans-3', cuts: [[400, 'normal'], [600, 'normal']] },
  { family: 'JetBrains Mono', package: 'jetbrains-mono', cuts: [[400, 'normal'], [700, 'normal']] },
  { family: 'STIX Two Math', package: 'stix-two-math', cuts: [[400, 'normal']], whole: true },
];

const require = createRequire(import.meta.url);

/** Every face there is, in a fixed order; no font file is opened yet. */
export async function findFaces(disk: Disk): Promise<Face[]> {
  const found: Face[] = [];
  for (const { family, package: name, cuts, whole } of families) {
    const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
    const ranges = JSON.parse(new TextDecoder().decode(await disk.read(join(folder, 'unicode.json')))) as Record<string, string>;
    for (const [weight, style] of cuts) {
      for (const [subset, unicodeRange] of Object.entries(ranges)) {
        found.push({ family, weight, style, subset, path: join(folder, 'files', `${name}-${subset}-${weight}-${style}.woff2`), unicodeRange: whole ? '' : unicodeRange });
      }
    }
  }
  return found;
}

/** Whether a face's published range holds a character. */
export function claims(face: Face, codePoint: number): boolean {
  return face.unicodeRange === '' || rangesOf(face.unicodeRange).some(([from, to]) => codePoint >= from && codePoint <= to);
}

const parsed = new Map<string, (readonly [number, number])[]>();

function rangesOf(text: string): readonly (readonly [number, number])[] {
  let ranges = parsed.get(text);
  if (!ranges) {
    ranges = text.split(',').map((range) => {
      const [from = '0', to = from] = range.trim().replace('U+', '').split('-');
      return [parseInt(from, 16), parseInt(to, 16)] as const;
    });
    parsed.set(text, ranges);
  }
  return ranges;
}
