/**
 * Divides a part that is too long for one file.
 *
 * A file is read whole before a reader shows its first line, so devices limit its size. Where it is cut hangs on what stands there
 * and not on what was counted so far: of the sections in the middle half of what is too long, the one whose name has the least
 * hash begins a file, and so on in both halves. So an edit moves no border but one that it comes upon, and files keep their names.
 *
 * Sections of the highest level that has one in the middle are taken first; where none is, blocks. Never inside a block, behind a
 * heading, or between what shall stay together: a block larger than the limit makes a file that is larger. But a frame around a list
 * (a bibliography, a register) is no block: it stands around each part of what it holds.
 * Each file has the notes that it calls and what explains its words: what two files call stands in both.
 */
import type { Element, ElementContent } from 'hast';
import type { Part, PartExplanation, PartNote } from '../model/document.js';
import { anchorOf, type Anchor } from '../model/id.js';
import { fnv1a } from '../model/fnv1a.js';

/** What of a part is one file. */
export interface Piece {
  /** The part with the blocks, notes, explanations and sections that stand in this file alone. */
  readonly part: Part;
  /** The part's own name, the anchor of the section that the file begins with, or its first words. */
  readonly name: Anchor;
  /** The section that it begins with; of a first file, nothing. */
  readonly section?: Part['sections'][number];
  /** Its beginning is in another file. */
  readonly isContinued: boolean;
}

/** @param limit bytes of XHTML, as far as they can be told before it is written */
export function split(part: Part, limit: number): Piece[] {
  const first: Piece = { part, name: part.id, isContinued: false };
  const beside = new Map([...part.notes, ...(part.explanations ?? [])].map(({ anchor, body }) => [anchor as string, noteFrame + sizeOf(body)]));
  if (sizeOf(part.body) + [...beside.values()].reduce((sum, size) => sum + size, 0) <= limit) return [first];

  const units = part.body.flatMap((element) => unitsOf(element, limit));
  const blocks = units.map(weigh);
  const sections = new Map<string, Part['sections'][number]>(part.sections.map((section) => [section.anchor, section]));
  const begins = divide(0, blocks.length);
  return begins.map((from, index): Piece => {
    const body = framed(units.slice(from, begins[index + 1]));
    const held = pieceOf(part, body);
    if (index === 0) return { ...first, part: held };
    const id = body[0]?.properties.id;
    const section = typeof id === 'string' ? sections.get(id) : undefined;
    return { part: held, name: section?.anchor ?? nameOf(part, innermost(units[from])), ...(section && { section }), isContinued: true };
  });

  /** Where files begin in a stretch of blocks: its own beginning, and the cuts within. */
  function divide(from: number, to: number): number[] {
    const sizes = sizesUpTo(from, to);
    const whole = sizes.at(-1) ?? 0;
    const cut = whole <= limit ? undefined : cutIn(from, to, (index) => (sizes[index - from] as number) / whole);
    return cut === undefined ? [from] : [...divide(from, cut), ...divide(cut, to)];
  }

  /** What stands before each block of a stretch, and in all of it: a note counts where it is called first. */
  function sizesUpTo(from: number, to: number): number[] {
    const called = new Set<string>();
    let size = 0;
    const sizes = [0];
    for (const block of blocks.slice(from, to)) {
      size += block.size;
      for (const anchor of block.calls) {
        if (!called.has(anchor)) size += beside.get(anchor) ?? 0;
        called.add(anchor);
      }
      sizes.push(size);
    }
    return sizes;
  }

  function cutIn(from: number, to: number, shareBefore: (index: number) => number): number | undefined {
    const candidates: Candidate[] = [];
    for (let index = from + 1; index < to; index++) {
      if (canBegin(index)) candidates.push({ index, rank: blocks[index]?.depth ?? Infinity, share: shareBefore(index) });
    }
    const central = candidates.filter(({ share }) => share >= 1 / 4 && share <= 3 / 4);
    const highest = Math.min(...central.map(({ rank }) => rank));
    const [least] = central.filter(({ rank }) => rank === highest).map(({ index }) => ({ index, hash: hashOf(index) })).sort((a, b) => a.hash - b.hash || a.index - b.index);
    if (least) return least.index;
    const [nearest] = candidates.sort((a, b) => Math.abs(a.share - 1 / 2) - Math.abs(b.share - 1 / 2) || a.index - b.index);
    return nearest?.index;
  }

  function canBegin(index: number): boolean {
    const [last, next] = [innermost(units[index - 1]), innermost(units[index])];
    const isWithinEntry = last?.tagName === 'dt' || next?.tagName === 'dd';
    return !isWithinEntry && !isHeading(last) && last?.properties['dataKeep'] !== 'next' && next?.properties['dataKeep'] !== 'previous';
  }

  function hashOf(index: number): number {
    const block = innermost(units[index]);
    return fnv1a(typeof block?.properties.id === 'string' ? block.properties.id : wordsOf(block ? [block] : []));
  }
}

/** What may stand in a file by itself: a block, or a piece of the frame that it stands in. */
interface Unit {
  readonly element: Element;
  readonly frame?: Element;
}

