/**
 * The generated book as a study edition: the same prose, annotated as densely as the booklet in manuscript/italo-soviet-pact,
 * with all of its apparatus printed; and the plain book that it is compared with.
 *
 * What is annotated are words that stand in the prose anyway, so neither book has a sentence of the text more than the other.
 * Notes, citations and what stands in apparatus (definitions, evidence, questions, documents with comments) are words more.
 */
import { asMarkdown, block, inline } from './as-markdown.mjs';
import { entry as source } from './cited.mjs';
import { figureFiles } from './generate.mjs';
import { Prose } from './prose.mjs';
import { Random } from './random.mjs';

/**
 * Of each kind, in a chapter of about 20 pages: what the booklet has on the 44 pages of its numbered chapters, for 20. Of the notes of
 * the generated book, all; comments are those of one document, events those of one timeline.
 */
const dense = {
  terms: 17, people: 11, places: 9, abbreviations: 2, dates: 17, marks: 33, claims: 17, citations: 32, references: 23, pages: 3, questions: 16,
  documents: 1, timelines: 1, works: 18, heads: 12, notes: 1,
};
const commentsOfDocument = 7;
const eventsOfTimeline = 17;

/** How many of each kind a chapter has; of less than one, some chapters have one: in a book of fewer than four, none may. Notes are a share of the book’s own. */
export const densities = {
  dense,
  /** A quarter of each, and every kind and every apparatus all the same: as an edition is annotated that is not made for study. */
  usual: Object.fromEntries(Object.entries(dense).map(([kind, count]) => [kind, count / 4])),
};

/** What of a count in all chapters falls to one of them. */
const shareOf = (count, number) => Math.floor(count * number) - Math.floor(count * (number - 1));

/** Notes and what is annotated, asked or said beside the text; not what stands in apparatus because of it. */
export function annotationsIn(book, density) {
  const { works: _works, heads: _heads, notes, ...inChapters } = density;
  const own = notesIn(book);
  const counted = { ...inChapters, evidence: density.claims, answers: density.questions };
  return book.chapters.reduce((total, _, index) => {
    const shares = Object.values(counted).reduce((sum, count) => sum + shareOf(count, index + 1), 0);
    return total + shares + shareOf(density.documents, index + 1) * commentsOfDocument + shareOf(density.timelines, index + 1) * eventsOfTimeline;
  }, Math.floor(own * notes));
}

const isNote = (words) => typeof words !== 'string' && 'note' in words;
const notesIn = (book) => book.chapters.flatMap(({ blocks }) => blocks.flatMap((of) => (of.kind === 'paragraph' ? of.words.filter(isNote) : []))).length;

const bare = (book) => ({
  ...book,
  chapters: book.chapters.map((chapter) => ({ ...chapter, blocks: chapter.blocks.map((of) => (of.kind === 'paragraph' ? { ...of, words: of.words.filter((words) => !isNote(words)) } : of)) })),
});

/** Without notes, which are annotations, too. @returns {[path: string, content: string][]} */
export const asPlainMarkdown = (book) => asMarkdown(bare(book));

/** @returns {[path: string, content: string][]} a folder that Octavo builds */
export function asAnnotatedMarkdown(book, seed, density) {
  const annotating = new Annotating(book, seed, density);
  const chapters = book.chapters.map((chapter, index) => [`${chapter.name}.md`, annotating.chapter(chapter, index + 1)]);
  return [['book.yaml', config(book)], ...chapters, ...Object.entries(apparatus), ...annotating.registers(), ...figureFiles(book)];
}

/** Words of one string that may be wrapped: no two annotations take the same. */
class Run {
  #words;
  #taken;

  constructor(text) {
    this.#words = text.split(' ');
    this.#taken = this.#words.map(() => false);
  }

  get text() {
    return this.#words.join(' ');
  }

  free(suits) {
    return this.#words.flatMap((word, at) => (!this.#taken[at] && suits(word) ? [at] : []));
  }

  wrap(at, make) {
    this.#words[at] = this.#words[at].replace(/^(“?)([\p{L}\d]+)(.*)$/u, (_, before, word, after) => `${before}${make(word)}${after}`);
    this.#taken[at] = true;
  }

  /** Where so many words stand together that nothing has taken and no sign divides. */
  together(count) {
    return this.#words.flatMap((_, at) => (at + count <= this.#words.length && Array.from({ length: count }, (__, step) => at + step).every((step) => !this.#taken[step] && /^[\p{L}]+$/u.test(this.#words[step])) ? [at] : []));
  }

