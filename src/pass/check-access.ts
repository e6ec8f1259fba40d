/**
 * What those would miss who don't read by eye.
 *
 * In: every node of the book in reading order, each after the one that holds it. Reports m-018 (formulas in another language than the
 * book's), m-019 (words in a script that their language is not written in), m-020 (a heading that skips a level), m-021 (a table
 * without words above its columns), m-022 (a link without words).
 * Not here: pictures without words (check.ts), what the e-book may claim of all this (epub/accessibility.ts).
 */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Report } from '../diagnostics/diagnostic.js';
import { spokenLocale } from '../formula/spoken-languages.js';
import type { Resolved } from '../model/document.js';
import { placeOf, placeWithin } from '../model/source.js';
import type { Visit } from './walk.js';

export interface AccessCheck {
  visit(visit: Pick<Visit, 'node' | 'source' | 'parent'>): void;
  /** When all nodes have been visited. */
  finish(): void;
}

export function checkAccess(resolved: Resolved, report: Report): AccessCheck {
  const own = resolved.config.language;
  const languages = new Map<Nodes, string>();
  const entryLanguages = new Map(resolved.mentions.map(({ node, entry }) => [node as Nodes, entry.lang]));
  const unspoken: { readonly node: Nodes; readonly source: Visit['source'] }[] = [];

  return {
    visit({ node, source, parent }) {
      const around = parent === undefined || standsElsewhere.has(parent.type) ? own : (languages.get(parent) ?? own);
      const language = languageOf(node, own) ?? entryLanguages.get(node) ?? around;
      languages.set(node, language);
      switch (node.type) {
        case 'text':
          for (const { words, script } of foreignWords(node.value, language)) {
            report('m-019', placeWithin(source, node, words), `“${words}” is in ${script}, which \`${language}\` is not written in`, `say whose words they are, as in \`[${words}]{lang=…}\`: a voice that reads them aloud has to know`);
          }
          return;
        case 'math':
        case 'inlineMath':
          if (spokenLocale(language) === undefined && !node.data?.attributes?.values['alt']) unspoken.push({ node, source });
          return;
        case 'table':
          if (node.children[0]?.children.every((cell) => toString(cell).trim() === '')) report('m-021', placeOf(source, node), 'the table has no words above its columns', 'whoever listens to a cell is told the words above it');
          return;
        case 'link':
        case 'linkReference':
          if (toString(node).trim() === '') report('m-022', placeOf(source, node), 'the link has no words', 'say in the brackets where it leads');
          return;
        default:
      }
    },
    finish() {
      const [first] = unspoken;
      if (first) report('m-018', placeOf(first.source, first.node), `${unspoken.length === 1 ? 'a formula is' : `${unspoken.length} formulas are`} spoken in English, for no voice knows formulas in this language`, 'put them into your own words: `{alt="…"}` right behind a formula');
      reportSkippedLevels(resolved, report);
    },
  };
}

/** What is set apart from the text that calls it, and so from its language. */
const standsElsewhere: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>(['footnoteReference', 'inlineNote']);

/** Its own language, when it has one; a translation is into the book's. */
function languageOf(node: Nodes, book: string): string | undefined {
  const isDirective = node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective';
  const given = isDirective ? node.attributes?.['lang'] : node.data?.attributes?.values['lang'];
  return given || (node.type === 'containerDirective' && node.name === 'translation' ? book : undefined);
}

/** Scripts by what a reader calls them, and their codes in ISO 15924: Japanese and Korean are written in several. */
const scripts: readonly { readonly name: string; readonly codes: readonly string[]; readonly letters: string }[] = [
  { name: 'Greek', codes: ['Grek'], letters: '\\p{Script=Greek}' },
  { name: 'Cyrillic', codes: ['Cyrl'], letters: '\\p{Script=Cyrillic}' },
  { name: 'Armenian', codes: ['Armn'], letters: '\\p{Script=Armenian}' },
  { name: 'Georgian', codes: ['Geor'], letters: '\\p{Script=Georgian}' },
  { name: 'Hebrew', codes: ['Hebr'], letters: '\\p{Script=Hebrew}' },
  { name: 'Arabic', codes: ['Arab'], letters: '\\p{Script=Arabic}' },
  { name: 'Devanagari', codes: ['Deva'], letters: '\\p{Script=Devanagari}' },
  { name: 'Thai', codes: ['Thai'], letters: '\\p{Script=Thai}' },
  { name: 'Chinese, Japanese or Korean', codes: ['Hans', 'Hant', 'Jpan', 'Kore'], letters: '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]' },
];

/** Two letters and more, with the words of the same script that follow; a letter alone is a sign. */
const runs = scripts.map(({ name, codes, letters }) => ({ name, codes, words: new RegExp(`(?:${letters}\\p{M}*){2,}(?:[\\s\\p{P}]+(?:${letters}\\p{M}*)+)*`, 'gu') }));

/** Whether there is any letter beyond the Latin ones; most texts have none, and this is soon known. */
const beyondLatin = /[\u0370-\u1CFF\u1F00-\u1FFF\u2DE0-\u2DFF\u3040-\uD7FF]|[\uD840-\uDFFF]/;

/** Words that their language is not written in. Latin letters are at home everywhere. */
function foreignWords(text: string, language: string): { readonly words: string; readonly script: string }[] {
  if (!beyondLatin.test(text)) return [];
  const written = new Intl.Locale(language).maximize().script ?? 'Latn';
  return runs.filter(({ codes }) => !codes.includes(written)).flatMap(({ name, words }) => [...text.matchAll(words)].map(([found]) => ({ words: found, script: name })));
}

/** Sections in order; a chapter's title is the first level. */
function reportSkippedLevels({ chapters, labelled }: Resolved, report: Report): void {
  for (const chapter of chapters) {
    let above = 1;
    for (const { depth, kind, place } of labelled.filter((item) => item.chapter === chapter)) {
      if (kind !== 'section') continue;
      if (depth > above + 1) report('m-020', place, `the heading is ${depth - above} levels below the one before it`, `write it with \`${'#'.repeat(above + 1 - chapter.shift)}\`: whoever goes from heading to heading looks for what stands between`);
      above = depth;
    }
  }
}
