/**
 * Reads a PDF back as a reader would: what stands on each page, in the order of its tags, and where it stands.
 * Running heads and folios are artifacts, outside the tags; a page's text area holds figures from earlier pages, text, notes.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Text drawn in one go. Points, from the page's lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface Tag {
  readonly role: string;
  readonly text: string;
  /** What stands for a picture. */
  readonly alt?: string;
  readonly children: readonly Tag[];
}

export interface Link {
  /** Anchor that stands where it leads; absent on a link to the web. */
  readonly target?: string;
  readonly url?: string;
  readonly text: string;
  /** Of its box, from the foot of the page. */
  readonly top: number;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly label: string;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly runningHead: readonly Piece[];
  readonly folio: readonly Piece[];
  /** Figures and tables that stand at the head because they found no room before. */
  readonly floats: Tag | undefined;
  readonly body: Tag | undefined;
  readonly notes: Tag | undefined;
  readonly links: readonly Link[];
}

export interface Reading {
  readonly pdf: Pdf;
  readonly pages: readonly Page[];
  /** The page of each named destination, and how high on it. */
  readonly destinations: ReadonlyMap<string, { readonly page: Page; readonly y: number }>;
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

export const openPdf = (bytes: Uint8Array): Promise<Pdf> => getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pdf = await openPdf(bytes);
  const labels = (await pdf.getPageLabels()) ?? [];
  const named = Object.entries(await pdf.getDestinations());
  const anchors = new Map(named.map(([name, explicit]) => [JSON.stringify(explicit), name]));
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number, labels[number - 1] ?? '', anchors));
  const destinations = new Map<string, { page: Page; y: number }>();
  for (const [name, explicit] of named) {
    const page = pages[await pdf.getPageIndex(explicit[0])];
    if (page) destinations.set(name, { page, y: Number(explicit[3]) });
  }
  return { pdf, pages, destinations };
}

/** @param anchors by their places, as JSON: links lead to places, not to names */
async function readPage(pdf: Pdf, number: number, label: string, anchors: ReadonlyMap<string, string>): Promise<Page> {
  const page = await pdf.getPage(number);
  const [content, tree, annotations] = await Promise.all([page.getTextContent({ includeMarkedContent: true }), page.getStructTree(), page.getAnnotations()]);
  const [left, bottom, right, top] = page.view as [number, number, number, number];

  const tagged = new Map<string, string>();
  const pieces: Piece[] = [];
  const artifacts: Piece[] = [];
  const open: (string | null)[] = [];
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type.startsWith('begin')) open.push((item as unknown as { id?: string | null }).id ?? null);
      else open.pop();
      continue;
    }
    const id = open.findLast((name) => name !== null);
    const piece = { text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width, size: item.height };
    if (piece.text.trim() !== '') pieces.push(piece);
    if (id) tagged.set(id, `${tagged.get(id) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`);
    else if (piece.text.trim() !== '') artifacts.push(piece);
  }

  const targets = new Map(annotations.map((annotation) => [String(annotation.id), anchors.get(JSON.stringify(annotation.dest)) ?? '']));
  const isNotes = (node: Node | undefined): boolean => targets.get(firstLink(node) ?? '')?.startsWith('c-') === true;
  const areas = [...(textArea(tree as Node | null)?.children ?? [])];
  const isFloat = (node: Node | undefined): boolean => /^(Figure|Table)$/.test(node?.role ?? '') || (node?.role === 'NonStruct' && (node.children?.length ?? 0) > 0 && node.children?.every(isFloat) === true);
  const begun = isNotes(areas.at(-1)) ? areas.pop() : undefined;
  const floats: Node[] = [];
  while (areas.length > 1 && isFloat(areas[0])) floats.push(areas.shift() as Node);
  const notes = begun ?? areas[1];
  const read = (node: Node | undefined): Tag | undefined => node && tagOf(node, tagged);
  return {
    number,
    label,
    width: right - left,
    height: top - bottom,
    pieces,
    runningHead: artifacts.filter(({ y }) => y > top * 0.9),
    folio: artifacts.filter(({ y }) => y < top * 0.09),
    floats: floats.length > 0 ? read({ role: 'NonStruct', children: floats }) : undefined,
    body: read(areas[0]),
    notes: read(notes),
    links: annotations
      .filter((annotation) => annotation.subtype === 'Link')
      .map(({ id, url, rect }) => ({
        ...(targets.get(id) && { target: targets.get(id) as string }),
        ...(typeof url === 'string' && { url }),
        top: Number(rect[3]),
        text: pieces.filter((piece) => isInside(piece, rect as [number, number, number, number])).map((piece) => piece.text).join(''),
      })),
  };
}

/** document > main > page > area, whose children are the text and the notes. */
function textArea(tree: Node | null): Node | undefined {
  let node: Node | undefined = tree ?? undefined;
  for (let depth = 0; depth < 4; depth += 1) node = node?.children?.[0];
  return node;
}

