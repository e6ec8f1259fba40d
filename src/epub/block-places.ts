import type { Element } from 'xast';
import type { NodeId } from '../model/id.js';
import { visitElements } from './tree.js';

/** A block of the manuscript, and an anchor. */
export type BlockPlace = readonly [at: NodeId, anchor: string];

const known = new WeakMap<Element, readonly BlockPlace[]>();

/**
 * Every block that stands in a finished file, with its own anchor or the nearest before it: '' before the first. Each once, where it
 * stands first.
 */
export function blockPlaces(file: Element): readonly BlockPlace[] {
  const found = known.get(file);
  if (found) return found;
  const places = new Map<NodeId, string>();
  let anchor = '';
  visitElements(file, ({ attributes, data }) => {
    anchor = attributes.id ?? anchor;
    if (data?.at !== undefined && !places.has(data.at)) places.set(data.at, anchor);
  });
  const made = [...places];
  known.set(file, made);
  return made;
}
