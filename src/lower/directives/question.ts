/**
 * A question: its number and what is asked, options or pairs, hints, its level. Then, by edition: room to write (print), the page of
 * its answer, or the answer itself.
 *
 * Nothing here tells a right option from a wrong one, or what matches, but in a teacher's edition.
 * Not here: the answers at the back (apparatus.ts), what there is to choose or to match (pass/collect/task.ts).
 */
import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { isAnswered, type Choice, type Match, type Question } from '../../model/document.js';
import type { Anchor } from '../../model/id.js';
import type { Words } from '../../model/words.js';
import { isAnswer, isHint } from '../../pass/walk.js';
import { h, leadWith, pageOf, text } from '../element.js';
import type { Lowering } from '../lowering.js';

export function question(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const known = lowering.lookup.question(lowering.id(node));
  if (!known) return lowering.all(node.children);
  const { config, target, words } = lowering;
  const { audience } = config;
  const number = [h('span', { className: ['question-number'] }, `${lowering.lookup.number(known.id) ?? ''} `)];
  const hasRoom = target === 'print' && audience !== 'teacher' && known.lines > 0;
  const level = h('span', { className: ['question-level'] }, words.levels[known.level - 1] as string);
  return [
    h(
      'div',
      { className: ['question', `level-${known.level}`], id: known.anchor, dataAt: known.id, ...semantics(taskTypes[known.task?.kind ?? 'open'], lowering) },
      leadWith(number, asked(known, lowering)),
      known.hints.flatMap((hint, index) => hintOf(hint, known.hints.length > 1 ? index + 1 : undefined, lowering)),
      h('p', { className: ['question-tail'], dataKeep: 'previous' }, level, isAnswered(known) && lowering.lookup.isPrinted('answers') ? wayToAnswer(known, words) : []),
      hasRoom ? [h('div', { className: ['writing-lines'], dataKeep: 'previous', ariaHidden: 'true' }, Array.from({ length: known.lines }, () => h('div', { className: ['writing-line'], dataKeep: 'previous' })))] : [],
      audience === 'teacher' && isAnswered(known) ? answerInPlace(known, lowering) : [],
    ),
  ];
}

/** Source: EPUB Structural Semantics Vocabulary, educational content. */
const taskTypes = { open: 'general-problem', choice: 'multiple-choice-problem', match: 'match-problem' } as const;

/** What a reading system is told; print has no use for it. */
export function semantics(type: string, { target }: Lowering): { 'epub:type'?: string } {
  return target === 'epub' ? { 'epub:type': type } : {};
}

export const answerAnchor = ({ anchor }: Question): Anchor => `a-${anchor}` as Anchor;

function wayToAnswer(known: Question, words: Words): ElementContent[] {
  return [text(' · '), h('a', { href: `#${answerAnchor(known)}` }, `${words.answer} `, words.page, '\u00a0'), pageOf(answerAnchor(known))];
}

/** What the question says, with its task where the author put it. */
export function asked({ node, task }: Pick<Question, 'node' | 'task'>, lowering: Lowering): ElementContent[] {
  const body: Nodes[] = node.children.filter((child) => !isHint(child) && !isAnswer(child));
  if (!task) return lowering.all(body);
  const at = body.indexOf(task.block);
  return [...lowering.all(body.slice(0, at)), task.kind === 'choice' ? options(task, lowering) : columns(task, lowering), ...lowering.all(body.slice(at + 1))];
}

/** Lists up to this long are not divided between two pages. */
const shortList = 8;

function options({ block, right }: Choice, lowering: Lowering): ElementContent {
  const { words, config } = lowering;
  const isShort = block.children.length <= shortList;
  const items = block.children.map((item, index) => {
    const isTicked = config.audience === 'teacher' && right.includes(index);
    const lead = [h('span', { className: ['checkbox'] }, isTicked ? '☑ ' : '☐ '), h('span', { className: ['option-letter'] }, `${words.letters.charAt(index)} `)];
    return h('li', { className: isTicked ? ['right'] : undefined, dataKeep: isShort || index === 0 ? 'previous' : undefined }, leadWith(lead, lowering.all(item.children)));
  });
  return h('ul', { className: ['options'], dataAt: lowering.id(block) }, items);
}

