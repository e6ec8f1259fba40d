/**
 * Reads everything that `book.yaml` names.
 *
 * Out: `Read`; nothing after this pass touches the disk until the outputs are written.
 * A file that is missing is reported and left out, and a style that is not known is stood in for, so that one run finds
 * everything that is wrong. Reports b-004 (a file listed twice), b-005 to b-007, c-001 (`nocite`), c-010 (sources of a kind that is
 * not known).
 */
import { posix } from 'node:path';
import { openLibrary } from '../cite/open-library.js';
import { openStyle, type CitationStyle } from '../cite/style.js';
import { endingOf, sourceEndings } from '../cite/source-endings.js';
import { overhear } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { configFile, registerKinds, type BookConfig, type RegisterKind } from '../model/book.js';
import type { Context } from '../model/context.js';
import type { Chapter, LeftOut, Matter, Read, RegisterEntry, Source } from '../model/document.js';
import type { Place } from '../model/place.js';
import { sourcesOf } from '../model/source.js';
import { again } from '../world/kept.js';
import { YamlFile } from './yaml.js';
import { keepEntries, keepReading } from './keep-reading.js';
import { parseAgain } from './markdown.js';
import { readAssets } from './read-assets.js';
import { readCover } from './read-cover.js';
import { freeSlug, readChapter } from './read-chapter.js';
import { leaveOut } from './leave-out.js';
import { takeIn } from './read-includes.js';
import { insideBook, readBookText } from './read-file.js';
import { isMarkdown, readDefinitionFile, readGlossaries } from './read-definitions.js';
import { withEvents } from './read-events.js';
import { readRegister, withoutTwins } from './read-register.js';
import { listen } from './source-hash.js';

export async function readBook(config: BookConfig, given: Context): Promise<Read> {
  const { context, hash } = listen(given);
  const { world, folder, report } = context;
  const configText = new TextDecoder().decode(await world.disk.read(`${folder}/${configFile}`));
  const yaml = new YamlFile(configText, configFile);
  const readText = (path: string, key: readonly (string | number)[]) => readBookText(path, yaml.placeOf(key), 'b-005', context);

  const ownLabels = config.kinds.map(({ label }) => label);
  const labels = ownLabels.join(' ');
  const keep = keepReading(given.kept);
  const chapters: Chapter[] = [];
  const leftOut: LeftOut[] = [];
  const slugs = new Set<string>();
  const listed = new Map<string, Place>();
  const matters = [['front', config.front], ['body', config.chapters], ['back', config.back]] as const satisfies [Matter, readonly string[]][];
  for (const [matter, files] of matters) {
    for (const [index, file] of files.entries()) {
      const key = [matter === 'body' ? 'chapters' : matter, index];
      const first = listed.get(posix.normalize(file));
      if (first) {
        report('b-004', yaml.placeOf(key), `\`${file}\` is listed twice`, { text: 'first listed here', place: first });
        continue;
      }
      listed.set(posix.normalize(file), yaml.placeOf(key));
      const text = await readText(file, key);
      if (text === undefined) continue;
      const slug = freeSlug(file, slugs);
      slugs.add(slug);
      const { value, findings } = again(keep.chapters, file, [text, matter, slug, labels, config.audience], () => overhear((tell) => leaveOut(readChapter(text, file, matter, slug, tell, ownLabels), config.audience)));
      for (const finding of findings) report(...finding);
      leftOut.push(...value.leftOut);
      if (value.source) chapters.push(await takeIn(value.source, { context, ownLabels, audience: config.audience, leftOut, keep }));
    }
  }

  const imprintText = config.imprint === undefined ? undefined : await readText(config.imprint, ['imprint']);
  const imprint: Source | undefined =
    imprintText === undefined || config.imprint === undefined
      ? undefined
      : parseAgain({ file: config.imprint, stem: '#imprint', text: imprintText, origin: { line: 0, column: 0 } }, [], keep.texts);

  const registers: Record<RegisterKind, readonly RegisterEntry[]> = { terms: [], people: [], places: [], abbreviations: [], dates: [] };
  for (const kind of registerKinds) {
    const file = config.registers[kind];
    const text = file === undefined ? undefined : await readText(file, ['registers', kind]);
    const listed = file === undefined || text === undefined ? [] : readOne(kind, text, file);
    registers[kind] = withoutTwins(kind === 'terms' ? [...listed, ...chapters.flatMap((chapter) => readGlossaries(chapter, report))] : listed, report);
  }

  registers.dates = withEvents(registers.dates, sourcesOf({ chapters, registers }), config.language, report, (text) => parseAgain(text, ownLabels, keep.texts));
  for (const kind of registerKinds) registers[kind] = keepEntries(kind, registers[kind], ownLabels, keep);

  const bibliographies = config.references ? [{ file: configFile, text: configText }] : [];
  for (const [index, file] of config.bibliography.entries()) {
    if (endingOf(file) === undefined && insideBook(file) !== undefined) {
      report('c-010', yaml.placeOf(['bibliography', index]), `\`${file}\` is of no kind that sources are read from`, `the kinds are ${sourceEndings.join(', ')}`);
      continue;
    }
    const text = await readText(file, ['bibliography', index]);
    if (text !== undefined) bibliographies.push({ file, text });
  }
  const library = await openLibrary(bibliographies, context);
  for (const [index, key] of config.citation.nocite.entries()) {
    if (key !== '*' && !library.entries.has(key)) report('c-001', yaml.placeOf(['citation', 'nocite', index]), `citation key \`${key}\` is not in the bibliography`, ...nearest(key, [...library.entries.keys()]).map((like) => `\`${like}\` exists`));
  }
  const { style: styleName, locale } = config.citation;
  const style = await openStyle(styleName, locale, world, folder, report, yaml.placeOf(['citation', 'style']), yaml.placeOf(yaml.has(['citation', 'locale']) ? ['citation', 'locale'] : ['language']));
  const parsed = { chapters, ...(imprint && { imprint }), registers };
  const cover = typeof config.epub.cover === 'string' ? await readCover(config.epub.cover, yaml.placeOf(['epub', 'cover']), context) : undefined;
  const assets = await readAssets(sourcesOf(parsed), context, keep.assets);
  return { config, ...parsed, leftOut, library, style: style ?? (await standIn(context)), assets, ...(cover && { cover }), sourceHash: hash() };

  function readOne(kind: RegisterKind, text: string, file: string): readonly RegisterEntry[] {
    const listed = yaml.placeOf(['registers', kind]);
    const { value, findings } = again(keep.registers, kind, [text, file, config.language, labels, listed.line, listed.column], () =>
      overhear((tell) => (isMarkdown(file) ? readDefinitionFile(kind, text, file, listed, tell, ownLabels) : readRegister(kind, text, file, config.language, tell, ownLabels))),
    );
    for (const finding of findings) report(...finding);
    return value;
  }
}

/** What the other passes work with when the book's own style was refused: no output is made with it. */
async function standIn({ world, folder, report }: Context): Promise<CitationStyle> {
  const style = await openStyle('apa', 'en-US', world, folder, report);
  if (!style) throw new Error('the citation style apa is not installed');
  return style;
}