  wrapAll(at, count, make) {
    this.#words.splice(at, count, make(this.#words.slice(at, at + count).join(' ')));
    this.#taken.splice(at, count, true);
  }

  /** Behind a sentence’s last word, before its point. */
  ends() {
    return this.#words.flatMap((word, at) => (/[\p{L}\])}]\.$/u.test(word) ? [at] : []));
  }

  before(at, words) {
    this.#words[at] = `${this.#words[at].slice(0, -1)}${words}.`;
  }
}

const isYear = (word) => /^1[789]\d\d[.,;]?$/.test(word);
const isName = (word) => /^\p{Lu}\p{Ll}{2,}[.,;]?$/u.test(word);
const isContent = (word) => /^\p{Ll}{5,}[.,;]?$/u.test(word);

class Annotating {
  #density;
  #random;
  #prose;
  #names;
  #of = { terms: new Map(), people: new Map(), places: new Map(), abbreviations: new Map() };
  #events = [];
  #works;
  #heads;
  #notes = 0;

  constructor(book, seed, density) {
    this.#density = density;
    this.#random = new Random(seed + 7001);
    this.#prose = new Prose(this.#random);
    this.#works = Math.floor(density.works * book.chapters.length);
    this.#heads = Array.from({ length: Math.floor(density.heads * book.chapters.length) }, () => this.#prose.title(1));
    // A name is one that stands within a sentence somewhere; at the beginning of one, any word is written like it.
    this.#names = new Set(book.chapters.flatMap(({ blocks }) => blocks.flatMap((of) => (of.kind === 'paragraph' ? of.words.filter((words) => typeof words === 'string').flatMap((words) => [...words.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{2,}/gu)].map(([name]) => name)) : []))));
    for (let count = 0; count < eventsOfTimeline * Math.floor(density.timelines * book.chapters.length); count += 1) this.#events.push({ year: this.#random.between(1700, 1999), month: this.#random.between(1, 12), day: this.#random.between(1, 28), words: this.#prose.title(this.#random.between(4, 9)) });
    this.#events.sort((a, b) => a.year - b.year || a.month - b.month || a.day - b.day);
  }

