/**
 * Inline constructs as plans: a pure function looks at the source ahead and says which stretches become which tokens;
 * the machine here only carries that out. Positions come from micromark itself, line endings become tokens of their own.
 */
import { markdownLineEnding } from 'micromark-util-character';
import type { Construct, Effects, State, Token, TokenType } from 'micromark-util-types';
import { withAhead, type Ahead } from './ahead.js';

export type Step =
  | { readonly enter: TokenType }
  | { readonly exit: TokenType }
  /** So many characters of bare source. */
  | { readonly take: number; readonly as: TokenType }
  /** So many characters of inline Markdown; zero makes no token. */
  | { readonly parse: number; readonly as: TokenType };

/** @returns the steps from the current character on, or nothing when the construct does not start here */
export type Planner = (ahead: Ahead) => readonly Step[] | undefined;

export function planned(name: string, plan: Planner): Construct {
  return {
    name,
    tokenize(effects, ok, nok) {
      return withAhead(this, effects, (ahead) => {
        const steps = plan(ahead);
        return steps === undefined ? nok : follow(effects, steps, ok);
      });
    },
  };
}

function follow(effects: Effects, steps: readonly Step[], ok: State): State {
  let index = 0;
  return next;

  function next(code: Parameters<State>[0]): ReturnType<State> {
    for (let step = steps[index++]; step !== undefined; step = steps[index++]) {
      if ('enter' in step) effects.enter(step.enter);
      else if ('exit' in step) effects.exit(step.exit);
      else if ('take' in step) return take(step.as, step.take)(code);
      else if (step.parse > 0) return parse(step.as, step.parse)(code);
    }
    return ok(code);
  }

  function take(type: TokenType, left: number): State {
    const start: State = (code) => {
      if (left === 0) return next(code);
      if (markdownLineEnding(code)) {
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        left--;
        return start;
      }
      effects.enter(type);
      return inside(code);
    };
    const inside: State = (code) => {
      if (left === 0 || markdownLineEnding(code)) {
        effects.exit(type);
        return start(code);
      }
      effects.consume(code);
      left--;
      return inside;
    };
    return start;
  }

  // Each line is a chunk that includes its line ending, linked to the line before it: micromark's own way for text over lines.
  function parse(type: TokenType, left: number): State {
    let previous: Token | undefined;
    const line: State = (code) => {
      if (left === 0) {
        effects.exit(type);
        return next(code);
      }
      const chunk = effects.enter('chunkText', { contentType: 'text', _contentTypeTextTrailing: true, previous });
      if (previous !== undefined) previous.next = chunk;
      previous = chunk;
      return inside(code);
    };
    const inside: State = (code) => {
      if (left === 0) {
        effects.exit('chunkText');
        return line(code);
      }
      left--;
      effects.consume(code);
      if (!markdownLineEnding(code)) return inside;
      effects.exit('chunkText');
      return line;
    };
    return (code) => {
      effects.enter(type);
      return line(code);
    };
  }
}
