/**
 * Reads the words that stand on finished pages, in reading order, each with its place: what pages are compared by.
 *
 * Words are letters and digits; every other sign is one of its own. Repeated heads of tables are left out, and so is the hyphen of a
 * word that goes on overleaf. Reads only.
 */
import { type ShownPage, type ShownWord, streams } from './changes-contract.js';
import { textState } from './contract.js';
import { added } from './own-letters.js';
import { sharedRange } from './range.js';

/** A word as it stands in the document: some letters of one text or of several, or an element. */
export interface Piece {
  readonly node: Text | Element;
  readonly from: number;
  readonly to: number;
}

/** Of a page, the pieces of each of its words. */
export type WordPieces = readonly (readonly Piece[])[];

interface Found extends Omit<ShownWord, 'left' | 'top'> {
  readonly pieces: Piece[];
}

/** What is not read, and what is one thing. */
const skipped = '[data-repeated], .leader, .line-numbers, script, style, template';
const whole = 'img, svg, math, .writing-lines';

export function readWords(pages: readonly Element[]): { readonly shown: ShownPage[]; readonly pieces: WordPieces[] } {
  const shown: ShownPage[] = [];
  const pieces: WordPieces[] = [];
  for (const page of pages) {
    const edge = page.getBoundingClientRect();
    const words = [...page.querySelectorAll<HTMLElement>('.area > *, :scope > .margin-notes')].flatMap((area) => wordsIn(area, streamOf(area)));
    pieces.push(words.map((word) => word.pieces));
    shown.push({
      part: page.querySelector<HTMLElement>('.flow')?.dataset['part'] ?? '',
      head: page.querySelector('.running-head')?.textContent ?? '',
      words: words.map(({ pieces: own, ...word }) => {
        const box = own[0] ? rectsOf(own.slice(0, 1))[0] : undefined;
        return { ...word, left: round((box?.left ?? edge.left) - edge.left), top: round((box?.top ?? edge.top) - edge.top) };
      }),
    });
  }
  return { shown, pieces };
}

/** Where some pieces lie, line by line. */
export function rectsOf(pieces: readonly Piece[]): DOMRect[] {
  return pieces.flatMap(({ node, from, to }) => {
    if (node instanceof Element) return [...node.getClientRects()];
    const range = sharedRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()].filter(({ width }) => width > 0);
  });
}

function streamOf(area: Element): number {
  const name = area.matches('.flow') ? 'text' : area.matches('.notes, .margin-notes') ? 'notes' : 'floats';
  return streams.indexOf(name);
}

function wordsIn(area: Element, stream: number): Found[] {
  const words: Found[] = [];
  let isApart = true;
  /** A word that the next letters belong to. */
  let open: { -readonly [Key in keyof Found]: Found[Key] } | undefined;
  const read = (text: Text): void => {
    for (const { 0: match, index } of text.data.matchAll(tokens)) {
      if (/^\s/u.test(match)) {
        [open, isApart] = [undefined, true];
        continue;
      }
      const letters = match.replaceAll('\u00ad', '');
      const piece = { node: text, from: index, to: index + match.length };
      if (open && index === 0 && isWord.test(letters)) {
        open.text += letters;
        open.pieces.push(piece);
      } else if (letters !== '') {
        words.push((open = { text: letters, stream, isApart, pieces: [piece] }));
        isApart = false;
      }
      if (!isWord.test(letters)) open = undefined;
    }
  };
  const one = (element: Element, word: Pick<ShownWord, 'text' | 'added' | 'picture'>): void => {
    words.push({ ...word, stream, isApart, pieces: [{ node: element, from: 0, to: 0 }] });
    [open, isApart] = [undefined, false];
  };
  const visit = (node: Node): void => {
    if (node instanceof Text) return read(node);
    if (!(node instanceof Element) || node.matches(skipped)) return;
    if (node.matches('.page-hyphen')) {
      const last = words.at(-1);
      if (last) words[words.length - 1] = { ...last, isCut: true };
      return;
    }
    if (node.matches(whole)) return one(node, node.matches('math') ? { text: node.textContent ?? '' } : { text: '', picture: pictureOf(node) });
    if (node.matches(added)) {
      const words = (node.textContent ?? '').replaceAll('\u00ad', '').replace(/\s+/gu, ' ');
      if (words.startsWith(' ')) isApart = true;
      if (words.trim() !== '') one(node, { text: words.trim(), added: kindOf(node) });
      if (words.endsWith(' ')) isApart = true;
      return;
    }
    const isBlock = !/^(?:inline|contents)/.test(getComputedStyle(node).display) || node.tagName === 'BR';
    if (isBlock) [open, isApart] = [undefined, true];
    for (const child of node.childNodes) visit(child);
    if (isBlock) [open, isApart] = [undefined, true];
  };
  visit(area);
  return words;
}

/** White space; letters with the marks, apostrophes and soft hyphens in them; a letter that is a word; any other sign. */
const tokens = /\s+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}\p{M}\u00ad]|(?<=\p{L})['’](?=\p{L}))+|./gsu;
const isWord = /^[\p{L}\p{N}\p{M}'’]*$/u;

/** `page-ref #fig-trade`: two are alike when they are of one kind and lead to one place. */
function kindOf(element: Element): string {
  const [name = ''] = element.classList;
  const kind = element.classList.contains(textState) ? textState : element.matches('a[data-note]') ? 'call' : name;
  return kind === 'cross-reference' || kind === 'page-ref' ? `${kind} ${element.getAttribute('href') ?? ''}` : kind;
}

function pictureOf(element: Element): string {
  if (element instanceof HTMLImageElement) return element.getAttribute('src') ?? '';
  return element.matches('svg') ? element.outerHTML : `${element.childElementCount} lines to write on`;
}

const round = (value: number): number => Math.round(value * 4) / 4;
