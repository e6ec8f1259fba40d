import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { posix } from 'node:path';
import type { Anchor } from '../../model/id.js';
import { anchorOf } from '../../model/id.js';
import { nearest } from '../../diagnostics/nearest.js';
import { linkTargetOf } from '../../pass/walk.js';
import { h } from '../element.js';
import type { Lowering } from '../lowering.js';
import type { Handler } from './table.js';

export const link: Handler<'link'> = (node, lowering) => linkTo(node.url, node, lowering);

export const linkReference: Handler<'linkReference'> = (node, lowering) => {
  const target = linkTargetOf(lowering.source, node.identifier);
  return target ? linkTo(target.url, node, lowering) : lowering.all(node.children);
};

function linkTo(url: string, node: Nodes & { children: Nodes[] }, lowering: Lowering): ElementContent[] {
  const content = lowering.all(node.children);
  if (/^(https?|mailto|tel|doi):/i.test(url)) return [h('a', { href: url, className: ['external'] }, content)];
  if (/^www\./i.test(url)) return [h('a', { href: `http://${url}`, className: ['external'] }, content)];
  const anchor = anchorFor(url, lowering);
  if (anchor !== undefined) return [h('a', { href: `#${anchor}` }, content)];
  const labels = [...lowering.doc.byLabel.keys()];
  lowering.report('m-012', lowering.place(node), `the link to \`${url}\` leads nowhere in this book`, ...nearest(url.replace(/^#/, ''), labels).map((like) => `\`#${like}\` exists`));
  return content;
}

/** `#sec:x` (a label), `#some-heading` (its slug, in this chapter), `03-thaw.md`, `03-thaw.md#sec:x`. */
function anchorFor(url: string, lowering: Lowering): Anchor | undefined {
  const [path = '', fragment] = url.split('#', 2);
  const file = path === '' ? lowering.chapter?.file : posix.normalize(posix.join(posix.dirname(lowering.source.file), decodeURI(path)));
  const chapter = lowering.doc.chapters.find((candidate) => candidate.file === file);
  if (fragment === undefined || fragment === '') return chapter?.slug;
  const name = decodeURIComponent(fragment);
  const labelled = lowering.doc.byLabel.get(name);
  if (labelled) return labelled.anchor;
  const inChapter = chapter && anchorOf(`${chapter.slug}-${name}`);
  return lowering.doc.labelled.find(({ anchor }) => anchor === inChapter || anchor === anchorOf(name))?.anchor;
}
