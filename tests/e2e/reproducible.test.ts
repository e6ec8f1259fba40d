/** The same manuscript gives the same bytes: again, in another time zone and language, from another folder. */
import { createHash } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { pactFolder } from './manuscript.js';
import { startOctavo, temporaryFolder } from './run.js';
import { pact } from './shared-books.js';

const names = ['italo-soviet-pact.pdf', 'italo-soviet-pact-booklet.pdf', 'italo-soviet-pact.epub', 'italo-soviet-pact-preview.html'];
const everything = ['--target', 'pdf,booklet,epub,preview'];
const digests = (folder: string): Promise<string[]> => Promise.all(names.map(async (name) => `${name} ${createHash('sha256').update(await readFile(join(folder, name))).digest('hex')}`));

test('the Pact booklet is the same, byte for byte: from another folder, under another path, on the other side of the date line, in Turkish', async () => {
  const out = await temporaryFolder();
  const elsewhere = await temporaryFolder();
  const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' };
  await cp(pactFolder, join(elsewhere, 'a book'), { recursive: true });
  expect(await startOctavo(['build', 'a book', ...everything, '-o', relative(elsewhere, out), '-q'], { cwd: elsewhere, env })).toMatchObject({ code: 0, stderr: '' });
  expect(await digests(out)).toEqual(await digests(await pact()));
}, 60_000);
