/** Makes `break` nodes of the line endings that stay; `splitLines` divides the text at them. */
import type { Extension } from 'mdast-util-from-markdown';

export function lineBreakFromMarkdown(): Extension {
  return {
    enter: {
      keptLineEnding(token) {
        // A hard break right before it would claim the next line ending that comes, wherever that is.
        delete this.data.atHardBreak;
        this.enter({ type: 'break' }, token);
      },
    },
    exit: {
      keptLineEnding(token) {
        this.exit(token);
      },
    },
  };
}
