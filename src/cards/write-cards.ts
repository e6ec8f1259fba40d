/**
 * Writes cards as a file that programs for spaced repetition import.
 * Source: RFC 4180 for the lines; the lines that begin with `#` tell Anki what the columns are, see “File headers” in its manual.
 */
import type { Card } from './collect-cards.js';

export function writeCards(cards: readonly Card[], deck: string): Uint8Array {
  const headers = ['#separator:Comma', '#html:true', `#deck:${deck.replace(/\s+/g, ' ')}`, '#columns:id,front,back,tags', '#guid column:1', '#tags column:4'];
  const rows = cards.map(({ id, front, back, tags }) => [id, front, back, tags.map((tag) => tag.replace(/\s+/g, '-')).join(' ')].map(quoted).join(','));
  return new TextEncoder().encode(`${[...headers, ...rows].join('\n')}\n`);
}

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
