/**
 * Block constructs that are made of whole lines: a reader looks at one line after the other and says when it has enough.
 * Blocks are concrete: a line inside that begins with `-` or `>` opens no list or quotation.
 */
import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, State, TokenType } from 'micromark-util-types';
import { characterOf } from './ahead.js';

export type Verdict = 'more' | 'done' | 'fail';

export interface LineReader {
  /** After the first line. */
  readonly verdict: 'more' | 'done';
  next(line: string): Verdict;
  /** Whether the first line ends a paragraph that stands right above it. */
  readonly interrupts: boolean;
  /** What it means that the document ends first. */
  readonly atEnd: 'done' | 'fail';
}

/** @param open what the first line, without its indent, begins; nothing when it is another construct's */
export function lineBlock(name: string, type: TokenType, lineType: TokenType, open: (line: string) => LineReader | undefined): Construct {
  return {
    name,
    concrete: true,
    tokenize(effects, ok, nok) {
      let line = '';
      let reader: LineReader | undefined;

      const lineStart: State = (code) => {
        line = '';
        if (code === codes.eof || markdownLineEnding(code)) return lineEnd(code);
        effects.enter(lineType);
        return inside(code);
      };
      const inside: State = (code) => {
        if (code === codes.eof || markdownLineEnding(code)) {
          effects.exit(lineType);
          return lineEnd(code);
        }
        line += characterOf(code);
        effects.consume(code);
        return inside;
      };
      const lineEnd: State = (code) => {
        let verdict: Verdict;
        if (reader === undefined) {
          reader = open(line);
          if (reader === undefined || (this.interrupt === true && !reader.interrupts)) return nok(code);
          verdict = this.interrupt === true ? 'done' : reader.verdict;
        } else {
          verdict = reader.next(line);
        }
        if (verdict === 'fail') return nok(code);
        if (verdict === 'done') return finish(code);
        return effects.attempt(nextLine, lineStart, reader.atEnd === 'done' ? finish : nok)(code);
      };
      const finish = (code: Code): State | undefined => {
        effects.exit(type);
        return ok(code);
      };

      return (code) => {
        effects.enter(type);
        return lineStart(code);
      };
    },
  };
}

/** To the next line, unless there is none or it stands outside the container (a lazy line). */
const nextLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code === codes.eof) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (after) => (this.parser.lazy[this.now().line] === true ? nok(after) : ok(after));
    };
  },
};
