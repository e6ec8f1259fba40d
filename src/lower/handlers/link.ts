import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { posix } from 'node:path';
import type { Anchor } from '../../model/id.js';
import { anchorOf } from '../../model/id.js';
import { nearest } from '../../diagnostics/nearest.js';
import { linkTargetOf, placeWithin } from '../../model/source.js';
import { pathOf } from '../../read/read-file.js';
import { h } from '../element.js';
import type { Lowering } from '../lowering.js';
import { partLink } from '../part-link.js';
import type { Handler } from './table.js';

export const link: Handler<'link'> = (node, lowering) => linkTo(node.url, node.title, node, lowering);

export const linkReference: Handler<'linkReference'> = (node, lowering) => {
  const target = linkTargetOf(lowering.source, node.identifier);
  return target ? linkTo(target.url, target.title, node, lowering) : lowering.all(node.children);
};

function linkTo(url: string, hover: string | null | undefined, node: Nodes & { children: Nodes[] }, lowering: Lowering): ElementContent[] {
  const content = lowering.all(node.children);
  const { className = [], lang } = lowering.authored(node);
  const title = hover ?? undefined;
  const id = lowering.lookup.labelled(lowering.id(node))?.anchor;
  const external = /^(https?|mailto|tel|doi):/i.test(url) ? url : /^www\./i.test(url) ? `http://${url}` : undefined;
  if (external !== undefined) return partLink(content, { id, href: external, title, className: ['external', ...className], lang });
  const anchor = anchorFor(url, lowering);
  if (anchor !== undefined) return partLink(content, { id, href: `#${anchor}`, title, className: className.length > 0 ? className : undefined, lang });
  lowering.report('m-012', placeWithin(lowering.source, node, url), `the link to \`${url}\` leads nowhere in this book`, ...nearest(url, lowering.lookup.linkTargets()).map((like) => `\`${like}\` exists`));
  return id === undefined ? content : [h('span', { id }, content)];
}

/** `#sec:x` (a label), `#some-heading` (its slug, in this chapter), `03-thaw.md`, `03-thaw.md#sec:x`. */
function anchorFor(url: string, lowering: Lowering): Anchor | undefined {
  const [path = '', fragment] = url.split('#', 2);
  const file = path === '' ? lowering.chapter?.file : posix.normalize(posix.join(posix.dirname(lowering.source.file), pathOf(path)));
  const chapter = file === undefined ? undefined : lowering.lookup.chapterOf(file);
  if (fragment === undefined || fragment === '') return chapter;
  const name = pathOf(fragment);
  const labelled = lowering.lookup.anchorOfLabel(name);
  if (labelled) return labelled;
  const inChapter = chapter === undefined ? [] : [anchorOf(`${chapter}-${name}`)];
  return lowering.lookup.firstOf([...inChapter, anchorOf(name)].join(' '));
}
