/** Makes `inlineNote` nodes. */
import type { Extension } from 'mdast-util-from-markdown';

export function inlineNoteFromMarkdown(): Extension {
  return {
    canContainEols: ['inlineNote'],
    enter: {
      inlineNote(token) {
        this.enter({ type: 'inlineNote', children: [] }, token);
      },
    },
    exit: {
      inlineNote(token) {
        this.exit(token);
      },
    },
  };
}
