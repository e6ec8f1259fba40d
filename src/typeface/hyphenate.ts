import type { Element, ElementContent } from 'hast';
import { createRequire } from 'node:module';

type Hyphenate = (text: string, options: { minWordLength: number }) => string;

const require = createRequire(import.meta.url);

/** TeX patterns by language tag; a language that is not here is set unhyphenated. */
const patterns: ReadonlyMap<string, string> = new Map(Object.entries({
  'en-us': 'en-us', en: 'en-gb', de: 'de', fr: 'fr', it: 'it', ru: 'ru', es: 'es', la: 'la', el: 'el-monoton', nl: 'nl', pl: 'pl', pt: 'pt', uk: 'uk', cs: 'cs', sv: 'sv', fi: 'fi', da: 'da', hu: 'hu',
}));

const opened = new Map<string, Hyphenate | undefined>();

function hyphenatorOf(language: string): Hyphenate | undefined {
  const tag = language.toLowerCase();
  const name = patterns.get(tag) ?? patterns.get(tag.split('-')[0] ?? '');
  if (name === undefined) return undefined;
  if (!opened.has(name)) opened.set(name, (require(`hyphen/${name}`) as { hyphenateSync: Hyphenate }).hyphenateSync);
  return opened.get(name);
}

/** An address may be broken after its signs, where no hyphen would mislead. */
const addressSigns = /(?<=[/.?=&_-])(?=[^/.?=&_-])/;

/** Where no word is divided: source, formulas, addresses, headings, and cells too narrow to break well. */
const undivided = new Set(['pre', 'code', 'math', 'svg', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th', 'td']);
const undividedClasses = new Set(['external', 'contents-entry', 'callout-title', 'title', 'subtitle', 'author', 'publisher', 'chronology-date', 'stanza']);

/** The same elements with soft hyphens where each language lets words be divided. */
export function hyphenate(nodes: readonly ElementContent[], language: string): ElementContent[] {
  return nodes.map((node): ElementContent => {
    if (node.type === 'text') {
      const divide = hyphenatorOf(language);
      return divide && /\p{L}{6}/u.test(node.value) ? { ...node, value: divide(node.value, { minWordLength: 6 }) } : node;
    }
    if (node.type === 'element' && isAddress(node)) return { ...node, children: node.children.flatMap(breakAddress) };
    if (node.type !== 'element' || undivided.has(node.tagName) || hasClass(node)) return node;
    const own = typeof node.properties['lang'] === 'string' ? node.properties['lang'] : language;
    return { ...node, children: hyphenate(node.children, own) };
  });
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
