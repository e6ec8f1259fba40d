/** Formulas as they are in a finished EPUB: what is seen, and what is said. */
import { describe, expect, it } from 'vitest';
import { speakFormulas } from '../../src/formula/speak-formulas.js';
import { lower } from '../../src/lower/lower.js';
import { Usage } from '../../src/lower/usage.js';
import type { Context } from '../../src/model/context.js';
import type { Part } from '../../src/model/document.js';
import { prepare } from '../../src/pipeline.js';
import { readConfig } from '../../src/read/read-config.js';
import { Tracer } from '../../src/trace.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';
import { config, edition, OpenEpub } from './edition.js';

const bookOf = (manuscript: string, yaml = '') => memoryWorld({ 'book/book.yaml': `title: T\nchapters: a.md\n${yaml}`, 'book/a.md': `# One\n\n${manuscript}\n` }, {}, machineWorld().disk);

/** The parts of a book of one chapter, lowered for the EPUB by the real passes. */
async function lowered(manuscript: string, language: string): Promise<Part[]> {
  const world = bookOf(manuscript, `language: ${language}\n`);
  const context: Context = { world, folder: 'book', report: () => undefined };
  const read = await readConfig(context);
  if (!read) throw new Error('no config');
  const { resolved } = await prepare(read, context, new Tracer(world.clock, undefined, false), ['epub']);
  return lower(resolved, 'epub', '', () => undefined, new Usage());
}

/** What a reader says of each formula, from the written file. */
async function said(manuscript: string, language = 'en-GB'): Promise<string[]> {
  const parts = await speakFormulas(await lowered(manuscript, language), language);
  return (await OpenEpub.of(edition(parts, { config: { ...config, language } }))).all('text/a.xhtml', '//m:math/@alttext');
}

describe('a formula is spoken', () => {
  it.each<[what: string, tex: string, words: string]>([
    ['in the line', '$x^2+1$', 'x squared plus 1'],
    ['on a line of its own', '$$\\frac{a}{b}$$', 'a over b'],
    ['row by row', '$$\\begin{aligned} a &= b \\\\ &= c\\end{aligned}$$', '2 lines, Line 1: a; equals b. Line 2: blank; equals c'],
    ['as a matrix', '$$\\begin{pmatrix} a & b \\\\ c & d\\end{pmatrix}$$', 'the 2 by 2 matrix. Row 1: a, b Row 2: c, d'],
    ['as a substance, not as a function', '$\\mathrm{H_2O}$', 'H sub 2, O'],
    ['with its unit as one word', '$12\\,\\mathrm{km}$', '12 km'],
    ['without a word on how it looks', '$\\mathrm{NaCl}$', 'Na Cl'],
    ['in the author’s words', '$E=mc^2${alt="energy is mass"}', 'energy is mass'],
    ['in the author’s words, on a line of its own', '$$E=mc^2$$ {#eq:e alt="energy is mass"}', 'energy is mass'],
  ])('%s', async (_, tex, words) => {
    expect(await said(tex)).toEqual([words]);
  });

  it.each([
    ['en-US', 'x squared'],
    ['de-AT', 'x Quadrat'],
    ['it', 'x quadrato'],
    ['fr', 'x au carré'],
    ['no', 'x kvadrat'],
  ])('in the language of the book: %s', async (language, words) => {
    expect(await said('$x^2$', language)).toEqual([words]);
  });

  it('in the language around it, wherever it stands', async () => {
    expect(await said('$x^2$ [Satz $x^2$.]{lang=de} Note.^[$x^2$]\n\n:::verse{lang=it}\n$x^2$\n:::')).toEqual(['x squared', 'x Quadrat', 'x quadrato', 'x squared']);
  });

  it('in English where its language has no rules, and says so to the voice', async () => {
    const book = await OpenEpub.of(edition(await speakFormulas(await lowered('$x^2$ [$x^2$]{lang=de}', 'ru'), 'ru'), { config: { ...config, language: 'ru' } }));
    expect(book.all('text/a.xhtml', '//m:math/@alttext')).toEqual(['x squared', 'x Quadrat']);
    expect(book.all('text/a.xhtml', '//m:math/@xml:lang')).toEqual(['en']);
  });

  it('the same when two books are made at once', async () => {
    const languages = ['de', 'en', 'it', 'de', 'fr'];
    const alone = [];
    for (const language of languages) alone.push(await said('$x^2$ $\\frac{a}{b}$', language));
    expect(await Promise.all(languages.map((language) => said('$x^2$ $\\frac{a}{b}$', language)))).toEqual(alone);
  });

  it('and its source is not read a second time', async () => {
    const parts = await speakFormulas(await lowered('$\\frac{a}{b}$', 'en'), 'en');
    expect((await OpenEpub.of(edition(parts))).body('text/a.xhtml')).not.toMatch(/annotation|\\frac/);
  });
});

it('a book without formulas keeps its parts as they are', async () => {
  const parts = await lowered('Words.', 'en');
  const spoken = await speakFormulas(parts, 'en');
    expect(spoken.map((part, index) => part === parts[index])).toEqual(parts.map(() => true));
});
