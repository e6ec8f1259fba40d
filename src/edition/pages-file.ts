/**
 * Writes and reads the pages of a book as one file, so that they can be shown and compared when the manuscript has gone on: their
 * markup as it is printed, the style and the measures that it needs, its pictures, and what is to be known of the book.
 *
 * The faces are not in it but for their digests: they are the program's. A zip; the same pages give the same bytes.
 * Reports b-015.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { toString } from 'hast-util-to-string';
import { z } from 'zod';
import type { Report } from '../diagnostics/diagnostic.js';
import { zip } from '../epub/zip.js';
import { audiences, type BookConfig } from '../model/book.js';
import type { PageMap, Resolved } from '../model/document.js';
import { geometryOf } from '../model/geometry.js';
import { placeFinder } from '../model/source.js';
import type { SerializedPages } from '../page/contract.js';
import type { Assets } from '../picture/prepare-pictures.js';
import { pictureUrl } from '../print/body-for-pages.js';
import { pageSheet } from '../print/galley.js';
import type { Face } from '../typeface/faces.js';
import { programVersion } from '../world/program-version.js';
import type { Disk } from '../world/world.js';
import { digestOf } from './read-blocks.js';
import type { Published } from './record-edition.js';

/** Of the form; a new number when a key changes its meaning or goes. */
const form = 1;
const mediaType = 'application/vnd.octavo.pages+zip';

const text = z.string();
const factsForm = z.object({
  pages: z.literal(form),
  /** Of Octavo. */
  program: text,
  title: text,
  language: text,
  audience: z.enum(audiences),
  /** What names of its files begin with. */
  stem: text,
  identifier: text,
  date: text.optional(),
  /** Digest of everything that the book was made of. */
  source: text,
  /** Of a page, CSS px. */
  width: z.number().positive(),
  height: z.number().positive(),
  /** One for each page; '' where there is none. */
  folios: z.array(text),
  numbers: z.array(z.object({ anchor: text, kind: text, number: text })),
  /** In the order of the text. */
  citations: z.array(z.object({ keys: z.array(text), words: text, place: text })),
  /** That the pages are set in. */
  faces: z.array(z.object({ name: text, digest: text })),
  pictures: z.array(z.object({ path: text, mediaType: text })),
});
const editionForm = z.object({ edition: z.number().int().min(1), date: text.optional() });

export type PagesFacts = Omit<z.output<typeof factsForm>, 'pages'>;

export interface BookPages {
  readonly facts: PagesFacts;
  /** Absent where they were not recorded as an edition. */
  readonly edition?: { readonly number: number; readonly date?: string };
  /** `<main id="pages">` with all pages. */
  readonly html: string;
  readonly css: string;
  /** By the address that the markup asks for them at. */
  readonly pictures: ReadonlyMap<string, { readonly mediaType: string; readonly bytes: Uint8Array }>;
}

/** The file that the pages of an edition stand in, beside its lock. */
export function pagesFile({ audience }: Pick<BookConfig, 'audience'>): string {
  return audience === 'self-study' ? 'edition.pages' : `edition-${audience}.pages`;
}

export interface PagesInput {
  readonly resolved: Resolved;
  readonly published: Published;
  readonly map: PageMap;
  readonly serialized: SerializedPages;
  readonly pictures: Assets;
  /** In the order in which the pages knew them. */
  readonly faces: readonly Face[];
  readonly css: string;
}

