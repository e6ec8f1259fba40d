import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { XmlDocument, type XmlElement, XmlParseError } from 'libxml2-wasm';

/** A parsed file of the container. */
export interface OpenFile {
  readonly file: string;
  /**
   * Elements of an XPath, in document order.
   * Prefixes: h (XHTML), epub, svg, m (MathML), opf, dc.
   */
  readonly find: (xpath: string) => XmlElement[];
}

export interface OpenedEpub {
  readonly opf: OpenFile;
  /** The reading order, without the navigation document. */
  readonly texts: readonly OpenFile[];
  readonly nav?: OpenFile;
  /** Paths in the order of the spine. */
  readonly spine: readonly string[];
}

/** Of the names in an EPUB: what XPaths call their namespaces. */
export const prefixes = {
  h: 'http://www.w3.org/1999/xhtml',
  epub: 'http://www.idpf.org/2007/ops',
  svg: 'http://www.w3.org/2000/svg',
  m: 'http://www.w3.org/1998/Math/MathML',
  opf: 'http://www.idpf.org/2007/opf',
  dc: 'http://purl.org/dc/elements/1.1/',
  c: 'urn:oasis:names:tc:opendocument:xmlns:container',
};

/**
 * Opens an EPUB, lets `look` see its package, texts and navigation, and closes them again: the parser keeps them outside of what
 * is collected by itself.
 *
 * What is missing or not well-formed is left out, and nothing is looked at where that leaves no package: EPUBCheck's rules tell it.
 */
export function withEpub<Seen>(bytes: Uint8Array, look: (epub: OpenedEpub) => readonly Seen[]): readonly Seen[] {
  const entries = unzipped(bytes);
  const opened: XmlDocument[] = [];
  const open = (file: string): OpenFile | undefined => {
    const document = parsed(entries[file]);
    if (!document) return undefined;
    opened.push(document);
    return { file, find: (xpath) => document.find(xpath, prefixes) as XmlElement[] };
  };
  try {
    const rootfile = open('META-INF/container.xml')?.find('//c:rootfile')[0];
    const opf = rootfile && open(attribute(rootfile, 'full-path'));
    if (!opf) return [];
    const items = new Map(opf.find('//opf:manifest/opf:item').map((item) => [attribute(item, 'id'), item]));
    const pathOf = (item: XmlElement): string => resolvePath(opf.file, attribute(item, 'href'));
    const navItem = [...items.values()].find((item) => attribute(item, 'properties').split(' ').includes('nav'));
    const navPath = navItem && pathOf(navItem);
    const spine = opf.find('//opf:spine/opf:itemref').flatMap((itemref) => items.get(attribute(itemref, 'idref')) ?? []).map(pathOf);
    const nav = navPath === undefined ? undefined : open(navPath);
    return look({ opf, spine, texts: spine.filter((file) => file !== navPath).flatMap((file) => open(file) ?? []), ...(nav && { nav }) });
  } finally {
    for (const document of opened) document.dispose();
  }
}

/** Empty when it is not there. */
export const attribute = (node: XmlElement, name: string, prefix?: string): string => node.attr(name, prefix)?.value ?? '';

/** The path in the container of an address in one of its files; without its fragment. */
export function resolvePath(from: string, address: string): string {
  const [path = ''] = address.split('#', 1);
  return path === '' ? from : posix.join(posix.dirname(from), decoded(path));
}

export const fragmentOf = (address: string): string | undefined => (address.includes('#') ? decoded(address.slice(address.indexOf('#') + 1)) : undefined);

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch (error) {
    if (error instanceof URIError) return written;
    throw error;
  }
}

function unzipped(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch {
    // fflate throws plain errors and strings: whatever it cannot read is no container, which EPUBCheck's rules tell.
    return {};
  }
}

function parsed(bytes: Uint8Array | undefined): XmlDocument | undefined {
  if (!bytes) return undefined;
  try {
    return XmlDocument.fromBuffer(bytes);
  } catch (error) {
    if (error instanceof XmlParseError) return undefined;
    throw error;
  }
}
