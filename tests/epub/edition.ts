/**
 * Editions made by hand, as src/lower would make them, and the eyes to look into the EPUBs they become.
 */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import type { Element, ElementContent } from 'hast';
import { XmlDocument } from 'libxml2-wasm';
import type { BookConfig } from '../../src/model/book.js';
import type { Asset, PageMap, Part, PartNote } from '../../src/model/document.js';
import type { Anchor, NodeId } from '../../src/model/id.js';
import { writeEpub, type EpubEdition } from '../../src/epub/write-epub.js';
import { prefixes } from '../../src/validate/open-epub.js';

export const css = readFileSync(new URL('../../styles/epub.css', import.meta.url), 'utf8');

export const formulaCss = readFileSync(new URL('../../styles/formulas.css', import.meta.url), 'utf8');

export const config: BookConfig = {
  title: 'The Thaw & After',
  subtitle: 'A study booklet',
  audience: 'self-study',
  slug: 'thaw',
  fileStem: 'thaw',
  language: 'en-GB',
  authors: [
    { name: 'Ada Writer', roles: ['aut'], sort: 'Writer, Ada' },
    { name: 'Bo Editor', roles: ['edt'] },
  ],
  languages: [],
  isbn: {},
  publisher: 'Quiet Press',
  edition: 'First edition',
  date: '2026-11-22',
  identifier: 'urn:uuid:11111111-2222-5333-8444-555555555555',
  rights: 'CC BY-SA 4.0',
  description: 'One <paragraph>.',
  subjects: [{ name: 'Treaties' }, { name: 'History' }],
  front: [],
  chapters: [],
  back: [],
  bibliography: [],
  citation: { style: 'apa', locale: 'en-GB', backLinks: true },
  registers: {},
  page: { width: 148, height: 210, notes: 'foot', margins: {} },
  epub: { profile: 'standard', fonts: 'woff2', math: 'mathml', splitAt: 260 },
  accessibility: {},
};

const html = (source: string): ElementContent[] => fromHtml(source, { fragment: true }).children.filter((node) => node.type !== 'doctype');

interface PartSource {
  readonly id: string;
  readonly html: string;
  readonly kind?: Part['kind'];
  readonly matter?: Part['matter'];
  readonly title?: string;
  readonly number?: string;
  /** HTML of each note; the call is `c-<key>`, the note `n-<key>`. */
  readonly notes?: Readonly<Record<string, string>>;
  /** HTML of what is said of each word; the mention is `m-<key>`, the explanation `x-<key>`. */
  readonly explanations?: Readonly<Record<string, string>>;
  readonly sections?: readonly (readonly [anchor: string, title: string, depth: number, number?: string])[];
}

export function part({ id, kind = 'chapter', matter = 'body', title = id, ...source }: PartSource): Part {
  return {
    id: id as Anchor,
    kind,
    matter,
    title,
    ...(source.number === undefined ? {} : { number: source.number }),
    running: title,
    body: html(source.html).filter((node): node is Element => node.type === 'element'),
    notes: Object.entries(source.notes ?? {}).map(([key, body], index): PartNote => ({
      anchor: `n-${key}` as Anchor,
      callAnchor: `c-${key}` as Anchor,
      number: index + 1,
      at: `${id}:note-${key}` as NodeId,
      body: html(body),
    })),
    ...(source.explanations && { explanations: Object.entries(source.explanations).map(([key, body]) => ({ anchor: `x-${key}` as Anchor, backTo: `m-${key}` as Anchor, name: key, body: html(body) })) }),
    sections: (source.sections ?? []).map(([anchor, sectionTitle, depth, number]) => ({ anchor: anchor as Anchor, title: sectionTitle, depth, ...(number === undefined ? {} : { number }) })),
  };
}

export const mention = (key: string): string => `<a data-explains="x-${key}" id="m-${key}" href="#x-${key}">${key}</a>`;

export const call = (key: string, number: number): string => `<sup><a data-note="n-${key}" id="c-${key}" href="#n-${key}">${number}</a></sup>`;

export const pageMap = (pages: readonly (readonly [folio: string, at: string | undefined, letters: number])[], folios: Readonly<Record<string, string>> = {}): PageMap => ({
  pages: pages.map(([folio, at, letters]) => ({ folio, letters, ...(at === undefined ? {} : { at: at as NodeId }) })),
  folios: new Map(Object.entries(folios) as [Anchor, string][]),
});

/** One dot of ink. */
export const png: Asset = {
  path: 'figures/x.png',
  bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  mediaType: 'image/png',
  width: 1,
  height: 1,
};

export const edition = (parts: readonly Part[], more: Partial<EpubEdition> = {}): EpubEdition => ({ config, modified: '2026-11-22T00:00:00Z', parts, assets: new Map(), css, formulaCss, fonts: [], ...more });

/** An EPUB, opened: files by their path below the package's folder, XML parsed (which fails on what is not well-formed). */
export class OpenEpub {
  readonly entries: Record<string, Uint8Array>;

  constructor(readonly bytes: Uint8Array) {
    this.entries = unzipSync(bytes);
  }

  static async of(made: EpubEdition): Promise<OpenEpub> {
    return new OpenEpub(await writeEpub(made));
  }

  get files(): string[] {
    return Object.keys(this.entries);
  }

  source(file: string): string {
    const bytes = this.entries[`EPUB/${file}`];
    if (!bytes) throw new Error(`no ${file} among ${this.files.join(', ')}`);
    return new TextDecoder().decode(bytes);
  }

  /** Values of an XPath with the prefixes of `open-epub.ts`, and ncx: text of elements, values of attributes. */
  all(file: string, xpath: string): string[] {
    const parsed = XmlDocument.fromString(this.source(file));
    try {
      return parsed.find(xpath, { ...prefixes, ncx: 'http://www.daisy.org/z3986/2005/ncx/' }).map((node) => node.content);
    } finally {
      parsed.dispose();
    }
  }

  /** The markup of the body, as written. */
  body(file: string): string {
    const source = this.source(file);
    return source.slice(source.indexOf('<body'), source.indexOf('</body>'));
  }
}
