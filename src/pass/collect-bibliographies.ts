/**
 * Gathers every `::bibliography` with what it asks for.
 *
 * In: `Read`. Out: the requests in document order; what is wrong in one is reported and left out of its filter.
 * Reports c-001 (unknown key), d-002 (an attribute that asks for nothing there is), d-009 (the whole list a second time).
 * Not here: the sources that a request gets (pass/list-sources.ts).
 */
import type { LeafDirective } from 'mdast-util-directive';
import type { Nodes } from 'mdast';
import { citedBy } from '../cite/cited-by.js';
import { bibTypes, cslTypes } from '../cite/csl.js';
import { keywordsOf } from '../cite/select-sources.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Context } from '../model/context.js';
import type { BibliographyRequest, Chapter, Read, Source } from '../model/document.js';
import { nodeId, type NodeId } from '../model/id.js';
import { attributePlace, placeOf } from '../model/source.js';
import { walkNoted, type Visit } from './walk.js';

/** Where a citation or a list stands: its chapter, and the sections around it from the outermost in. */
interface Standing {
  readonly chapter: Chapter;
  readonly sections: readonly NodeId[];
}

export function collectBibliographies(read: Read, { report }: Pick<Context, 'report'>): BibliographyRequest[] {
  const citations: (Standing & { readonly id: NodeId })[] = [];
  const found: (Standing & { readonly node: LeafDirective; readonly source: Source })[] = [];
  let open: { readonly id: NodeId; readonly depth: number }[] = [];
  let current: Chapter | undefined;

  walkNoted(read, (visit) => {
    const { node, chapter, source } = visit;
    if (chapter !== current) [current, open] = [chapter, []];
    const sections = open.map(({ id }) => id);
    if (node.type === 'heading' && (source === chapter || source.headingShift !== undefined) && !visit.insideNote && node !== chapter.titleNode) {
      const depth = node.depth + (source.headingShift ?? 0);
      open = [...open.filter((other) => other.depth < depth), { id: nodeId(source.stem, node), depth }];
    } else if (node.type === 'citation') citations.push({ id: nodeId(source.stem, node), chapter, sections });
    else if (node.type === 'leafDirective' && node.name === 'bibliography') found.push({ node, source, chapter, sections: isTitled(visit) ? sections.slice(0, -1) : sections });
  });

  const keywords = new Set([...read.library.entries.values()].flatMap(keywordsOf));
  const types = new Set([...cslTypes, ...Object.keys(bibTypes), ...[...read.library.entries.values()].flatMap(({ bibType }) => bibType ?? [])]);
  const whole = found.map(({ node }) => node).filter((node) => !isFiltered(node));
  return found.flatMap(({ node, source, chapter, sections }): BibliographyRequest[] => {
    const place = placeOf(source, node);
    if (whole.slice(1).includes(node)) {
      report('d-009', place, '`::bibliography` stands here a second time, where it is not printed', 'a filter makes it a list of its own: `{keyword=…}`, `{type=…}`, `{in=chapter}`');
      return [];
    }
    const given = node.attributes ?? {};
    const at = (name: string) => attributePlace(source, node, name);

    const wordKeywords = (name: 'keyword' | 'not-keyword') => named(name, /\s*,\s*/, keywords, 'd-002', (word) => `no entry has the keyword \`${word}\``);
    const wanted = wordKeywords('keyword');
    const unwanted = wordKeywords('not-keyword');
    const wantedTypes = named('type', /[\s,]+/, types, 'd-002', (type) => `\`${type}\` is not a type of source`);
    const keys = named('list', /[\s,]+/, new Set(read.library.entries.keys()), 'c-001', (key) => `citation key \`${key}\` is not in the bibliography`);
    const scope = scopeOf();
    return [
      {
        id: nodeId(source.stem, node),
        chapter,
        place,
        filter: { ...(wanted && { keywords: wanted }), ...(unwanted && { notKeywords: unwanted }), ...(wantedTypes && { types: wantedTypes }), ...(keys && { keys: keys.flatMap((key) => citedBy(read.library, key)) }) },
        ...(scope && { citations: scope }),
        isAnnotated: isAnnotated(),
      },
    ];

    /** The names in an attribute that there are. */
    function named(name: string, divider: RegExp, known: ReadonlySet<string>, code: 'c-001' | 'd-002', fact: (unknown: string) => string): string[] | undefined {
      const value = given[name];
      if (value === undefined || value === null) return undefined;
      const names = value.trim().split(divider).filter((part) => part !== '');
      if (names.length === 0) report('d-002', place, `\`${name}\` has no value`, 'give it one, or take it out');
      for (const unknown of names.filter((part) => !known.has(part))) {
        report(code, at(name), fact(unknown), ...nearest(unknown, [...known]).map((like) => `\`${like}\` exists`));
      }
      return names.filter((part) => known.has(part));
    }

    function scopeOf(): ReadonlySet<NodeId> | undefined {
      const scope = given['in'];
      if (scope === undefined || scope === null) return undefined;
      if (scope !== 'chapter' && scope !== 'section') {
        report('d-002', at('in'), `\`in=${scope}\` is neither a chapter nor a section`, '`in=chapter` lists what the chapter around it cites, `in=section` what the section does');
        return undefined;
      }
      const section = scope === 'section' ? sections.at(-1) : undefined;
      return new Set(citations.filter((citation) => citation.chapter === chapter && (section === undefined || citation.sections.includes(section))).map(({ id }) => id));
    }

    function isAnnotated(): boolean {
      const written = given['annotated'] ?? 'false';
      if (!['true', 'false', ''].includes(written)) report('d-002', at('annotated'), `\`annotated=${written}\` is neither \`true\` nor \`false\``);
      return written === 'true' || written === '';
    }
  });
}

function isFiltered({ attributes }: LeafDirective): boolean {
  return ['keyword', 'not-keyword', 'type', 'in', 'list', 'annotated'].some((name) => attributes?.[name] !== undefined);
}

/** A heading right above a list is the list's own, and not the section that it is for. */
function isTitled({ node, parent }: Visit): boolean {
  const siblings = parent && 'children' in parent ? (parent.children as Nodes[]) : [];
  return siblings[siblings.indexOf(node) - 1]?.type === 'heading';
}
