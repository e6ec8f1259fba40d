/** Makes `subscript` and `superscript` nodes; an escaped space inside is a no-break space, as in Pandoc. */
import type { PhrasingContent } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

export function scriptFromMarkdown(): Extension {
  return {
    enter: {
      subscript(token) {
        this.enter({ type: 'subscript', children: [] }, token);
      },
      superscript(token) {
        this.enter({ type: 'superscript', children: [] }, token);
      },
    },
    exit: { subscript: exitScript, superscript: exitScript },
  };
}

function exitScript(this: CompileContext, token: Token): void {
  const script = this.stack.at(-1);
  this.exit(token);
  if (script?.type !== 'subscript' && script?.type !== 'superscript') return;
  for (const child of script.children) keepSpaces(child);
}

function keepSpaces(node: PhrasingContent): void {
  visit(node, 'text', (text) => {
    text.value = text.value.replaceAll('\\ ', '\u00A0');
  });
}
