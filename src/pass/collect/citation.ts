import { nearest } from '../../diagnostics/nearest.js';
import { anchorOf, nodeId } from '../../model/id.js';
import { placeWithin } from '../../model/source.js';
import type { Citation } from '../../model/syntax.js';
import { isInserted } from '../sentence.js';
import type { Visit } from '../walk.js';
import type { Gathering } from './gathering.js';
import { wordsBeside } from './name-words.js';

/** A citation and, in a note style, the note that it becomes. Reports c-001 (no such key). */
export function collectCitation(node: Citation, visit: Visit, gathering: Gathering): void {
  const { chapter, source, insideNote } = visit;
  const { library, style } = gathering.read;
  const unknown = node.parts.filter((part) => !library.entries.has(part.key));
  for (const { key } of unknown) {
    const place = placeWithin(source, node, node.value.includes(`@{${key}}`) ? `@{${key}}` : `@${key}`);
    const near = nearest(key, [...library.entries.keys()]).map((like) => {
      const found = library.entries.get(like)?.place;
      return { text: `\`${like}\` exists`, ...(found && { place: found }) };
    });
    gathering.report('c-001', place, `citation key \`${key}\` is not in the bibliography`, ...near);
  }
  if (unknown.length === node.parts.length) return;
  const id = nodeId(source.stem, node);
  const cited = node.parts.find((part) => !unknown.includes(part))?.key ?? '';
  gathering.citations.push({ id, anchor: gathering.claimAnchor(anchorOf(`cite-${cited}`), () => wordsBeside(visit)), node, source, chapter, ...(insideNote && { insideNote, ...(isInserted(visit) && { isInserted: true }) }) });
  if (style.form === 'note' && !insideNote) gathering.addNote({ id, chapter, source, body: node }, visit);
}
