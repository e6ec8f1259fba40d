/**
 * Makes a small book that shows each annotation once: a copy of the template that comes with Octavo.
 *
 * Writes into a folder that is new or empty, and into no other. Not here: what stands in the book (template/).
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configFile } from './model/book.js';
import { type Disk, Unreadable } from './world/world.js';

const template = fileURLToPath(new URL('../template', import.meta.url));

/** What was written, relative to the folder; or why nothing was. */
export type NewBook = { readonly files: readonly string[] } | { readonly refusal: string };

/** @param title instead of the template’s own */
export async function newBook(folder: string, disk: Disk, title?: string): Promise<NewBook> {
  const there = await namesIn(folder, disk);
  if (there === undefined && (await disk.exists(folder))) return { refusal: `${folder} is a file` };
  if (there !== undefined && there.length > 0) return { refusal: `${folder} is not empty: it holds ${there[0]}${there.length > 1 ? ` and ${there.length - 1} more` : ''}` };
  const files = await filesIn('', disk);
  for (const file of files) {
    const bytes = await disk.read(join(template, file));
    await disk.write(join(folder, file), file === configFile && title !== undefined ? withTitle(bytes, title) : bytes);
  }
  return { files };
}

/** @returns nothing for what is no folder */
async function namesIn(path: string, disk: Disk): Promise<string[] | undefined> {
  try {
    return await disk.list(path);
  } catch (fault) {
    if (!(fault instanceof Unreadable) || fault.reason !== 'missing') throw fault;
    return undefined;
  }
}

/** Of the template, with those in its folders. */
async function filesIn(path: string, disk: Disk): Promise<string[]> {
  const names = await namesIn(join(template, path), disk);
  if (names === undefined) return [path];
  return (await Promise.all(names.map((name) => filesIn(join(path, name), disk)))).flat();
}

/** JSON’s quotation marks are YAML’s. */
function withTitle(config: Uint8Array, title: string): Uint8Array {
  const text = new TextDecoder().decode(config);
  return new TextEncoder().encode(text.replace(/^title:.*$/m, () => `title: ${JSON.stringify(title)}`));
}
