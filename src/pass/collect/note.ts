import type { FootnoteDefinition, FootnoteReference, Nodes } from 'mdast';
import { nearest } from '../../diagnostics/nearest.js';
import { visitBlocks } from '../../model/blocks.js';
import type { Chapter, Source } from '../../model/document.js';
import { nodeId } from '../../model/id.js';
import { placeOf, sourcesOf } from '../../model/source.js';
import { unprintedFacts } from '../left-out.js';
import { definitionOf, type Visit } from '../walk.js';
import type { Gathering } from './gathering.js';

/** The notes that `[^name]` calls, each once in a chapter. Reports m-010 (called, not written) and m-011 (written, not called). */
export class CalledNotes {
  readonly #called = new Set<Nodes>();
  /** A note called again in another chapter is set there, too. */
  readonly #noted = new Map<Chapter, Set<FootnoteDefinition>>();

  constructor(readonly gathering: Gathering) {}

  collect(node: FootnoteReference, visit: Visit): void {
    const { chapter, source } = visit;
    const definition = definitionOf(source, node.identifier);
    if (!definition) {
      this.gathering.report('m-010', placeOf(source, node), `the note \`[^${node.label ?? node.identifier}]\` is called but not written`, ...hintNotes(source, node.identifier));
      return;
    }
    this.#called.add(definition);
    const here = this.#noted.get(chapter) ?? new Set();
    this.#noted.set(chapter, here);
    if (!here.has(definition)) this.gathering.addNote({ id: nodeId(source.stem, node), chapter, source, body: definition }, visit);
    here.add(definition);
  }

  reportUncalled(): void {
    const { read, report } = this.gathering;
    for (const source of sourcesOf(read).filter((source) => source !== read.imprint)) {
      visitBlocks(source.tree, 'footnoteDefinition', (definition) => {
        if (this.#called.has(definition) || unprintedFacts(read).called.has(definition)) return;
        const name = `[^${definition.label ?? definition.identifier}]`;
        const first = definitionOf(source, definition.identifier);
        if (first && first !== definition) report('m-011', placeOf(source, definition), `the note \`${name}\` is written twice, and this one is not printed`, { text: 'the first one', place: placeOf(source, first) });
        else report('m-011', placeOf(source, definition), `the note \`${name}\` is written but never called, so it is not printed`, `write \`${name}\` where its number shall stand`);
      });
    }
  }
}

function hintNotes(source: Source, identifier: string): string[] {
  const written: string[] = [];
  visitBlocks(source.tree, 'footnoteDefinition', (definition) => void written.push(definition.identifier));
  return nearest(identifier, written).map((like) => `\`[^${like}]\` exists`);
}
