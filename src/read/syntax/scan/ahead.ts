/**
 * The source that lies ahead of a text tokenizer, as one string.
 *
 * micromark feeds a tokenizer code by code; whether `[` opens a citation depends on what follows its `]`, a paragraph away.
 * The rest of the content is read once, at the first construct that asks, and every later question is answered by looking
 * into the string. One character of the string is one code: line endings of any kind are `\n`.
 */
import { markdownLineEnding } from 'micromark-util-character';
import { codes } from 'micromark-util-symbol';
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';

export interface Ahead {
  /** From the first construct that asked to the end of the content. */
  readonly text: string;
  /** Where in `text` the tokenizer stands. */
  readonly at: number;
  readonly context: TokenizeContext;
}

interface Reading {
  readonly text: string;
  /** Where offset in the document and index in `text` drift apart: line starts in containers, `\r\n`, tabs. In order. */
  readonly drifts: readonly { readonly offset: number; readonly index: number }[];
}

const readings = new WeakMap<TokenizeContext, Reading>();

/** Calls `decide` at the current code, with the source ahead known. */
export function withAhead(context: TokenizeContext, effects: Effects, decide: (ahead: Ahead) => State): State {
  const decided: State = (code) => {
    const reading = readings.get(context);
    if (reading === undefined) throw new Error('the source ahead was not read');
    return decide({ text: reading.text, at: indexOf(context.now().offset, reading), context })(code);
  };
  return readings.has(context) ? decided : effects.check(readAhead, decided);
}

/** A tab's virtual spaces share the offset of the character after them: the last drift is the real one. */
function indexOf(offset: number, { drifts }: Reading): number {
  const drift = drifts.findLast((other) => other.offset <= offset);
  return drift === undefined ? 0 : drift.index + offset - drift.offset;
}

const readAhead: Construct = {
  partial: true,
  tokenize(effects, ok) {
    let text = '';
    const drifts: { offset: number; index: number }[] = [];
    let expected = -1;
    const step: State = (code) => {
      if (code === codes.eof) {
        effects.exit('data');
        readings.set(this, { text, drifts });
        return ok(code);
      }
      const { offset } = this.now();
      if (offset !== expected) drifts.push({ offset, index: text.length });
      expected = offset + 1;
      text += characterOf(code);
      effects.consume(code);
      return step;
    };
    return (code) => {
      effects.enter('data');
      return step(code);
    };
  },
};

export function characterOf(code: NonNullable<Code>): string {
  if (markdownLineEnding(code)) return '\n';
  if (code === codes.horizontalTab) return '\t';
  return code === codes.virtualSpace ? ' ' : String.fromCharCode(code);
}
