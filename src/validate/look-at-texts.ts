import type { XmlElement } from 'libxml2-wasm';
import type { Code } from '../diagnostics/codes.js';
import type { Fault } from './fault.js';
import { attribute, fragmentOf, resolvePath, type OpenedEpub, type OpenFile } from './open-epub.js';

/**
 * What a careful maker sees in the texts of an EPUB, and EPUBCheck's rules don't: languages, headings, words for what is no text,
 * ways to notes and back, tables, what HTML lets stand where.
 *
 * In: texts in reading order. Reports e-001 and e-003 to e-008, e-010.
 * Not here: navigation and metadata (look-at-navigation.ts, look-at-metadata.ts), colours: only a browser knows what stands on what.
 */
export function lookAtTexts({ texts }: OpenedEpub): Fault[] {
  return [...texts.flatMap((text) => [...languages(text), ...pictures(text), ...links(text), ...notes(text), ...tables(text), ...nesting(text)]), ...headings(texts), ...idsInTwoFiles(texts)];
}

/** The first `length` code units of its words, as a message shows them. */
const shown = (node: XmlElement, length = 30): string => {
  const words = node.content.trim().replace(/\s+/g, ' ');
  return words.length <= length ? words : `${words.slice(0, length - 1).trimEnd()}…`;
};

function fault(code: Code, { file }: OpenFile, node: XmlElement, fact: string, hint?: string): Fault {
  const marked = ['id', 'href', 'src'].flatMap((name) => (attribute(node, name) === '' ? [] : [`${name}="${attribute(node, name)}"`]));
  const words = [...marked, ...(shown(node) === '' ? [] : [node.content.trim()])];
  return { code, file, line: node.line, words: [...words, `<${node.name}`], fact, ...(hint !== undefined && { hint }) };
}

function languages(text: OpenFile): Fault[] {
  const silent = text.find('/h:html[not(@lang) or not(@xml:lang) or @lang=""]').map((node) => fault('e-004', text, node, 'this text does not say its language', 'give `lang` and `xml:lang` on `html`'));
  const unlike = text.find('//*[@lang and @xml:lang and @lang != @xml:lang]').map((node) => fault('e-004', text, node, `\`lang\` says \`${attribute(node, 'lang')}\`, \`xml:lang\` says \`${attribute(node, 'lang', 'xml')}\``));
  return [...silent, ...unlike];
}

function pictures(text: OpenFile): Fault[] {
  return [
    ...text.find('//h:img[not(@alt)]').map((node) => fault('e-003', text, node, `the picture \`${attribute(node, 'src')}\` has no words for those who do not see it`, 'give it an alternative text; `alt=""` says that it is decoration')),
    ...text.find('//svg:svg[not(ancestor::svg:svg)][not(@aria-hidden="true") and not(@role="presentation") and not(@aria-label) and not(@aria-labelledby) and not(svg:title)]').map((node) => fault('e-003', text, node, 'a drawing has no name for those who do not see it')),
    ...text.find('//m:math[not(@alttext) or @alttext=""]').map((node) => fault('e-003', text, node, `the formula “${shown(node)}” has no words to be read out`)),
  ];
}

const wordless = 'not(normalize-space()) and not(@aria-label) and not(.//h:img[string(@alt)]) and not(.//svg:title) and not(.//m:math)';

function links(text: OpenFile): Fault[] {
  return [
    ...text.find(`//h:a[@href][${wordless}]`).map((node) => fault('e-006', text, node, `a link to \`${attribute(node, 'href')}\` has no words`)),
    ...text.find(`(//h:h1|//h:h2|//h:h3|//h:h4|//h:h5|//h:h6)[${wordless}]`).map((node) => fault('e-006', text, node, 'a heading has no words')),
  ];
}

const typed = (type: string): string => `contains(concat(" ", normalize-space(@epub:type), " "), " ${type} ")`;

