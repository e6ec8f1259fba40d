/**
 * Reads CSL-YAML: a list of sources, by itself or below `references:`, as Pandoc takes it and as book.yaml may hold it.
 *
 * The words of an entry are Markdown. Reports c-002 (not YAML, not a list, an entry without key or type) with the line, and
 * loads the rest. Never throws.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { parseMarkdown } from '../read/markdown.js';
import { YamlFile } from '../read/yaml.js';
import { readCslItem } from './csl-list.js';
import type { LibraryEntry } from './library.js';
import { toMarkup } from './markup.js';

export function readCslYaml(file: string, text: string, report: Report): LibraryEntry[] {
  // A metadata block of Pandoc's ends in a fence, which to YAML begins another document.
  const yaml = new YamlFile(text.replace(/^\uFEFF/, '').replace(/^(?:---|\.\.\.)[ \t]*\s*$(?![^])/m, ''), file);
  for (const { message, place, hints } of yaml.faults) report('c-002', place, message, ...hints);
  if (yaml.faults.length > 0 || yaml.value === null) return [];
  const path = Array.isArray(yaml.value) ? [] : ['references'];
  const list: unknown = path.length === 0 ? yaml.value : (yaml.value as { readonly references?: unknown }).references;
  if (!Array.isArray(list)) {
    report('c-002', path.length > 0 && yaml.has(path) ? yaml.placeOf(path) : { file }, 'this holds no list of sources', 'CSL-YAML is a list below `references:`, each entry with `id:` and `type:`');
    return [];
  }
  return list.flatMap((value: unknown, index) => readCslItem(withMarkup(value), yaml.placeOf(yaml.has([...path, index, 'id']) ? [...path, index, 'id'] : [...path, index]), report));
}

const prose = new Set(['title', 'title-short', 'container-title', 'container-title-short', 'collection-title', 'original-title', 'volume-title', 'part-title', 'reviewed-title', 'event-title', 'event', 'note', 'genre', 'publisher', 'publisher-place', 'archive', 'medium', 'status']);

function withMarkup(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([variable, words]) => [variable, typeof words === 'string' && prose.has(variable) && /[*_[^~`\\]/.test(words) ? markup(words) : words]));
}

function markup(words: string): string {
  const [block, ...others] = parseMarkdown(words).children;
  return block?.type === 'paragraph' && others.length === 0 ? toMarkup(block.children) : words;
}