  chapter(chapter, number) {
    const share = (kind) => shareOf(this.#density[kind], number);
    const paragraphs = chapter.blocks.map((of) => (of.kind === 'paragraph' ? of.words.filter((words) => !isNote(words) || this.#keepsNote()).map((words) => (typeof words === 'string' ? new Run(words) : words)) : undefined));
    const runs = paragraphs.flatMap((words) => words?.filter((one) => one instanceof Run) ?? []);
    const labels = { tbl: `tbl:t${number}`, fig: `fig:f${number}` };
    const sections = chapter.blocks.flatMap((of, at) => (of.kind === 'heading' ? [[at, `sec:s${number}-${at}`]] : []));
    const questions = Array.from({ length: share('questions') }, (_, index) => `q:q${number}-${index + 1}`);
    const claims = Array.from({ length: share('claims') }, (_, index) => `claim:c${number}-${index + 1}`);
    const spread = (count, add) => {
      for (let index = 0; index < count; index += 1) this.#near(runs, Math.floor(((index + this.#random.fraction()) / count) * runs.length), add, index);
    };

    const statuses = ['verified', 'verified', 'unverified', 'disputed', 'contradicted'];
    spread(share('claims'), (run, index) => this.#onSome(run, 5 + (index % 7), (words) => `:claim[${words}]{#${claims[index]} status=${statuses[index % statuses.length]}}`));
    for (const kind of ['people', 'places', 'abbreviations']) spread(share(kind), (run) => this.#onOne(run, (word) => isName(word) && this.#names.has(word.replace(/[.,;]$/, '')) && this.#kindOf(word.replace(/[.,;]$/, '')) === kind, (word) => this.#mention(kind, word)));
    spread(share('terms'), (run) => this.#onOne(run, isContent, (word) => this.#mention('terms', word)));
    spread(share('dates'), (run) => this.#onOne(run, isYear, (word) => `:date[${word}]{on=${word}}`));
    spread(share('marks'), (run) => this.#onOne(run, isContent, (word) => `:index[${word}]{entry="${this.#random.pick(this.#heads)}!${word}"}`));
    const targets = [...sections.map(([, label]) => label), ...Object.values(labels), ...questions, ...claims];
    spread(share('references'), (run) => this.#behind(run, () => ` (@${this.#random.pick(targets)})`));
    spread(share('pages'), (run) => this.#behind(run, () => ` (p. :page[${this.#random.pick(targets)}])`));
    spread(share('citations'), (run) => this.#behind(run, () => this.#citation()));

    const labelOf = new Map(sections);
    const blocks = chapter.blocks.map((of, at) => {
      if (of.kind === 'paragraph') return paragraphs[at].map((words) => (words instanceof Run ? words.text : inline(words))).join('');
      return of.kind === 'heading' ? `${block(of)} {#${labelOf.get(at)}}` : block(of);
    });
    if (share('documents') > 0) blocks.splice(Math.floor(blocks.length / 3), 0, this.#document(number));
    if (share('timelines') > 0) blocks.splice(Math.floor((blocks.length * 2) / 3), 0, this.#timeline(number));
    const before = Math.floor(this.#density.questions * (number - 1));
    const asked = questions.map((label, index) => this.#question(label, before + index));
    const evidence = claims.map((label) => `:::evidence{for=${label}}\n${this.#prose.sentences(2).slice(0, -1)}${this.#citation()}. ${this.#prose.sentence()}\n:::`);
    return `# ${chapter.title}\n\n${[...blocks, `## Questions {#sec:q${number}}`, ...asked, ...evidence].join('\n\n')}\n`;
  }

  registers() {
    const words = (least, most) => this.#prose.sentence(least, most);
    const entries = (kind, make) => [...this.#of[kind]].map(([word, key], index) => ({ key, ...make(word, index) }));
    const lived = () => this.#random.between(1700, 1940);
    const rows = {
      terms: entries('terms', (term, index) => ({ term, definition: index % 7 === 0 ? `${words(10, 20)} [@work${this.#random.between(0, this.#works - 1)}]` : words(12, 30) })),
      people: entries('people', (name) => {
        const born = lived();
        return { name: `${this.#prose.name()} ${name}`, sort: name, variants: [name], born: String(born), died: String(born + this.#random.between(20, 59)), role: this.#prose.title(4), note: words(8, 20) };
      }),
      places: entries('places', (name) => ({ name, note: words(8, 20) })),
      abbreviations: entries('abbreviations', (short) => ({ short, long: this.#prose.title(4), note: words(6, 12) })),
      dates: this.#events.map(({ year, month, day, words: event }, index) => ({ on: `${year}-${two(month)}-${two(day)}`, event, thread: threads[index % threads.length], ...(index % 3 === 0 && { status: 'verified' }) })),
    };
    const sources = Array.from({ length: this.#works }, (_, index) => source(index, this.#prose, this.#random));
    return [...Object.entries(rows).map(([name, list]) => [`${name}.yaml`, list.map((row) => `- ${JSON.stringify(row)}\n`).join('')]), ['works.bib', sources.join('\n')]];
  }

  #keepsNote() {
    this.#notes += 1;
    return shareOf(this.#density.notes, this.#notes) > 0;
  }

  /** The wanted run, or the next that suits. */
  #near(runs, wanted, add, index) {
    for (let step = 0; step < runs.length; step += 1) if (add(runs[(wanted + step) % runs.length], index)) return;
  }

  #onOne(run, suits, make) {
    const free = run.free(suits);
    if (free.length === 0) return false;
    run.wrap(this.#random.pick(free), make);
    return true;
  }

  #onSome(run, count, make) {
    const free = run.together(count);
    if (free.length === 0) return false;
    run.wrapAll(this.#random.pick(free), count, make);
    return true;
  }

  #behind(run, make) {
    const ends = run.ends();
    if (ends.length === 0) return false;
    run.before(this.#random.pick(ends), make());
    return true;
  }

  #kindOf(name) {
    const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
    return sum % 10 === 0 ? 'abbreviations' : sum % 2 === 0 ? 'people' : 'places';
  }

  #mention(kind, word) {
    const entries = this.#of[kind];
    if (!entries.has(word)) entries.set(word, `${kind}${entries.size + 1}`);
    const [name] = { terms: ['term'], people: ['person'], places: ['place'], abbreviations: ['abbr'] }[kind];
    return `:${name}[${word}]`;
  }

  #citation() {
    const random = this.#random;
    const locator = random.chance(0.6) ? `, ch. ${random.between(2, 48)}` : '';
    const second = random.chance(0.15) ? `; @work${random.between(0, this.#works - 1)}` : '';
    return ` [@work${Math.floor(random.fraction() ** 1.3 * this.#works)}${locator}${second}]`;
  }

  #document(number) {
    const sentences = Array.from({ length: commentsOfDocument + 1 }, () => this.#prose.sentence(14, 22).replace(/[“”]/g, ''));
    const comments = sentences.slice(0, commentsOfDocument).map((sentence, index) => {
      const words = sentence.replace(/[.,;?–]/g, '').split(/\s+/).slice(2, 7).join(' ');
      return `:::comment{on="${words}" in=doc:d${number}${index % 2 === 0 ? ' placement=end' : ''}}\n${this.#prose.sentences(1)}\n:::`;
    });
    const plain = sentences.map((sentence) => sentence.replace(/[,;–]/g, '').replace(/ {2,}/g, ' '));
    return `:::document{#doc:d${number} title="${this.#prose.title(4)}" source="${this.#prose.title(5)}" numbers=5}\n${plain.slice(0, 4).join(' ')}\n\n${plain.slice(4).join(' ')}\n:::\n\n${comments.join('\n\n')}`;
  }

  /** Each draws the years that its share of the events takes. */
  #timeline(number) {
    const drawn = Math.floor(this.#density.timelines * number);
    const own = this.#events.slice((drawn - 1) * eventsOfTimeline, drawn * eventsOfTimeline);
    return `::timeline{#fig:time${number} alt="Years with their events" caption="${this.#prose.title(4)}" from=${own[0].year} to=${own.at(-1).year + 1}}`;
  }

  /** @param index among all questions of the book */
  #question(label, index) {
    const turn = index % 16;
    const level = (turn % 3) + 1;
    const sentence = (least, most) => this.#prose.sentence(least, most);
    const answer = `:::answer\n${this.#prose.sentences(2)}\n:::`;
    const hint = turn === 1 ? `:::hint\n${sentence(6, 12)}\n:::\n` : '';
    if (turn % 8 === 3) return `::::question{#${label} kind=choice level=1}\n${sentence(8, 16)}\n\n${['x', ' ', 'x', ' '].map((mark) => `- [${mark}] ${sentence(4, 10)}`).join('\n')}\n\n${answer}\n::::`;
    if (turn === 7) return `::::question{#${label} kind=match level=1}\n${sentence(8, 16)}\n\n| Who | What |\n|---|---|\n${Array.from({ length: 4 }, (_, row) => `| ${this.#prose.name()} ${row} | ${this.#prose.title(3)} ${row} |`).join('\n')}\n::::`;
    return `::::question{#${label} level=${level} lines=${level + 2}}\n${sentence(8, 18)}\n${hint}${answer}\n::::`;
  }
}

const threads = ['First', 'Second', 'Third'];
const two = (number) => String(number).padStart(2, '0');

const apparatus = {
  '81-chronology.md': '# Chronology\n\n::chronology\n',
  '82-people-places.md': '# People and places\n\n## People\n\n::people\n\n## Places\n\n::places\n',
  '84-glossary.md': '# Glossary\n\n::glossary\n\n## Abbreviations\n\n::abbreviations\n',
  '85-answers.md': '# Answers\n\n::answers\n',
  '86-evidence.md': '# Evidence\n\n::evidence\n',
  '87-commentary.md': '# Commentary\n\n::commentary\n',
  '88-bibliography.md': '# Bibliography\n\n::bibliography\n',
  '89-index.md': '# Index\n\n## Names\n\n::index{of=names from=people}\n\n## Places\n\n::index{of=places from=places}\n\n## Subjects\n\n::index\n',
};

function config(book) {
  const list = (files) => files.map((file) => `  - ${file}\n`).join('');
  return `title: ${book.title}
slug: book
language: en-GB
authors: [${book.author}]
date: 2026-01-01
chapters:
${list(book.chapters.map(({ name }) => `${name}.md`))}back:
${list(Object.keys(apparatus))}bibliography: [works.bib]
citation: {style: chicago-fullnote-bibliography, locale: en-GB}
registers: {terms: terms.yaml, people: people.yaml, places: places.yaml, abbreviations: abbreviations.yaml, dates: dates.yaml}
abbreviations: expand-first
`;
}
