/**
 * Gives every `::bibliography` its entries, every entry its anchor in each list, every citation the list that it leads to.
 *
 * In: `Cited`: all entries set once and in order, so that 2003a and the numbers of a numeric style are the same in all lists.
 * Out: entries by list; citations linked to the list for their own section or chapter, else to one in their chapter, else to the
 * first; a citation whose source no list has is not a link.
 * Reports c-009 (an entry in no list), c-013 (a list without entries). A book without `::bibliography` is left as it is.
 */
import type { ElementContent } from 'hast';
import { citedBy } from '../cite/cited-by.js';
import { isParted, isWanted } from '../cite/select-sources.js';
import type { Context } from '../model/context.js';
import type { BibliographyEntry, BibliographyList, BibliographyRequest, CitationOccurrence, Cited, Resolved } from '../model/document.js';
import type { Anchor, NodeId } from '../model/id.js';
import { placeOf } from '../model/source.js';

export function listSources(cited: Cited, { report }: Pick<Context, 'report'>): Pick<Resolved, 'bibliographies' | 'citationTexts' | 'citationNotes'> {
  const { lists, bibliography, citations, citationTexts, citationNotes } = cited;
  const bibliographies = new Map<NodeId, BibliographyList>();
  if (lists.length === 0) return { bibliographies, citationTexts, citationNotes };

  /** By key, in document order: every list that has the entry. */
  const standing = new Map<string, { readonly request: BibliographyRequest; readonly anchor: Anchor }[]>();
  const taken = new Set(bibliography.map(({ anchor }) => anchor));
  for (const request of lists) {
    const entries = withAuthors(entriesOf(request, cited), bibliography).map((entry): BibliographyEntry => {
      const others = standing.get(entry.key) ?? [];
      const anchor = others.length === 0 ? entry.anchor : freeAnchor(entry.anchor, taken);
      taken.add(anchor);
      standing.set(entry.key, [...others, { request, anchor }]);
      return { ...entry, anchor };
    });
    // Where nothing is cited, a list of all says so by itself.
    if (entries.length === 0 && isParted(request) && !isRefused(request)) report('c-013', request.place, 'this bibliography lists nothing: no source in it is as its attributes want it');
    bibliographies.set(request.id, { entries, isAnnotated: request.isAnnotated, ...(request.citations && { citations: request.citations }) });
  }
  if (!lists.some(isRefused)) reportUnlisted();
  const own = new Map(bibliography.map(({ key, anchor }) => [key, anchor]));
  const occurrences = new Map(citations.map((citation) => [citation.id, citation]));
  return { bibliographies, citationTexts: linked(citationTexts), citationNotes: linked(citationNotes) };

  function linked(texts: Cited['citationTexts']): Cited['citationTexts'] {
    return new Map([...texts].map(([id, words]) => [id, linkedOf(occurrences.get(id), words)]));
  }

  function linkedOf(citation: CitationOccurrence | undefined, words: readonly ElementContent[]): readonly ElementContent[] {
    const leads = new Map(citation && keysOf(citation, cited).map((key) => [`#${own.get(key)}`, anchorFor(citation, key)]));
    return leads.size > 0 ? relinked(words, leads) : words;
  }

  function anchorFor({ id, chapter }: CitationOccurrence, key: string): Anchor | undefined {
    const all = standing.get(key) ?? [];
    const nearest = all.find(({ request }) => request.citations?.has(id)) ?? all.find(({ request }) => request.chapter === chapter) ?? all[0];
    return nearest?.anchor;
  }

  function reportUnlisted(): void {
    for (const { key } of bibliography) {
      const place = standing.has(key) ? undefined : cited.library.entries.get(key)?.place;
      if (!place) continue;
      const first = citations.find((citation) => keysOf(citation, cited).includes(key));
      report('c-009', place, `\`${key}\` is in none of the bibliographies that the book prints`, ...(first ? [{ text: 'cited here', place: placeOf(first.source, first.node) }] : []));
    }
  }
}

/** It names nothing that there is, as was reported where it was collected. */
const isRefused = ({ filter }: BibliographyRequest): boolean => Object.values(filter).some((names: readonly string[]) => names.length === 0);

const keysOf = ({ node }: CitationOccurrence, { library }: Pick<Cited, 'library'>): string[] => node.parts.flatMap(({ key }) => citedBy(library, key));

function entriesOf({ filter, citations: wanted }: BibliographyRequest, { bibliography, citations, library }: Cited): BibliographyEntry[] {
  const inScope = wanted && new Set(citations.filter(({ id }) => wanted.has(id)).flatMap((citation) => keysOf(citation, { library })));
  return bibliography.filter(({ key }) => {
    const entry = library.entries.get(key);
    return entry !== undefined && isWanted(entry, filter) && (inScope?.has(key) ?? true);
  });
}

/** A dash for the author stands only below an entry of that author: what came between must have dashes, too. */
function withAuthors(listed: readonly BibliographyEntry[], all: readonly BibliographyEntry[]): BibliographyEntry[] {
  let next = 0;
  return listed.map((entry) => {
    const at = all.indexOf(entry, next);
    const isBelowAuthor = next > 0 && all.slice(next, at + 1).every(({ inFull }) => inFull !== undefined);
    next = at + 1;
    return entry.inFull === undefined || isBelowAuthor ? entry : { ...entry, content: entry.inFull };
  });
}

/** `ref-clarke1991-2` */
function freeAnchor(wanted: Anchor, taken: ReadonlySet<Anchor>): Anchor {
  for (let count = 2; ; count += 1) {
    const anchor = `${wanted}-${count}` as Anchor;
    if (!taken.has(anchor)) return anchor;
  }
}

/** Leads what leads to one place to another; to none, its words stay. */
function relinked(content: readonly ElementContent[], leads: ReadonlyMap<string, Anchor | undefined>): readonly ElementContent[] {
  return content.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element') return [node];
    const href = node.properties['href'];
    if (node.tagName !== 'a' || typeof href !== 'string' || !leads.has(href)) return [{ ...node, children: [...relinked(node.children, leads)] }];
    const to = leads.get(href);
    return to === undefined ? node.children : [{ ...node, properties: { ...node.properties, href: `#${to}` } }];
  });
}
