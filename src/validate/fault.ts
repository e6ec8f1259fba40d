import type { Code } from '../diagnostics/codes.js';

/** Something wrong with a finished EPUB, at a place in it. */
export interface Fault {
  readonly code: Code;
  /** Path in the container. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  /** What stands there as it is written, the surest first. */
  readonly words?: readonly string[];
  /** In lower case, without a full stop. */
  readonly fact: string;
  /** How who told it names it: `RSC-012`. */
  readonly rule?: string;
  readonly hint?: string;
}
