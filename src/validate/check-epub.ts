import { EpubCheck, type ValidationMessage } from '@likecoin/epubcheck-ts';
import type { Code } from '../diagnostics/codes.js';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.js';
import type { SourceMap } from '../epub/source-map.js';
import type { NodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import type { Fault } from './fault.js';
import { lookAtMetadata } from './look-at-metadata.js';
import { lookAtNavigation } from './look-at-navigation.js';
import { lookAtTexts } from './look-at-texts.js';
import { withEpub } from './open-epub.js';

/** How to get from an EPUB to the manuscript that it was made of. */
export interface Origin {
  readonly sourceMap: SourceMap;
  readonly placeOf: (id: NodeId) => Place;
  /** What was found in the manuscript already. */
  readonly found: readonly Diagnostic[];
}

/** What the manuscript's own check calls the same fault: at the same line, it is not told twice. */
const twins: { readonly [code in Code]?: Code } = { 'e-003': 'm-008', 'e-005': 'm-020', 'e-006': 'm-022', 'e-008': 'm-021' };

/**
 * Checks a finished EPUB: by EPUBCheck's rules, and for what they do not ask and a careful maker would.
 *
 * Each finding stands at the line of the manuscript that it comes from, with its place in the EPUB in brackets; one that comes from
 * none stands at the file in the EPUB, `book.epub/EPUB/content.opf`. Reports e-001 to e-011. Never throws on a broken file.
 *
 * @param name of the EPUB, for findings
 */
export async function checkEpub(bytes: Uint8Array, name: string, report: Report, origin?: Origin): Promise<void> {
  const { messages } = await EpubCheck.validate(bytes, { version: '3.3', includeInfo: false });
  const faults = [...messages.map(faultOf), ...withEpub(bytes, (epub) => [...lookAtTexts(epub), ...lookAtNavigation(epub), ...lookAtMetadata(epub)])];
  for (const { code, file, line, column, words, fact, rule, hint } of faults) {
    const id = line === undefined ? undefined : origin?.sourceMap.nodeAt(file, { line, ...(column !== undefined && { column }), ...(words && { words }) });
    const place = id === undefined ? { file: [name, file].filter((part) => part !== '').join('/'), ...(line !== undefined && { line }) } : origin?.placeOf(id);
    if (!place || origin?.found.some((other) => other.code === twins[code] && other.place.file === place.file && other.place.line === place.line)) continue;
    const where = id === undefined ? [] : [`${file}${line === undefined ? '' : `:${line}`}`];
    const from = [...(rule === undefined ? [] : [rule]), ...where].join(', ');
    report(code, place, from === '' ? fact : `${fact} (${from})`, ...(hint === undefined ? [] : [hint]));
  }
}

function faultOf({ id, severity, message, location, suggestion }: ValidationMessage): Fault {
  const isError = severity === 'fatal' || severity === 'error';
  // A parser's message goes on for lines, and has the number of the line when the location does not.
  const [said = ''] = message.split('\n', 1);
  const line = location?.line ?? (/\bline (\d+)/.exec(said)?.[1] as string | undefined);
  const column = location?.column;
  return {
    code: isError ? 'e-001' : 'e-002',
    file: location?.path ?? '',
    ...(line !== undefined && Number(line) > 0 && { line: Number(line) }),
    ...(column !== undefined && column > 1 && { column }),
    words: named(message),
    fact: `${isError ? 'the EPUB is not valid' : 'EPUBCheck warns'}: ${asFact(said)}`,
    rule: id,
    ...(suggestion !== undefined && { hint: asFact(suggestion) }),
  };
}

/** What a message quotes, and what follows its colon: mostly an address, an id or the name of a file. */
function named(message: string): string[] {
  const quoted = Array.from(message.matchAll(/["“'`]([^"”'`]+)["”'`]/g), ([, words = '']) => words);
  const [last = ''] = /\S+$/.exec(message) ?? [];
  return [...quoted, ...(/[#/.]/.test(last) ? [last, last.slice(last.lastIndexOf('/') + 1)] : [])].filter((words) => words.length > 1);
}

/** `Fragment identifier not found.` -> `fragment identifier not found`; names of standards keep their capitals. */
function asFact(message: string): string {
  const told = message.trim().replace(/\.$/, '');
  return /^[A-Z][a-z]/.test(told) ? told.charAt(0).toLowerCase() + told.slice(1) : told;
}
