/**
 * Reads Markdown into mdast: CommonMark, GFM, front matter, directives, and the constructs of read/syntax.
 *
 * Every node has its position. Nothing is lost: what no construct claims is text. Never throws.
 * Not here: whether keys, labels and directives exist (pass/collect.ts); what front matter says (read/read-chapter.ts).
 */
import type { PhrasingContent, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown, type Extension as TreeExtension } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { Extension } from 'micromark-util-types';
import type { Source } from '../model/document.js';
import { again, type Made, type Shelf } from '../world/kept.js';
import { alertFromMarkdown } from './syntax/alert/alert-from-markdown.js';
import { attributesFromMarkdown } from './syntax/attributes/attributes-from-markdown.js';
import { attributesSyntax } from './syntax/attributes/attributes-syntax.js';
import { spanFromMarkdown } from './syntax/attributes/span-from-markdown.js';
import { spanSyntax } from './syntax/attributes/span-syntax.js';
import { citationFromMarkdown } from './syntax/citation/citation-from-markdown.js';
import { citationSyntax } from './syntax/citation/citation-syntax.js';
import { definitionListFromMarkdown } from './syntax/definition-list/definition-list-from-markdown.js';
import { definitionListSyntax } from './syntax/definition-list/definition-list-syntax.js';
import { figureFromMarkdown } from './syntax/figure/figure-from-markdown.js';
import { footnoteFromMarkdown } from './syntax/footnote/footnote-from-markdown.js';
import { footnoteSyntax } from './syntax/footnote/footnote-syntax.js';
import { gfmSyntax } from './syntax/gfm/gfm-syntax.js';
import { inlineNoteFromMarkdown } from './syntax/inline-note/inline-note-from-markdown.js';
import { inlineNoteSyntax } from './syntax/inline-note/inline-note-syntax.js';
import { lineBreakFromMarkdown } from './syntax/line-break/line-break-from-markdown.js';
import { lineBreakSyntax } from './syntax/line-break/line-break-syntax.js';
import { mathFromMarkdown } from './syntax/math/math-from-markdown.js';
import { mathSyntax } from './syntax/math/math-syntax.js';
import { scriptFromMarkdown } from './syntax/script/script-from-markdown.js';
import { scriptSyntax } from './syntax/script/script-syntax.js';
import { tableCaptionFromMarkdown } from './syntax/table-caption/table-caption-from-markdown.js';
import { tableCaptionSyntax } from './syntax/table-caption/table-caption-syntax.js';
import { texFromMarkdown } from './syntax/tex/tex-from-markdown.js';
import { texSyntax } from './syntax/tex/tex-syntax.js';
import { textDirectiveSyntax } from './syntax/text-directive/text-directive-syntax.js';
import { verseFromMarkdown } from './syntax/verse/verse-from-markdown.js';
import { verseSyntax } from './syntax/verse/verse-syntax.js';

/** For one character, the later in this list is asked first: GFM's `[^note]` before citations, notes before superscripts. */
const syntaxOf = (source: string, ownLabels: readonly string[]): Extension[] => [
  scriptSyntax(),
  inlineNoteSyntax(),
  attributesSyntax(),
  citationSyntax(source, ownLabels),
  spanSyntax(),
  mathSyntax(),
  texSyntax(),
  textDirectiveSyntax(),
  tableCaptionSyntax(),
  footnoteSyntax(),
  definitionListSyntax(),
  lineBreakSyntax(),
  gfmSyntax(source),
  verseSyntax(),
];

/** Blocks that a title must not turn into: `1933. A year` is no list. */
const inlineOnly: Extension = {
  disable: { null: ['blockQuote', 'codeFenced', 'codeIndented', 'definition', 'headingAtx', 'htmlFlow', 'list', 'setextUnderline', 'thematicBreak'] },
};

function inlineTree(source: string): (TreeExtension | TreeExtension[])[] {
  return [
    // GFM's own transform of the finished tree makes nodes without positions; the tokenizer finds the links all the same.
    gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
    directiveFromMarkdown(),
    attributesFromMarkdown(source),
    spanFromMarkdown(),
    citationFromMarkdown(),
    footnoteFromMarkdown(),
    inlineNoteFromMarkdown(),
    scriptFromMarkdown(),
    mathFromMarkdown(),
    texFromMarkdown(),
  ];
}

function blockTree(source: string): TreeExtension[] {
  return [
    frontmatterFromMarkdown(['yaml']),
    lineBreakFromMarkdown(),
    verseFromMarkdown(source),
    definitionListFromMarkdown(source),
    tableCaptionFromMarkdown(source),
    figureFromMarkdown(source),
    alertFromMarkdown(source),
  ];
}

/** A line that no construct can begin in: registers have thousands of them, and a parser is dear to set up. */
const mereWords = /^(?!.*www\.)\p{L}[\p{L}\p{N},;.’‘“”()–—-]*(?: [\p{L}\p{N}’‘“”(–—][\p{L}\p{N},;.’‘“”()–—-]*)*$/iu;

/** @returns what the parser would make of mere words */
function wordsTree(value: string): Root {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: value.length + 1, offset: value.length } };
  return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }], position };
}

/**
 * @param text a byte order mark at its beginning is not counted in offsets
 * @param ownLabels what labels of the author's own kinds begin with: `thm` for `@thm:x`
 */
export function parseMarkdown(text: string, ownLabels: readonly string[] = []): Root {
  const source = text.replace(/^\uFEFF/, '');
  if (mereWords.test(source)) return wordsTree(source);
  return fromMarkdown(source, { extensions: [frontmatter(['yaml']), ...syntaxOf(source, ownLabels)], mdastExtensions: [...inlineTree(source), ...blockTree(source)] });
}

/** A source with its tree: the very source that a session has read before, where that says the same. */
export function parseAgain(written: Omit<Source, 'tree'>, ownLabels: readonly string[], shelf: Shelf<Made<Source>>): Source {
  const { file, stem, text, origin } = written;
  return again(shelf, stem, [file, text, origin.line, origin.column, ownLabels.join(' ')], () => ({ ...written, tree: parseMarkdown(text, ownLabels) }));
}

/** Reads one line of Markdown without blocks, as titles in YAML are; lines and paragraphs are run together. */
export function parseInline(text: string, ownLabels: readonly string[] = []): PhrasingContent[] {
  const source = text.trim().replace(/\s*\n\s*/g, ' ');
  const inline = syntaxOf(source, ownLabels).map(({ text: constructs, insideSpan, attentionMarkers }) => ({
    ...(constructs && { text: constructs }),
    ...(insideSpan && { insideSpan }),
    ...(attentionMarkers && { attentionMarkers }),
  }));
  const tree = fromMarkdown(source, { extensions: [...inline, inlineOnly], mdastExtensions: inlineTree(source) });
  return tree.children.flatMap((node) => (node.type === 'paragraph' ? node.children : []));
}
