/**
 * Reads CSL-JSON: a list of sources as reference managers export it.
 *
 * Reports c-002 (not JSON, not a list, an entry without key or type) with the line, and loads the rest. Never throws.
 */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../model/place.js';
import { readCslItem } from './csl-list.js';
import type { LibraryEntry } from './library.js';

export function readCslJson(file: string, text: string, report: Report): LibraryEntry[] {
  const source = text.replace(/^\uFEFF/, '');
  // JSON is YAML, and the YAML reader tells where things stand.
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'json', strict: false, uniqueKeys: false });
  const at = (offset: number): Place => ({ file, line: lines.linePos(offset).line, column: lines.linePos(offset).col });

  const fault = jsonFault(source);
  if (fault !== undefined) {
    const known = document.errors[0];
    report('c-002', known ? at(known.pos[0]) : { file }, `this file is not JSON${known ? '' : `: ${fault}`}`);
    return [];
  }
  if (!isSeq(document.contents)) {
    report('c-002', { file }, 'this file holds no list of sources', 'CSL-JSON is a list: `[{"id": "smith2003", "type": "book", …}]`');
    return [];
  }
  return document.contents.items.flatMap((node) => readCslItem(isMap(node) ? node.toJSON() : undefined, at((node as { range?: readonly number[] }).range?.[0] ?? 0), report));
}

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return fault.message;
  }
}
