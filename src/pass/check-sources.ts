/**
 * What a careful editor would flag in the bibliography’s entries.
 *
 * In: `Resolved`. Reports c-020 (two entries of one work), c-022 (an impossible date), c-023 (a DOI, ISBN or ISSN that is wrong), c-025
 * (an http address beside a DOI), c-028 (pages that run backwards); of what is cited also c-021 (what a reader would miss).
 * Not here: a DOI written as an address, which is mended where it is read (cite/library.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { citedBy } from '../cite/cited-by.js';
import { dateFaults } from '../cite/date-faults.js';
import { printedVariables } from '../cite/engine.js';
import { isbnFault, isDoi, issnFault } from '../cite/identifier.js';
import type { LibraryEntry } from '../cite/library.js';
import { missingFields } from '../cite/missing-fields.js';
import { parsePages } from '../cite/page-range.js';
import { sameWorks } from '../cite/same-work.js';
import type { Resolved } from '../model/document.js';

export function checkSources({ config, library, citations, style }: Resolved, report: Report): void {
  const cited = new Set(citations.flatMap(({ node }) => node.parts.flatMap(({ key }) => citedBy(library, key))));
  // A set is its members.
  const sources = [...library.entries.values()].filter(({ members }) => members === undefined);
  const edition = config.date === undefined ? undefined : Number(config.date.slice(0, 4));
  let printed: ReadonlySet<string> | undefined;
  const prints = (variable: string): boolean => (printed ??= printedVariables(style)).has(variable);

  for (const { entry, first, by } of sameWorks(sources)) {
    report('c-020', entry.place, `\`${entry.key}\` and \`${first.key}\` are one work: they have ${by}`, { text: 'the first of them', place: first.place }, 'keep one, and cite that');
  }
  for (const entry of sources) {
    for (const fault of dateFaults(entry.csl, edition)) report('c-022', entry.place, `\`${entry.key}\` ${fault}`);
    reportIdentifiers(entry, report);
    reportPages(entry, report);
    const missing = cited.has(entry.key) ? missingFields(entry.csl, prints) : [];
    if (missing.length > 0) report('c-021', entry.place, `\`${entry.key}\` lacks ${listed(missing)}`);
  }
}

function reportIdentifiers({ key, csl, place }: LibraryEntry, report: Report): void {
  const { DOI: doi, ISBN: isbn, ISSN: issn, URL: url } = csl;
  if (typeof doi === 'string' && !isDoi(doi)) report('c-023', place, `the DOI of \`${key}\` is wrong: “${doi}”`, 'a DOI looks like `10.1000/182`');
  const isbnWrong = typeof isbn === 'string' ? isbnFault(isbn) : undefined;
  if (isbnWrong !== undefined) report('c-023', place, `the ISBN of \`${key}\` is wrong: ${isbnWrong}`);
  const issnWrong = typeof issn === 'string' ? issnFault(issn) : undefined;
  if (issnWrong !== undefined) report('c-023', place, `the ISSN of \`${key}\` is wrong: ${issnWrong}`);
  if (typeof doi === 'string' && typeof url === 'string' && url.startsWith('http://')) report('c-025', place, `\`${key}\` has a DOI, and beside it the address ${url}`, 'take the address out: the DOI leads to the work, and will go on doing so');
}

function reportPages({ key, csl, place }: LibraryEntry, report: Report): void {
  const { page } = csl;
  if (typeof page === 'string' && parsePages(page)?.some(({ first, last }) => last < first)) report('c-028', place, `the pages of \`${key}\` end before they begin: ${page}`);
}

/** `a year, a publisher and a title` */
const listed = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
