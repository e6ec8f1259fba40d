/** A manuscript that does little but cite: for the time that citations take. */
import { Prose } from './prose.mjs';
import { Random } from './random.mjs';

const citationsPerParagraph = 2;
const paragraphsPerChapter = 40;

/** @returns {[path: string, content: string][]} a folder that Octavo builds */
export function citedManuscript({ citations, works, style, seed }) {
  const random = new Random(seed);
  const prose = new Prose(random);
  const entries = Array.from({ length: works }, (_, index) => entry(index, prose, random));
  const paragraphs = [];
  let last = 0;
  for (let written = 0; written < citations; ) {
    let words = prose.sentence();
    for (let count = 0; count < citationsPerParagraph && written < citations; count += 1, written += 1) {
      // One in seven cites what the one before it cites: “ibid.” in a note style.
      last = random.chance(0.15) ? last : Math.floor(random.fraction() ** 1.3 * works);
      words = `${words.slice(0, -1)}${citation(last, works, random)}. ${prose.sentence()}`;
    }
    paragraphs.push(words);
  }
  const chapters = Array.from({ length: Math.ceil(paragraphs.length / paragraphsPerChapter) }, (_, index) => [
    `chapter-${String(index + 1).padStart(3, '0')}.md`,
    `# ${prose.title(4)}\n\n${paragraphs.slice(index * paragraphsPerChapter, (index + 1) * paragraphsPerChapter).join('\n\n')}\n`,
  ]);
  const config = `title: Citations\nslug: book\nlanguage: en-GB\nauthors: [Nobody]\ndate: 2026-01-01\nchapters: [${chapters.map(([file]) => file).join(', ')}]\nbibliography: [works.bib]\ncitation: {style: ${style}, locale: en-GB}\n`;
  return [['book.yaml', config], ['works.bib', entries.join('\n')], ...chapters];
}

const key = (index) => `work${index}`;

function citation(index, works, random) {
  const locator = random.chance(0.6) ? `, p. ${random.between(2, 480)}` : '';
  if (random.chance(0.12)) return ` as @${key(index)} has it`;
  const before = random.chance(0.15) ? 'see ' : '';
  const second = random.chance(0.1) ? `; @${key(random.between(0, works - 1))}` : '';
  return ` [${before}@${key(index)}${locator}${second}]`;
}

/** Names recur, so that the style must tell works of one author and one year apart. */
export function entry(index, prose, random) {
  const authors = Array.from({ length: random.pick([1, 1, 1, 2, 2, 3, 5]) }, () => `${prose.name()}, ${prose.name()}`).join(' and ');
  const [title, year, pages] = [prose.title(random.between(3, 9)), random.between(1960, 2024), random.between(2, 300)];
  const shared = `  author = {${authors}},\n  title = {${title}},\n  year = {${year}}`;
  switch (random.between(0, 2)) {
    case 0: return `@book{${key(index)},\n${shared},\n  publisher = {${prose.name()} Press},\n  location = {${prose.name()}}\n}\n`;
    case 1: return `@article{${key(index)},\n${shared},\n  journaltitle = {${prose.title(3)}},\n  volume = {${random.between(1, 80)}},\n  number = {${random.between(1, 6)}},\n  pages = {${pages}--${pages + random.between(5, 40)}}\n}\n`;
    default: return `@incollection{${key(index)},\n${shared},\n  booktitle = {${prose.title(5)}},\n  editor = {${prose.name()}, ${prose.name()}},\n  publisher = {${prose.name()} Press},\n  pages = {${pages}--${pages + random.between(5, 40)}}\n}\n`;
  }
}
