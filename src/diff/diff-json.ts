/** A comparison for other programs. What versions promise: these keys; more may come. */
import type { Comparison, PageChange } from './comparison.js';
import { pagesOf } from './find-sheets.js';
import { countWords } from './phrase.js';

export function diffJson(comparison: Comparison): unknown {
  const { before, after, changed, moved, added, gone, numbers, citations, sheets, textState, remarks, knowsWords } = comparison;
  const folios = (page: Pick<PageChange, 'before' | 'after'>) => ({ folio: page.after === undefined ? undefined : after.folios[page.after], was: page.before === undefined ? undefined : before.folios[page.before] });
  const told = (page: PageChange) => {
    const words = countWords([page]);
    return { ...folios(page), reason: page.reason, ...(knowsWords && { words: { new: words.new, gone: words.gone, edits: page.edits.map(({ gone: taken, new: put, ahead, behind }) => ({ gone: taken.trim(), new: put.trim(), ahead: ahead.trim(), behind: behind.trim() })) }, numbers: page.numbers }) };
  };
  return {
    before: { name: before.name, pages: before.folios.length },
    after: { name: after.name, pages: after.folios.length },
    changed: changed.map(told),
    moved: moved.map(folios),
    new: added.map(told),
    gone: gone.map(told),
    numbers,
    ...(knowsWords && { citations }),
    ...(textState && { textState }),
    sheets: { total: sheets.total, before: sheets.before, again: sheets.wanted.map(({ number, sides }) => ({ sheet: number, pages: pagesOf({ sides }).map((page) => after.folios[page - 1] ?? '') })) },
    remarks,
  };
}
