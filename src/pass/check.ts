/**
 * What a careful editor would flag in a book that is otherwise whole.
 *
 * In: `Resolved`. Reports c-005 (entry never cited), m-005 (a table drawn with `+---+`; a directive that its attributes keep from
 * being one; what neither the imprint page nor an annotation can show), m-008 (picture without words for those who cannot see it), m-009 (character in none of the fonts), m-014 (a line block of rows).
 * Not here: registers (check-registers.ts), sources (check-sources.ts), how they are cited (check-citations.ts), and where they cannot be (check-attributes.ts), what
 * those would miss who don't read by eye (check-access.ts).
 */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { citedBy } from '../cite/cited-by.js';
import type { LibraryEntry } from '../cite/library.js';
import { keysWithoutCitation } from '../cite/select-sources.js';
import type { Context } from '../model/context.js';
import type { Resolved, Source } from '../model/document.js';
import type { Place } from '../model/place.js';
import type { LineBlock } from '../model/syntax.js';
import { isDrawnTable, placeOf, placeWithin } from '../model/source.js';
import { readAnnotation } from '../read/read-annotation.js';
import { uncovered } from '../typeface/coverage.js';
import { findFaces } from '../typeface/faces.js';
import { checkAccess } from './check-access.js';
import { checkAttributes } from './check-attributes.js';
import { checkRegisters } from './check-registers.js';
import { unprintedFacts } from './left-out.js';
import { walkBook } from './walk.js';

export async function check(resolved: Resolved, context: Context): Promise<void> {
  const { world, report } = context;
  const places = new Map<string, { place: Place; count: number }>();
  const noteCharacters = (text: string, placeOfOne: (character: string) => Place) => {
    for (const character of text) {
      if (character >= ' ' && character <= '~') continue;
      const known = places.get(character);
      if (known) known.count += 1;
      else places.set(character, { place: placeOfOne(character), count: 1 });
    }
  };

  const isKey = (key: string): boolean => resolved.library.entries.has(key);
  const look = (node: Nodes, source: Source) => {
    checkAttributes(node, source, isKey, report);
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'code':
        return noteCharacters(node.value, (character) => placeWithin(source, node, character));
      case 'figure':
        if (node.alt.trim() === '' && node.data?.attributes?.values['alt'] === undefined) report('m-008', placeOf(source, node), 'the picture has no alternative text', 'say in `{alt="…"}` what it shows, or `{alt=""}` when it only decorates');
        return;
      case 'image':
        if (!node.alt && node.data?.attributes?.values['alt'] === undefined) report('m-008', placeOf(source, node), 'the picture has no alternative text', 'write it in the brackets: `![what it shows](…)`', 'write `{alt=""}` behind it when it only decorates');
        return;
      case 'paragraph':
        if (isDrawnTable(node)) report('m-005', placeOf(source, node), 'a table drawn with `+---+` is not supported: it is shown as it was drawn', 'write it as a table with `|` between its cells');
        for (const [spelt = '', name] of toString(node).matchAll(partedAttributes)) report('m-005', placeWithin(source, node, spelt), `\`${name}\` opens nothing, for its attributes go on below: it is shown as it was written`, 'write all of `{…}` on one line');
        return;
      case 'lineBlock':
        if (isRows(node)) report('m-014', placeOf(source, node), 'this looks like a table, but without a rule under its head it is set as verse', 'write `|---|---|` below its first line');
        return;
      default:
    }
  };
  const access = checkAccess(resolved, report);
  walkBook(resolved, (visit) => {
    look(visit.node, visit.source);
    access.visit(visit);
  });
  access.finish();
  const { imprint } = resolved;
  if (imprint) {
    visit(imprint.tree, (node) => {
      look(node, imprint);
      const what = wordsOnly[node.type];
      if (what) report('m-005', placeOf(imprint, node), `${what} is not supported on the imprint page: only its words are shown`, 'write it in a chapter');
    });
  }

  for (const { entry, source } of annotationsOf(resolved)) {
    visit(source.tree, (node) => {
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') noteCharacters(node.value, () => entry.place);
      const what = wordsOnly[node.type];
      if (what) report('m-005', entry.place, `${what} is not supported in the annotation of an entry: only its words are shown`);
    });
  }

  const missing = await uncovered(new Set(places.keys()), await findFaces(world.disk), world.disk);
  for (const character of missing) {
    const { place, count } = places.get(character) as { place: Place; count: number };
    const codePoint = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    report('m-009', place, `no font of the book has the character “${character}” (U+${codePoint})${count > 1 ? `, used ${count} times` : ''}`, 'a box is printed in its place');
  }

  checkRegisters(resolved, report);
  reportUncited(resolved, report);
  if (resolved.library.entries.size > 0) {
    const [{ checkSources }, { checkCitations }] = await Promise.all([import('./check-sources.js'), import('./check-citations.js')]);
    await checkSources(resolved, context);
    await checkCitations(resolved, context);
  }
}

/** A line that would open a block if its braces were closed on it. */
const partedAttributes = /^(:{2,}[a-z][\w-]*)(?:\[[^\n]*\])?\{[^}\n]*$/gm;

/** Whether all lines end as they begin, in a bar. */
function isRows(block: LineBlock): boolean {
  return block.children.every((stanza) => stanza.children.every((line) => toString(line).endsWith('|')));
}

/** What needs the tables of the chapters, on the imprint page and in annotations. */
const wordsOnly: { readonly [type in Nodes['type']]?: string } = {
  citation: 'a citation',
  crossReference: 'a reference',
  footnoteReference: 'a note',
  inlineNote: 'a note',
  textDirective: 'a directive',
  leafDirective: 'a directive',
  containerDirective: 'a directive',
};

function annotationsOf({ bibliographies, library }: Resolved): { entry: LibraryEntry; source: Source }[] {
  const annotated = [...bibliographies.values()].filter(({ isAnnotated }) => isAnnotated).flatMap(({ entries }) => entries);
  return annotated.flatMap(({ key, content }) => {
    const entry = library.entries.get(key);
    const source = entry && readAnnotation(entry, content, key);
    return source ? [{ entry, source }] : [];
  });
}

function reportUncited(resolved: Resolved, report: Context['report']): void {
  if (resolved.lists.length === 0) return;
  const named = [...resolved.citations.flatMap(({ node }) => node.parts.map(({ key }) => key)), ...unprintedFacts(resolved).cited];
  const cited = new Set([...named.flatMap((key) => [key, ...citedBy(resolved.library, key)]), ...keysWithoutCitation(resolved)]);
  const isCited = ({ key, members }: LibraryEntry): boolean => cited.has(key) || members?.every((member) => cited.has(member)) === true;
  for (const entry of resolved.library.entries.values()) if (!entry.isAlias && !isCited(entry)) report('c-005', entry.place, `\`${entry.key}\` is never cited, so it is not in the bibliography`);
}