/** The annotation of the first link, in the order of reading. */
function firstLink(node: Node | undefined): string | undefined {
  if (node?.role === 'Link') return node.children?.find((child) => child.type === 'object')?.id;
  for (const child of node?.children ?? []) {
    const found = firstLink(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function tagOf(node: Node, tagged: ReadonlyMap<string, string>): Tag {
  if (node.type === 'content') return { role: 'content', text: tagged.get(node.id ?? '') ?? '', children: [] };
  // The number or bullet of a list item is layout, not text.
  const children = node.role === 'Lbl' ? [] : (node.children ?? []).map((child) => tagOf(child, tagged));
  const isBlock = /^(P|H\d|LI|TR|Caption|Figure|Div|BlockQuote|Code)$/.test(node.role ?? '');
  const alt = (node as { alt?: string }).alt;
  return { role: node.role ?? node.type ?? '', ...(alt !== undefined && { alt }), text: `${children.map((child) => child.text).join('')}${isBlock ? '\n' : ''}`, children };
}

function isInside({ x, y, width }: Piece, [left, bottom, right, top]: readonly [number, number, number, number]): boolean {
  const middle = x + width / 2;
  return middle >= left - 0.5 && middle <= right + 0.5 && y >= bottom - 1 && y <= top;
}

export function find(tag: Tag | undefined, role: RegExp): Tag[] {
  if (!tag) return [];
  return [...(role.test(tag.role) ? [tag] : []), ...tag.children.flatMap((child) => find(child, role))];
}

export interface OutlineItem {
  readonly title: string;
  readonly page: number;
  readonly depth: number;
}

/** The outline, flat, with page numbers from 1. */
export async function readOutline(pdf: Pdf): Promise<OutlineItem[]> {
  const found: OutlineItem[] = [];
  const read = async (items: Awaited<ReturnType<Pdf['getOutline']>>, depth: number): Promise<void> => {
    for (const item of items ?? []) {
      const explicit = typeof item.dest === 'string' ? await pdf.getDestination(item.dest) : item.dest;
      found.push({ title: item.title, page: explicit ? (await pdf.getPageIndex(explicit[0])) + 1 : 0, depth });
      await read(item.items, depth + 1);
    }
  };
  await read(await pdf.getOutline(), 1);
  return found;
}

/** The pages that a part stands on. Contents and chapters are found by where their titles' links lead; what is before them has a page each. */
export function partPages({ pages, destinations }: Reading, parts: readonly { readonly id: string; readonly kind: string }[], part: { readonly id: string }): Page[] {
  const starts = parts.map((candidate, index) => (candidate.kind === 'chapter' ? (destinations.get(candidate.id)?.page.number ?? Number.NaN) : index + 1));
  const index = parts.findIndex((candidate) => candidate.id === part.id);
  return pages.slice((starts[index] ?? Number.NaN) - 1, (starts[index + 1] ?? Infinity) - 1);
}

/** The running text of some pages without its figures. A table that goes on overleaf has its head there again; it is said once. */
export function bodyText(pages: readonly Page[]): string {
  let lastHead = '';
  return pages
    .map(({ body }) => {
      const text = withoutFigures(body);
      const head = tableHead(innermost(body, 0));
      const kept = head !== '' && head === lastHead ? text.replace(head, '') : text;
      lastHead = tableHead(innermost(body, -1));
      return kept;
    })
    .join('');
}

/** What stands in the figures of some pages, those at the head of a page before those in its text. */
export const figureTexts = (pages: readonly Page[]): string[] => pages.flatMap(({ floats, body }) => [...figuresOf(floats), ...figuresOf(body)]).map((figure) => figure.text);

/** Tables that stand at the head of a page because they found no room before. */
export const floatedTables = (pages: readonly Page[]): string[] => pages.flatMap(({ floats }) => find(floats, /^Table$/)).map((table) => table.text);

/** The outermost figures. */
export function figuresOf(tag: Tag | undefined): Tag[] {
  if (!tag) return [];
  return tag.role === 'Figure' ? [tag] : tag.children.flatMap(figuresOf);
}

function withoutFigures(tag: Tag | undefined): string {
  if (!tag || tag.role === 'Figure') return '';
  return tag.children.length === 0 ? tag.text : `${tag.children.map(withoutFigures).join('')}\n`;
}

/** The table that a page begins or ends with, if any. */
function innermost(tag: Tag | undefined, side: 0 | -1): Tag | undefined {
  let node = tag;
  while (node && node.role !== 'Table') node = node.children.at(side);
  return node;
}

const tableHead = (table: Tag | undefined): string => withoutFigures(find(table, /^TR$/).find((row) => find(row, /^TH$/).length > 0));