function notes(text: OpenFile): Fault[] {
  const asides = text.find(`//h:aside[${typed('footnote')} or ${typed('endnote')}]`);
  const known = new Set(asides.map((node) => attribute(node, 'id')));
  const ids = new Set(text.find('//*[@id]').map((node) => attribute(node, 'id')));
  const isHere = (node: XmlElement, wanted: ReadonlySet<string>): boolean => resolvePath(text.file, attribute(node, 'href')) === text.file && wanted.has(fragmentOf(attribute(node, 'href')) ?? '');
  return [
    ...text.find(`//h:a[${typed('noteref')}]`).filter((node) => !isHere(node, known)).map((node) => fault('e-007', text, node, `the note that “${shown(node)}” calls is not in the same file, so no reader can show it beside the text`)),
    ...asides.filter((node) => !(node.find('.//*[local-name()="a"][@href]') as XmlElement[]).some((link) => isHere(link, ids))).map((node) => fault('e-007', text, node, `no link leads from the note “${shown(node)}” back to the text`)),
  ];
}

function tables(text: OpenFile): Fault[] {
  return [
    ...text.find('//h:table[not(@role="presentation")][not(.//h:th)]').map((node) => fault('e-008', text, node, 'no cell of this table is a head', 'a screen reader names the head with each cell')),
    ...text.find('//h:table[not(@role="presentation")]//h:th[not(@scope)]').map((node) => fault('e-008', text, node, `the head “${shown(node)}” does not say whether it is of a row or of a column`)),
  ];
}

const blocks = 'self::h:p or self::h:div or self::h:ul or self::h:ol or self::h:dl or self::h:table or self::h:blockquote or self::h:pre or self::h:figure or self::h:section or self::h:aside or self::h:h1 or self::h:h2 or self::h:h3 or self::h:h4 or self::h:h5 or self::h:h6 or self::h:hr or self::h:details';

/** What may stand in what, as far as authors and programs get it wrong; EPUBCheck knows the rest. Source: HTML, content models. */
const misplaced: readonly (readonly [xpath: string, where: string])[] = [
  [`(//h:p|//h:h1|//h:h2|//h:h3|//h:h4|//h:h5|//h:h6|//h:pre|//h:span|//h:em|//h:strong|//h:i|//h:b|//h:sup|//h:sub)//*[${blocks}]`, 'among running words'],
  ['//h:a//h:a', 'in a link'],
  ['(//h:ul|//h:ol)/*[not(self::h:li)]', 'in a list, but in none of its items'],
  ['//h:tr/*[not(self::h:td) and not(self::h:th)]', 'in a row, but in none of its cells'],
  ['//h:figure/h:figcaption[preceding-sibling::* and following-sibling::*]', 'amid its figure, neither first nor last'],
];

const nesting = (text: OpenFile): Fault[] =>
  misplaced.flatMap(([xpath, where]) => text.find(xpath).map((node) => fault('e-001', text, node, `the EPUB is not valid: a \`${node.name}\` stands ${where}`)));

/** A book is one sequence of headings, in however many files it is kept. */
function headings(texts: readonly OpenFile[]): Fault[] {
  let above = 0;
  return texts.flatMap((text) =>
    text.find('//h:h1|//h:h2|//h:h3|//h:h4|//h:h5|//h:h6').flatMap((node) => {
      const level = Number(node.name.slice(1));
      const before = above;
      above = level;
      return level > before + 1 ? [fault('e-005', text, node, `the heading “${shown(node)}” is of level ${level}, ${before === 0 ? 'and the first of the book' : `after one of level ${before}`}`)] : [];
    }),
  );
}

/** Readers that make one file of all of them, as Kindle's do, would mistake one for the other. Kobo's own begin anew in each file. */
function idsInTwoFiles(texts: readonly OpenFile[]): Fault[] {
  const holders = new Map<string, OpenFile>();
  return texts.flatMap((text) =>
    text.find('//*[@id][not(starts-with(@id, "kobo."))]').flatMap((node) => {
      const id = attribute(node, 'id');
      const holder = holders.get(id) ?? text;
      holders.set(id, holder);
      return holder === text ? [] : [fault('e-010', text, node, `the id \`${id}\` stands in \`${holder.file}\`, too`)];
    }),
  );
}