export async function writePages({ resolved, published, map, serialized, pictures, faces, css }: PagesInput, disk: Disk): Promise<Uint8Array> {
  const { config, citations, citationTexts, citationNotes } = resolved;
  const { width, height } = geometryOf(config);
  const placeOf = placeFinder(resolved);
  const used = serialized.faces.flatMap((index) => faces[index] ?? []);
  const shown = [...pictures.values()].filter(({ path }) => serialized.html.includes(encodeURI(pictureUrl(path)).replaceAll('&', '&amp;'))).sort((one, other) => (one.path < other.path ? -1 : 1));
  const facts: z.input<typeof factsForm> = {
    pages: form,
    program: programVersion,
    title: config.title,
    language: config.language,
    audience: config.audience,
    stem: config.fileStem,
    identifier: config.identifier,
    date: config.date,
    source: published.source,
    width,
    height,
    folios: map.pages.map(({ folio }) => folio),
    numbers: published.numbers.map(({ anchor, kind, number }) => ({ anchor, kind, number })),
    citations: citations.map(({ id, node }) => {
      const { file, line } = placeOf(id);
      const words = citationNotes.get(id) ?? citationTexts.get(id) ?? [];
      return { keys: node.parts.map(({ key }) => key), words: words.map((word) => toString(word)).join('').replaceAll('\u00ad', ''), place: line === undefined ? file : `${file}:${line}` };
    }),
    faces: await Promise.all(used.map(async (face) => ({ name: faceName(face), digest: await faceDigest(face, disk) }))),
    pictures: shown.map(({ path, mediaType: type }) => ({ path, mediaType: type })),
  };
  return zip(new Map([
    ['facts.json', strToU8(`${JSON.stringify(facts, undefined, 1)}\n`)],
    ['pages.css', strToU8(pageSheet(config, [], css))],
    ['pages.html', strToU8(serialized.html)],
    ...shown.map(({ path, bytes }) => [`pictures/${path}`, bytes] as const),
  ]), { mediaType });
}

/** Says in a file of pages which edition they are of. */
export function numberPages(bytes: Uint8Array, edition: { readonly number: number; readonly date?: string }): Uint8Array {
  const { mimetype: _first, ...entries } = unzipSync(bytes);
  return zip(new Map([['edition.json', strToU8(`${JSON.stringify({ edition: edition.number, date: edition.date })}\n`)], ...Object.entries(entries)]), { mediaType });
}

export function readPages(bytes: Uint8Array, file: string, report: Report): BookPages | undefined {
  const fail = (fact: string): undefined => void report('b-015', { file }, fact, remedy);
  const entries = unzip(bytes);
  if (!entries || strFromU8(entries['mimetype'] ?? new Uint8Array()) !== mediaType) return fail('the recorded pages cannot be read: this is no file of pages, or not all of it');
  const [given, html, css] = ['facts.json', 'pages.html', 'pages.css'].map((name) => entries[name]);
  const value = given && (parse(strFromU8(given)) as { readonly pages?: unknown } | undefined);
  if (typeof value?.pages === 'number' && value.pages > form) return void report('b-015', { file }, `the pages were recorded by a later Octavo: in form ${value.pages}, and this one knows ${form}`, 'compare with the Octavo that recorded them, or a later one');
  const read = factsForm.safeParse(value).data;
  const edition = entries['edition.json'] && editionForm.safeParse(parse(strFromU8(entries['edition.json']))).data;
  const pictures = read?.pictures.map(({ path, mediaType: type }) => ({ path, type, bytes: entries[`pictures/${path}`] }));
  if (!read || !html || !css || !pictures || pictures.some(({ bytes: held }) => !held) || (entries['edition.json'] && !edition)) return fail('the recorded pages cannot be read: something is missing in them');
  const { pages: _form, ...facts } = read;
  return {
    facts,
    ...(edition && { edition: { number: edition.edition, ...(edition.date !== undefined && { date: edition.date }) } }),
    html: strFromU8(html),
    css: strFromU8(css),
    pictures: new Map(pictures.map(({ path, type, bytes: held }) => [pictureUrl(path), { mediaType: type, bytes: held as Uint8Array }])),
  };
}

const remedy = 'nobody but Octavo writes this file: take it from your version control again, or record the edition anew';

/** Of two programs' faces of one name, whether they are the same file. */
export const faceDigest = async (face: Face, disk: Disk): Promise<string> => digestOf(Buffer.from(await disk.read(face.path)).toString('latin1'), 12);
export const faceName = ({ family, weight, style, subset }: Face): string => `${family} ${weight} ${style}, ${subset}`;

function unzip(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes);
  } catch (fault) {
    // fflate throws plain errors for whatever is no zip.
    if (fault instanceof Error) return undefined;
    throw fault;
  }
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}
