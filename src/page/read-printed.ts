/** Reads what is printed on the finished pages, for an edition to be recorded and compared: words, numbers and pictures apart. */
import type { Px } from '../model/unit.js';
import type { CutFlow } from './apply.js';
import { type PrintedPage, textState } from './contract.js';
import type { LaidFlow } from './lay-flows.js';
import { added, ownTexts } from './own-letters.js';

/** What cutting adds: it is told by what is cut. */
const repeated = '[data-repeated], .page-hyphen';

export function readPrinted(flows: readonly LaidFlow[], cut: readonly CutFlow[], leading: Px): PrintedPage[] {
  return flows.flatMap(({ run, pages, folios }, flow) =>
    (cut[flow]?.pages ?? []).map(({ element, beginning: { at, ownLetters } }, number): PrintedPage => {
      const page = pages[number];
      const areas = [...element.querySelectorAll(':scope > .area, :scope > .margin-notes')];
      return {
        folio: folios[number] ?? '',
        part: run.id,
        ...(at !== undefined && at !== '' && { at }),
        letters: ownLetters,
        lacks: page && number < pages.length - 1 ? Math.max(0, Math.ceil(page.free / leading - 0.01)) : 0,
        text: areas.map(ownWords).join(' '),
        numbers: areas.flatMap((area) => [...area.querySelectorAll(`:is(${added}):not(.${textState})`)].map((addition) => addition.textContent ?? '')).join(' '),
        pictures: areas.flatMap((area) => [...area.querySelectorAll('img, svg')].map((picture) => (picture instanceof HTMLImageElement ? (picture.getAttribute('src') ?? '') : picture.outerHTML))),
        notes: areas.flatMap((area) => [...area.querySelectorAll<HTMLElement>('.note')].map((note) => note.dataset['note'] ?? '')),
      };
    }),
  );
}

function ownWords(area: Element): string {
  const words: string[] = [];
  for (const text of ownTexts(area)) if (!text.parentElement?.closest(repeated)) words.push(text.data);
  return words.join('');
}
