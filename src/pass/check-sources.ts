/**
 * What a careful editor would flag in the bibliography’s entries.
 *
 * In: `Resolved`. Reports c-020 (two entries of one work), c-022 (an impossible date), c-023 (a DOI, ISBN or ISSN that is wrong), c-025
 * (an http address beside a DOI), c-028 (pages that run backwards); of what the book prints also c-021 (what a reader would miss).
 * Not here: a DOI written as an address, which is mended where it is read (cite/library.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { citedBy } from '../cite/cited-by.js';
import { dateFaults } from '../cite/date-faults.js';
import { isbnFault, isDoi, issnFault } from '../cite/identifier.js';
import type { LibraryEntry } from '../cite/library.js';
import { type Lack, missingFields } from '../cite/missing-fields.js';
import { parsePages } from '../cite/page-range.js';
import { printsVariables } from '../cite/prints-variable.js';
import { sameWorks } from '../cite/same-work.js';
import { keysWithoutCitation } from '../cite/select-sources.js';
import type { Context } from '../model/context.js';
import type { Resolved } from '../model/document.js';
import type { World } from '../world/world.js';

export async function checkSources(resolved: Resolved, { world, report }: Context): Promise<void> {
  const { config, library } = resolved;
  // A set is its members.
  const sources = [...library.entries.values()].filter(({ members }) => members === undefined);
  const edition = config.date === undefined ? undefined : Number(config.date.slice(0, 4));

  for (const { entry, first, by } of sameWorks(sources)) {
    report('c-020', entry.place, `\`${entry.key}\` and \`${first.key}\` are one work: they have ${by}`, { text: 'the first of them', place: first.place }, 'keep one, and cite that');
  }
  for (const entry of sources) {
    for (const fault of dateFaults(entry.csl, edition)) report('c-022', entry.place, `\`${entry.key}\` ${fault}`);
    reportIdentifiers(entry, report);
    reportPages(entry, report);
  }
  await reportMissing(sources, resolved, world, report);
}

const risTags: Readonly<Record<string, string>> = { title: 'TI', issued: 'PY', publisher: 'PB', 'container-title': 'T2' };

/** Only what the style would print, of what the book prints. */
async function reportMissing(sources: readonly LibraryEntry[], resolved: Resolved, world: World, report: Report): Promise<void> {
  const { citations, library, style } = resolved;
  const used = new Set([...citations.flatMap(({ node }) => node.parts.flatMap(({ key }) => citedBy(library, key))), ...keysWithoutCitation(resolved)]);
  const lacking = sources
    .filter(({ key }) => used.has(key))
    .flatMap((entry) => missingFields(entry.csl).filter(({ variable }) => !(entry.isUndated && variable === 'issued')).map((lack) => ({ entry, lack })));
  const printed = await printsVariables(style, lacking.map(({ entry, lack }) => ({ item: entry.csl, variable: lack.variable })), world);
  const byEntry = new Map<LibraryEntry, Lack[]>();
  for (const [index, { entry, lack }] of lacking.entries()) if (printed[index]) byEntry.set(entry, [...(byEntry.get(entry) ?? []), lack]);
  for (const [{ key, place, bibType }, lacks] of byEntry) {
    const isRis = place.file.endsWith('.ris');
    const fields = lacks.map(({ field, variable }) => `\`${bibType !== undefined ? field : isRis ? risTags[variable] : variable}\``);
    const undated = !isRis && lacks.some(({ variable }) => variable === 'issued') ? ['a source that has no date says so: `unknown`'] : [];
    report('c-021', place, `\`${key}\` lacks ${listed(lacks.map(({ what }) => what))}`, `write ${listed(fields)}`, ...undated);
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
