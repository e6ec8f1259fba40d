import type { BookConfig } from '../model/book.js';
import type { EditionFacts } from './finish.js';

/** What the PDF says about itself. */
export function editionFacts(config: BookConfig, folios: readonly string[]): EditionFacts {
  return {
    title: config.subtitle === undefined ? config.title : `${config.title}: ${config.subtitle}`,
    authors: config.authors.map((author) => author.name),
    language: config.language,
    subject: config.description,
    keywords: config.subjects,
    date: config.date,
    id: config.identifier,
    folios,
  };
}
