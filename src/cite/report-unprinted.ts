import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../model/place.js';

/** Names, once per entry, the fields that no citation style has a place for. */
export function reportUnprinted(fields: readonly string[], key: string, place: Place, report: Report): void {
  if (fields.length === 0) return;
  const names = [...new Set(fields)].map((field) => `\`${field}\``).join(', ');
  report('c-012', place, `no citation style prints what entry \`${key}\` says in ${names}`, 'put what readers need into its note');
}
