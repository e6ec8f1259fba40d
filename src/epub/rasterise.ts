import { create, type Font } from 'fontkit';
import type { Element } from 'hast';
import type { Element as XmlElement } from 'xast';
import type { Asset } from '../model/document.js';
import { openSharp } from '../picture/open-sharp.js';
import { serialize } from './serialize.js';
import type { EpubFont } from './subset-fonts.js';
import { element, fromHast, textOf } from './tree.js';

/** Of a drawing's own px: as fine as print on the finest of Kindle's screens. */
const scale = 4;
/** By night the picture is a white patch, whose words must not touch its edge. Px of the drawing. */
const margin = 6;

/**
 * A drawing as a PNG on white, the same on every machine: its letters are drawn as outlines from the book's own fonts, since a renderer
 * of SVG would ask the system for a font of that name.
 *
 * In: what src/draw makes: `text` with `tspan`s of another weight, `fill`, `font-size` and `text-anchor` as attributes.
 */
export async function rasterise(svg: Element, fonts: readonly EpubFont[]): Promise<Omit<Asset, 'path'>> {
  const [drawing] = fromHast([svg]);
  if (drawing?.type !== 'element') throw new Error('a drawing is an element');
  const [width, height] = [Number(drawing.attributes.width), Number(drawing.attributes.height)];
  const faces = new Faces(fonts);
  const outlined = outline(drawing, faces);
  outlined.attributes = { ...outlined.attributes, color: '#000', width: String(width * scale), height: String(height * scale) };
  const sharp = await openSharp();
  const edge = margin * scale;
  const bytes = await sharp(Buffer.from(serialize(outlined, 'xml'))).flatten({ background: '#fff' }).extend({ top: edge, bottom: edge, left: edge, right: edge, background: '#fff' }).png({ palette: true, colours: 64, dither: 0, compressionLevel: 9 }).toBuffer();
  return { bytes: new Uint8Array(bytes), mediaType: 'image/png', width: width + 2 * margin, height: height + 2 * margin };
}

function outline(node: XmlElement, faces: Faces): XmlElement {
  if (node.name === 'text') return lettersOf(node, faces);
  const children = node.children.flatMap((child) => (child.type === 'element' && child.name !== 'title' && child.name !== 'desc' ? [outline(child, faces)] : []));
  return { ...node, children };
}

interface Glyph {
  readonly path: string;
  /** Of the size of the type, from where the line begins. */
  readonly x: number;
  readonly scale: number;
}

/** A line of text as the outlines of its letters. */
function lettersOf(line: XmlElement, faces: Faces): XmlElement {
  const { x = '0', y = '0', 'font-size': size = '0', 'font-weight': weight = '400', 'text-anchor': anchor, ...paint } = line.attributes;
  let width = 0;
  const glyphs: Glyph[] = [];
  for (const child of line.children) {
    const own = child.type === 'element' ? (child.attributes['font-weight'] ?? weight) : weight;
    const set = faces.set(textOf(child), Number(own));
    glyphs.push(...set.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + width })));
    width += set.width;
  }
  const start = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0) * Number(size);
  const drawn = glyphs.map((glyph) => {
    const unit = Number(size) * glyph.scale;
    return element('path', { d: glyph.path, transform: `translate(${round(start + glyph.x * Number(size))} ${y}) scale(${round(unit)} ${round(-unit)})` });
  });
  return element('g', paint, ...drawn);
}

const round = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** The faces of figures, by weight; a family is split into files by script, and the first that has a letter sets it. */
class Faces {
  readonly #files: readonly { readonly weight: number; readonly font: Font }[];

  constructor(fonts: readonly EpubFont[]) {
    this.#files = fonts
      .filter(({ family }) => family === 'Source Sans 3')
      .map(({ weight, bytes }) => {
        const font = create(Buffer.from(bytes));
        if (!('unitsPerEm' in font)) throw new Error('a font collection cannot draw');
        return { weight, font };
      });
  }

  /** Sizes are in ems. A letter that no face has leaves its room white. */
  set(words: string, weight: number): { readonly glyphs: readonly Glyph[]; readonly width: number } {
    const glyphs: Glyph[] = [];
    let width = 0;
    for (const { run, font } of this.#runs(words, weight)) {
      if (font === undefined) {
        width += [...run].length;
        continue;
      }
      const { glyphs: laid, positions } = font.layout(run);
      const unit = 1 / font.unitsPerEm;
      for (const [index, glyph] of laid.entries()) {
        const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {};
        const path = glyph.path.toSVG();
        if (path !== '') glyphs.push({ path, x: width + xOffset * unit, scale: unit });
        width += xAdvance * unit;
      }
    }
    return { glyphs, width };
  }

  #runs(words: string, weight: number): { run: string; readonly font: Font | undefined }[] {
    const runs: { run: string; readonly font: Font | undefined }[] = [];
    for (const letter of words) {
      const font = this.#files.find((file) => file.weight === weight && file.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))?.font;
      const last = runs.at(-1);
      if (last && last.font === font) last.run += letter;
      else runs.push({ run: letter, font });
    }
    return runs;
  }
}
