/**
 * Questions with their hints and answers.
 *
 * Reports d-002 (an attribute that says nothing), d-009 (a hint or an answer that nothing prints), d-018 (a ticked box outside a choice).
 * Not here: what there is to choose or to match (pass/collect/task.ts).
 */
import type { ContainerDirective } from 'mdast-util-directive';
import { nearest } from '../../diagnostics/nearest.js';
import { isAnswered } from '../../model/document.js';
import { placeOf } from '../../model/source.js';
import { isAnswer, isHint, prints } from '../walk.js';
import type { Collector } from './directive.js';
import type { Gathering } from './gathering.js';
import { readChoice, readMatch } from './task.js';

const kinds = ['open', 'choice', 'match'] as const;

export const collectQuestion: Collector<ContainerDirective> = (met, gathering) => {
  const { node, id, label, given, visit, atAttribute } = met;
  const { report } = gathering;
  const level = Number(given['level'] ?? 1);
  const lines = Number(given['lines'] ?? 0);
  const written = given['kind'] ?? 'open';
  const kind = kinds.find((known) => known === written);
  const isLevel = level === 1 || level === 2 || level === 3;
  const isCount = Number.isInteger(lines) && lines >= 0 && lines <= 40;
  if (!isLevel) report('d-002', atAttribute('level'), `\`level=${given['level']}\` is not 1, 2 or 3`, '1 asks to recall, 2 to explain, 3 to judge');
  if (!isCount) report('d-002', atAttribute('lines'), `\`lines=${given['lines']}\` is not a number of lines from 0 to 40`);
  if (!kind) report('d-002', atAttribute('kind'), `\`kind=${written}\` is no kind of question`, ...nearest(written, kinds).map((like) => `\`${like}\` exists`), `the kinds are ${kinds.join(', ')}`);
  const anchor = gathering.addLabelled('question', visit, label);
  const task = kind === 'choice' ? readChoice(met, gathering) : kind === 'match' ? readMatch(met, anchor, gathering) : undefined;
  for (const list of node.children) {
    const ticked = list.type === 'list' && list !== task?.block ? list.children.find((item) => item.checked === true) : undefined;
    if (ticked && kind !== 'choice') report('d-018', placeOf(visit.source, ticked), 'this box is printed ticked, so the question tells its answer', 'write `kind=choice` behind `:::question{`');
  }
  gathering.questions.push({
    id,
    anchor,
    chapter: visit.chapter,
    source: visit.source,
    node,
    hints: node.children.filter(isHint),
    answers: node.children.filter(isAnswer),
    ...(task && { task }),
    level: isLevel ? level : 1,
    lines: isCount ? lines : 0,
  });
};

const isAsked = (parent: unknown): boolean => typeof parent === 'object' && parent !== null && 'name' in parent && parent.name === 'question';

export const collectAnswer: Collector<ContainerDirective> = ({ place, visit: { parent } }, { report }) => {
  if (!isAsked(parent)) report('d-009', place, 'this answer stands in no question, so it is not printed', 'put it before the last colons of its question, which need to be more than its own: `::::question`');
};

export const collectHint: Collector<ContainerDirective> = ({ place, visit: { parent } }, { report }) => {
  if (!isAsked(parent)) report('d-009', place, 'this hint stands in no question, so it is not printed', 'put it before the last colons of its question, which need to be more than its own: `::::question`');
};

/** When all questions are known: d-009 (answers that are printed nowhere). */
export function checkAnswers({ read, questions, report }: Gathering): void {
  if (read.config.audience !== 'self-study' || prints(read, 'answers')) return;
  const answered = questions.find(isAnswered);
  if (answered) report('d-009', placeOf(answered.source, answered.answers[0] ?? answered.node), 'answers are written, but nothing says where to print them', 'write `::answers` on a line of its own in a chapter at the back');
}
