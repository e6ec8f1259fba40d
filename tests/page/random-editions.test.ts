/**
 * Thirty chapters are recorded as an edition, one random edit is made in each, and the book is built with its pages kept and
 * without: nothing is lost or over its page, few pages change, and it comes out the same each time.
 */
import { expect, test } from 'vitest';
import { buildBook, machineWorld, memoryWorld } from '../../dist/index.js';
import { writeLock } from '../../dist/edition/lock.js';
import { drawNumbers } from '../lots.js';

const chapters = 30;

const syllables = ['ba', 'con', 'der', 'est', 'fla', 'gro', 'hin', 'ist', 'ker', 'lum', 'mor', 'nat', 'ost', 'pra', 'qui', 'ran', 'sta', 'tion', 'ver', 'wol'];

function writer(next: (below: number) => number) {
  const word = (): string => Array.from({ length: 1 + next(3) }, () => syllables[next(syllables.length)]).join('');
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  const sentence = (): string => `${words(6 + next(16))}${next(12) === 0 ? `^[${words(4 + next(20))}.]` : ''}.`;
  return { words, sentence, paragraph: () => Array.from({ length: 1 + next(7) }, sentence).join(' ') };
}

/** Eight pages or so. */
function chapterOf(index: number): string[] {
  const next = drawNumbers(index + 1);
  const { words, paragraph } = writer(next);
  const block = (): string => {
    switch (next(12)) {
      case 0:
        return `## ${words(3)}`;
      case 1:
        return Array.from({ length: 2 + next(4) }, () => `- ${words(4 + next(14))}`).join('\n');
      case 2:
        return `> ${paragraph()}`;
      case 3:
        return `| a | b |\n|---|---|\n${Array.from({ length: 2 + next(8) }, () => `| ${words(1)} | ${words(2)} |`).join('\n')}`;
      case 4:
        return `:::question{lines=${1 + next(4)}}\n${words(8)}\n:::`;
      default:
        return paragraph();
    }
  };
  return [`# ${words(2)}`, paragraph(), ...Array.from({ length: 16 + next(14) }, block)];
}

const kinds = ['a sentence more', 'a sentence less', 'other words', 'a paragraph more', 'a paragraph less', 'two blocks exchanged'] as const;
/** The first of these change a line or three. */
const sentences = 3;

/** The blocks of a chapter after one edit. */
function edited(blocks: readonly string[], index: number): string[] {
  const next = drawNumbers(index + 5000);
  const { words, sentence, paragraph } = writer(next);
  const prose = blocks.flatMap((block, place) => (place > 1 && /^[a-z]/.test(block) ? [place] : []));
  const at = prose[next(prose.length)] as number;
  const sentences = (blocks[at] as string).split(/(?<=\.) /);
  const cut = next(sentences.length);
  switch (kinds[index % kinds.length]) {
    case 'a sentence more':
      return blocks.with(at, sentences.toSpliced(cut, 0, sentence()).join(' '));
    case 'a sentence less':
      return sentences.length > 1 ? blocks.with(at, sentences.toSpliced(cut, 1).join(' ')) : blocks.toSpliced(at, 1);
    case 'other words':
      return blocks.with(at, (blocks[at] as string).replace(/\w+ \w+ \w+/, words(3)));
    case 'a paragraph more':
      return blocks.toSpliced(at, 0, paragraph());
    case 'a paragraph less':
      return blocks.toSpliced(at, 1);
    default:
      return blocks.with(at, blocks[at - 1] as string).with(at - 1, blocks[at] as string);
  }
}

async function build(all: readonly (readonly string[])[], pages: 'free' | 'stable', lock?: string) {
  const names = all.map((_, index) => `c${String(index).padStart(3, '0')}.md`);
  const files: Record<string, string> = { 'book/book.yaml': `title: Random\nlanguage: en-GB\npages: ${pages}\npage: {size: A6}\nchapters: [${names.join(', ')}]\n`, ...(lock !== undefined && { 'book/edition.lock': lock }) };
  for (const [index, name] of names.entries()) files[`book/${name}`] = `${all[index]?.join('\n\n') ?? ''}\n`;
  const { findings, edition } = await buildBook({ folder: 'book', world: memoryWorld(files, process.env as Record<string, string>, machineWorld().disk), targets: [], record: true });
  expect(findings.filter(({ code }) => !['p-005', 'p-008'].includes(code)).map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  if (!edition) throw new Error('no pages were made');
  return edition;
}

test('thirty random edits: nothing lost, nothing over, and few pages change', { timeout: 120_000 }, async () => {
  const before = Array.from({ length: chapters }, (_, index) => chapterOf(index));
  const { published } = await build(before, 'free');
  const lock = writeLock({ ...published, number: 1, former: [] });
  const after = before.map(edited);

  const kept = await build(before, 'stable', lock);
  expect(kept.changes).toMatchObject({ changed: [], moved: [], added: [], gone: [] });

  const [stable, again, free] = [await build(after, 'stable', lock), await build(after, 'stable', lock), await build(after, 'free', lock)];
  expect(writeLock({ ...again.published, number: 2, former: [] })).toBe(writeLock({ ...stable.published, number: 2, former: [] }));

  const [few, many] = [changedIn(stable), changedIn(free)];
  for (const [part, count] of few) if (Number(part.slice(1)) % kinds.length < sentences) expect(count, part).toBeLessThanOrEqual(4);
  expect(total(few)).toBeLessThanOrEqual(2 * chapters);
  expect(total(many)).toBeGreaterThan(2 * total(few));
});

/** By chapter, how many pages have other words than before. */
function changedIn({ published: { pages }, changes }: Awaited<ReturnType<typeof build>>): ReadonlyMap<string, number> {
  const partOf = new Map(pages.map(({ folio, part }) => [folio, part]));
  const counts = new Map<string, number>();
  const changed = (changes?.changed ?? []).filter(({ reason }) => reason !== 'numbers').map(({ folio }) => folio);
  for (const part of [...changed, ...(changes?.added ?? [])].map((folio) => partOf.get(folio) ?? '')) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
