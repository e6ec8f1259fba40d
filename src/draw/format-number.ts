/**
 * Numbers as a language writes them. Groups of three are set off by a no-break space (thin in the figures' typeface) from
 * five digits on, so that no year and no four-digit number is ever split.
 */
interface NumberLanguage {
  readonly decimal: string;
  readonly percent: string;
}

const noBreak = '\u00a0';

const languages: Readonly<Record<string, NumberLanguage>> = {
  en: { decimal: '.', percent: '%' },
  it: { decimal: ',', percent: '%' },
  de: { decimal: ',', percent: `${noBreak}%` },
  fr: { decimal: ',', percent: `${noBreak}%` },
  ru: { decimal: ',', percent: `${noBreak}%` },
};

const languageOf = (tag: string): NumberLanguage =>
  languages[tag.toLowerCase().split('-')[0] ?? ''] ?? { decimal: '.', percent: `${noBreak}%` };

/** @param decimals digits after the decimal sign, 0 to 20 */
export function formatNumber(value: number, decimals: number, language: string): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, noBreak);
  const digits = fraction === undefined ? grouped : `${grouped}${languageOf(language).decimal}${fraction}`;
  const negative = value < 0 && /[1-9]/.test(digits);
  return negative ? `−${digits}` : digits;
}

/** The unit is joined to the number without a chance of a line break between them. */
export function formatQuantity(value: number, decimals: number, unit: string, language: string): string {
  const number = formatNumber(value, decimals, language);
  if (unit === '') return number;
  return unit === '%' ? number + languageOf(language).percent : `${number}${noBreak}${unit.replaceAll(' ', noBreak)}`;
}
