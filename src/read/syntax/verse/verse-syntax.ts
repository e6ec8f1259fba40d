/**
 * Verse, in two spellings: Pandoc's line blocks, in which every line begins with `| `, and `:::verse … :::`.
 *
 * White space before a line's words is its indent. Whatever GFM takes for a table, or for one more row of it, is no line block;
 * nor does one end a paragraph. Between the fences of `:::verse` nothing opens a block, whatever a line begins with; unclosed, it
 * runs to the end of its container, as directives do. Each stanza is one text, so that markup may run over its lines.
 * Not here: what a line is (verse-lines.ts).
 */
import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Extension, State, Token, TokenizeContext, TokenType } from 'micromark-util-types';
import { keepLine } from '../line-break/line-break-syntax.js';
import { characterOf } from '../scan/ahead.js';
import { followsTable } from '../table-caption/table-caption-syntax.js';
import { openFence, openLineBlock, type Line, type VerseReader } from './verse-lines.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    lineBlock: 'lineBlock';
    verseBlock: 'verseBlock';
    /** The marks of a line, or all of a line without words. */
    verseMark: 'verseMark';
    verseIndent: 'verseIndent';
    verseStanza: 'verseStanza';
  }
}

export function verseSyntax(): Extension {
  return {
    flow: {
      [codes.verticalBar]: unlessTable(verse('lineBlock', openLineBlock)),
      [codes.colon]: { ...verse('verseBlock', openFence), concrete: true },
    },
  };
}

function unlessTable(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      if (this.interrupt === true || followsTable(this.events)) return nok;
      const block = construct.tokenize.call(this, effects, ok, nok);
      const table = [this.parser.constructs.flow.null ?? []].flat().find(({ name }) => name === 'table');
      return table === undefined ? block : effects.check(table, nok, block);
    },
  };
}

function verse(type: 'lineBlock' | 'verseBlock', open: (line: string, indent: number) => VerseReader | undefined): Construct {
  return {
    name: type,
    tokenize(effects, ok, nok) {
      const indent = indentBefore(this);
      let reader: VerseReader | undefined;
      let line: Line | undefined;
      /** What was read ahead: the rest of this line, or the next one; nothing when there is none in this container. */
      let ahead: string | undefined;
      /** The text of the stanza so far, while it is open. */
      let chunk: Token | undefined;

      const begin: State = (code) => {
        reader = open(ahead ?? '', indent);
        if (reader === undefined) return nok(code);
        if (this.interrupt === true) return ok(code);
        line = reader.first;
        effects.enter(type);
        return lineStart(code);
      };
      const lineStart: State = (code) => {
        if (line?.is !== 'words') return take('verseMark', Infinity, lineEnd)(code);
        if (chunk !== undefined && !line.runsOn) keepLine(this, this.now().line);
        return take('verseMark', line.marks, take('verseIndent', line.indent, words))(code);
      };
      const words: State = (code) => {
        if (chunk === undefined) effects.enter('verseStanza');
        const next = effects.enter('chunkText', { contentType: 'text', previous: chunk });
        if (chunk !== undefined) chunk.next = next;
        chunk = next;
        return inWords(code);
      };
      const inWords: State = (code) => {
        if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
        effects.consume(code);
        return inWords;
      };
      const lineEnd: State = (code) => {
        if (code === codes.eof || line?.is === 'last') return finish(code);
        return effects.check(nextLine((read) => (ahead = read)), onward, onward)(code);
      };
      /** A stanza's text holds the line endings between its lines, and no others. */
      const onward: State = (code) => {
        line = ahead === undefined ? undefined : reader?.next(ahead);
        if (line === undefined) return finish(code);
        if (chunk !== undefined && line.is === 'words') {
          effects.consume(code);
          effects.exit('chunkText');
          return lineStart;
        }
        endStanza();
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return lineStart;
      };
      const finish = (code: Code): State | undefined => {
        endStanza();
        effects.exit(type);
        return ok(code);
      };
      const endStanza = (): void => {
        if (chunk === undefined) return;
        effects.exit('chunkText');
        effects.exit('verseStanza');
        chunk = undefined;
      };
      /** So many characters as one token, at most to the end of the line; none make no token. */
      const take = (token: TokenType, count: number, then: State): State => {
        let left = count;
        const isPast = (code: Code): boolean => left === 0 || code === codes.eof || markdownLineEnding(code);
        const inside: State = (code) => {
          if (isPast(code)) {
            effects.exit(token);
            return then(code);
          }
          left -= 1;
          effects.consume(code);
          return inside;
        };
        return (code) => {
          if (isPast(code)) return then(code);
          effects.enter(token);
          return inside(code);
        };
      };

      return effects.check(restOfLine((read) => (ahead = read)), begin, nok);
    },
  };
}

/** White space between the container and the block. */
function indentBefore({ events, sliceSerialize }: TokenizeContext): number {
  const token = events.at(-1)?.[1];
  return token?.type === 'linePrefix' ? sliceSerialize(token, true).length : 0;
}

function restOfLine(found: (line: string) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok) {
      let line = '';
      const inside: State = (code) => {
        if (code === codes.eof || markdownLineEnding(code)) {
          if (line !== '') effects.exit('data');
          found(line);
          return ok(code);
        }
        if (line === '') effects.enter('data');
        line += characterOf(code);
        effects.consume(code);
        return inside;
      };
      return inside;
    },
  };
}

/** At a line's end. A line that stands outside the container (a lazy one) is none. */
function nextLine(found: (line: string | undefined) => void): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const afterEnding: State = (code) => {
        if (code !== codes.eof && this.parser.lazy[this.now().line] !== true) return effects.check(restOfLine(found), ok, nok)(code);
        found(undefined);
        return ok(code);
      };
      return (code) => {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return afterEnding;
      };
    },
  };
}