/** A table, so that it goes on overleaf by its rows. Its cells carry no place of the manuscript, which would tell what belongs together. */
function columns({ block, heads, pairs, order }: Match, lowering: Lowering): ElementContent {
  const { words, target, config } = lowering;
  const blank = (pair: number) => (target === 'print' ? [h('span', { className: ['blank'] }, config.audience === 'teacher' ? words.letters.charAt(order.indexOf(pair)) : '')] : []);
  const rows = pairs.map(({ left }, index) => {
    const right = pairs[order[index] as number]?.right ?? [];
    return h(
      'tr',
      {},
      h('td', {}, leadWith([...blank(index), h('span', { className: ['match-number'] }, `${index + 1} `)], side(left, lowering))),
      h('td', {}, leadWith([h('span', { className: ['match-letter'] }, `${words.letters.charAt(index)} `)], side(right, lowering))),
    );
  });
  const head = heads.length > 0 ? [h('thead', {}, h('tr', {}, heads.map((cell) => h('th', { scope: 'col' }, lowering.all(cell)))))] : [];
  return h('table', { className: ['matching'], dataAt: lowering.id(block), dataKeep: 'previous' }, head, h('tbody', {}, rows));
}

/** Words or blocks, as blocks. */
function side(nodes: readonly Nodes[], lowering: Lowering): ElementContent[] {
  const lowered = lowering.all(nodes);
  return lowered.some((node) => node.type === 'element' && node.tagName === 'p') ? lowered : [h('p', {}, lowered)];
}

function hintOf(hint: ContainerDirective, number: number | undefined, lowering: Lowering): ElementContent[] {
  const label = number === undefined ? lowering.words.hint : `${lowering.words.hint} ${number}`;
  const said = lowering.all(hint.children);
  // Who does not want it yet should not have read it already.
  if (lowering.target === 'epub') return [h('details', { className: ['hint'], dataAt: lowering.id(hint) }, h('summary', {}, label), said)];
  return [h('div', { className: ['hint'], dataAt: lowering.id(hint), dataKeep: 'previous' }, leadWith([h('span', { className: ['hint-label'] }, label), text('. ')], said))];
}

function answerInPlace(known: Question, lowering: Lowering): ElementContent[] {
  const label = h('span', { className: ['answer-label'] }, lowering.words.answer);
  const at = known.answers[0] ?? known.node;
  return [h('div', { className: ['answer-in-place'], id: answerAnchor(known), dataAt: `${lowering.id(at)}#answer`, dataKeep: 'previous', ...semantics('answer', lowering) }, leadWith([label, text('. ')], answerOf(known, lowering)))];
}

/** The answer that the task itself has, then what the author says. */
export function answerOf({ task, answers, source }: Question, lowering: Lowering): ElementContent[] {
  const inner = lowering.within(source);
  const said = answers.flatMap((answer) => inner.all(answer.children));
  if (!task) return said;
  const key = h('span', { className: ['answer-key'] }, keyOf(task, lowering.words));
  return leadWith([key, text(said.length > 0 ? '. ' : '.')], said);
}

/** `b and d`; `1c, 2a, 3b`. */
function keyOf(task: Choice | Match, { letters, and }: Words): string {
  if (task.kind === 'match') return task.pairs.map((_, pair) => `${pair + 1}${letters.charAt(task.order.indexOf(pair))}`).join(', ');
  const right = task.right.map((index) => letters.charAt(index));
  return right.length < 2 ? right.join('') : `${right.slice(0, -1).join(', ')} ${and} ${right.at(-1)}`;
}
