/**
 * BibLaTeX's own examples, each in three kinds of style: it prints what it says, or a finding says what it does not.
 *
 * The entries are of all types and use nearly every field there is.
 */
import { existsSync, readFileSync } from 'node:fs';
import { toString } from 'hast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { citedParts } from '../../src/cite/cited-by.js';
import type { CslName } from '../../src/cite/csl.js';
import { type Library, readLibrary } from '../../src/cite/library.js';
import { type RenderedCitations, renderCitations } from '../../src/cite/render.js';
import { openStyle } from '../../src/cite/style.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { NodeId } from '../../src/model/id.js';
import { memoryWorld } from '../../src/world/memory.js';

const file = new URL('../../../shared/corpora/biblatex-examples.bib', import.meta.url);
const isHere = existsSync(file);

/** What no style prints, entry by entry. */
const named = [
  '`doody` is related to `matuz:doody`',
  '`aristotle:rhetoric` says in `commentator`',
  '`averroes/hannes` says in `annotator`',
  '`cicero` says in `afterword`',
  '`iliad` says in `introduction`',
  '`knuth:ct:related` is related to `knuth:ct:a`, `knuth:ct:b`, `knuth:ct:c`, `knuth:ct:d`, `knuth:ct:e`',
  '`kullback:related` is related to `kullback`',
  '`maron` says in `origlanguage`',
  '`moore:related` is related to `moore`',
  '`vangennep:trans` says in `origlanguage`',
  '`vangennep:related` is related to `vizedom:related`',
  '`vizedom:related` is related to `vangennep`',
  '`britannica` says in `useeditor=false`',
  '`jaffe` says in `editora`',
  '`kant:kpv` says in `shorthand`',
  '`kant:ku` says in `shorthand`',
  '`laufenberg` says in `holder`',
  '`sorace` says in `holder`',
];

describe.skipIf(!isHere)(`biblatex-examples.bib${isHere ? '' : ' (skipped: ../shared/corpora is not on this machine)'}`, () => {
  const findings = new Findings();
  let library: Library = { entries: new Map() };
  beforeAll(() => {
    library = readLibrary([{ file: 'b.bib', text: readFileSync(file, 'utf8') }], findings.report);
  });

  test('what cannot be printed is named, and nothing else', () => {
    const said = findings.list().map(({ code, message }) => `${code} ${message}`.replace(/^c-012 (?:no citation style prints )?what entry /, '').replace('is not printed: ', ''));
    expect(said.sort()).toEqual(named.toSorted());
  });

  describe.each(['apa', 'chicago-fullnote-bibliography', 'vancouver'])('in %s', (id) => {
    let rendered: RenderedCitations;
    const words = (content: RenderedCitations['bibliography'][number]['content'] | undefined): string => toString({ type: 'root', children: [...(content ?? [])] });
    const isPrintable = (text: string): boolean => text.trim() !== '' && !/undefined|NaN|\[object|NO_PRINTED_FORM|[\\{}$]|<\/?[a-z]|[\u{E000}-\u{F8FF}\u{F0000}-\u{FFFFD}]|,\s*,|\.\.(?!\.)|\(\s*\)| {2}/u.test(text);

    beforeAll(async () => {
      const style = await openStyle(id, 'en-US', memoryWorld({}), '.', findings.report);
      if (!style) throw new Error(`${id} is installed`);
      const occurrences = [...library.entries.keys()].map((key, index) => ({ id: `b:${index}` as NodeId, mode: 'group' as const, noteNumber: index + 1, noteOrdinal: index + 1, insideNote: false, chapter: 0, parts: citedParts(library, { key, suppressAuthor: false, prefix: [], suffix: [] }) }));
      rendered = renderCitations(style, library, occurrences);
    });

    test('every entry has a citation that prints', () => {
      const { texts, notes } = rendered;
      const cited = [...library.entries.keys()].map((key, index) => [key, words(notes.get(`b:${index}` as NodeId) ?? texts.get(`b:${index}` as NodeId))] as const);
      expect(cited.length).toBe(92);
      expect(cited.filter(([, text]) => !isPrintable(text))).toEqual([]);
    });

    test('every entry stands in the bibliography with its title, its year, its first author and its editors', () => {
      const lost: string[] = [];
      const entries = new Map(rendered.bibliography.map(({ key, content, inFull }) => [key, words(inFull ?? content)]));
      for (const { key, csl, members } of library.entries.values()) {
        const text = entries.get(key) ?? '';
        if (members) continue;
        if (!isPrintable(text)) lost.push(`${key}: “${text}”`);
        const plain = folded(text);
        const has = (what: string, value: string): void => {
          if (!plain.includes(folded(value))) lost.push(`${key}: no ${what} (${value}) in “${text}”`);
        };
        has('title', String(csl.title).replace(/<[^>]*>/g, ''));
        const year = csl.issued?.['date-parts']?.[0]?.[0];
        if (year !== undefined) has('year', String(year));
        const [author] = csl.author ?? [];
        if (author && !text.startsWith('———')) has('author', nameOf(author));
        for (const editor of csl.editor ?? []) if (!text.startsWith('———')) has('editor', nameOf(editor));
      }
      expect(lost).toEqual([]);
    });
  });
});

const nameOf = ({ family, literal }: CslName): string => family ?? literal ?? '';
/** Letters and digits alone: a style may change capitals, marks and dashes. */
const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
