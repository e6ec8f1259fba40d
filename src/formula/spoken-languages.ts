/** Languages that there are rules for. Source: the package speech-rule-engine, its locales. */
const spoken: ReadonlySet<string> = new Set(['af', 'ca', 'da', 'de', 'en', 'es', 'fr', 'hi', 'it', 'ko', 'nb', 'nn', 'sv']);

/** What a formula is spoken in where its own language has no rules. */
export const otherwiseSpoken = 'en';

/** The locale that speaks a language: `de` for `de-AT`; nothing where none does. */
export function spokenLocale(language: string): string | undefined {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  const locale = primary === 'no' ? 'nb' : primary;
  return spoken.has(locale) ? locale : undefined;
}
