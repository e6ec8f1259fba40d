/**
 * Compares what a book should say with what an output says: letter by letter, and what stands in the holes that page numbers fill.
 * Spaces, hyphens and punctuation are left out, because lines and pages break at them; everything else must be there, in order.
 */
import type { Element, ElementContent } from 'hast';
import { readPlaces } from '../../src/page/folio.js';

/** A place for page numbers, and the anchors whose pages they are. */
export interface Hole {
  readonly anchors: readonly string[];
  readonly isList: boolean;
}

export type Run = string | Hole;

/** What stands in a hole, as printed. */
export interface Filled extends Hole {
  readonly printed: string;
}

/** @param without elements that are left out with all they hold */
export function runsOf(nodes: readonly ElementContent[], without: (element: Element) => boolean = () => false): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') return [node.value];
    if (node.type !== 'element' || without(node)) return [];
    const { dataPage, dataPages } = node.properties;
    if (dataPage !== undefined || dataPages !== undefined) return [{ anchors: readPlaces(String(dataPage ?? dataPages)).map(({ anchor }) => anchor), isList: dataPages !== undefined }];
    return runsOf(node.children, without);
  });
}

export const letters = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** @returns what stands in each hole; or, in `difference`, where the output stops saying what it should */
export function align(runs: readonly Run[], output: string): { filled: Filled[]; difference?: string } {
  const { text: actual, places } = spread(output);
  const parts = join(runs);
  let furthest = { at: 0, wanted: '' };
  const match = (part: number, from: number, filled: readonly Filled[]): readonly Filled[] | undefined => {
    const { hole, text } = parts[part] ?? { text: '' };
    const most = hole ? 300 : 0;
    for (let length = 0; length <= most; length += 1) {
      const start = from + length;
      if (length > 0 && !/[0-9ivxlcn]/.test(actual[start - 1] ?? '')) break;
      const isWhole = actual.startsWith(text, start) && (part < parts.length - 1 || start + text.length === actual.length);
      const now = hole ? [...filled, { ...hole, printed: output.slice(places[from], length === 0 ? places[from] : (places[start - 1] ?? 0) + 1) }] : filled;
      if (!isWhole) {
        const same = sharedLength(text, actual, start);
        if (start + same >= furthest.at) furthest = { at: start + same, wanted: text.slice(same) };
        continue;
      }
      if (part === parts.length - 1) return now;
      const rest = match(part + 1, start + text.length, now);
      if (rest) return rest;
    }
    return undefined;
  };
  const filled = match(0, 0, []);
  if (filled) return { filled: [...filled] };
  const { at, wanted } = furthest;
  return { filled: [], difference: `after “…${actual.slice(Math.max(0, at - 60), at)}” there should be “${wanted.slice(0, 60)}” and there is “${actual.slice(at, at + 60)}”` };
}

/** The letters of a text, and where each of them stands in it. */
function spread(text: string): { text: string; places: number[] } {
  let found = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const kept = letters(character);
    for (let index = 0; index < kept.length; index += 1) places.push(at);
    found += kept;
    at += character.length;
  }
  return { text: found, places };
}

/** Letters after each hole; before the first one, letters without a hole. */
function join(runs: readonly Run[]): { hole?: Hole; text: string }[] {
  const parts: { hole?: Hole; text: string }[] = [{ text: '' }];
  for (const run of runs) {
    if (typeof run === 'string') (parts.at(-1) as { text: string }).text += letters(run);
    else parts.push({ hole: run, text: '' });
  }
  return parts;
}

function sharedLength(text: string, actual: string, from: number): number {
  let length = 0;
  while (length < text.length && text[length] === actual[from + length]) length += 1;
  return length;
}
