import { figureFiles } from './generate.mjs';

/** A book as a folder that Octavo builds. @returns {[path: string, content: string][]} */
export function asMarkdown(book) {
  const files = book.chapters.map(({ name }) => `${name}.md`);
  const config = `title: ${book.title}\nslug: book\nlanguage: en-GB\nauthors: [${book.author}]\ndate: 2026-01-01\nchapters:\n${files.map((file) => `  - ${file}\n`).join('')}`;
  return [['book.yaml', config], ...book.chapters.map((chapter) => [`${chapter.name}.md`, `# ${chapter.title}\n\n${chapter.blocks.map(block).join('\n\n')}\n`]), ...figureFiles(book)];
}

export function block(of) {
  switch (of.kind) {
    case 'heading': return `${'#'.repeat(of.depth)} ${of.words}`;
    case 'paragraph': return of.words.map(inline).join('');
    case 'quotation': return `> ${of.words}`;
    case 'list': return of.items.map((item) => `- ${item}`).join('\n');
    case 'table': return `${row(of.head)}\n${row(of.head.map((_, column) => (column < 2 ? '---' : '---:')))}\n${of.rows.map(row).join('\n')}\n\n: ${of.caption} {#${of.label}}`;
    case 'figure': return `![${of.caption}](${of.file}){#${of.label} alt="Twelve bars"}`;
  }
}

const row = (cells) => `| ${cells.join(' | ')} |`;

export function inline(words) {
  if (typeof words === 'string') return words;
  if ('em' in words) return `*${words.em}*`;
  if ('note' in words) return `^[${words.note}]`;
  return 'ref' in words ? `@${words.ref}` : `:page[${words.page}]`;
}
