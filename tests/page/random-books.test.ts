/**
 * Five hundred documents put together at random, set on small pages in one book: the text of the pages is the text of the galley,
 * nothing is over its page, every note begins with its call, and it ends.
 */
import { expect, test } from 'vitest';
import { buildBook, type BuildOptions, machineWorld, memoryWorld } from '../../dist/index.js';
import { drawNumbers } from '../lots.js';

const documents = 500;

const syllables = ['ba', 'con', 'der', 'est', 'fla', 'gro', 'hin', 'ist', 'ker', 'lum', 'mor', 'nat', 'ost', 'pra', 'qui', 'ran', 'sta', 'tion', 'ver', 'wol'];

const placements = ['', ' placement=here', ' placement=top', ' placement=bottom', ' placement=page'];

function documentOf(index: number): string {
  const next = drawNumbers(index + 1);
  let notes = '';
  const labels: string[] = [];
  /** A label, or none, and where its bearer is wanted. */
  const label = (kind: string): string => {
    if (next(3) === 0) return '';
    const name = `${kind}:d${index}n${labels.length}`;
    labels.push(name);
    return ` {#${name}${placements[next(placements.length)] ?? ''}}`;
  };
  const side = (): string => (next(3) === 0 ? '{.margin}' : '');
  const word = (): string => Array.from({ length: 1 + next(next(12) === 0 ? 9 : 3) }, () => syllables[next(syllables.length)]).join('');
  const words = (count: number): string =>
    Array.from({ length: count }, (_, place) => {
      const roll = next(40);
      if (roll === 0) return `*${word()} ${word()}*`;
      if (roll === 1) return `\`${word()}\``;
      if (roll === 2) return `$x_${place}^2$`;
      if (roll === 3) return `${word()}^[${word()} ${word()} ${word()}.]${side()}`;
      if (roll === 4 && place < 5) {
        const name = `n${notes.length}`;
        notes += `\n[^${name}]: ${plain(10 + next(next(6) === 0 ? 60 : 20))}\n`;
        return `${word()}[^${name}]${side()}`;
      }
      return word();
    }).join(' ');
  const plain = (count: number): string => Array.from({ length: count }, word).join(' ');
  const list = (depth: number): string =>
    Array.from({ length: 1 + next(5) }, (_, place) => {
      const lead = next(2) === 0 ? '- ' : `${place + 1}. `;
      const inner = depth < 3 && next(4) === 0 ? `\n${list(depth + 1).replaceAll(/^/gm, ' '.repeat(lead.length))}` : '';
      return `${lead}${words(2 + next(20))}${inner}`;
    }).join('\n');
  const cell = (): string => Array.from({ length: 1 + next(4) }, () => `${syllables[next(20)]}${syllables[next(20)]}`).join(' ');
  const row = (cells: number): string => `| ${Array.from({ length: cells }, cell).join(' | ')} |`;
  /** Higher than a page. */
  const tallRow = (): string => `| ${cell()} | ${plain(60 + next(120))} | ${words(10)} |`;
  const codeLine = (): string => (next(8) === 0 ? '' : next(8) === 0 ? Array.from({ length: 10 + next(60) }, () => syllables[next(20)]).join('') : plain(1 + next(12)));
  const reference = (name: string): string => `${plain(3 + next(20))} @${name} ${words(next(40))}.`;
  const block = (): string => {
    switch (next(18)) {
      case 0:
        return `## ${plain(1 + next(5))}`;
      case 1:
        return `### ${plain(1 + next(3))}`;
      case 2:
        return list(0);
      case 3:
        return `> ${words(10 + next(40))}`;
      case 4:
        return `| a | b | c |\n|---|---|---|\n${Array.from({ length: 1 + next(14) }, () => (next(25) === 0 ? tallRow() : row(3))).join('\n')}\n\n: ${plain(4)}${label('tbl')}`;
      case 5:
        return `\`\`\`js${label('lst')}\n${Array.from({ length: 1 + next(25) }, codeLine).join('\n')}\n\`\`\``;
      case 6:
        return `![${plain(5)}](${next(2) === 0 ? 'wide' : 'tall'}.svg)${label('fig').trim()}`;
      case 7:
        return `> [!NOTE]\n> ${words(5 + next(30))}`;
      case 8:
        return `:::question{lines=${next(9)}}\n${plain(8)}\n:::`;
      case 9:
        return Array.from({ length: 1 + next(4) }, () => `${plain(1 + next(4))}\n: ${words(3 + next(30))}${next(3) === 0 ? `\n: ${words(3 + next(30))}` : ''}`).join('\n\n');
      case 10:
        return `:::verse{title="${plain(2)}" source="${plain(2)}" numbers=5}\n${Array.from({ length: 1 + next(5) }, () => Array.from({ length: 1 + next(7) }, () => ' '.repeat(next(3) * 2) + words(2 + next(14))).join('\n')).join('\n\n')}\n:::`;
      case 11:
        return `:::question{lines=${10 + next(20)}}\n${words(8)}\n:::`;
      case 12:
        return '$$\n\\sum_{k=1}^{n} \\frac{k}{2} = x\n$$';
      case 13: {
        // A note longer than a page; no other is called in its line.
        const name = `long${notes.length}`;
        notes += `\n[^${name}]: ${plain(100 + next(300))}\n`;
        return `${plain(30)}[^${name}]${side()} ${plain(30)}`;
      }
      default:
        return words(10 + next(90));
    }
  };
  const blocks = Array.from({ length: 1 + next(6) }, block);
  for (const name of labels) blocks.splice(next(blocks.length + 1), 0, reference(name));
  return `# ${plain(1 + next(4))}\n\n${words(20)}\n\n${blocks.join('\n\n')}\n${notes}`;
}

const svg = (width: number, height: number): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#999"/></svg>`;

function build(count: number, options: Pick<BuildOptions, 'targets' | 'record'>) {
  const files: Record<string, string> = { 'book/wide.svg': svg(300, 90), 'book/tall.svg': svg(120, 260) };
  const names = Array.from({ length: count }, (_, index) => `c${String(index).padStart(3, '0')}.md`);
  for (const [index, name] of names.entries()) files[`book/${name}`] = documentOf(index);
  files['book/book.yaml'] = `title: Random\nlanguage: en-GB\npage: {size: A6, margins: {outer: 32}}\nchapters: [${names.join(', ')}]\n`;
  return buildBook({ folder: 'book', world: memoryWorld(files, process.env as Record<string, string>, machineWorld().disk), ...options });
}

/** What was made to fit, or could not stand where it was wanted; and levels of headings, which are drawn by lot. */
const advice = ['p-005', 'p-006', 'p-007', 'm-020'];

test('five hundred random documents: nothing lost, nothing over, every note begins with its call', { timeout: 120_000 }, async () => {
  const { findings, pages } = await build(documents, { targets: [], record: true });
  expect(findings.filter(({ code }) => !advice.includes(code)).map((finding) => `${finding.code} ${finding.place.file}:${finding.place.line ?? ''} ${finding.message}`)).toEqual([]);
  expect(pages).toBeGreaterThan(documents);
});

test('random documents give the same bytes twice', { timeout: 120_000 }, async () => {
  const [first, second] = [await build(40, { targets: ['pdf'] }), await build(40, { targets: ['pdf'] })].map((result) => result.outputs[0]?.bytes);
  expect(first && second && Buffer.compare(first, second)).toBe(0);
});
