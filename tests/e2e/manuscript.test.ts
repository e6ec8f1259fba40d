/** The Pact booklet as a piece of work: how much there is of what, and that its sources are real parts of it. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toString } from 'mdast-util-to-string';
import { parse } from 'yaml';
import { buildBook } from '../../src/build-book.js';
import { isAnswered } from '../../src/model/document.js';
import { machineWorld } from '../../src/world/machine.js';
import { elements, pactFolder, readManuscript } from './manuscript.js';
import { pact } from './shared-books.js';

const { resolved, print } = await readManuscript(pactFolder);
const files = (await readdir(pactFolder)).sort();
const body = resolved.chapters.filter((chapter) => chapter.matter === 'body');

/** Every text value below, keys and bare dates not counted. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('the manuscript', () => {
  test('is seven thousand words or more', async () => {
    const markdown = resolved.chapters.map((chapter) => toString(chapter.tree));
    const registers = await Promise.all(files.filter((file) => file.endsWith('.yaml') && file !== 'book.yaml').map(async (file) => textsOf(parse(await readFile(join(pactFolder, file), 'utf8'))).join(' ')));
    const words = [...markdown, ...registers].join(' ').match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
    expect(words.length).toBeGreaterThanOrEqual(7000);
  });

  test.each<[string, number, () => number]>([
    ['numbered chapters', 8, () => body.length],
    ['citations', 25, () => resolved.citations.length],
    ['notes', 20, () => resolved.notes.filter((call) => call.body.type !== 'citation').length],
    ['cross-references', 15, () => resolved.references.size],
    ['charts and timelines', 3, () => resolved.drawings.size],
    ['tables with captions', 3, () => print.flatMap((part) => part.body.flatMap((element) => elements(element, 'caption'))).length],
    ['claims that were tested', 20, () => resolved.claims.length],
    ['comments on words', 12, () => resolved.comments.length],
    ['terms explained', 25, () => resolved.registers.terms.length],
    ['people', 15, () => resolved.registers.people.length],
    ['places', 12, () => resolved.registers.places.length],
    ['dates', 30, () => resolved.registers.dates.length],
    ['questions with answers', 30, () => resolved.questions.filter(isAnswered).length],
    ['levels of questions', 3, () => new Set(resolved.questions.map(({ level }) => level)).size],
    ['indexes', 3, () => resolved.indexes.size],
    ['entries in them', 60, () => [...resolved.indexes.values()].flatMap(({ groups }) => groups.flatMap(({ entries }) => entries)).length],
  ])('has %s: %i or more', (_what, least, count) => {
    expect(count()).toBeGreaterThanOrEqual(least);
  });

  test.each(body.map((chapter): [string, (typeof body)[number]] => [chapter.running, chapter]))('“%s” asks questions, answers them and explains its words', (_title, chapter) => {
    const questions = resolved.questions.filter((question) => question.chapter === chapter);
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.filter((question) => !isAnswered(question))).toEqual([]);
    expect(resolved.mentions.filter((mention) => mention.chapter === chapter && mention.entry.kind === 'terms').length).toBeGreaterThan(0);
  });

  test('every drawing says in words what it shows', () => {
    for (const { node } of resolved.charts) expect((node.attributes?.['alt'] ?? '').length).toBeGreaterThan(40);
  });

  test('every claim has its evidence', () => {
    expect(resolved.claims.filter((claim) => claim.evidence.length === 0).map((claim) => claim.label)).toEqual([]);
  });

  test('every source in the bibliography is cited, and every citation is in the bibliography', () => {
    const cited = new Set(resolved.citations.flatMap((citation) => citation.node.parts.map((part) => part.key)));
    expect(new Set(resolved.bibliography.map((entry) => entry.key))).toEqual(cited);
  });

  test('builds without a finding', async () => {
    const report = JSON.parse(await readFile(join(await pact(), 'report.json'), 'utf8')) as { findings: { code: string; message: string }[] };
    expect(report.findings).toEqual([]);
  }, 120_000);
});

test.each(['student', 'teacher'] as const)('the %s’s edition has nothing to mend', async (edition) => {
  const { findings } = await buildBook({ folder: pactFolder, world: machineWorld(), targets: [], edition });
  expect(findings).toEqual([]);
});
