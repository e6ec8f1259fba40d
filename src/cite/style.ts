/**
 * Opens the citation style and the locale that a book asks for.
 *
 * A style is named by its id (`apa`) or by the path of a .csl file in the book folder; a dependent style is followed to the
 * one it depends on. Reports c-003 (unknown or unusable style), c-004 (unknown locale) and b-007, never falls back to another.
 * Not here: the installed styles (cite/style-package.ts), what a style does (cite/engine.ts).
 */
import { posix } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { configFile } from '../model/book.js';
import type { Place } from '../model/place.js';
import { insideBook } from '../read/read-file.js';
import { remember } from '../world/remember.js';
import { Unreadable, type World } from '../world/world.js';
import type { CslElement } from './engine.js';
import { citeStep } from './step.js';
import { openStylePackage, type StylePackage } from './style-package.js';

export interface CitationStyle {
  /** As the book names it. */
  readonly id: string;
  readonly form: 'note' | 'in-text';
  /** The independent style: CSL as XML, or the JSON tree of the same. */
  readonly definition: string;
  /** In full: `it-IT` when the book says `it`. */
  readonly locale: string;
  /** Every locale that the style may ask for, by name, `en-US` always among them; each as a JSON tree. */
  readonly locales: ReadonlyMap<string, string>;
  /** No two works are ever cited in the same words. */
  readonly tellsApart: boolean;
}

/** All of a style that the words of citations hang on, as JSON can say it. */
export const styleFacts = ({ id, form, definition, locale, locales }: CitationStyle): unknown => [id, form, definition, locale, [...locales]];

/**
 * @param id what book.yaml gives: an id or a path that ends in `.csl`, relative to the book folder
 * @param place where findings point; the value in book.yaml when it is known
 * @param localePlace the same of the locale, which may be the book's language
 */
export async function openStyle(id: string, locale: string, world: FoundIn, bookFolder: string, report: Report, place: Place = { file: configFile }, localePlace: Place = place): Promise<CitationStyle | undefined> {
  const installed = await openStylePackage();
  const fullLocale = fullName(locale, installed.locales);
  if (fullLocale === undefined) report('c-004', localePlace, `the locale \`${locale}\` is not known`, ...localeHints(locale, installed.locales));

  const found = await (id.endsWith('.csl') ? ownStyle(id, world, bookFolder, installed, report, place) : installedStyle(id, installed, report, place));
  if (found === undefined || fullLocale === undefined) return undefined;

  const names = new Set(['en-US', fullLocale, fullName(fullLocale.split('-', 1)[0] as string, installed.locales) ?? fullLocale]);
  const locales = new Map(await Promise.all([...names].map(async (name) => [name, JSON.stringify(await installed.locale(name))] as const)));
  const { definition, root } = found;
  return { id, form: root.attrs['class'] === 'note' ? 'note' : 'in-text', definition, locale: fullLocale, locales, tellsApart: tellsApart(root) };
}

type FoundIn = Pick<World, 'disk' | 'store'>;

/** Numbers are never alike, nor are years that get a letter where nothing else helps. */
function tellsApart(root: CslElement): boolean {
  const [citation] = childrenOf(root, 'citation');
  const formats = childrenOf(root, 'info').flatMap((info) => childrenOf(info, 'category')).map(({ attrs }) => attrs['citation-format']);
  return citation?.attrs['disambiguate-add-year-suffix'] === 'true' || formats.includes('numeric');
}

const childrenOf = (parent: CslElement, name: string): CslElement[] => parent.children.filter((child): child is CslElement => typeof child !== 'string' && child.name === name);

interface FoundStyle {
  readonly definition: string;
  readonly root: CslElement;
}

async function installedStyle(id: string, installed: StylePackage, report: Report, place: Place): Promise<FoundStyle | undefined> {
  if (installed.styles.includes(id)) {
    const root = await installed.style(id);
    return { definition: JSON.stringify(root), root };
  }
  report('c-003', place, `the citation style \`${id}\` is not known`, ...styleHints(id, installed.styles));
  return undefined;
}

async function ownStyle(path: string, world: FoundIn, bookFolder: string, installed: StylePackage, report: Report, place: Place): Promise<FoundStyle | undefined> {
  const inside = insideBook(path);
  if (inside === undefined) {
    report('b-007', place, `\`${path}\` leads out of the book folder`, 'copy the style into the book folder and name it from there');
    return undefined;
  }
  let xml: string;
  try {
    xml = new TextDecoder().decode(await world.disk.read(posix.join(bookFolder, inside)));
  } catch (fault) {
    if (!(fault instanceof Unreadable)) throw fault;
    report('c-003', place, `the citation style \`${path}\` cannot be read: ${fault.message}`);
    return undefined;
  }
  // citeproc-js reads a style that breaks off as if it were whole.
  const root = xml.includes('</style>') ? await remember(world, citeStep('style'), xml, async () => (await import('./engine.js')).readStyle(xml) ?? null) : null;
  if (!root) {
    report('c-003', { file: path }, 'this file is not a CSL style');
    return undefined;
  }
  const parent = independentParent(root);
  if (parent !== undefined) return installedStyle(parent, installed, report, { file: path });
  if (childrenOf(root, 'citation').length === 0) {
    report('c-003', { file: path }, 'this style has no `citation` and names no style that it depends on');
    return undefined;
  }
  return { definition: xml, root };
}

/** `http://www.zotero.org/styles/apa` -> `apa` */
function independentParent(root: CslElement): string | undefined {
  const link = childrenOf(root, 'info').flatMap((info) => childrenOf(info, 'link')).find(({ attrs }) => attrs['rel'] === 'independent-parent');
  return link?.attrs['href']?.split('/').at(-1);
}

/** Where several countries share a language, the one that a bare language means. */
const usualCountry: Readonly<Record<string, string>> = { en: 'US', zh: 'CN', pt: 'PT' };

/** `it` -> `it-IT`; a full name stays. */
function fullName(locale: string, known: readonly string[]): string | undefined {
  if (known.includes(locale)) return locale;
  if (!/^[a-z]{2}$/.test(locale)) return undefined;
  const ofLanguage = known.filter((name) => name.startsWith(`${locale}-`));
  return ofLanguage.find((name) => name === `${locale}-${usualCountry[locale] ?? locale.toUpperCase()}`) ?? ofLanguage[0];
}

const exists = (name: string): string => `\`${name}\` exists`;

function localeHints(locale: string, known: readonly string[]): string[] {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0] as string;
  const ofLanguage = known.filter((name) => name.split('-', 1)[0] === language);
  const near = ofLanguage.length > 0 ? ofLanguage.slice(0, 4) : nearest(locale, known);
  return near.length > 0 ? near.map(exists) : ['a locale is a language, mostly with a country: `it`, `en-GB`'];
}

/** Ids of styles are long, so that a part of one (`chicago`, `harvard`) is nearer to what is meant than any edit distance says. */
function styleHints(id: string, known: readonly string[]): string[] {
  const near = nearest(id, known);
  const holding = known.filter((name) => name.split('-').includes(id)).sort((a, b) => Number(b.startsWith(id)) - Number(a.startsWith(id)) || a.length - b.length);
  const found = near.length > 0 ? near : holding.slice(0, 5);
  return found.length > 0 ? found.map(exists) : ['a style is named as in the CSL style repository (`apa`, `chicago-author-date`) or by the path of a .csl file'];
}
