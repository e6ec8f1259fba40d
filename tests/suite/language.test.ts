/** The whole manuscript language: Markdown in, what both outputs show. One table per part of the language. */
import { describe, test } from 'vitest';
import { abbreviations } from './abbreviations.js';
import { blocks } from './blocks.js';
import { checkCase, type Case } from './book.js';
import { citations } from './citations.js';
import { commentary } from './commentary.js';
import { crossReferences } from './cross-references.js';
import { dates } from './dates.js';
import { directives } from './directives.js';
import { documents } from './documents.js';
import { evidence } from './evidence.js';
import { glossaries } from './glossaries.js';
import { headings } from './headings.js';
import { html } from './html.js';
import { includes } from './includes.js';
import { indexes } from './indexes.js';
import { notes } from './notes.js';
import { questions } from './questions.js';
import { references } from './references.js';
import { registers } from './registers.js';
import { text } from './text.js';

const tables: Readonly<Record<string, readonly Case[]>> = { text, headings, references, notes, citations, blocks, html, directives, commentary, questions, registers, glossaries, abbreviations, indexes, documents, 'cross-references': crossReferences, includes, dates, evidence };

describe.each(Object.entries(tables))('%s', (_name, cases) => {
  test.each(cases)('$name', checkCase);
});
