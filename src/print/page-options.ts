import type { BookConfig } from '../model/book.js';
import { deepestOf, geometryOf, leading, leastColumn, noteRule } from '../model/geometry.js';
import { wordsOf } from '../model/words.js';
import type { PaginateOptions, RecordedPart } from '../page/contract.js';
import { defaultCosts } from '../page/costs.js';

export interface PageWishes {
  /** Count what a typographer would look for. */
  readonly judge?: boolean;
  /** Tell what is printed on each page. */
  readonly describe?: boolean;
  /** The pages that are to be kept. */
  readonly recorded?: readonly RecordedPart[];
}

/** What the paginator has to know of a book besides its galley. */
export function pageOptions(config: BookConfig, { judge = false, describe = false, recorded }: PageWishes): PaginateOptions {
  const { depth, column } = geometryOf(config);
  return {
    height: depth,
    noteRule,
    leading,
    hasColumn: column >= leastColumn,
    costs: { ...defaultCosts, ...config.page.costs },
    chaptersOpen: config.page.chaptersOpen,
    rectoHead: config.page.rectoHead,
    bookTitle: config.title,
    words: wordsOf(config.language),
    judge,
    ...(describe && { describe }),
    ...(recorded && { recorded: { deepest: deepestOf(config), parts: recorded } }),
  };
}
