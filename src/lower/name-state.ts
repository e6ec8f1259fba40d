/**
 * The name of the state of the text, as the imprint page gives it.
 *
 * That of the files which the edition is read from; but in a student's edition, of the words and pictures that it shows. The files hold
 * the answers, and who has all but these could try them one by one until the digits agree.
 */
import type { Element, ElementContent } from 'hast';
import { createHash, type Hash } from 'node:crypto';
import type { Asset, Resolved } from '../model/document.js';
import type { Kept } from '../world/kept.js';
import { lower } from './lower.js';
import { Usage } from './usage.js';

export function nameState(doc: Resolved, kept?: Kept): string {
  if (doc.config.audience !== 'student') return doc.sourceHash;
  const hash = createHash('sha256');
  // What is found while a book is lowered is reported when its outputs are.
  for (const { body, notes } of lower(doc, 'print', '', () => undefined, new Usage(), kept)) add(hash, [...body, ...notes.flatMap((note) => note.body)], doc.assets);
  return hash.digest('hex').slice(0, doc.sourceHash.length);
}

function add(hash: Hash, nodes: readonly ElementContent[], assets: ReadonlyMap<string, Asset>): void {
  for (const node of nodes) {
    if (node.type === 'text') hash.update(`${node.value.replaceAll('\r\n', '\n')}\0`);
    if (node.type !== 'element') continue;
    hash.update(`${pictureOf(node, assets)}\0`);
    add(hash, node.children, assets);
  }
}

/** What is seen of an element besides its words. */
function pictureOf({ tagName, properties }: Element, assets: ReadonlyMap<string, Asset>): string {
  if (tagName !== 'img') return '';
  const bytes = assets.get(String(properties['src']))?.bytes ?? new Uint8Array();
  return `${String(properties['alt'])}\0${createHash('sha256').update(bytes).digest('hex')}`;
}
