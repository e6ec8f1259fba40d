/** Makes `citation` and `crossReference` nodes. */
import type { Extension, CompileContext } from 'mdast-util-from-markdown';
import type { CitationPart } from '../../../model/syntax.js';
import { resumeChildren } from '../children.js';
import { findKeys } from './citation-key.js';

type Draft = { -readonly [Field in keyof CitationPart]: CitationPart[Field] };

export function citationFromMarkdown(): Extension {
  return {
    enter: {
      citation(token) {
        const value = this.sliceSerialize(token);
        this.enter({ type: 'citation', value, mode: value.startsWith('@') ? 'narrative' : 'group', parts: [] }, token);
      },
      citationPart() {
        const citation = this.stack.at(-1);
        if (citation?.type === 'citation') citation.parts.push({ key: '', suppressAuthor: false, prefix: [], suffix: [] });
      },
      citationPrefix() {
        this.buffer();
      },
      citationSuffix() {
        this.buffer();
      },
      crossReference(token) {
        const value = this.sliceSerialize(token);
        const { keys } = findKeys(value, value.startsWith('[') ? 1 : 0, value.length);
        this.enter({ type: 'crossReference', value, labels: keys.map(({ key }) => key), bare: keys.every((key) => key.suppressAuthor) }, token);
      },
    },
    exit: {
      citation(token) {
        this.exit(token);
      },
      citationPrefix() {
        const prefix = resumeChildren(this);
        change(this, { prefix });
      },
      citationKey(token) {
        const value = this.sliceSerialize(token);
        const [found] = findKeys(value, 0, value.length).keys;
        if (found !== undefined) change(this, { key: found.key, suppressAuthor: found.suppressAuthor });
      },
      citationSuffix() {
        const suffix = resumeChildren(this);
        change(this, { suffix });
      },
      crossReference(token) {
        this.exit(token);
      },
    },
  };
}

function change(context: CompileContext, fields: Partial<Draft>): void {
  const citation = context.stack.at(-1);
  const part: Draft | undefined = citation?.type === 'citation' ? citation.parts.at(-1) : undefined;
  if (part !== undefined) Object.assign(part, fields);
}
