import type { ListItem, Nodes, Paragraph, Parents, RootContent } from 'mdast';
import type { DefinitionDescription } from './syntax.js';

/** What has blocks in it; the children of all other nodes stand in lines of text, or are the cells of a table. */
type Holder = HolderOf<Parents>;
type HolderOf<Parent extends Parents> = Parent extends Parents ? ([Extract<Parent['children'][number], Paragraph | ListItem | DefinitionDescription>] extends [never] ? never : Parent) : never;

const holders: Readonly<Record<Holder['type'], true>> = {
  alert: true,
  blockquote: true,
  containerDirective: true,
  definitionDescription: true,
  definitionList: true,
  footnoteDefinition: true,
  list: true,
  listItem: true,
  root: true,
};

const holdsBlocks = (node: Nodes): node is Holder => Object.hasOwn(holders, node.type);

/**
 * Visits all blocks of one type, each before those within it; words are not looked at, which are nine nodes in ten.
 *
 * @param visitor may put another node in the place of the one it gets, whose blocks are visited then
 */
export function visitBlocks<Type extends RootContent['type']>(tree: Nodes, type: Type, visitor: (block: Extract<RootContent, { type: Type }>, index: number, parent: Holder) => void): void {
  if (!holdsBlocks(tree)) return;
  for (let index = 0; index < tree.children.length; index += 1) {
    const block = tree.children[index] as RootContent;
    if (block.type === type) visitor(block as Extract<RootContent, { type: Type }>, index, tree);
    visitBlocks(tree.children[index] as RootContent, type, visitor);
  }
}
