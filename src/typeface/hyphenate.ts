import type { Element, ElementContent } from 'hast';
import { createRequire } from 'node:module';

type Hyphenate = (text: string, options: { minWordLength: number }) => string;

const require = createRequire(import.meta.url);

/** TeX patterns by language tag; a language that is not here is set unhyphenated. */
const patterns: ReadonlyMap<string, string> = new Map(Object.entries({
  'en-us': 'en-us', en: 'en-gb', de: 'de', fr: 'fr', it: 'it', ru: 'ru', es: 'es', la: 'la', el: 'el-monoton', nl: 'nl', pl: 'pl', pt: 'pt', uk: 'uk', cs: 'cs', sv: 'sv', fi: 'fi', da: 'da', hu: 'hu',
}));

/** Runs of six letters and more; what is no letter is what the patterns' own program takes for none. */
const words = /[^\s!-&(-@[-`{-~\u2013-\u203c]{6,}/g;
const softHyphen = '\u00ad';

type Divide = (text: string) => string;
const opened = new Map<string, Divide>();

function dividerOf(language: string): Divide | undefined {
  const tag = language.toLowerCase();
  const name = patterns.get(tag) ?? patterns.get(tag.split('-')[0] ?? '');
  if (name === undefined) return undefined;
  const known = opened.get(name) ?? openDivider(name);
  opened.set(name, known);
  return known;
}

/** Each word is divided once: that program reads a text letter by letter, and takes far longer to find a word than to divide it. */
function openDivider(name: string): Divide {
  const { hyphenateSync } = require(`hyphen/${name}`) as { hyphenateSync: Hyphenate };
  const divided = new Map<string, string>();
  return (text) =>
    text.replace(words, (word) => {
      // The author has divided it.
      if (word.includes(softHyphen)) return word;
      const known = divided.get(word) ?? asCut(word, hyphenateSync(word.toLowerCase(), { minWordLength: 6 }).split(softHyphen));
      divided.set(word, known);
      return known;
    });
}

/** Capitals are made small here and not there, where it is done as the machine's own locale does it. */
function asCut(word: string, pieces: readonly string[]): string {
  let end = 0;
  return pieces.map(({ length }) => word.slice(end, (end += length))).join(softHyphen);
}

/** An address may be broken after its signs, where no hyphen would mislead. */
const addressSigns = /(?<=[/.?=&_-])(?=[^/.?=&_-])/;

/** Where no word is divided: source, formulas, addresses, headings, and cells too narrow to break well. */
const undivided = new Set(['pre', 'code', 'math', 'svg', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td']);
const undividedClasses = new Set(['external', 'contents-entry', 'callout-title', 'title', 'subtitle', 'author', 'publisher', 'chronology-date', 'stanza', 'imprint-fact']);

/** The same elements with soft hyphens where each language lets words be divided. */
export function hyphenate(nodes: readonly ElementContent[], language: string): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type === 'text') {
      const divide = dividerOf(language);
      return divide && /\p{L}{6}/u.test(node.value) ? { ...node, value: divide(node.value) } : node;
    }
    if (node.type === 'element' && node.tagName === 'code') return { ...node, children: node.children.flatMap(keepFlags) };
    if (node.type === 'element' && isAddress(node)) return { ...node, children: node.children.flatMap(breakAddress) };
    if (node.type !== 'element' || undivided.has(node.tagName) || hasClass(node)) return node;
    const own = typeof node.properties['lang'] === 'string' ? node.properties['lang'] : language;
    return { ...node, children: hyphenate(node.children, own) };
  });
}

/** `--no-cache`: a browser would end a line after any of its hyphens, and who reads `--` there reads a dash. */
const flags = /((?<!\S)--?[\p{L}\p{N}][\p{L}\p{N}-]{0,18}(?![\p{L}\p{N}-]))/u;

function keepFlags(node: ElementContent): ElementContent[] {
  if (node.type !== 'text' || !flags.test(node.value)) return [node];
  return node.value.split(flags).map((piece, index): ElementContent => (index % 2 === 0 ? { type: 'text', value: piece } : { type: 'element', tagName: 'span', properties: { className: ['nowrap'] }, children: [{ type: 'text', value: piece }] }));
}

function isAddress({ tagName, children }: Element): boolean {
  const [only] = children;
  return tagName === 'a' && children.length === 1 && only?.type === 'text' && /^(https?:\/\/|www\.)\S+$/.test(only.value);
}

function breakAddress(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node];
  return node.value.split(addressSigns).flatMap((piece, index): ElementContent[] => [...(index > 0 ? [{ type: 'element' as const, tagName: 'wbr', properties: {}, children: [] }] : []), { type: 'text', value: piece }]);
}

function hasClass({ properties }: Element): boolean {
  const names = properties['className'];
  return Array.isArray(names) && names.some((name) => undividedClasses.has(String(name)));
}
