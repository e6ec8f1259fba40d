/**
 * Reads everything that `book.yaml` names.
 *
 * Out: `Read`; nothing after this pass touches the disk until the outputs are written.
 * A file that is missing is reported and left out, so that one run finds everything that is wrong.
 */
import { openStyle } from '../cite/style.js';
import { readLibrary } from '../cite/library.js';
import { configFile, registerKinds, type BookConfig, type RegisterKind } from '../model/book.js';
import type { Context } from '../model/context.js';
import type { Chapter, Matter, Read, RegisterEntry, Source } from '../model/document.js';
import { YamlFile } from './yaml.js';
import { parseMarkdown } from './markdown.js';
import { readAssets } from './read-assets.js';
import { readChapter } from './read-chapter.js';
import { readBookFile } from './read-file.js';
import { readRegister } from './read-register.js';

export async function readBook(config: BookConfig, context: Context): Promise<Read | undefined> {
  const { world, folder, report } = context;
  const yaml = new YamlFile(new TextDecoder().decode(await world.disk.read(`${folder}/${configFile}`)), configFile);
  const decoder = new TextDecoder();
  const readText = async (path: string, key: readonly (string | number)[]) => {
    const bytes = await readBookFile(path, yaml.placeOf(key), 'b-005', context);
    return bytes && decoder.decode(bytes);
  };

  const chapters: Chapter[] = [];
  const slugs = new Set<string>();
  const matters = [['front', config.front], ['body', config.chapters], ['back', config.back]] as const satisfies [Matter, readonly string[]][];
  for (const [matter, files] of matters) {
    for (const [index, file] of files.entries()) {
      const text = await readText(file, [matter === 'body' ? 'chapters' : matter, index]);
      if (text === undefined) continue;
      const chapter = readChapter(text, file, matter, slugs, report);
      slugs.add(chapter.slug);
      chapters.push(chapter);
    }
  }

  const imprintText = config.imprint === undefined ? undefined : await readText(config.imprint, ['imprint']);
  const imprint: Source | undefined =
    imprintText === undefined || config.imprint === undefined
      ? undefined
      : { file: config.imprint, stem: 'imprint', text: imprintText, tree: parseMarkdown(imprintText), origin: { line: 0, column: 0 } };

  const registers: Record<RegisterKind, readonly RegisterEntry[]> = { terms: [], people: [], places: [], dates: [] };
  for (const kind of registerKinds) {
    const file = config.registers[kind];
    const text = file === undefined ? undefined : await readText(file, ['registers', kind]);
    if (file !== undefined && text !== undefined) registers[kind] = readRegister(kind, text, file, config.language, report);
  }

  const bibliographies: { file: string; text: string }[] = [];
  for (const [index, file] of config.bibliography.entries()) {
    const text = await readText(file, ['bibliography', index]);
    if (text !== undefined) bibliographies.push({ file, text });
  }
  const style = await openStyle(config.citation.style, config.citation.locale, world.disk, folder, report);
  const assets = await readAssets([...chapters, ...(imprint ? [imprint] : [])], context);
  if (!style) return undefined;
  return { config, chapters, ...(imprint && { imprint }), registers, library: readLibrary(bibliographies, report), style, assets };
}
