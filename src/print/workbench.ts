/**
 * A document in the browser in which the pages of a book are made, and made again after each edit.
 *
 * In: parts lowered for print, time after time. Out: the pages as markup, with the page map and findings that a build from nothing
 * would come to. A part that is the same object as the last time is known to it; only what changed goes to the browser.
 * Where the sheet, a picture or the browser is another, everything is laid anew.
 * Not here: the PDF (print/press.ts).
 */
import { createHash } from 'node:crypto';
import type { Report } from '../diagnostics/diagnostic.js';
import type { PageMap, PageStart, Part } from '../model/document.js';
import type { Anchor, NodeId } from '../model/id.js';
import type { PaginateOptions, Revised, RevisedPart } from '../page/contract.js';
import type { Browser, Served } from '../world/browser.js';
import type { Disk } from '../world/world.js';
import { type FlowMarkup, flowMarkup, pagesHtml } from './galley.js';
import { pageOptions } from './page-options.js';
import type { PressInput } from './press.js';
import type { PrintInput } from './print-book.js';
import { origin, serveDocument, servedPictures, servedProgram } from './served-files.js';

export interface WorkbenchPages extends PressInput {
  /** Of `markup`, what the last time did not have, and of that, what shows something else. */
  readonly fresh: readonly number[];
  readonly changed: readonly number[];
  readonly map: PageMap;
  /** How many pages each part has, blank ones not counted; in the order of the parts. */
  readonly counts: readonly number[];
  /** Names the pictures that there are. */
  readonly pictures: string;
  /** Of each page, the places of the manuscript that stand on it (`data-at`). */
  readonly places: readonly (readonly string[])[];
  readonly timings: Readonly<Record<string, number>>;
}

type Tab = Awaited<ReturnType<Browser['open']>>;

interface Bench {
  readonly tab: Tab;
  readonly sheet: string;
  /** Digests of all that it ever asked for. */
  readonly pictures: Map<string, string>;
  files: ReadonlyMap<string, Served>;
  /** As the browser has them. */
  readonly parts: Map<string, { readonly part: Part; readonly markup: FlowMarkup }>;
  markup: readonly string[];
  places: readonly (readonly string[])[];
}

export class Workbench {
  #bench: Bench | undefined;
  #program: Promise<ReadonlyMap<string, Served>> | undefined;
  /** By the bytes, which are the same array as long as they are the same. */
  readonly #digests = new WeakMap<Uint8Array, string>();

  /** @param disk for the program's own files, which stay as they are */
  constructor(
    private readonly browser: Browser,
    private readonly disk: Disk,
  ) {}

  /** @param onProvisional told of pages of which only the edited ones are as they will be, where the others take long */
  async revise(input: PrintInput, report: Report, onProvisional?: (pages: WorkbenchPages) => void): Promise<WorkbenchPages> {
    const { config, parts, faces, css } = input;
    const bench = await this.#prepare(pagesHtml(config, faces, css, ''), input);
    const given = parts.map((part) => this.#given(bench, part, flowMarkup.bind(undefined, config)));
    const options = pageOptions(config, input.recorded ? { recorded: input.recorded } : {});
    let revised = await this.#ask(bench, options, given, onProvisional !== undefined);
    if (revised.isProvisional) {
      onProvisional?.(this.#take(bench, revised));
      revised = await this.#ask(bench, options, given.map(({ source: _, ...known }) => known), false);
    }
    for (const gone of [...bench.parts.keys()].filter((id) => !parts.some((part) => part.id === id))) bench.parts.delete(gone);
    for (const finding of revised.findings) {
      const place = finding.at === undefined || finding.at === '' ? { file: 'book.yaml' } : input.placeOf(finding.at as NodeId);
      report(finding.code, place, finding.message, ...finding.hints);
    }
    return this.#take(bench, revised);
  }

  async #ask({ tab }: Bench, options: PaginateOptions, given: readonly RevisedPart[], isHurried: boolean): Promise<Revised> {
    try {
      return (await tab.evaluate(`window.octavo.revise(${JSON.stringify(options)}, ${JSON.stringify(given)}, ${isHurried})`)) as Revised;
    } catch (fault) {
      // What the browser knows of the book may be half of it.
      await this.close();
      throw fault;
    }
  }

  #take(bench: Bench, revised: Revised): WorkbenchPages {
    const before = { markup: bench.markup, places: bench.places };
    bench.markup = revised.markup.map((page) => (typeof page === 'number' ? (before.markup[page] ?? '') : page));
    bench.places = revised.markup.map((page, index) => (typeof page === 'number' ? before.places[page] : revised.places[index]) ?? []);
    return {
      markup: bench.markup,
      fresh: revised.markup.flatMap((page, index) => (typeof page === 'string' ? [index] : [])),
      changed: revised.changed,
      places: bench.places,
      counts: revised.counts,
      pictures: createHash('sha256').update(JSON.stringify([...bench.pictures].sort())).digest('base64url').slice(0, 12),
      map: { pages: revised.pages as readonly PageStart[], folios: new Map(revised.folios as readonly (readonly [Anchor, string])[]) },
      sheet: bench.sheet,
      files: bench.files,
      workbench: bench.tab,
      timings: revised.timings,
    };
  }

  /** Lays everything anew the next time, in the document that is open. */
  async forget(): Promise<void> {
    if (!this.#bench) return;
    this.#bench.parts.clear();
    Object.assign(this.#bench, { markup: [], places: [] });
    await this.#bench.tab.evaluate('window.octavo.forget()');
  }

  async close(): Promise<void> {
    const { tab } = this.#bench ?? {};
    this.#bench = undefined;
    await tab?.close().catch(() => undefined);
  }

  async #prepare(sheet: string, { assets, faces }: PrintInput): Promise<Bench> {
    const pictures = new Map([...assets].map(([path, { bytes }]) => [path, this.#digest(bytes)]));
    const open = this.#bench;
    this.#program ??= servedProgram(faces, this.disk);
    const files = new Map([...servedPictures(assets), ...(await this.#program)]);
    // A browser that has a picture keeps it, whatever its address gives now.
    if (open && open.sheet === sheet && [...pictures].every(([path, digest]) => (open.pictures.get(path) ?? digest) === digest)) {
      for (const [path, digest] of pictures) open.pictures.set(path, digest);
      open.files = files;
      return open;
    }
    await this.close();
    const tab = await this.browser.open((url) => serveDocument(sheet, this.#bench?.files ?? files)(url));
    await tab.goto(`${origin}/`, { waitUntil: 'load' });
    return (this.#bench = { tab, sheet, pictures, files, parts: new Map(), markup: [], places: [] });
  }

  #digest(bytes: Uint8Array): string {
    const digest = this.#digests.get(bytes) ?? createHash('sha256').update(bytes).digest('base64');
    this.#digests.set(bytes, digest);
    return digest;
  }

  #given({ parts }: Bench, part: Part, write: (part: Part) => FlowMarkup): RevisedPart {
    const { id, kind, matter } = part;
    const known = parts.get(id);
    const isKnown = known?.part === part;
    const markup = isKnown ? known.markup : write(part);
    parts.set(id, { part, markup });
    const isSame = isKnown || (known?.markup.flow === markup.flow && known.markup.notes === markup.notes && known.part.kind === kind && known.part.matter === matter);
    return { id, kind, matter, ...(!isSame && { source: markup }) };
  }
}
