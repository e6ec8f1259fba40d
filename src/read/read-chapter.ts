import { posix } from 'node:path';
import type { Heading, Nodes, PhrasingContent, Root, Yaml } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Chapter, Matter, Source } from '../model/document.js';
import type { Report } from '../diagnostics/diagnostic.js';
import { type Anchor, anchorOf } from '../model/id.js';
import { placeOf } from '../model/source.js';
import { parseInline, parseMarkdown } from './markdown.js';
import { YamlFile } from './yaml.js';

/** A chapter's public name: its file's name without folder, ending and ordering number. */
export function slugOf(file: string): string {
  const stem = posix.basename(file).replace(/\.[^.]+$/, '');
  return stem.replace(/^[0-9]+[-_. ]+(?=.)/, '').toLowerCase();
}

/** The same, told apart from those that are taken already. */
export const freeSlug = (file: string, taken: ReadonlySet<string>): Anchor => anchorOf(uniqueSlug(slugOf(file), taken));

/**
 * One file, one chapter. Its title is the front matter's `title` (then every heading is a section of it) or the first
 * heading of depth 1 (then headings keep their depth).
 * Reports m-001, m-002, m-003.
 */
export function readChapter(text: string, file: string, matter: Matter, slug: Anchor, report: Report, ownLabels: readonly string[] = []): Chapter {
  const tree = parseMarkdown(text, ownLabels);
  const stem = file.replace(/\.md$/, '');
  const source = { file, stem, text, tree, origin: { line: 0, column: 0 } };
  const front = readFrontMatter(tree, text, file, report);
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading' && node.depth === 1);

  if (front.title !== undefined) {
    const title = parseInline(front.title, ownLabels);
    // Its positions count from its own start, so it has a stem of its own: ids would meet those of the text.
    const titleSource = { file, stem: `${stem}#title`, text: front.title, tree: { type: 'root' as const, children: [{ type: 'paragraph' as const, children: title }] }, origin: front.origin };
    return { ...source, matter, slug, title, titleSource, running: front.short ?? plain(title), shift: 1 };
  }
  const [titleNode, ...others] = headings;
  for (const other of others) {
    report('m-003', placeOf(source, other), 'a chapter’s file has one title, and this is a second', {
      text: 'write `##` for a section, or give the title in the front matter: then `#` is a section',
    });
  }
  if (!titleNode) {
    if (!front.isBroken) report('m-002', { file, line: 1 }, 'the chapter has no title', 'begin it with `# Title`, or give `title:` in the front matter');
    const words: PhrasingContent[] = [{ type: 'text', value: stem }];
    return { ...source, matter, slug, title: words, running: front.short ?? stem, shift: 0 };
  }
  return { ...source, matter, slug, title: titleNode.children, titleNode, running: front.short ?? plain(titleNode.children), shift: 0 };
}

/** The words of a title as a running head or an outline shows them: no notes, no sources, no markup. */
export function plain(nodes: readonly Nodes[]): string {
  return nodes.map(wordsIn).join('').replace(/\s+/g, ' ').replace(/ (?=[.,](?:\s|$))/g, '').trim();
}

function wordsIn(node: Nodes): string {
  switch (node.type) {
    case 'footnoteReference':
    case 'inlineNote':
    case 'citation':
      return '';
    case 'html':
      return /^<br\b/i.test(node.value) ? ' ' : '';
    case 'break':
      return ' ';
    default:
      return 'children' in node ? node.children.map(wordsIn).join('') : toString(node);
  }
}

interface FrontMatter {
  readonly title?: string;
  readonly short?: string;
  /** Where the title's words begin. */
  readonly origin: Source['origin'];
  /** It may hold a title, but cannot be read. */
  readonly isBroken: boolean;
}

function readFrontMatter(tree: Root, text: string, file: string, report: Report): FrontMatter {
  const block = tree.children.find((node): node is Yaml => node.type === 'yaml');
  if (!block) return { origin: { line: 0, column: 0 }, isBroken: false };
  const yaml = new YamlFile(block.value, file, block.position?.start.line ?? 1);
  for (const fault of yaml.faults) report('m-001', fault.place, fault.message, ...fault.hints);
  const saysNothing = yaml.faults.length === 0 && block.value.trim() !== '' && (typeof yaml.value !== 'object' || yaml.value === null);
  if (saysNothing) {
    report('m-001', placeOf({ file, text, origin: { line: 0, column: 0 } }, block), 'what stands between the `---` at the beginning of a file is not `key: value`, and is not printed', 'for a rule across the page write `* * *`');
  }
  const value = (typeof yaml.value === 'object' && yaml.value !== null ? yaml.value : {}) as Record<string, unknown>;
  return {
    origin: yaml.originOf(['title']),
    isBroken: yaml.faults.length > 0 || saysNothing,
    ...wordsOf('title'),
    ...wordsOf('short'),
  };

  /** `title: 1914` is a number to YAML and a title to its author. */
  function wordsOf<Name extends 'title' | 'short'>(name: Name): { [name in Name]?: string } {
    const given = value[name];
    const words = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
    if (typeof given === 'object' && given !== null) report('m-001', yaml.placeOf([name]), `\`${name}\` is not text`, 'a value that begins with `[` or `{` needs quotation marks');
    return words === '' ? {} : ({ [name]: words } as { [name in Name]?: string });
  }
}

function uniqueSlug(slug: string, taken: ReadonlySet<string>): string {
  let candidate = slug;
  for (let count = 2; taken.has(anchorOf(candidate)); count += 1) candidate = `${slug}-${count}`;
  return candidate;
}
