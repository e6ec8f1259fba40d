import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import type { Assets } from '../picture/prepare-pictures.js';
import type { Face } from '../typeface/faces.js';
import type { Served } from '../world/browser.js';
import type { Disk } from '../world/world.js';
import { pictureUrl } from './body-for-pages.js';
import { faceUrl, scriptUrl } from './galley.js';
import { joinScripts } from './join-scripts.js';

/** The address that pages are served under; it exists only between this program and its browser. */
export const origin = 'http://octavo.invalid';
const pageScripts = fileURLToPath(new URL('../page/', import.meta.url));

/** Everything that pages may ask for, by path. */
export async function servedFiles(assets: Assets, faces: readonly Face[], disk: Disk): Promise<ReadonlyMap<string, Served>> {
  return new Map([...servedPictures(assets), ...(await servedProgram(faces, disk))]);
}

export const servedPictures = (assets: Assets): Map<string, Served> => new Map([...assets.values()].map(({ path, bytes, mediaType }) => [pictureUrl(path), { body: bytes, contentType: mediaType }]));

/** What is the same for all books: the faces, and the script, compiled from src/page and the few pure files it shares. */
export async function servedProgram(faces: readonly Face[], disk: Disk): Promise<Map<string, Served>> {
  const served = new Map<string, Served>();
  for (const face of faces) served.set(faceUrl(face), { body: await disk.read(face.path), contentType: 'font/woff2', isLasting: true });
  served.set(scriptUrl, await pageScript(basename(scriptUrl), disk));
  return served;
}

/** @param entry a file of src/page */
export async function pageScript(entry: string, disk: Disk): Promise<Served> {
  const modules = new Map<string, string>();
  for (const name of await disk.list(pageScripts)) if (name.endsWith('.js')) modules.set(name, new TextDecoder().decode(await disk.read(join(pageScripts, name))));
  return { body: joinScripts(modules, entry), contentType: 'text/javascript; charset=utf-8', isLasting: true };
}

/** Answers what a page asks for: the document itself, then the files it names. */
export const serveDocument = (html: string, files: ReadonlyMap<string, Served>) => (url: string): Served | undefined =>
  url === `${origin}/` ? { body: html, contentType: 'text/html; charset=utf-8' } : files.get(decodeURI(url.slice(origin.length)));
