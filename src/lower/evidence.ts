/** The appendix of evidence: each claim with its number, standing, page, the reasons for it, and apart from these its sources. */
import type { ElementContent } from 'hast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Claim, ClaimStatus } from '../model/document.js';
import type { Words } from '../model/words.js';
import { citedIn } from '../pass/cited-in.js';
import { plain } from '../read/read-chapter.js';
import { chapterTitle } from './apparatus.js';
import { entryId } from './directives/register.js';
import { h, pageOf, text } from './element.js';
import type { Lowering } from './lowering.js';

/** The discreet signs of a claim's standing: equal, more or less, questionable, not equal. */
export const statusSigns: Readonly<Record<ClaimStatus, string>> = { verified: '=', disputed: '±', unverified: '?', contradicted: '≠' };

export function statusMark(claim: Claim, lowering: Lowering): ElementContent[] {
  const sign = statusSigns[claim.status];
  const title = lowering.words.statuses[claim.status];
  const isLinked = lowering.lookup.isListed(claim.label);
  return [h('sup', { className: ['claim-mark'], title }, isLinked ? h('a', { href: `#ev-${claim.anchor}` }, sign) : sign)];
}

export function evidence(node: LeafDirective, lowering: Lowering): ElementContent[] {
  const claims = lowering.lookup.listedClaims(node).flatMap((id) => lowering.lookup.claim(id) ?? []);
  if (claims.length === 0) return [];
  const isGrouped = node.attributes?.['by'] === 'chapter';
  const rows = claims.flatMap((claim, index) => {
    const opensChapter = isGrouped && claims[index - 1]?.chapter !== claim.chapter;
    return [...(opensChapter ? [h('h2', { className: ['evidence-chapter'] }, chapterTitle(claim.chapter, lowering))] : []), claimWithReasons(claim, entryId(node, claim.anchor, lowering), lowering)];
  });
  return [h('div', { className: ['evidence-list'], dataAt: lowering.id(node) }, rows)];
}

function claimWithReasons(claim: Claim, at: string, lowering: Lowering): ElementContent {
  const { lookup, words } = lowering;
  const reasons = claim.evidence.flatMap((block) => lowering.within(block.source).all(block.node.children));
  const sources = sourcesOf(claim, at, lowering);
  return h(
    'div',
    { className: ['evidence', `evidence-${claim.status}`], id: `ev-${claim.anchor}`, dataAt: at },
    h(
      'p',
      { className: ['evidence-claim'], dataKeep: reasons.length + sources.length > 0 ? 'next' : undefined },
      h('span', { className: ['evidence-number'] }, lookup.number(claim.id) ?? ''),
      ' ',
      h('a', { href: `#${claim.anchor}` }, quoted(plain(claim.node.children), words)),
      ' ',
      h('span', { className: ['status', `status-${claim.status}`] }, `${statusSigns[claim.status]}\u00a0${words.statuses[claim.status]}`),
      ` (${words.page}\u00a0`,
      pageOf(claim.anchor),
      ')',
    ),
    reasons,
    sources,
  );
}

/** What the evidence cites, each once, in its order; a book without sources says nothing of them. */
function sourcesOf(claim: Claim, at: string, { lookup, words }: Lowering): ElementContent[] {
  if (!lookup.hasSources()) return [];
  const [head, none] = words.sources;
  const cited = claim.evidence.flatMap(({ node, source }) => citedIn(node, source)).flatMap(({ parts }) => parts.flatMap(({ key }) => lookup.citedBy(key)));
  const sources = [...new Set(cited)].flatMap((key) => lookup.source(key) ?? []);
  const named = sources.flatMap(({ name, anchor }, index) => [...(index > 0 ? [text('; ')] : []), anchor === undefined ? text(name) : h('a', { href: `#${anchor}` }, name)]);
  return [h('p', { className: ['evidence-sources'], dataAt: `${at}-sources`, dataKeep: 'previous' }, h('span', { className: ['evidence-head'] }, `${head}:`), ' ', named.length > 0 ? named : none)];
}

/** In quotation marks; those inside become the marks that the language nests. */
function quoted(phrase: string, { open, close, innerOpen, innerClose }: Words): string {
  if (phrase.startsWith(open) && phrase.endsWith(close)) return phrase;
  const inner = phrase.replaceAll(open, innerOpen).replace(new RegExp(`${close}(?!\\p{L})`, 'gu'), innerClose);
  return `${open}${inner}${close}`;
}