/** The entries of a list that is too long, each in a frame of its own. */
function unitsOf(element: Element, limit: number): Unit[] {
  const isFrame = (element.tagName === 'div' || element.tagName === 'dl') && element.children.every((child) => child.type === 'element' || (child.type === 'text' && child.value.trim() === ''));
  if (!isFrame || sizeOf([element]) <= limit) return [{ element }];
  const { id, dataAt, ...properties } = element.properties;
  return element.children
    .filter((child) => child.type === 'element')
    .map((child, index) => ({ element: { ...element, properties: index === 0 ? element.properties : properties, children: [child] }, frame: element }));
}

/** Units side by side, what was in one frame in one again. */
function framed(units: readonly Unit[]): Element[] {
  const body: Element[] = [];
  let open: Element | undefined;
  for (const { element, frame } of units) {
    const last = body.at(-1);
    if (frame && frame === open && last) body[body.length - 1] = { ...last, children: [...last.children, ...element.children] };
    else body.push(element);
    open = frame;
  }
  return body;
}

const innermost = (unit: Unit | undefined): Element | undefined => (unit?.frame ? (unit.element.children[0] as Element) : unit?.element);

const isHeading = (element: Element | undefined): boolean => element !== undefined && /^h[1-6]$/.test(element.tagName);

interface Candidate {
  readonly index: number;
  /** Depth of the heading; a block that is none comes last. */
  readonly rank: number;
  /** What stands before it, of the whole stretch. */
  readonly share: number;
}

interface Block {
  readonly size: number;
  /** Of a heading: 1 to 6. */
  readonly depth?: number;
  /** Anchors of the notes and explanations that it leads to. */
  readonly calls: ReadonlySet<string>;
}

/** Tags, role, way back and number of a note, bytes. */
const noteFrame = 280;

function weigh(unit: Unit): Block {
  const { element } = unit;
  const depth = /^h([1-6])$/.exec(innermost(unit)?.tagName ?? '')?.[1];
  const calls = new Set<string>();
  for (const { properties } of elementsOf([element])) for (const anchor of callsOf(properties)) calls.add(anchor);
  return { size: sizeOf([element]), ...(depth !== undefined && { depth: Number(depth) }), calls };
}

const callsOf = ({ dataNote, dataExplains }: Element['properties']): string[] => [dataNote, dataExplains].filter((anchor) => typeof anchor === 'string');

/** Bytes of text and tags. What is for the steps to come counts as well, for what they will add. */
function sizeOf(content: readonly ElementContent[]): number {
  let size = 0;
  for (const node of content) {
    if (node.type === 'text') size += Buffer.byteLength(node.value);
    else if (node.type === 'element') {
      size += 2 * node.tagName.length + 5 + sizeOf(node.children);
      for (const name of Object.keys(node.properties)) size += name.length + 4 + String(node.properties[name]).length;
    }
  }
  return size;
}

/** The blocks with what they call, also by way of notes. */
function pieceOf(part: Part, body: readonly Element[]): Part {
  const notes = new Map<string, PartNote>(part.notes.map((note) => [note.anchor, note]));
  const ids = new Set<string>();
  const called = new Set<string>();
  const mentioned = new Map<string, Anchor>();
  const read = (content: readonly ElementContent[]): void => {
    for (const { properties } of elementsOf(content)) {
      const { id, dataExplains } = properties;
      if (typeof id === 'string') ids.add(id);
      if (typeof dataExplains === 'string' && typeof id === 'string' && !mentioned.has(dataExplains)) mentioned.set(dataExplains, id as Anchor);
      for (const anchor of callsOf(properties)) {
        const note = notes.get(anchor);
        if (!note || called.has(anchor)) continue;
        called.add(anchor);
        read(note.body);
      }
    }
  };
  read(body);
  const explanations = part.explanations?.flatMap((explanation): PartExplanation[] => {
    const backTo = mentioned.get(explanation.anchor);
    return backTo === undefined ? [] : [{ ...explanation, backTo }];
  });
  return { ...part, body, notes: part.notes.filter(({ anchor }) => called.has(anchor)), ...(explanations && { explanations }), sections: part.sections.filter(({ anchor }) => ids.has(anchor)) };
}

const wordsInName = 5;

/** A block's own name, or its first words: both last as long as what they name. */
function nameOf(part: Part, block: Element | undefined): Anchor {
  if (block && typeof block.properties.id === 'string') return block.properties.id as Anchor;
  const words = wordsOf(block ? [block] : []).match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, wordsInName) ?? [];
  return anchorOf([part.id, ...words].join('-').toLowerCase());
}

const wordsOf = (content: readonly ElementContent[]): string => content.map((node) => (node.type === 'text' ? node.value.replaceAll('\u00AD', '') : node.type === 'element' ? wordsOf(node.children) : '')).join('');

/** Every element of a part's trees, in document order. */
export function* elementsOf(content: readonly ElementContent[]): Generator<Element> {
  for (const node of content) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elementsOf(node.children);
  }
}
