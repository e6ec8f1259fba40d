import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { nearest } from '../../diagnostics/nearest.js';
import { claimStatuses } from '../../model/document.js';
import type { Label } from '../../model/id.js';
import { attributePlace, placeOf, visitWritten } from '../../model/source.js';
import { unprintedFacts } from '../left-out.js';
import { listEvidence, statusesIn } from '../list-evidence.js';
import type { Collector } from './directive.js';
import type { Gathering } from './gathering.js';

/** `:claim[Salt was heavy]{#claim:heavy status=verified}`; its evidence is found by its label. */
export const collectClaim: Collector<TextDirective> = ({ node, id, label, given, visit, atAttribute }, gathering) => {
  if (!label) return;
  const { source, chapter } = visit;
  const status = claimStatuses.find((known) => known === given['status']);
  if (given['status'] && !status) gathering.report('d-002', atAttribute('status'), `\`${given['status']}\` is not a status`, ...nearest(given['status'], claimStatuses).map((like) => `\`${like}\` exists`), `a status is one of ${claimStatuses.join(', ')}`);
  const anchor = gathering.addLabelled('claim', visit, label);
  gathering.claims.push({ id, label: label as Label, anchor, chapter, source, node, status: status ?? 'unverified', evidence: gathering.evidenceFor.get(label) ?? [] });
};

export const collectEvidence: Collector<ContainerDirective> = ({ node, given, place, atAttribute }, { evidenceFor, report }) => {
  if (!evidenceFor.get(given['for'] ?? '')?.some((block) => block.node === node)) report('d-009', place, 'evidence is gathered from chapters only, so this is not printed', 'write it in a chapter');
  for (const name of ['status', 'by']) if (given[name]) report('d-008', atAttribute(name), `\`:::evidence\` has no attribute \`${name}\``, `\`::evidence{${name}=…}\` has, which lists it`);
};

/** `::evidence{status=disputed by=chapter}`. Reports d-002 (what is neither), d-008 (`for`, which is another form’s). */
export const collectEvidenceList: Collector<LeafDirective> = ({ node, given, atAttribute }, { report }) => {
  if (given['for']) report('d-008', atAttribute('for'), '`::evidence` has no attribute `for`', '`:::evidence{for=…}` has, which holds the reasons');
  if (given['by'] && given['by'] !== 'chapter') report('d-002', atAttribute('by'), `\`by=${given['by']}\` is no way to group evidence`, '`by=chapter` is the only one');
  for (const unknown of statusesIn(node).filter((name) => !(claimStatuses as readonly string[]).includes(name))) {
    report('d-002', atAttribute('status'), `\`${unknown}\` is not a status`, ...nearest(unknown, claimStatuses).map((like) => `\`${like}\` exists`), `a status is one of ${claimStatuses.join(', ')}`);
  }
};

/**
 * When all claims are known: d-002, d-005 (evidence for none of them), d-004 (a claim without evidence), d-009 (printed nowhere),
 * d-035 (a list of no claim).
 */
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
  const { lists, unlisted } = listEvidence(read);
  const [first] = evidence;
  if (first && lists.size === 0) report('d-009', placeOf(first.source, first.node), 'evidence is written, but nothing says where to print it', 'write `::evidence` on a line of its own in a chapter at the back');
  if (lists.size > 0) for (const { status, blocks: [block] } of unlisted) if (block) report('d-009', placeOf(block.source, block.node), `no \`::evidence\` lists claims that are ${status}, so this is not printed`, `write \`::evidence{status=${status}}\` on a line of its own`);
  for (const chapter of read.chapters) {
    visitWritten(chapter, 'leafDirective', (node, source) => {
      if (lists.get(node)?.length === 0) report('d-035', placeOf(source, node), claims.length === 0 ? 'there is no claim that this could list' : 'this lists no claim: each stands in the first list that takes its status', ...(claims.length === 0 ? ['mark one: `:claim[Salt was heavy]{#claim:heavy status=verified}`'] : []));
    });
  }
}
