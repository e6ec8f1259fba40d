import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { silence } from '../../src/diagnostics/silence.js';
import type { Silence } from '../../src/model/book.js';
import { buildBook } from '../../src/build-book.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';
import { bib } from '../suite/book.js';

const findings = () => {
  const found = new Findings();
  found.report('c-001', { file: '03-thaw.md', line: 41 }, 'citation key `clark1991` is not in the bibliography');
  found.report('c-005', { file: 'references.bib', line: 3 }, '`mack1994` is never cited');
  found.report('c-005', { file: 'references.bib', line: 9 }, '`rossi` is never cited');
  found.report('m-008', { file: '03-thaw.md', line: 7 }, 'the picture has no alternative text');
  found.report('p-001', { file: '04-rome.md', line: 2 }, 'this block is taller than its page');
  return found.list();
};

const rule = (code: Silence['code'], of?: string): Silence => ({ code, because: 'known', place: { file: 'book.yaml', line: 5 }, ...(of !== undefined && { of }) });
const facts = { placeOf: (name: string) => (name === 'fig:map' ? { file: '03-thaw.md', line: 7 } : undefined), isJudged: () => true };

describe('a rule silences', () => {
  test.each<[what: string, Silence, string[]]>([
    ['all of a code', rule('c-005'), ['references.bib:3', 'references.bib:9']],
    ['what names a key', rule('c-005', 'rossi'), ['references.bib:9']],
    ['what stands on the line of a label', rule('m-008', 'fig:map'), ['03-thaw.md:7']],
    ['what stands in a file', rule('p-001', '04-rome.md'), ['04-rome.md:2']],
    ['nothing of a part of a key', rule('c-005', 'ross'), []],
    ['nothing of another file', rule('p-001', '03-thaw.md'), []],
    ['no error, ever', rule('c-001'), []],
  ])('%s', (_, given, expected) => {
    const { findings: told, silenced } = silence(findings(), [given], facts);
    expect(silenced.map(({ place, because }) => [`${place.file}:${place.line}`, because])).toEqual(expected.map((place) => [place, 'known']));
    expect(told.length).toBe(5 - silenced.length + (silenced.length === 0 ? 1 : 0));
  });

  test('nothing, which is told where the rule stands', () => {
    const { findings: told } = silence(findings(), [rule('m-009', 'rossi')], facts);
    expect(told.filter(({ code }) => code === 'b-009')).toEqual([{ code: 'b-009', severity: 'warning', place: { file: 'book.yaml', line: 5 }, message: 'nothing here is `m-009` of `rossi`, so there is nothing to silence', hints: [{ text: 'take the rule out' }] }]);
  });

  test('nothing, which is not told when the run did not come so far', () => {
    expect(silence(findings(), [rule('p-005')], { ...facts, isJudged: ({ code }) => !code.startsWith('p-') }).findings).toEqual(findings());
  });

  test('once, with the reason of the first of two rules, and neither is idle', () => {
    const { findings: told, silenced } = silence(findings(), [rule('c-005', 'rossi'), { ...rule('c-005'), because: 'all' }], facts);
    expect(silenced.map(({ because }) => because)).toEqual(['all', 'known']);
    expect(told.map(({ code }) => code)).not.toContain('b-009');
  });
});

describe('book.yaml', () => {
  const check = (rules: string, text = 'The accord [@clarke1991].') =>
    buildBook({ folder: 'book', targets: [], world: memoryWorld({ 'book/book.yaml': `title: T\nchapters: [a.md]\nbibliography: b.bib\nsilence: ${rules}\n`, 'book/a.md': `# A\n\n${text}\n\n::bibliography\n`, 'book/b.bib': bib }, {}, machineWorld().disk) });

  test('is not called idle by an edition that leaves out what it is for', async () => {
    const given = (audience: string) => ({ 'book/book.yaml': `title: T\nchapters: [a.md]\naudience: ${audience}\nsilence: [{code: d-008, because: kept for later}]\n`, 'book/a.md': '# A\n\n:::::question\nWhy?\n\n::::answer\n:::callout{size=2}\nSo.\n:::\n::::\n:::::\n\n## Answers\n\n::answers\n' });
    for (const [audience, count] of [['self-study', 1], ['student', 0]] as const) {
      const { findings, silenced } = await buildBook({ folder: 'book', targets: [], world: memoryWorld(given(audience), {}, machineWorld().disk) });
      expect([findings, silenced.length], audience).toEqual([[], count]);
    }
  });

  test('silences a finding of its book', async () => {
    const { findings, silenced } = await check('[{code: c-005, of: petracchi1982, because: in the second volume}]');
    expect(findings).toEqual([]);
    expect(silenced).toMatchObject([{ code: 'c-005', because: 'in the second volume', place: { file: 'b.bib', line: 4 } }]);
  });

  test('does not blame a rule for pages when there are none, nor any while there is an error', async () => {
    expect((await check('[{code: c-005, because: later}, {code: p-001, because: a wide table}]')).findings).toEqual([]);
    expect((await check('[{code: m-008, because: later}]', 'Who? [@nobody]')).findings.map(({ code }) => code)).not.toContain('b-009');
  });

  test.each([
    ['[{code: c-005}]', '`silence[1].because` is missing', []],
    ['[{code: c-005, because: " "}]', '`silence[1].because` is wrong: it is empty', []],
    ['[{code: c-0005, because: late}]', '`silence[1].code` is wrong: there is no code `c-0005`', ['`c-005` exists']],
    ['[{code: c-001, because: late}]', '`silence[1].code` is wrong: `c-001` is an error', ['only warnings can be silenced']],
    ['[{code: c-005, because: late, off: rossi}]', '`silence[1].off` is not a key of book.yaml', ['`of` exists']],
  ])('%s is refused', async (rules, message, hints) => {
    const { findings } = await check(rules, 'The accord [@clarke1991; @petracchi1982].');
    expect(findings.map((finding) => [finding.code, finding.message, finding.hints.map(({ text }) => text).slice(0, 1)])).toEqual([[message.includes('not a key') ? 'b-003' : 'b-004', message, hints]]);
  });
});
