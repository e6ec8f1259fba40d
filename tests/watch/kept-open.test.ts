/** Edits after which a book that is kept open once showed something else than one opened anew. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { machineWorld } from '../../dist/index.js';
import { openSession } from '../../dist/watch/session.js';
import { type Browser, startBrowser } from '../../dist/world/browser.js';
import { changingWorld } from './changing-world.js';
import { svg } from './everything.js';
import { firstDifference, Reader } from './reader.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser(machineWorld().env);
});
afterAll(() => browser.close());

const config = 'title: T\nchapters: [a.md]\nepub: {cover: false, fonts: none}\n';
const figure = '# One\n\nText.\n\n![A hill](hill.svg){placement=here}\n\nMore.\n';

test.each<[what: string, ...states: Readonly<Record<string, string>>[]]>([
  ['a picture that came later is replaced', { 'a.md': '# One\n\nText.\n' }, { 'a.md': figure, 'hill.svg': svg(200, 40) }, { 'a.md': figure, 'hill.svg': svg(200, 140) }],
])('%s', async (_what, ...states) => {
  const { world, lay } = changingWorld();
  const open = async (): Promise<Reader> => new Reader(await openSession({ folder: 'book', world, running: browser }));
  const warm = await open();
  for (const state of states) {
    lay(new Map(Object.entries({ 'book.yaml': config, ...state })));
    const shown = await warm.look(false);
    const cold = await open();
    expect(firstDifference(shown, await cold.look(false), false)).toBeUndefined();
    await cold.session.close();
  }
  await warm.session.close();
});
