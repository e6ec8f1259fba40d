import type { Nodes } from 'mdast';
import { spellDirective } from '../model/directive.js';
import type { Source } from '../model/document.js';
import type { Place } from '../model/place.js';
import { placeOf } from '../model/source.js';
import { constructOf, containerDirectives, details, leafDirectives, textDirectives } from './parity.js';

export interface Used {
  /** Where it is first; of what is always lost, all places. */
  readonly places: readonly [Place, ...Place[]];
  /** How often it was lowered for a target. */
  readonly counts: { print: number; epub: number };
}

const directiveTables = { textDirective: textDirectives, leafDirective: leafDirectives, containerDirective: containerDirectives };
const detailList = Object.entries(details);

/** Which constructs a book uses, as they are met while it is lowered. */
export class Usage {
  readonly used = new Map<string, Used>();
  readonly #lost = new Set<string>();

  record(node: Nodes, source: Source, target: 'print' | 'epub'): void {
    const name = nameOf(node);
    if (name === undefined) return;
    this.#count(name, () => placeOf(source, node), target);
    for (const [detail, { isIn }] of detailList) if (isIn(node)) this.#count(detail, () => placeOf(source, node), target);
  }

  /** @param name as `<video>` */
  recordLost(name: string, place: Place, target: 'print' | 'epub'): void {
    this.#lost.add(name);
    const { counts, places } = this.#count(name, () => place, target);
    if (counts.print + counts.epub > 1) this.used.set(name, { counts, places: [...places, place] });
  }

  /** What was met elsewhere, after all that was met here. */
  add(other: Usage): void {
    for (const name of other.#lost) this.#lost.add(name);
    for (const [name, { counts, places }] of other.used) {
      const known = this.used.get(name) ?? { places, counts: { print: 0, epub: 0 } };
      const sum = { print: known.counts.print + counts.print, epub: known.counts.epub + counts.epub };
      this.used.set(name, { places: this.used.has(name) && this.#lost.has(name) ? [...known.places, ...places] : known.places, counts: sum });
    }
  }

  #count(name: string, place: () => Place, target: 'print' | 'epub'): Used {
    let known = this.used.get(name);
    if (!known) this.used.set(name, (known = { places: [place()], counts: { print: 0, epub: 0 } }));
    known.counts[target] += 1;
    return known;
  }
}

/** A directive that is not known was reported, and is none; nor is a part of another. */
function nameOf(node: Nodes): string | undefined {
  if (node.type !== 'textDirective' && node.type !== 'leafDirective' && node.type !== 'containerDirective') return constructOf[node.type];
  const table: Readonly<Record<string, unknown>> = directiveTables[node.type];
  return Object.hasOwn(table, node.name) && table[node.name] !== undefined ? spellDirective(node.name, node.type) : undefined;
}
