/**
 * Marks words on finished pages, for those who look for what changed: a tint behind them, a line below, a bar in the margin.
 *
 * The marks are a layer of each page, drawn from where the words lie, so that no letter moves. Reads all before it writes.
 */
import type { Px } from '../model/unit.js';
import type { MarkKind, PageMarks } from './changes-contract.js';
import { rectsOf, type WordPieces } from './read-words.js';

interface Line {
  readonly kind: MarkKind;
  left: Px;
  right: Px;
  top: Px;
  bottom: Px;
}

/** White between the bar and the text. */
const besideText: Px = 9;

export function markWords(pages: readonly HTMLElement[], pieces: readonly WordPieces[], marks: readonly PageMarks[]): void {
  const layers = marks.flatMap(({ page, words, note }) => {
    const element = pages[page];
    const area = element?.querySelector('.area');
    if (!element || !area) return [];
    const [edge, text] = [element.getBoundingClientRect(), area.getBoundingClientRect()];
    // Notes have the outer margin.
    const isOutside = !element.querySelector('.margin-notes');
    const isRight = element.classList.contains('recto') === isOutside;
    const bar = isRight ? text.right + besideText : text.left - besideText;
    const lines = linesOf(words.map(([word, kind]) => [rectsOf(pieces[page]?.[word] ?? []), kind] as const));
    return [{ element, layer: layerOf(lines, edge, bar, note) }];
  });
  for (const { element, layer } of layers) {
    element.style.isolation = 'isolate';
    element.style.position = 'relative';
    element.append(layer);
  }
}

export function removeMarks(pages: readonly HTMLElement[]): void {
  for (const page of pages) {
    page.querySelector(':scope > .change-marks')?.remove();
    page.style.removeProperty('isolation');
    page.style.removeProperty('position');
  }
}

/** Words side by side on a line have one mark. */
function linesOf(words: readonly (readonly [readonly DOMRect[], MarkKind])[]): Line[] {
  const lines: Line[] = [];
  for (const [rects, kind] of words) {
    const [first, final] = [rects[0], rects.at(-1)];
    if (kind === 'cut' && first) lines.push({ kind, left: first.left - cutWidth, right: first.left, top: first.top, bottom: first.bottom });
    else if (kind === 'cut-behind' && final) lines.push({ kind: 'cut', left: final.right, right: final.right + cutWidth, top: final.top, bottom: final.bottom });
    else for (const { left, right, top, bottom } of rects) {
      const last = lines.at(-1);
      const isBeside = last?.kind === kind && Math.abs(last.bottom - bottom) < 4 && left >= last.left && left - last.right < widestGap;
      if (!isBeside) lines.push({ kind, left, right, top, bottom });
      else [last.right, last.top, last.bottom] = [Math.max(right, last.right), Math.min(top, last.top), Math.max(bottom, last.bottom)];
    }
  }
  return lines;
}

const cutWidth: Px = 1.5;
/** Between two words of a justified line. */
const widestGap: Px = 14;

function layerOf(lines: readonly Line[], edge: DOMRect, bar: Px, note: string | undefined): HTMLElement {
  const layer = document.createElement('div');
  layer.className = 'change-marks';
  layer.setAttribute('aria-hidden', 'true');
  const box = (className: string, left: Px, top: Px, width: Px, height: Px): void => {
    const mark = document.createElement('div');
    mark.className = className;
    mark.style.cssText = `left: ${left.toFixed(2)}px; top: ${top.toFixed(2)}px; width: ${width.toFixed(2)}px; height: ${height.toFixed(2)}px`;
    layer.append(mark);
  };
  for (const { kind, left, right, top, bottom } of lines) box(`change-mark ${kind}`, left - edge.left - 1, top - edge.top, right - left + 2, bottom - top);
  for (const [top, bottom] of stretches(lines)) box('change-bar', bar - edge.left, top - edge.top, 1.5, bottom - top);
  if (note !== undefined) {
    const words = document.createElement('div');
    words.className = 'change-note';
    words.textContent = note;
    layer.append(words);
  }
  return layer;
}

/** What the lines cover from head to foot, those close together as one. */
function stretches(lines: readonly Line[]): [Px, Px][] {
  const covered: [Px, Px][] = [];
  for (const { top, bottom } of [...lines].sort((one, other) => one.top - other.top)) {
    const last = covered.at(-1);
    if (last && top - last[1] < 6) last[1] = Math.max(last[1], bottom);
    else covered.push([top, bottom]);
  }
  return covered;
}
