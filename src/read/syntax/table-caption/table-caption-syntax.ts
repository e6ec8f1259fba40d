/**
 * A table's caption right below it, without a blank line: GFM would take `: Words` for one more row. It becomes a paragraph here;
 * which table a caption belongs to is decided in the tree, the same way with and without blank lines.
 */
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Event, Extension, State, Token } from 'micromark-util-types';

export function tableCaptionSyntax(): Extension {
  return { flow: { [codes.colon]: captionBelow, [codes.uppercaseT]: captionBelow } };
}

const captionBelow: Construct = {
  name: 'tableCaption',
  tokenize(effects, ok, nok) {
    const marker = ': ';
    const word = 'Table: ';
    let previous: Token | undefined;

    const line: State = (code) => {
      const chunk = effects.enter('chunkText', { contentType: 'text', previous });
      if (previous !== undefined) previous.next = chunk;
      previous = chunk;
      return inside(code);
    };
    const inside: State = (code) => {
      if (code === codes.eof) return finish(code);
      if (markdownLineEnding(code)) return effects.check(continuation, endLine, finish)(code);
      effects.consume(code);
      return inside;
    };
    const endLine: State = (code) => {
      effects.consume(code);
      effects.exit('chunkText');
      return line;
    };
    const finish: State = (code) => {
      effects.exit('chunkText');
      effects.exit('paragraph');
      effects.exit('content');
      return ok(code);
    };

    return (code) => {
      if (!followsTable(this.events)) return nok(code);
      return effects.check(words(code === codes.colon ? marker : word), (first) => {
        // As micromark's own paragraphs stand: a line of `-` or `=` below makes a heading of one, and looks for both.
        effects.enter('content');
        effects.enter('paragraph');
        return line(first);
      }, nok)(code);
    };
  },
};

const rows: ReadonlySet<string> = new Set(['tableRow', 'tableHead']);

/** Whether the line above is a table's. */
export function followsTable(events: readonly Event[]): boolean {
  const last = events.findLast(([, token]) => token.type !== 'lineEnding' && token.type !== 'linePrefix');
  return last !== undefined && rows.has(last[1].type);
}

function words(expected: string): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let index = 0;
      const step: State = (code) => {
        if (code !== expected.charCodeAt(index)) return nok(code);
        effects.consume(code);
        if (++index < expected.length) return step;
        effects.exit('data');
        return ok;
      };
      return (code) => {
        effects.enter('data');
        return step(code);
      };
    },
  };
}

/** Whether the next line goes on with the caption: it is not blank and begins no other block. */
const continuation: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const { parser } = this;
    return (code) => {
      effects.exit('chunkText');
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return indent;
    };
    function indent(code: Code): State | undefined {
      if (!markdownSpace(code)) return text(code);
      effects.enter('linePrefix');
      effects.consume(code);
      effects.exit('linePrefix');
      return indent;
    }
    function text(code: Code): State | undefined {
      if (code === codes.eof || markdownLineEnding(code)) return nok(code);
      return effects.interrupt(parser.constructs.flow, nok, ok)(code);
    }
  },
};
