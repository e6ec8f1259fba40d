/**
 * What a cell of a data file says. A point is always a decimal sign; a comma is one unless it could as well set off
 * thousands, and then the cell is refused rather than guessed at.
 */
export type NumberCell =
  | { readonly kind: 'number'; readonly value: number; /** Digits after the decimal sign, as written. */ readonly decimals: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; /** What the cell is, to follow its quotation. */ readonly fault: string };

export function readNumber(cell: string): NumberCell {
  const text = cell.trim().replace(/[\u00a0\u2009\u202f ](?=\d{3}(?!\d))/g, '').replace(/^\u2212/, '-');
  if (text === '') return { kind: 'empty' };
  if (/^[-+]?\d{1,3},\d{3}$/.test(text) && !/^[-+]?0/.test(text)) {
    const digits = text.replace(',', '');
    return { kind: 'fault', fault: `can be read as ${text.replace(',', '.')} and as ${digits}` };
  }
  const plain = decimalPoint(text);
  if (plain === undefined) return { kind: 'fault', fault: 'is no number' };
  if (plain.length > 16) return { kind: 'fault', fault: 'has more digits than a drawing can keep' };
  return { kind: 'number', value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

/** The number with a point for its decimal sign and nothing between its thousands. */
function decimalPoint(text: string): string | undefined {
  if (/^[-+]?(\d+(\.\d+)?|\.\d+)$/.test(text)) return text;
  if (/^[-+]?\d+,\d+$/.test(text)) return text.replace(',', '.');
  if (/^[-+]?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^[-+]?\d{1,3}(,\d{3}){2,}$/.test(text)) return text.replaceAll(',', '');
  if (/^[-+]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^[-+]?\d{1,3}(\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '');
  return undefined;
}
