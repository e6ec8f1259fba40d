/**
 * Gives attribute lists to their nodes: `data.attributes` of image, link, inline code, formula, reference, note call, heading and fenced code.
 * A list at the end of a heading leaves its text; at the end of any other text it stays there, letter for letter (a table's
 * caption takes it from there).
 */
import type { Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { visitBlocks } from '../../../model/blocks.js';
import { resumeChildren, trimEnd } from '../children.js';
import { readAttributeList } from './attribute-list.js';
import { readFenceInfo } from './fence-info.js';

/** @param source the document */
export function attributesFromMarkdown(source: string): Extension {
  return {
    enter: {
      attributes() {
        this.buffer();
      },
      attributesTrailing(token) {
        if (this.stack.at(-1)?.type === 'heading') this.buffer();
        else this.config.enter['data']?.call(this, token);
      },
    },
    exit: {
      attributes(token) {
        resumeChildren(this);
        const parent = this.stack.at(-1);
        const bearer = parent !== undefined && 'children' in parent ? parent.children.at(-1) : undefined;
        const list = readAttributeList(this.sliceSerialize(token), 0);
        if (bearer === undefined || list === undefined) return;
        bearer.data = { ...bearer.data, attributes: list.attributes };
        if (bearer.position !== undefined) {
          const { line, column, offset } = token.end;
          bearer.position.end = { line, column, offset };
        }
      },
      attributesTrailing(token) {
        if (this.stack.at(-1)?.type !== 'fragment') {
          this.config.exit['data']?.call(this, token);
          return;
        }
        resumeChildren(this);
        const heading = this.stack.at(-1);
        const list = readAttributeList(this.sliceSerialize(token), 0);
        if (heading?.type !== 'heading' || list === undefined) return;
        heading.data = { ...heading.data, attributes: list.attributes };
        trimEnd(heading.children, source);
      },
    },
    transforms: [(tree) => readFences(tree, source)],
  };
}

function readFences(tree: Root, source: string): void {
  visitBlocks(tree, 'code', (code) => {
    const fence = /^(?:`{3,}|~{3,})[ \t]*([^\r\n]*)/.exec(source.slice(code.position?.start.offset, code.position?.end.offset));
    const info = readFenceInfo(fence?.[1] ?? '');
    if (info === undefined) return;
    code.lang = info.lang;
    code.meta = info.meta;
    code.data = { ...code.data, attributes: info.attributes };
  });
}
