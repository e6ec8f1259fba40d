/**
 * The numbers that name a work: DOI, ISBN, ISSN. What is wrong with one is said as the end of a sentence about it.
 *
 * Sources: ISO 26324 (DOI), ISO 2108 (ISBN), ISO 3297 (ISSN).
 */

const form = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;

/** `https://doi.org/10.1000/182`, `doi:10.1000/182` */
const resolver = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s*|info:doi\/)(?=10\.)/i;

export const isDoi = (doi: string): boolean => form.test(doi);

/** A DOI without what leads to it. */
export const plainDoi = (written: string): string => written.trim().replace(resolver, '');

const isbnLike = /(?<![\dXx-])(?:\d[- ‐‑–]?){9,12}[\dXx](?![\dXx])/g;

/** Of a field that may hold several, with words around them. */
export function isbnFault(field: string): string | undefined {
  const numbers = (field.match(isbnLike) ?? []).map((written) => ({ written, digits: bare(written) }));
  if (numbers.length === 0) return `“${field}”: an ISBN has 10 or 13 digits`;
  for (const { written, digits } of numbers) {
    if (digits.length === 13 && !/^97[89]\d+$/.test(digits)) return `${written}: an ISBN of 13 digits begins with 978 or 979`;
    if (digits.length !== 10 && digits.length !== 13) return `${written}: an ISBN has 10 or 13 digits`;
    const expected = digits.length === 13 ? checkDigit13(digits) : checkDigit11(digits);
    if (!digits.endsWith(expected)) return `${written}: its last digit should be ${expected}, or another digit is wrong`;
  }
  return undefined;
}

export function issnFault(field: string): string | undefined {
  const numbers = field.match(/(?<!\d)\d{4}[-‐‑–]?\d{3}[\dXx](?!\d)/g) ?? [];
  if (numbers.length === 0) return `“${field}”: an ISSN has 8 digits`;
  for (const written of numbers) {
    const expected = checkDigit11(bare(written));
    if (!bare(written).endsWith(expected)) return `${written}: its last digit should be ${expected}, or another digit is wrong`;
  }
  return undefined;
}

/** An ISBN as 13 digits, by which the two forms of one number are the same; undefined when it is none. */
export function isbnKey(field: string): string | undefined {
  if (isbnFault(field) !== undefined) return undefined;
  const digits = bare(field.match(isbnLike)?.[0] ?? '');
  if (digits.length === 13) return digits;
  const stem = `978${digits.slice(0, 9)}`;
  return stem + checkDigit13(stem);
}

const bare = (written: string): string => written.toUpperCase().replace(/[^\dX]/g, '');

/** Weights 1 and 3 by turns; of the first 12 digits. */
function checkDigit13(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Modulo 11, the last digit but one weighing 2; of all digits but the last, which is the check digit. */
function checkDigit11(digits: string): string {
  const sum = [...digits.slice(0, -1)].reduce((total, digit, index) => total + Number(digit) * (digits.length - index), 0);
  const rest = (11 - (sum % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}
