/** Reads what a session tells, as its proof does, and holds what two sessions show against each other. */
import { textState } from '../../src/page/contract.js';
import type { Session } from '../../src/watch/session.js';
import type { News, ProofFinding } from '../../src/watch/protocol.js';

export interface ShownPage {
  readonly folio: string;
  readonly side: string;
  readonly markup: string;
}

export interface Shown {
  /** Made of a manuscript with an error in it: only what was found is new. */
  readonly isStale: boolean;
  readonly findings: readonly string[];
  readonly pages: readonly ShownPage[];
  readonly sheet: string;
  /** By address. */
  readonly chapters: ReadonlyMap<string, string>;
}

export class Reader {
  readonly #markup = new Map<string, string>();
  readonly #sheets = new Map<string, string>();
  #pages: Extract<News, { type: 'pages' }> | undefined;
  #chapters: ReadonlyMap<string, string> = new Map();
  #findings: Extract<News, { type: 'findings' }> | undefined;

  constructor(readonly session: Session) {}

  /** @param withChapters otherwise the update is told, once findings are known, that there is something newer */
  async look(withChapters = true): Promise<Shown> {
    let asked = 0;
    await this.session.update(
      (news) => this.#hear(news),
      () => !withChapters && (asked += 1) > 1,
    );
    if (this.#pages) this.#fetchSheet(this.#pages.style);
    const { isStale = false, findings = [] } = this.#findings ?? {};
    const pages = this.#pages?.pages ?? [];
    return {
      isStale,
      findings: findings.map((finding) => describe(finding, isStale)),
      pages: pages.map(({ key, folio, side }) => ({ folio, side, markup: this.#markup.get(key) ?? fail(`page ${folio} was never sent`) })),
      sheet: this.#sheets.get(this.#pages?.style ?? '') ?? '',
      chapters: this.#chapters,
    };
  }

  #hear(news: News): void {
    if (news.type === 'findings') this.#findings = news;
    if (news.type === 'chapters') this.#chapters = new Map(news.chapters.map(({ address }) => [address, this.#served(address)]));
    if (news.type !== 'pages') return;
    for (const [key, markup] of Object.entries(news.markup)) {
      if ((this.#markup.get(key) ?? markup) !== markup) fail(`two pages of one key, ${key}`);
      this.#markup.set(key, markup);
    }
    const words = ({ key }: { readonly key: string }): string => shownBy(this.#markup.get(key) ?? '');
    const before = new Set(this.#pages?.pages.map(words));
    const untold = news.pages.findIndex((page, index) => before.size > 0 && !before.has(words(page)) && !news.changed.includes(index));
    if (untold >= 0) fail(`page ${news.pages[untold]?.folio ?? ''} shows something else, and is not among those that changed`);
    this.#pages = news;
  }

  #fetchSheet(name: string): void {
    const sheet = this.#served('pages.css');
    if ((this.#sheets.get(name) ?? sheet) !== sheet) fail('two style sheets of one name');
    this.#sheets.set(name, sheet);
  }

  #served(address: string): string {
    const body = this.session.serve(address)?.body ?? fail(`${address} is not served`);
    return typeof body === 'string' ? body : new TextDecoder().decode(body);
  }
}

/** Where text stands in the manuscript, and the hash of all of it, show nothing. */
const shownBy = (markup: string): string => markup.replaceAll(/ data-at="[^"]*"/g, '').replace(new RegExp(`${textState}"[^<]*`), '');

/** Where an older page shows it is known only to who shows that page. */
function describe({ page, at, ...finding }: ProofFinding, isStale: boolean): string {
  return JSON.stringify(isStale ? finding : { ...finding, page, at });
}

/** The first thing that one shows otherwise than the other. */
export function firstDifference(warm: Shown, cold: Shown, withChapters: boolean): string | undefined {
  if (warm.isStale !== cold.isStale) return warm.isStale ? 'an error is found that there is not' : 'an error is not found';
  return listsDiffer('finding', warm.findings, cold.findings) ?? (cold.isStale ? undefined : shownDiffers(warm, cold, withChapters));
}

/** @param expected what is shown already, where the manuscript has an error */
export function shownDiffers(warm: Shown, expected: Shown, withChapters: boolean): string | undefined {
  if (warm.sheet !== expected.sheet) return `the style sheet of the pages: ${excerpts(warm.sheet, expected.sheet)}`;
  for (const [index, page] of expected.pages.entries()) {
    const other = warm.pages[index];
    if (!other) break;
    const where = `page ${page.folio || '(blank)'}, number ${index + 1} of ${expected.pages.length}`;
    if (other.folio !== page.folio || other.side !== page.side) return `${where}: it is called ${other.folio}, ${other.side}`;
    if (other.markup !== page.markup) return `${where}: ${excerpts(other.markup, page.markup)}`;
  }
  if (warm.pages.length !== expected.pages.length) return `there are ${warm.pages.length} pages for ${expected.pages.length}`;
  if (!withChapters) return undefined;
  const files = listsDiffer('file of the e-book', [...warm.chapters.keys()], [...expected.chapters.keys()]);
  if (files !== undefined) return files;
  for (const [address, text] of expected.chapters) {
    const other = warm.chapters.get(address) ?? '';
    if (other !== text) return `${address}: ${excerpts(other, text)}`;
  }
  return undefined;
}

export function listsDiffer(what: string, warm: readonly string[], cold: readonly string[]): string | undefined {
  const at = [...cold, ''].findIndex((one, index) => one !== (warm[index] ?? ''));
  return at < 0 && warm.length === cold.length ? undefined : `${what} ${at + 1}: ${warm[at] ?? 'none'}\n  for ${cold[at] ?? 'none'}`;
}

/** What stands around the first letter that differs, in both. */
function excerpts(warm: string, cold: string): string {
  let at = 0;
  while (at < warm.length && warm[at] === cold[at]) at += 1;
  const around = (text: string): string => `…${text.slice(Math.max(0, at - 90), at)}⟦${text.slice(at, at + 70)}⟧`;
  return `\n  ${around(warm)}\n  for\n  ${around(cold)}`;
}

function fail(what: string): never {
  throw new Error(what);
}

/** What is found, as far as a build tells it, too: without the pages that show it. */
export const foundInBuild = ({ findings }: Shown): string[] => findings.map((finding) => JSON.parse(finding) as ProofFinding).map(({ code, file, line, column, message }) => [code, file, line, column, message].join(' '));
