import { expect, test } from 'vitest';
import { galleyHtml } from '../../src/print/galley.js';
import { readConfig } from '../../src/read/read-config.js';
import { findFaces } from '../../src/typeface/faces.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';

const faces = await findFaces(machineWorld().disk);

test.each([
  ['en-GB', ['latin']],
  ['ru', ['cyrillic', 'latin']],
  ['el', ['greek', 'latin']],
  ['mul', ['latin']],
])('a book in %s asks for the faces of its letters before it is laid out', async (language, alphabets) => {
  const world = memoryWorld({ 'b/book.yaml': `title: T\nlanguage: ${language}\nchapters: [a.md]\n` });
  const config = await readConfig({ world, folder: 'b', report: () => undefined });
  if (!config) throw new Error('the config was not read');
  const asked = [...galleyHtml(config, [], faces, '').matchAll(/<link rel="preload" as="font" [^>]*href="\/fonts\/eb-garamond-([^"]+)\.woff2">/g)].map((match) => match[1]);
  expect(asked).toEqual(['400-normal', '400-italic', '600-normal'].flatMap((cut) => alphabets.map((alphabet) => `${alphabet}-${cut}`)));
});
