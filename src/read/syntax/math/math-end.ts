/**
 * The index after the formula that opens at `at`; nothing when the `$` there is a dollar sign.
 *
 * As in Pandoc, a single `$` opens only before a character that is not white space, and the first `$` after it must close:
 * right after a character that is not white space, and not before a digit. So `$20 and $30` is money.
 */
export function mathEnd(text: string, at: number): number | undefined {
  const display = text.startsWith('$$', at);
  const start = at + (display ? 2 : 1);
  if (!display && /^\s?$/.test(text[start] ?? '')) return undefined;
  const close = closingDollars(text, start, display);
  if (close === undefined || text.slice(start, close).trim() === '') return undefined;
  if (display) return close + 2;
  return /\s/.test(text[close - 1] ?? '') || /[0-9]/.test(text[close + 1] ?? '') ? undefined : close + 1;
}

/** The index of the next `$` (or `$$`) from `from` on that no backslash escapes. */
export function closingDollars(text: string, from: number, display: boolean): number | undefined {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '$' && (!display || text[index + 1] === '$')) return index;
  }
  return undefined;
}
