import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/read/markdown.js';
import { Tracer } from '../../src/trace.js';

const clock = () => {
  let now = 0;
  return () => (now += 5);
};

test('passes are announced and timed, those of one name together', async () => {
  const stages: string[] = [];
  const tracer = new Tracer(clock(), (stage, detail) => stages.push([stage, detail].filter(Boolean).join(' ')), false);
  await tracer.pass('read', () => 1);
  await tracer.pass('lower', async () => 2);
  await tracer.pass('lower', () => 3);
  tracer.add('print', { galley: 7 });
  tracer.say('pages', '72');
  expect(stages).toEqual(['read', 'lower', 'lower', 'pages 72']);
  expect(tracer.timings).toEqual({ read: 5, lower: 10, 'print.galley': 7 });
  expect(tracer.traces.size).toBe(0);
});

test('a trace is what the pass added, trees by their place, files by their size', async () => {
  const tracer = new Tracer(clock(), undefined, true);
  const [node] = parseMarkdown('\n# T').children;
  const read = { title: 'T', file: new Uint8Array(3) };
  await tracer.pass('read', () => read);
  await tracer.pass('collect', () => ({ ...read, table: new Map([['a:1', { node, source: { stem: 'a', tree: {} } }]]) }));
  expect(tracer.traces.get('read')).toEqual({ title: 'T', file: '3 bytes' });
  expect(tracer.traces.get('collect')).toEqual({ table: { 'a:1': { node: 'heading at 2:1', source: 'source a' } } });
});
