/** Makes `footnoteReference` nodes from calls of notes that are not written. */
import type { Extension } from 'mdast-util-from-markdown';

export function footnoteFromMarkdown(): Extension {
  return {
    enter: {
      unwrittenNote(token) {
        const label = this.sliceSerialize(token).slice(2, -1);
        this.enter({ type: 'footnoteReference', identifier: label.toLowerCase(), label }, token);
      },
    },
    exit: {
      unwrittenNote(token) {
        this.exit(token);
      },
    },
  };
}
