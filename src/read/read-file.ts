import { posix } from 'node:path';
import type { Code } from '../diagnostics/codes.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Context } from '../model/context.js';
import type { Place } from '../model/place.js';
import { Unreadable } from '../world/world.js';

/** The path or name that an address means: `my%20map.png` is `my map.png`; what is no escape stays as it is written. */
export function pathOf(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (fault) {
    if (!(fault instanceof URIError)) throw fault;
    return address;
  }
}

/** `figures/../data/x.csv` -> `data/x.csv`; undefined when the path leads out of the book folder. */
export function insideBook(path: string): string | undefined {
  if (posix.isAbsolute(path) || /^[A-Za-z]:/.test(path) || path.includes('\\')) return undefined;
  const clean = posix.normalize(path);
  return clean === '..' || clean.startsWith('../') ? undefined : clean;
}

/** Of a file that a session has read before. */
const decoded = new WeakMap<Uint8Array, string>();

/** The same as text. Another encoding would give wrong letters without a word, so it is refused (b-006). */
export async function readBookText(path: string, named: Place, missing: Code, context: Context): Promise<string | undefined> {
  const bytes = await readBookFile(path, named, missing, context);
  if (!bytes) return undefined;
  try {
    const text = decoded.get(bytes) ?? new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    decoded.set(bytes, text);
    return text;
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    context.report('b-006', named, `\`${path}\` cannot be read: it is not text in UTF-8`, 'save it again with the encoding UTF-8');
    return undefined;
  }
}

/**
 * The bytes of a file that the manuscript names, relative to the book folder; `undefined` once the reason is reported.
 * @param missing the code for a file that is not there; b-006 stands for every other reason
 */
export async function readBookFile(path: string, named: Place, missing: Code, { world, folder, report }: Context): Promise<Uint8Array | undefined> {
  const inside = insideBook(path);
  if (inside === undefined) {
    report('b-007', named, `\`${path}\` leads out of the book folder`, 'copy the file into the book folder and name it from there');
    return undefined;
  }
  try {
    return await world.disk.read(`${folder}/${inside}`);
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    if (fault.reason === 'missing' && inside !== '.') {
      const siblings = await world.disk.list(`${folder}/${posix.dirname(inside)}`).catch((none: unknown) => {
        if (none instanceof Unreadable) return [];
        throw none;
      });
      const near = nearest(posix.basename(inside), siblings);
      report(missing, named, `\`${path}\` does not exist`, ...near.map((name) => `\`${posix.join(posix.dirname(inside), name)}\` exists`));
    } else {
      report('b-006', named, `\`${path}\` cannot be read: ${fault.message}`);
    }
    return undefined;
  }
}
