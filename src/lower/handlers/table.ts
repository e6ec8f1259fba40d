/** Which handler lowers which node: total, so a node type without a handler does not compile. */
import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Lowering } from '../lowering.js';
import { alert, blockquote, heading, list, listItem, paragraph, root, thematicBreak } from './block.js';
import { code, inlineCode } from './code.js';
import { definitionDescription, definitionList, definitionTerm } from './definition-list.js';
import { containerDirective, leafDirective, textDirective } from './directive.js';
import { caption, figure, image, imageReference } from './figure.js';
import { lineBreak, deleted, emphasis, html, span, strong, subscript, superscript, words } from './inline.js';
import { link, linkReference } from './link.js';
import { inlineMath, math } from './math.js';
import { footnoteDefinition, footnoteReference, inlineNote } from './note.js';
import { citation, crossReference } from './reference.js';
import { table, tableCell, tableRow } from './grid.js';
import { lineBlock, stanza, verseLine } from './verse.js';

export type NodeOf<T extends Nodes['type']> = Extract<Nodes, { type: T }>;
export type Handler<T extends Nodes['type']> = (node: NodeOf<T>, lowering: Lowering) => ElementContent[];

/** Not printed: front matter, the targets of links. */
const nothing = (): ElementContent[] => [];

export const handlers: { readonly [T in Nodes['type']]: Handler<T> } = {
  alert,
  blockquote,
  break: lineBreak,
  caption,
  citation,
  code,
  containerDirective,
  crossReference,
  definition: nothing,
  definitionDescription,
  definitionList,
  definitionTerm,
  delete: deleted,
  emphasis,
  figure,
  footnoteDefinition,
  footnoteReference,
  heading,
  html,
  image,
  imageReference,
  inlineCode,
  inlineMath,
  inlineNote,
  leafDirective,
  lineBlock,
  link,
  linkReference,
  list,
  listItem,
  math,
  paragraph,
  root,
  span,
  stanza,
  strong,
  subscript,
  superscript,
  table,
  tableCell,
  tableRow,
  text: words,
  textDirective,
  thematicBreak,
  verseLine,
  yaml: nothing,
};
