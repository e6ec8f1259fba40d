import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../../diagnostics/nearest.js';
import { claimStatuses } from '../../model/document.js';
import type { Label } from '../../model/id.js';
import { attributePlace, placeOf } from '../../model/source.js';
import { unprintedFacts } from '../left-out.js';
import { prints } from '../walk.js';
import type { Collector } from './directive.js';
import type { Gathering } from './gathering.js';

/** `:claim[Salt was heavy]{#claim:heavy status=verified}`; its evidence is found by its label. */
export const collectClaim: Collector<TextDirective> = ({ node, id, label, given, visit, atAttribute }, gathering) => {
  if (!label) return;
  const { source, chapter } = visit;
  const status = claimStatuses.find((known) => known === given['status']);
  if (given['status'] && !status) gathering.report('d-002', atAttribute('status'), `\`${given['status']}\` is not a status`, ...nearest(given['status'], claimStatuses).map((like) => `\`${like}\` exists`), `a status is one of ${claimStatuses.join(', ')}`);
  const anchor = gathering.addLabelled('claim', visit, label);
  gathering.claims.push({ id, label: label as Label, anchor, chapter, source, node, status: status ?? 'unverified', evidence: gathering.evidence.filter((block) => block.node.attributes?.['for'] === label) });
};

export const collectEvidence: Collector<ContainerDirective> = ({ node, place }, { evidence, report }) => {
  if (!evidence.some((block) => block.node === node)) report('d-009', place, 'evidence is gathered from chapters only, so this is not printed', 'write it in a chapter');
};

/** When all claims are known: d-002, d-005 (evidence for none of them), d-004 (a claim without evidence), d-009 (printed nowhere). */
export function checkEvidence({ read, claims, evidence, report }: Gathering): void {
  const known = new Set<string>(claims.map((claim) => claim.label));
  for (const { node, source } of evidence) {
    const target = node.attributes?.['for'];
    if (!target) report('d-002', placeOf(source, node), '`:::evidence` needs `for=…`, the label of a claim');
    else if (!known.has(target) && !unprintedFacts(read).labels.has(target)) report('d-005', attributePlace(source, node, 'for'), `there is no claim \`${target}\``, ...nearest(target, [...known]).map((like) => `\`${like}\` exists`));
  }
  for (const claim of claims) {
    if (claim.evidence.length === 0) report('d-004', placeOf(claim.source, claim.node), `the claim \`${claim.label}\` has no evidence`, `write \`:::evidence{for=${claim.label}}\` with the reasons`);
  }
  const [first] = evidence;
  if (first && !prints(read, 'evidence')) report('d-009', placeOf(first.source, first.node), 'evidence is written, but nothing says where to print it', 'write `::evidence` on a line of its own in a chapter at the back');
}
