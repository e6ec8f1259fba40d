/**
 * Definitions, as Pandoc and PHP Markdown Extra write them: `: meaning` below its term, and what is indented below that.
 *
 * A definition is a container, as a list item is: it holds any blocks, and its paragraph may run on without indent. Its term is the
 * paragraph right above it, each line a term, or one of a single line with one blank line between; or it follows another
 * definition. The first line that is indented says how far the others are: to where the words begin, at least, and four columns
 * at most, as Pandoc has them. Below a blank line, `: words` right above a table is that table's caption, as in Pandoc.
 * Not here: which paragraph and which definitions make a list (definition-list-from-markdown.ts). `~`, Pandoc's other sign, is
 * text: a line may well begin with `~ 1900`.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Event, Extension, State, Token, TokenizeContext, TokenType } from 'micromark-util-types';
import { keepLine } from '../line-break/line-break-syntax.js';
import { tableAhead } from './table-ahead.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    definitionDescription: 'definitionDescription';
    definitionPrefix: 'definitionPrefix';
    definitionIndent: 'definitionIndent';
  }
  interface ContainerState {
    /** Columns that the lines of a definition are indented by; a lower bound until `isIndentKnown`. */
    definitionIndent?: number;
    isIndentKnown?: boolean;
  }
}

/** Columns up to which a definition's own indent may reach; what goes beyond is its content's. */
const deepest = 4;

export function definitionListSyntax(): Extension {
  return { document: { [codes.colon]: definition } };
}

const definition: Construct = {
  name: 'definitionDescription',
  tokenize(effects, ok, nok) {
    const above = lookAbove(this);
    if (above === undefined) return nok;
    let width = prefixWidth(this) + 1;

    const afterMarker: State = (code) => (markdownSpace(code) ? effects.check(blank, nok, inWhite)(code) : nok(code));
    const inWhite: State = (code) => {
      if (markdownSpace(code) && width < deepest) {
        width += 1;
        effects.consume(code);
        return inWhite;
      }
      effects.exit('definitionPrefix');
      if (this.containerState) this.containerState.definitionIndent = Math.min(width, deepest);
      for (const line of above.keptLines) keepLine(this, line);
      return ok(code);
    };
    const begin: State = (code) => {
      effects.enter('definitionDescription', { _container: true });
      effects.enter('definitionPrefix');
      effects.consume(code);
      return afterMarker;
    };
    return above.isBlank ? effects.check(tableAhead, nok, begin) : begin;
  },
  continuation: {
    tokenize(effects, ok, nok) {
      return effects.check(blank, effects.attempt(indent('blank'), ok, nok), effects.attempt(indent('words'), ok, nok));
    },
  },
  exit(effects) {
    effects.exit('definitionDescription');
  },
};

/** The indent of a line within a definition. A blank line may have less, and says nothing of how far others are indented. */
function indent(of: 'blank' | 'words'): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const state = this.containerState ?? {};
      const needed = state.definitionIndent ?? deepest;
      const most = state.isIndentKnown === true || of === 'blank' ? needed : deepest;
      let width = 0;
      const end = (code: Code): State | undefined => {
        if (width > 0) effects.exit('definitionIndent');
        if (of === 'blank') return ok(code);
        if (width < needed) return nok(code);
        state.definitionIndent = width;
        state.isIndentKnown = true;
        return ok(code);
      };
      const inside: State = (code) => {
        if (!markdownSpace(code) || width === most) return end(code);
        if (width === 0) effects.enter('definitionIndent');
        width += 1;
        effects.consume(code);
        return inside;
      };
      return inside;
    },
  };
}

const blank: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const inside: State = (code) => {
      if (code === codes.eof || markdownLineEnding(code)) return ok(code);
      if (!markdownSpace(code)) return nok(code);
      effects.enter('linePrefix');
      effects.consume(code);
      effects.exit('linePrefix');
      return inside;
    };
    return inside;
  },
};

interface Above {
  /** Whether a blank line stands between. */
  readonly isBlank: boolean;
  /** Lines of a paragraph right above that are terms of their own. */
  readonly keptLines: readonly number[];
}

/** What open containers leave on each line that belongs to them. */
const prefixes: ReadonlySet<TokenType> = new Set<TokenType>(['blockQuotePrefix', 'listItemIndent', 'gfmFootnoteDefinitionIndent', 'definitionIndent']);

/**
 * What stands above, when it is something that a definition may follow.
 * micromark asks twice: to see whether a container begins, then, with those closed that the line has left, to begin it.
 */
function lookAbove(context: TokenizeContext): Above | undefined {
  const { events } = context;
  let matched = 0;
  let index = events.length - 1;
  let isBelowDefinition = false;
  for (; index >= 0; index -= 1) {
    const [kind, token] = events[index] as Event;
    if (token.type === 'chunkFlow') break;
    if (kind === 'exit' && token.type === 'definitionDescription') isBelowDefinition = true;
    else if (token._container === true && !isBelowDefinition) return undefined;
    if (kind === 'enter' && prefixes.has(token.type)) matched += 1;
  }
  const line = events[index]?.[1];
  if (line?._tokenizer === undefined) return undefined;
  const isBlank = context.sliceSerialize(line).trim() === '';
  const open = openContainers(context, index);
  if (isBelowDefinition || open[matched] === 'definitionDescription') return { isBlank, keptLines: [] };
  const lines = matched === open.length ? termLines(line._tokenizer.events) : undefined;
  return lines && { isBlank, keptLines: lines.slice(1) };
}

interface Opened {
  /** Events looked at. What comes after the last line is looked at again: the parser may yet take it back. */
  until: number;
  readonly tokens: Set<Token>;
}

const opened = new WeakMap<TokenizeContext, Opened>();

/** From the outermost in; a token that is not closed has no end yet. Events are looked at once, or long lists would cost the square. */
function openContainers(context: TokenizeContext, lastLine: number): TokenType[] {
  const known = opened.get(context) ?? { until: 0, tokens: new Set() };
  opened.set(context, known);
  for (const [kind, token] of context.events.slice(known.until)) if (kind === 'enter' && token._container === true) known.tokens.add(token);
  known.until = lastLine;
  for (const token of known.tokens) if ((token.end as Token['end'] | undefined) !== undefined) known.tokens.delete(token);
  return [...known.tokens].map(({ type }) => type);
}

/** The lines of the paragraph that flow content ends in, when they may be terms; none are told while it is still open. */
function termLines(flow: readonly Event[]): number[] | undefined {
  let blanks = 0;
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const [kind, token] = flow[index] as Event;
    if (token.type === 'lineEndingBlank') blanks += kind === 'enter' ? 1 : 0;
    else if (token.type === 'paragraph') {
      const lines = Array.from({ length: token.end.line - token.start.line + 1 }, (_, line) => token.start.line + line);
      return blanks === 0 || (blanks === 1 && lines.length === 1) ? lines : undefined;
    } else if (token.type === 'chunkContent') return blanks === 0 ? [] : undefined;
    else if (token.type !== 'lineEnding' && token.type !== 'linePrefix' && token.type !== 'content') return undefined;
  }
  return undefined;
}

function prefixWidth({ events, sliceSerialize }: TokenizeContext): number {
  const token: Token | undefined = events.at(-1)?.[1];
  return token?.type === 'linePrefix' ? sliceSerialize(token, true).length : 0;
}
