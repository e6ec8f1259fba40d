/**
 * Decides over each request to the proof server, before anything else looks at it: who may ask, and for what.
 *
 * A page of any site may send its visitor's browser to this machine, and a name of any site may be made to lead here; so the
 * request must name this server as its host, come from its own pages or from nowhere, and know the token, which is printed in the
 * author's terminal alone. An address is only ever looked up among those that are known; none becomes a path of the disk.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Question = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export type Admission =
  /** The address below the proof's own, decoded, without its query; '' is the proof itself. */
  | { readonly address: string; readonly host: string }
  | { readonly refused: 403 | 404 };

export interface Door {
  readonly port: number;
  readonly token: string;
}

export function admit({ method, url = '', headers }: Question, { port, token }: Door): Admission {
  const host = headers.host ?? '';
  const ours = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  if (method !== 'GET' || !ours.includes(host)) return { refused: 403 };
  if (headers.origin === undefined ? !comesFromHere(headers) : headers.origin !== `http://${host}`) return { refused: 403 };
  const [path = ''] = url.split('?', 1);
  const [, given, rest] = /^\/([^/]+)\/(.*)$/.exec(path) ?? [];
  if (given === undefined || rest === undefined || !isSame(given, token)) return { refused: 404 };
  const address = rest === '' ? '' : decode(rest);
  return address === undefined ? { refused: 404 } : { address, host };
}

/**
 * A request without an origin: what the author typed or clicked, or what a page of ours asked for. Only browsers say so, and what is
 * no browser can't be misled by a page.
 */
function comesFromHere(headers: Question['headers']): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none' || (headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document');
}

/** In a time that tells nothing of how much of it was right. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** @returns undefined for what no address of ours looks like: empty and dotted names, and whatever hides a separator */
function decode(path: string): string | undefined {
  try {
    const names = path.split('/').map(decodeURIComponent);
    return names.every(isName) ? names.join('/') : undefined;
  } catch (fault) {
    if (fault instanceof URIError) return undefined;
    throw fault;
  }
}

const isName = (name: string): boolean => name !== '' && name !== '.' && name !== '..' && !/[/\\\p{Cc}]/u.test(name);
