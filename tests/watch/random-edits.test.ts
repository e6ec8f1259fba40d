import { test } from 'vitest';
import { changingWorld } from './changing-world.js';
import { everything } from './everything.js';
import { playEdits } from './play-edits.js';

test('a book of everything, edited 285 times, is what it would be if it were opened anew', { timeout: 600_000 }, () =>
  playEdits('everything', {
    seed: 1,
    edits: 285,
    anewEvery: 12,
    buildEvery: 60,
    open: async (lots) => {
      const { world, lay } = changingWorld();
      return { manuscript: everything(lots), folder: 'book', world, lay: async (files) => lay(files) };
    },
  }));
