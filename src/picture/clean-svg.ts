/**
 * An SVG picture without what an e-book may not hold: programs, files from elsewhere, foreign elements.
 *
 * A picture that has none of these comes back byte for byte. Another is written anew from its tree, as HTML reads it: what only a
 * drawing program understands may be lost with that, and nothing that is seen but what is named among the losses.
 * Source: EPUB 3.3, SVG requirements and remote resources.
 */
import type { Attributes, Element, ElementContent } from 'xast';
import { element, fromHast, textOf, usesXLink } from '../epub/tree.js';
import { serialize } from '../epub/serialize.js';

export interface CleanSvg {
  readonly bytes: Uint8Array;
  /** `a script`, `the file \`x.png\``; empty when nothing was taken away. */
  readonly losses: readonly string[];
}

/** What only a picture with one of these needs to be read for; spares most pictures the reading. */
const suspects = /<script|<foreignobject|<(?:iframe|audio|video|canvas|object|embed|handler|listener)\b|\son[a-z]+\s*=|href\s*=\s*["']\s*(?!#|data:)|url\(|@import|<\?xml-stylesheet/i;

export async function cleanSvg(bytes: Uint8Array): Promise<CleanSvg> {
  const source = new TextDecoder().decode(bytes);
  if (!suspects.test(source)) return { bytes, losses: [] };
  const { fromHtml } = await import('hast-util-from-html');
  const root = fromHast(fromHtml(source, { fragment: true, space: 'svg' }).children.filter((node) => node.type === 'element')).find((node): node is Element => node.type === 'element' && node.name === 'svg');
  if (!root) return { bytes, losses: [] };
  const losses = new Set<string>();
  if (/<\?xml-stylesheet/i.test(source)) losses.add('a style sheet');
  const cleaned = cleanElement(root, losses);
  if (losses.size === 0) return { bytes, losses: [] };
  const namespaces = { xmlns: 'http://www.w3.org/2000/svg', ...(usesXLink(cleaned) && { 'xmlns:xlink': 'http://www.w3.org/1999/xlink' }) };
  const whole = { ...cleaned, attributes: { ...cleaned.attributes, ...namespaces } };
  return { bytes: new TextEncoder().encode(serialize(whole, 'xml')), losses: [...losses] };
}

const programs = new Set(['script', 'handler', 'listener']);
const foreign = new Set(['foreignObject', 'iframe', 'audio', 'video', 'canvas', 'object', 'embed']);

function cleanElement(node: Element, losses: Set<string>): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (programs.has(child.name)) {
      losses.add('a script');
      return [];
    }
    if (foreign.has(child.name)) {
      const words = textOf(child).replace(/\s+/g, ' ').trim();
      losses.add(words === '' ? `\`<${child.name}>\`` : `\`<${child.name}>\`, which says “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`);
      return [];
    }
    // A prefix without its namespace would not be XML; drawing programs keep their own notes in such elements.
    return child.name.includes(':') ? [] : [cleanElement(child, losses)];
  });
  const inside = node.name === 'style' ? children.map((child) => (child.type === 'text' ? { ...child, value: cleanCss(child.value, losses) } : child)) : children;
  return element(node.name, cleanAttributes(node, losses), ...inside);
}

function cleanAttributes({ name: owner, attributes }: Element, losses: Set<string>): Attributes {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value !== 'string' || (name.includes(':') && !/^(xlink|xml):/.test(name))) continue;
    if (/^on[a-z]/i.test(name)) losses.add(`the program in \`${name}\``);
    else if (/^(xlink:)?href$/.test(name) && owner !== 'a' && !/^\s*(#|data:)/.test(value)) losses.add(`the file \`${value}\``);
    else kept[name] = /^\s*javascript:/i.test(value) ? dropped(losses) : value.includes('url(') ? cleanCss(value, losses) : value;
  }
  return kept;
}

function dropped(losses: Set<string>): undefined {
  losses.add('a script');
  return undefined;
}

/** Without files from elsewhere; those within the picture and those written into it stay. */
function cleanCss(css: string, losses: Set<string>): string {
  const withoutImports = css.replace(/@import\s+(?:url\([^)]*\)|"[^"]*"|'[^']*')[^;]*;?/gi, () => {
    losses.add('a style sheet');
    return '';
  });
  return withoutImports.replace(/url\(\s*(["']?)(?!#|data:)([^"')]*)\1\s*\)/gi, (_, __, address: string) => {
    losses.add(`the file \`${address}\``);
    return 'none';
  });
}
