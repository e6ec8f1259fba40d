/**
 * Lines that stay lines: before a line that a block construct has named, the line ending in its text is a `break`, wherever it
 * stands (in emphasis, in a link). Lines of verse and terms of definition lists begin so.
 */
import { markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Construct, Extension, ParseContext, State, TokenizeContext } from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    keptLineEnding: 'keptLineEnding';
  }
}

const kept = new WeakMap<ParseContext, Set<number>>();

/** Block constructs are read before any text is, so whoever reads a line's text finds it named. */
export function keepLine({ parser }: TokenizeContext, line: number): void {
  kept.set(parser, (kept.get(parser) ?? new Set()).add(line));
}

export function lineBreakSyntax(): Extension {
  return { text: { [codes.carriageReturn]: keptLineEnding, [codes.lineFeed]: keptLineEnding, [codes.carriageReturnLineFeed]: keptLineEnding } };
}

const keptLineEnding: Construct = {
  name: 'keptLineEnding',
  tokenize(effects, ok, nok) {
    const indent: State = (code) => {
      if (!markdownSpace(code)) return ok(code);
      effects.enter('linePrefix');
      effects.consume(code);
      effects.exit('linePrefix');
      return indent;
    };
    return (code) => {
      if (kept.get(this.parser)?.has(this.now().line + 1) !== true) return nok(code);
      effects.enter('keptLineEnding');
      effects.consume(code);
      effects.exit('keptLineEnding');
      return indent;
    };
  },
};
