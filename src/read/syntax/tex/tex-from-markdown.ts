/** Makes `math` (or display `inlineMath`) from TeX environments and `crossReference` from TeX references. */
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import { readTexEnvironment } from './tex-environment.js';

export function texFromMarkdown(): Extension {
  return {
    enter: {
      texBlock(token) {
        const { value, attributes } = readTexEnvironment(this.sliceSerialize(token));
        this.enter({ type: 'math', value, ...(attributes && { data: { attributes } }) }, token);
      },
      texInline(token) {
        const { value, attributes } = readTexEnvironment(this.sliceSerialize(token));
        this.enter({ type: 'inlineMath', value, data: { display: true, ...(attributes && { attributes }) } }, token);
      },
      texReference(token) {
        const value = this.sliceSerialize(token);
        const label = value.slice(value.indexOf('{') + 1, -1);
        this.enter({ type: 'crossReference', value, labels: [label], bare: !value.startsWith('\\autoref') }, token);
      },
    },
    exit: { texBlock: exit, texInline: exit, texReference: exit },
  };
}

function exit(this: CompileContext, token: Token): void {
  this.exit(token);
}
