import type { ContainerDirective } from 'mdast-util-directive';
import type { Question } from '../../model/document.js';
import { placeOf } from '../../model/source.js';
import { isAnswer, prints } from '../walk.js';
import type { Collector } from './directive.js';
import type { Gathering } from './gathering.js';

export const collectQuestion: Collector<ContainerDirective> = ({ node, id, label, given, visit, atAttribute }, gathering) => {
  const level = Number(given['level'] ?? 1);
  const lines = Number(given['lines'] ?? 0);
  const isLevel = level === 1 || level === 2 || level === 3;
  const isCount = Number.isInteger(lines) && lines >= 0 && lines <= 40;
  if (!isLevel) gathering.report('d-002', atAttribute('level'), `\`level=${given['level']}\` is not 1, 2 or 3`, '1 asks to recall, 2 to explain, 3 to judge');
  if (!isCount) gathering.report('d-002', atAttribute('lines'), `\`lines=${given['lines']}\` is not a number of lines from 0 to 40`);
  const anchor = gathering.addLabelled('question', visit, label);
  gathering.questions.push({ id, anchor, chapter: visit.chapter, source: visit.source, node, answers: node.children.filter(isAnswer), level: isLevel ? level : 1, lines: isCount ? lines : 0 });
};

export const collectAnswer: Collector<ContainerDirective> = ({ place, visit: { parent } }, { report }) => {
  const isAsked = parent?.type === 'containerDirective' && parent.name === 'question';
  if (!isAsked) report('d-009', place, 'this answer stands in no question, so it is not printed', 'put it before the last colons of its question, which need to be more than its own: `::::question`');
};

/** When all questions are known: d-009 (answers that are printed nowhere). */
export function checkAnswers({ read, questions, report }: Gathering): void {
  const answered = questions.find((question): question is Question & { answers: readonly [ContainerDirective] } => question.answers.length > 0);
  if (answered && !prints(read, 'answers')) report('d-009', placeOf(answered.source, answered.answers[0]), 'answers are written, but nothing says where to print them', 'write `::answers` on a line of its own in a chapter at the back');
}
