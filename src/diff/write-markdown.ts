/** Writes a report as Markdown that is read as it is: what was taken out is struck through, what was put in is bold. */
import type { Block, Inline, Report } from './report.js';

export function writeMarkdown({ title, blocks }: Report): Uint8Array {
  const written = [`# ${escape(title)}`, ...blocks.flatMap((block) => writeBlock(block) ?? [])];
  return new TextEncoder().encode(`${written.join('\n\n')}\n`);
}

/** @returns nothing for what Markdown cannot show */
function writeBlock(block: Block): string | undefined {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escape(block.words)}`;
    case 'text':
      return writeWords(block.words);
    case 'list':
      return block.items.map((item) => `- ${writeWords(item)}`).join('\n');
    case 'table':
      return [block.head, block.head.map(() => '---'), ...block.rows].map((row) => `| ${row.map((cell) => (cell === '---' ? cell : escape(cell))).join(' | ')} |`).join('\n');
    case 'pictures':
      return undefined;
  }
}

function writeWords(words: readonly Inline[]): string {
  return words.map((word) => (typeof word === 'string' ? escape(word) : `${word.words.startsWith(' ') ? ' ' : ''}${around[word.mark](escape(word.words.trim()))}`)).join('').trim();
}

const around = {
  ahead: (words: string) => `… ${words}`,
  gone: (words: string) => `~~${words}~~`,
  new: (words: string) => `**${words}**`,
  behind: (words: string) => `${words} …`,
};

/** So that no sign of the manuscript's becomes one of Markdown's. */
const escape = (words: string): string => words.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/\s+/gu, ' ');
