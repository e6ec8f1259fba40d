/** Finds the columns an author names in a table, and says what is there when they are not. */
import { closest } from 'fastest-levenshtein';
import type { Fault } from './chart-request.js';
import type { Table } from './read-table.js';

/** One column by its exact name. */
export function pickColumn(table: Table, attribute: string, name: string): string | Fault {
  if (table.columns.includes(name)) return name;
  const known = `columns: ${table.columns.map((column) => `\`${column}\``).join(', ')}`;
  if (name === '') return { fault: `the chart has no \`${attribute}\``, hints: [known] };
  return { fault: `no column is named \`${name}\` (${attribute})`, hints: [`\`${closest(name, [...table.columns])}\` exists`, known] };
}

/** One or several, separated by commas; a single column whose name holds a comma is found too. */
export function pickColumns(table: Table, attribute: string, names: string): readonly string[] | Fault {
  if (table.columns.includes(names)) return [names];
  const picked: string[] = [];
  for (const name of names.split(',')) {
    const column = pickColumn(table, attribute, name.trim());
    if (typeof column !== 'string') return column;
    if (picked.includes(column)) return { fault: `column \`${column}\` is named twice (${attribute})`, hints: [] };
    picked.push(column);
  }
  return picked;
}

/** A column's name as words: data files like `percent_of_level`. */
export const columnWords = (column: string): string => column.replaceAll('_', ' ');

/** `row 3 (Potemkin)`: counted without the header, named by its label when it has one. */
export const rowName = (index: number, label: string | undefined): string => `row ${index + 1}${label ? ` (${label})` : ''}`;
