/**
 * The nodes that Octavo's Markdown has beyond CommonMark and GFM, as additions to mdast's own content types.
 * Everything here is produced by read/syntax and shown by lower/handlers.
 */
import type { BlockContent, DefinitionContent, Literal, Parent, PhrasingContent } from 'mdast';
import type {} from 'mdast-util-directive';
import type {} from 'mdast-util-math';
import type {} from 'mdast-util-frontmatter';

/** `{#id .class key=value}`, as written. */
export interface Attributes {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** One source inside a citation. `prefix` and `suffix` are the author's words around the key, locator included. */
export interface CitationPart {
  readonly key: string;
  readonly suppressAuthor: boolean;
  readonly prefix: PhrasingContent[];
  readonly suffix: PhrasingContent[];
}

/** `[see @a, p. 3; @b]`, `-@a` (mode group) or `@a`, `@a [p. 3]`, `@a [@b]` in running text (mode narrative). */
export interface Citation extends Literal {
  type: 'citation';
  /** The source text, for messages and for showing an unknown key. */
  value: string;
  mode: 'group' | 'narrative';
  parts: CitationPart[];
}

/** `@fig:a`, `[@fig:a; @fig:b]`, `-@fig:a` and `[-@fig:a]` (bare: the number alone). */
export interface CrossReference extends Literal {
  type: 'crossReference';
  value: string;
  labels: string[];
  bare: boolean;
}

/** `^[a note where it is called]` */
export interface InlineNote extends Parent {
  type: 'inlineNote';
  children: PhrasingContent[];
}

/** `[text]{.class lang=ru}` */
export interface Span extends Parent {
  type: 'span';
  children: PhrasingContent[];
}

/** `H~2~O` is never strikethrough: GFM's single tilde is off. */
export interface Subscript extends Parent {
  type: 'subscript';
  children: PhrasingContent[];
}

/** `Ca^2+^` */
export interface Superscript extends Parent {
  type: 'superscript';
  children: PhrasingContent[];
}

export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** GitHub's `> [!NOTE]`. */
export interface Alert extends Parent {
  type: 'alert';
  kind: (typeof alertKinds)[number];
  children: (BlockContent | DefinitionContent)[];
}

/** A picture alone in its paragraph; its bracket text is the caption. */
export interface Figure extends Parent {
  type: 'figure';
  url: string;
  title?: string | null;
  /** The plain words of the brackets: what stands for the picture when no `alt` attribute does. */
  alt: string;
  /** The caption. */
  children: PhrasingContent[];
}

/** Terms and what they mean, as Pandoc and PHP Markdown Extra write them: `Term`, below it `: meaning`. */
export interface DefinitionList extends Parent {
  type: 'definitionList';
  /** Whether white stands between a term and its definition. */
  spread: boolean;
  /** One or more terms, then one or more descriptions, and so on. */
  children: (DefinitionTerm | DefinitionDescription)[];
}

export interface DefinitionTerm extends Parent {
  type: 'definitionTerm';
  children: PhrasingContent[];
}

export interface DefinitionDescription extends Parent {
  type: 'definitionDescription';
  children: (BlockContent | DefinitionContent)[];
}

/** Verse as Pandoc writes it: each line begins with `| `. */
export interface LineBlock extends Parent {
  type: 'lineBlock';
  children: Stanza[];
}

/** Stands in a `lineBlock` or a `:::verse`. */
export interface Stanza extends Parent {
  type: 'stanza';
  children: VerseLine[];
}

export interface VerseLine extends Parent {
  type: 'verseLine';
  /** Columns of white before its words. */
  indent: number;
  children: PhrasingContent[];
}

/** A table's caption paragraph (`: Words {#tbl:x}`); always the last child-like field of its table. */
export interface Caption extends Parent {
  type: 'caption';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface Data {
    attributes?: Attributes;
    /** On an `inlineMath`: written `$$…$$` within a paragraph, to be set on a line of its own. */
    display?: true;
  }
  interface Table {
    caption?: Caption;
  }
  interface PhrasingContentMap {
    citation: Citation;
    crossReference: CrossReference;
    inlineNote: InlineNote;
    span: Span;
    subscript: Subscript;
    superscript: Superscript;
  }
  interface BlockContentMap {
    alert: Alert;
    definitionList: DefinitionList;
    figure: Figure;
    lineBlock: LineBlock;
    stanza: Stanza;
  }
  interface RootContentMap {
    citation: Citation;
    crossReference: CrossReference;
    inlineNote: InlineNote;
    span: Span;
    subscript: Subscript;
    superscript: Superscript;
    alert: Alert;
    definitionDescription: DefinitionDescription;
    definitionList: DefinitionList;
    definitionTerm: DefinitionTerm;
    figure: Figure;
    lineBlock: LineBlock;
    caption: Caption;
    stanza: Stanza;
    verseLine: VerseLine;
  }
}
