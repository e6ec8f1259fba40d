import { atomic, type MeasuredFlow } from './measure.js';
import type { Page } from './record.js';

/**
 * Which line of its page's text an item is, from 1. Lines of headings, lists, verse and source count as a reader counts them; what is
 * no line of text (a picture, a table with its rows, a displayed formula) does not, nor does a chapter's title.
 */
export function lineOnPage({ spots }: MeasuredFlow, page: Page, item: number): number | undefined {
  const isLine = (index: number): boolean => {
    const element = spots[index]?.element;
    return element !== undefined && !page.deferred.includes(index) && !atomic.has(element.tagName.toUpperCase()) && !element.matches('.chapter-title, .writing-line, .equation');
  };
  if (!isLine(item)) return undefined;
  let line = 0;
  for (let index = page.from; index <= item; index += 1) if (isLine(index)) line += 1;
  return line;
}
