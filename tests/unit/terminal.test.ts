/** What `octavo watch` says of an update: one line, and nothing that its author does not need. */
import { expect, test } from 'vitest';
import { Terminal } from '../../src/cli/terminal.js';
import type { FindingsNews, PagesNews } from '../../src/watch/protocol.js';
import { memoryWorld } from '../../src/world/memory.js';

const pages = (revision: number, changed: readonly number[]): PagesNews => ({ type: 'pages', revision, title: 'T', language: 'en', style: 's', pictures: 'p', pages: ['i', '', '1', '2'].map((folio) => ({ key: folio, folio, side: 'recto' })), markup: {}, changed });
const findings = (...severities: readonly ('error' | 'warning')[]): FindingsNews => ({ type: 'findings', isStale: severities.includes('error'), findings: severities.map((severity) => ({ code: 'x-001', severity, file: 'a.md', message: 'm', hints: [] })) });

test.each<[said: string, pages: PagesNews | undefined, findings: FindingsNews | undefined]>([
  ['4 pages in 80 ms', pages(1, []), findings()],
  ['no page changed in 80 ms', pages(2, []), findings()],
  ['page 1 changed in 80 ms', pages(2, [2]), findings()],
  ['page 2 changed in 80 ms, 1 finding', pages(2, [1]), findings('warning')],
  ['pages 1 and 2 changed in 80 ms, 2 findings', pages(2, [2, 3]), findings('warning', 'warning')],
  ['3 pages changed, the first of them i, in 80 ms', pages(2, [0, 2, 3]), undefined],
  ['1 error: pages and files stay as they were', undefined, findings('error', 'warning')],
  ['2 errors: pages and files stay as they were', undefined, findings('error', 'error')],
])('%s', (said, shown, found) => {
  let out = '';
  const stream = { write: (text: string) => (out += text) };
  new Terminal(stream, stream, memoryWorld({})).updated('14:03:22', { milliseconds: 79.6, ...(shown && { pages: shown }), ...(found && { findings: found }) });
  expect(out).toBe(`14:03:22  ${said}\n`);
});
