/**
 * Turns a paragraph that holds one image and nothing else into a `figure`, its brackets into the caption.
 *
 * mdast keeps of an image's brackets only the plain words; the nodes are remembered here while they pass. A reference
 * (`![caption][map]`) takes its address from its definition. Brackets without words make no figure unless there is a label.
 */
import type { Definition, Image, ImageReference, Paragraph, PhrasingContent, Root } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { visitBlocks } from '../../../model/blocks.js';
import type { Figure } from '../../../model/syntax.js';
import { takeCaptionLabel } from '../caption/caption-label.js';

/** @param source the document */
export function figureFromMarkdown(source: string): Extension {
  const brackets = new Map<unknown, PhrasingContent[]>();
  return {
    afterExit(token) {
      if (token.type !== 'labelText') return;
      const fragment = this.stack.at(-1);
      const image = this.stack.at(-2);
      if (fragment?.type === 'fragment' && image?.type === 'image') brackets.set(image, fragment.children);
    },
    transforms: [
      (tree) => {
        const definitions = definitionsOf(tree);
        visitBlocks(tree, 'paragraph', (paragraph, index, parent) => {
          const image = onlyImage(paragraph);
          if (image === undefined) return;
          const target = image.type === 'image' ? image : definitions.get(image.identifier);
          const figure = target && figureOf(image, target, brackets.get(image) ?? [], source);
          if (figure !== undefined) parent.children[index] = figure;
        });
      },
    ],
  };
}

function onlyImage(paragraph: Paragraph): Image | ImageReference | undefined {
  if (paragraph.data !== undefined && 'directiveLabel' in paragraph.data) return undefined;
  const [image, ...others] = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return others.length === 0 && (image?.type === 'image' || image?.type === 'imageReference') ? image : undefined;
}

function figureOf(image: Image | ImageReference, target: Image | Definition, children: PhrasingContent[], source: string): Figure | undefined {
  const attributes = takeCaptionLabel(children, image.data?.attributes, source);
  if (children.length === 0 && attributes?.id === undefined) return undefined;
  return {
    type: 'figure',
    url: target.url,
    title: target.title ?? null,
    alt: plainWords(children),
    children,
    ...(attributes && { data: { attributes } }),
    ...(image.position && { position: image.position }),
  };
}

/** What a caption says without its notes and citations, nor the white space before them. */
function plainWords(children: readonly PhrasingContent[]): string {
  const words = children.reduce((said, child) => (child.type === 'citation' || child.type === 'inlineNote' ? said.trimEnd() : said + toString(child)), '');
  return words.replace(/\s+/g, ' ').trim();
}

function definitionsOf(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  visitBlocks(tree, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  return definitions;
}
