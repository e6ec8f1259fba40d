/**
 * Leads each source of a citation to its entry in the bibliography.
 *
 * In: what a processor printed, with the marks of cite/mark-cites.ts. Out: the same words, the marks gone; a link on those of each
 * source, without the brackets around them and the stop behind. An address or DOI among them keeps its own link, and the link to the
 * entry ends before it.
 * Not here: which of several lists an entry is looked up in (pass/list-sources.ts).
 */
import type { Element, ElementContent, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Anchor } from '../model/id.js';

interface Mark extends Element {
  readonly tagName: 'cite';
}

export const isMark = (node: ElementContent): node is Mark => node.type === 'element' && node.tagName === 'cite';

/**
 * @param target without it, the words only
 * @param ending what the style ends every citation with
 */
export function linkCites(content: readonly ElementContent[], target?: (key: string) => Anchor, ending = ''): ElementContent[] {
  const pieces = withTheirBrackets(joined(content));
  return pieces.flatMap((node, index): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const ends = index === pieces.length - 1 ? ending : '';
    if (!isMark(node)) return [{ ...node, children: linkCites(node.children, target, ends) }];
    return target ? linkWords(node.children, target(decodeURIComponent(String(node.properties['dataKey']))), ends) : node.children;
  });
}

/** The bracket that closes `Page (n 2` stands behind the number, which is a piece of its own. */
function withTheirBrackets(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node, index): ElementContent[] => {
    const [before, after] = [content[index - 1], content[index + 1]];
    if (isMark(node) && after && takesBracket(node, after)) return [{ ...node, children: withJoinedTexts([...node.children, { type: 'text', value: bracketOf(after) }]) }];
    if (node.type === 'text' && before && takesBracket(before, node)) return textOf(node.value.slice(1));
    return [node];
  });
}

const takesBracket = (node: ElementContent, after: ElementContent): boolean => isMark(node) && bracketOf(after) !== '' && outerBrackets(toString(node)).opens > 1;
const bracketOf = (node: ElementContent): string => (node.type === 'text' && /^[)\]]/.test(node.value) ? node.value.charAt(0) : '');

function withJoinedTexts(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.reduce<ElementContent[]>((joined, node) => {
    const last = joined.at(-1);
    return node.type === 'text' && last?.type === 'text' ? [...joined.slice(0, -1), { type: 'text', value: last.value + node.value }] : [...joined, node];
  }, []);
}

/** A link as far as the words hold no other. */
export function linkWords(content: readonly ElementContent[], anchor: Anchor, ending = ''): ElementContent[] {
  const end = content.findIndex(holdsLink);
  const { before, words, after } = trimmed(end < 0 ? content : content.slice(0, end), end < 0 ? ending : undefined);
  if (!/[\p{L}\p{N}]/u.test(toString({ type: 'root', children: words }))) return [...content];
  const link: Element = { type: 'element', tagName: 'a', properties: { href: `#${anchor}` }, children: words };
  return [...textOf(before), link, ...textOf(after), ...(end < 0 ? [] : content.slice(end))];
}

const holdsLink = (node: ElementContent): boolean => node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));

/** Pieces of one source become one, with what stands between them. */
function joined(content: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  const last = new Map<unknown, number>();
  for (const node of content) {
    const at = isMark(node) ? last.get(node.properties['dataCite']) : undefined;
    const first = at === undefined ? undefined : result[at];
    if (isMark(node) && first && isMark(first) && at !== undefined) {
      const between = result.splice(at + 1);
      result[at] = { ...first, children: withJoinedTexts([...first.children, ...between, ...node.children]) };
      continue;
    }
    if (isMark(node)) last.set(node.properties['dataCite'], result.length);
    result.push(node);
  }
  return result;
}

/**
 * Of the words, what a link covers, and what stands around it.
 * @param ending what may end them; nothing where more follows
 */
function trimmed(content: readonly ElementContent[], ending: string | undefined): { before: string; words: ElementContent[]; after: string } {
  const words = content.map((node) => (node.type === 'text' ? { ...node } : node));
  const [first, last] = [words[0], words.at(-1)];
  const { opens, closes } = outerBrackets(toString({ type: 'root', children: words }));
  const before = first?.type === 'text' && opens <= first.value.length ? first.value.slice(0, opens) : '';
  if (first?.type === 'text') first.value = first.value.slice(before.length);
  const tail = ending === undefined ? /[\s,;:(\[<‹]*$/ : closes ? /\s*[)\]]\.?\s*$/ : ending === '.' ? /\.?\s*$/ : /\s*$/;
  const after = last?.type === 'text' ? tail.exec(last.value)?.[0] ?? '' : '';
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length);
  return { before, words: words.filter((node) => node.type !== 'text' || node.value !== ''), after };
}

/**
 * The brackets around a source, of which one may stand at another source or apart.
 * @returns how many signs there are up to and with the one that opens, and whether the last closes
 */
function outerBrackets(words: string): { opens: number; closes: boolean } {
  const text = words.trimEnd().replace(/\.$/, '');
  const start = text.length - text.trimStart().length;
  const open: number[] = [];
  let unopened = -1;
  for (let index = start; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '(' || sign === '[') open.push(index);
    if (sign !== ')' && sign !== ']') continue;
    const from = open.pop();
    if (from === start && index === text.length - 1) return { opens: start + 1, closes: true };
    if (from === undefined) unopened = index;
  }
  return { opens: (open.at(-1) ?? start - 1) + 1, closes: unopened === text.length - 1 && unopened >= 0 };
}

const textOf = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);
