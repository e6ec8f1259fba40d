/**
 * What there is to choose or to match in a question.
 *
 * In: a `:::question{kind=choice}` or `{kind=match}`. Out: its options or pairs, and in which order the pairs are shown.
 * Reports d-015 (a choice that cannot be made), d-016 (what cannot be matched). Then there is no task, and its words are shown as written.
 * Not here: letters, and the words of the answer (lower/directives/question.ts).
 */
import type { List, Nodes, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Hint } from '../../diagnostics/diagnostic.js';
import type { Choice, Match } from '../../model/document.js';
import { fnv1a } from '../../model/fnv1a.js';
import type { Anchor } from '../../model/id.js';
import { placeOf } from '../../model/source.js';
import type { DefinitionList } from '../../model/syntax.js';
import { wordsOf } from '../../model/words.js';
import { plain } from '../../read/read-chapter.js';
import type { Met } from './directive.js';
import type { Gathering } from './gathering.js';

export function readChoice({ node, place, visit: { source } }: Met<ContainerDirective>, { read, report }: Gathering): Choice | undefined {
  const lists = node.children.filter((child): child is List => child.type === 'list');
  const [block, second] = lists.filter((list) => list.children.some((item) => typeof item.checked === 'boolean'));
  const letters = wordsOf(read.config.language).letters.length;
  const wrong = (at: Nodes | undefined, fact: string, ...hints: (Hint | string)[]): undefined => void report('d-015', at ? placeOf(source, at) : place, fact, ...hints);
  if (!block) return wrong(undefined, 'there is nothing to choose from', 'write the options as a list: `- [ ] wrong`, `- [x] right`');
  if (second) return wrong(second, 'a choice has one list of options, and this is a second', 'make it a question of its own');
  const options = block.children;
  const boxless = options.find((item) => typeof item.checked !== 'boolean');
  if (boxless) return wrong(boxless, 'this option has no box', 'write `- [ ]` before it, or `- [x]` if it is right');
  if (options.length < 2) return wrong(block, 'there is only one option to choose');
  if (options.length > letters) return wrong(options[letters], `there are ${options.length} options, and letters for ${letters}`);
  const twin = findTwin(options.map((item) => [item]));
  if (twin) return wrong(options[twin.second], 'this option is given twice', { text: 'first given here', place: placeOf(source, options[twin.first] as Nodes) });
  const right = options.flatMap((item, index) => (item.checked === true ? [index] : []));
  if (right.length === 0) return wrong(block, 'none of the options is the right one', 'tick at least one: `- [x]`');
  return { kind: 'choice', block, right };
}

export function readMatch({ node, place, visit: { source } }: Met<ContainerDirective>, anchor: Anchor, { read, report }: Gathering): Match | undefined {
  const [block, second] = node.children.filter((child): child is Table | DefinitionList => child.type === 'table' || child.type === 'definitionList');
  const letters = wordsOf(read.config.language).letters.length;
  const wrong = (at: Nodes | undefined, fact: string, ...hints: (Hint | string)[]): undefined => void report('d-016', at ? placeOf(source, at) : place, fact, ...hints);
  if (!block) return wrong(undefined, 'there is nothing to match', 'write the pairs as a table of two columns, or each as a line and below it `: what belongs to it`');
  if (second) return wrong(second, 'a matching question has one list of pairs, and this is a second', 'make it a question of its own');
  const rows = block.type === 'table' ? cellsOf(block) : entriesOf(block);
  const uneven = rows.find((row) => row.sides.length !== 2 || row.sides.some((side) => plain(side) === ''));
  if (uneven) return wrong(uneven.at, 'this is no pair: it does not have two sides');
  const pairs = rows.map(({ at, sides: [left = [], right = []] }) => ({ at, left, right }));
  if (pairs.length < 2) return wrong(block, 'matching takes two pairs at least');
  if (pairs.length > letters) return wrong(pairs[letters]?.at, `there are ${pairs.length} pairs, and letters for ${letters}`);
  for (const side of ['left', 'right'] as const) {
    const twin = findTwin(pairs.map((pair) => pair[side]));
    if (twin) return wrong(pairs[twin.second]?.at, `\`${plain(pairs[twin.second]?.[side] ?? [])}\` is given twice, so the answer is in doubt`, { text: 'first given here', place: placeOf(source, pairs[twin.first]?.at as Nodes) });
  }
  const heads = block.type === 'table' ? (block.children[0]?.children ?? []).map((cell) => cell.children) : [];
  return { kind: 'match', block, heads: heads.some((head) => plain(head) !== '') ? heads : [], pairs, order: shuffle(pairs.length, anchor) };
}

interface Row {
  readonly at: Nodes;
  readonly sides: readonly (readonly Nodes[])[];
}

const cellsOf = (table: Table): Row[] => table.children.slice(1).map((row) => ({ at: row, sides: row.children.map((cell) => cell.children) }));

/** Two terms of one meaning, or two meanings of one term, make a row of more than two sides. */
function entriesOf(list: DefinitionList): Row[] {
  const rows: { at: Nodes; sides: Nodes[][] }[] = [];
  let isOpen = false;
  for (const part of list.children) {
    if (part.type === 'definitionTerm' && !isOpen) rows.push({ at: part, sides: [] });
    isOpen = part.type === 'definitionTerm';
    rows.at(-1)?.sides.push(part.children);
  }
  return rows;
}

/** The first two that say the same, whatever the case of their letters. */
function findTwin(sides: readonly (readonly Nodes[])[]): { readonly first: number; readonly second: number } | undefined {
  const seen = new Map<string, number>();
  for (const [second, side] of sides.entries()) {
    const words = plain(side).toLowerCase();
    const first = seen.get(words);
    if (first !== undefined) return { first, second };
    seen.set(words, second);
  }
  return undefined;
}

/**
 * An order that looks like chance and is always the same for the same name and number; never that of the pairs themselves.
 *
 * Source: Fisher and Yates' shuffle, with the numbers of xorshift32, begun by the FNV-1a hash of the name.
 */
export function shuffle(count: number, name: string): number[] {
  let state = fnv1a(`${name} ${count}`) || 1;
  const next = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = next(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  const isUnchanged = order.every((pair, index) => pair === index);
  return isUnchanged ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
