/**
 * The desk that the pages lie on: spreads where there is room, single pages elsewhere, scrolled and zoomed.
 *
 * An update puts in only the pages whose key is another, those in view at once and the others while nothing else is to do; what was
 * in view stays where it was. Pages out of view cost neither style nor layout (`content-visibility` in proof.css).
 * Not here: what a click on a page means (follow-link.ts, pick-source.ts), the style of the pages (page-sheet.ts).
 */
import type { PagesNews, ProofPage } from '../watch/protocol.js';
import { arrange, type Arrangement, isRoomForSpreads, margin, quireOf, rowAt, rowsOfQuires, rowTop, scaleOf, step, type Zoom } from './arrange.js';
import { element } from './element.js';
import { Leaf, parsePage } from './leaf.js';
import type { PageSheet } from './page-sheet.js';

export interface View {
  /** Of the pages that can be seen, the first and the last. */
  readonly first: number;
  readonly last: number;
  /** The one that is meant by “this page”. */
  readonly current: number;
  /** Those of its row: a spread, or itself. */
  readonly row: readonly number[];
  readonly scale: number;
  readonly zoom: Zoom;
}

/** A page, and a block on it. */
export interface Spot {
  readonly page: number;
  readonly at?: string | undefined;
}

interface Held {
  readonly page: number;
  /** Of the page, from its head to the middle of the view. */
  readonly part: number;
  readonly words: string;
}

/** An edit is not scrolled to while its reader is reading: this long after the last movement of theirs, ms. */
const quiet = 4000;
/** Pages out of view are put in for as long at a time, ms: the proof still answers. */
const slice = 8;

export class Desk {
  /** What is scrolled. */
  readonly room = element('main', { class: 'desk', id: 'desk', tabindex: '-1', 'aria-label': 'Pages' });
  readonly #sheets = element('div', { class: 'sheets' });
  readonly #listeners: ((view: View) => void)[] = [];
  #pages: readonly ProofPage[] = [];
  readonly #markup = new Map<string, string>();
  #pictures = '';
  #leaves: Leaf[] = [];
  readonly #quires: HTMLElement[] = [];
  #sheet: PageSheet | undefined;
  #arrangement: Arrangement = { rowOf: [], firstOf: [] };
  #zoom: Zoom = 'width';
  #scale = 1;
  #leafHeight = 1;
  /** The page that was turned to last, as long as it is in view. */
  #turned = 0;
  #touched = -quiet;
  #isReporting = false;
  #isFilling = false;

  constructor() {
    this.room.append(this.#sheets);
    this.room.style.setProperty('--margin', `${margin}px`);
    this.room.addEventListener('scroll', () => this.#report(), { passive: true });
    for (const type of ['wheel', 'touchmove', 'pointerdown']) this.room.addEventListener(type, () => this.touch(), { passive: true });
    new ResizeObserver(() => this.#arrange()).observe(this.room);
    addEventListener('beforeprint', () => this.fillAll());
  }

  onView(listener: (view: View) => void): void {
    this.#listeners.push(listener);
  }

  get pages(): readonly ProofPage[] {
    return this.#pages;
  }

  get sheet(): PageSheet | undefined {
    return this.#sheet;
  }

  leaf(page: number): Leaf | undefined {
    return this.#leaves[page];
  }

  /** The page that an element, or a shadow root's host, lies on. */
  pageOf(host: unknown): number {
    return this.#leaves.findIndex((leaf) => leaf.host === host);
  }

  copyOf(key: string): DocumentFragment {
    return parsePage(this.#markup.get(key) ?? '', this.#pictures);
  }

  /** The reader moves: nothing else may, for a while. */
  touch(): void {
    this.#touched = performance.now();
  }

  get isQuiet(): boolean {
    return performance.now() - this.#touched > quiet;
  }

  /** Whether news name a page whose markup never came. */
  lacks(news: PagesNews): boolean {
    return news.pages.some(({ key }) => !this.#markup.has(key) && news.markup[key] === undefined);
  }

  show(news: PagesNews, sheet: PageSheet): void {
    const isLonger = news.pages.length !== this.#pages.length;
    const held = this.#leaves.length > 0 ? this.#hold() : undefined;
    for (const [key, markup] of Object.entries(news.markup)) this.#markup.set(key, markup);
    const wanted = new Set(news.pages.map(({ key }) => key));
    for (const key of this.#markup.keys()) if (!wanted.has(key)) this.#markup.delete(key);

    if (sheet !== this.#sheet) this.#wear(sheet);
    this.#pages = news.pages;
    this.#pictures = news.pictures;
    this.#provide(news.pages.length, sheet);
    for (const [page, { key, folio, side }] of news.pages.entries()) {
      const leaf = this.#leaves[page];
      if (!leaf || leaf.key === key) continue;
      leaf.put(key, this.#markup.get(key) ?? '', news.pictures);
      leaf.host.className = `leaf ${side}`;
      leaf.host.lang = news.language;
      leaf.host.setAttribute('aria-label', nameOf(folio, page));
    }
    this.#arrange(false);
    if (held) this.#restore(isLonger ? { ...held, page: this.#find(held) } : held);

    const { first, last } = this.view();
    const soon = new Set(news.changed.slice(0, 8));
    for (let page = Math.max(0, first - 2); page <= last + 2; page++) soon.add(page);
    for (const page of soon) this.#leaves[page]?.fill();
    this.#fillRest();
    this.#report();
  }

  /** What is scrolled, as numbers; asks the browser for the scroll position alone. */
  view(): View {
    const { rowOf, firstOf } = this.#arrangement;
    const rows = firstOf.length;
    const top = this.room.scrollTop;
    const height = this.room.clientHeight;
    const at = (y: number): number => (rows === 0 ? 0 : rowAt(y, this.#leafHeight, rows));
    const first = firstOf[at(top)] ?? 0;
    const last = (firstOf[at(top + height) + 1] ?? this.#pages.length) - 1;
    const middle = at(top + height / 2);
    const isTurned = rowOf[this.#turned] !== undefined && this.#turned >= first && this.#turned <= last && Math.abs((rowOf[this.#turned] ?? 0) - middle) <= (this.#leafHeight < height / 2 ? 1 : 0);
    const current = isTurned ? this.#turned : (firstOf[middle] ?? 0);
    const row = [current - 1, current, current + 1].filter((page) => rowOf[page] !== undefined && rowOf[page] === rowOf[current]);
    return { first, last: Math.max(first, last), current, row, scale: this.#scale, zoom: this.#zoom };
  }

  /** Whether a spot can be seen: the beginning of its block, or most of its page. */
  sees({ page, at }: Spot): boolean {
    const leaf = this.#leaves[page];
    if (!leaf) return false;
    const { top, bottom } = this.room.getBoundingClientRect();
    const block = at === undefined ? undefined : leaf.block(at);
    const box = (block ?? leaf.host).getBoundingClientRect();
    const room = bottom - top;
    return block ? box.top >= top && Math.min(box.bottom, box.top + room / 3) <= bottom : Math.min(box.bottom, bottom) - Math.max(box.top, top) > Math.min(box.height, room) * 0.6;
  }

  /** Turns to a page, so that the block meant can be seen. What is near is scrolled to, unless its reader wants no movement. */
  turnTo({ page, at }: Spot, target?: Element): void {
    const leaf = this.#leaves[Math.min(Math.max(0, page), this.#leaves.length - 1)];
    if (!leaf) return;
    leaf.fill();
    this.#turned = this.#leaves.indexOf(leaf);
    const height = this.room.clientHeight;
    const begins = rowTop(this.#arrangement.rowOf[this.#turned] ?? 0, this.#leafHeight);
    const block = target ?? (at === undefined ? undefined : leaf.block(at));
    const within = block ? block.getBoundingClientRect().top - leaf.host.getBoundingClientRect().top : 0;
    const isWhole = this.#leafHeight <= height;
    const top = isWhole ? begins - (height - this.#leafHeight) / 2 : begins + Math.max(-margin / 2, Math.min(within - height / 3, this.#leafHeight + margin / 2 - height));
    const isNear = Math.abs(top - this.room.scrollTop) < 2.5 * height;
    this.room.scrollTo({ top, behavior: isNear && !isStill() ? 'smooth' : 'instant' });
    this.#report();
  }

  /** By rows: a spread, or a page, forwards or back. */
  turnBy(rows: number): void {
    const { rowOf, firstOf } = this.#arrangement;
    const row = Math.min(firstOf.length - 1, Math.max(0, (rowOf[this.view().current] ?? 0) + rows));
    this.turnTo({ page: firstOf[row] ?? 0 });
  }

  scrollBy(heights: number): void {
    this.room.scrollBy({ top: heights * this.room.clientHeight, behavior: isStill() ? 'instant' : 'smooth' });
  }

  zoomTo(zoom: Zoom): void {
    this.#zoom = zoom;
    this.#arrange();
  }

  zoomBy(direction: 1 | -1): void {
    this.zoomTo(step(this.#scale, direction));
  }

  fillAll(): void {
    for (const leaf of this.#leaves) leaf.fill();
  }

  /** As many leaves as there are pages, each in its quire. */
  #provide(count: number, { pages: styles }: PageSheet): void {
    for (const leaf of this.#leaves.splice(count)) leaf.host.remove();
    for (const quire of this.#quires.splice(quireOf(count - 1) + 1)) quire.remove();
    while (this.#leaves.length < count) {
      const leaf = new Leaf(styles);
      const place = quireOf(this.#leaves.length);
      const quire = (this.#quires[place] ??= element('div', { class: 'quire' }));
      if (!quire.isConnected) this.#sheets.append(quire);
      quire.append(leaf.host);
      this.#leaves.push(leaf);
    }
  }

  #wear(sheet: PageSheet): void {
    this.#sheet = sheet;
    document.adoptedStyleSheets = [sheet.document];
    for (const leaf of this.#leaves) leaf.wear(sheet.pages);
  }

  #fillRest(): void {
    if (this.#isFilling) return;
    this.#isFilling = true;
    const work = (): void => {
      const began = performance.now();
      for (const leaf of this.#leaves) {
        leaf.fill();
        if (performance.now() - began > slice) return void setTimeout(work);
      }
      this.#isFilling = false;
    };
    // Behind the frame that shows what is in view.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work)));
  }

  #arrange(isHeld = true): void {
    if (!this.#sheet || this.room.clientWidth === 0) return;
    const held = isHeld && this.#leaves.length > 0 ? this.#hold() : undefined;
    const room = { width: this.room.clientWidth, height: this.room.clientHeight };
    const columns = isRoomForSpreads(room, this.#sheet) ? 2 : 1;
    const wanted = scaleOf(this.#zoom, room, this.#sheet, columns);
    // Whole pixels, so that every page of the desk is drawn alike.
    const width = Math.max(1, Math.floor(this.#sheet.width * wanted));
    this.#scale = width / this.#sheet.width;
    this.#leafHeight = Math.round(this.#sheet.height * this.#scale);
    this.#arrangement = arrange(this.#pages, columns === 2);
    const measures = `--columns: ${columns}; --leaf-width: ${width}px; --leaf-height: ${this.#leafHeight}px; --scale: ${this.#scale}`;
    // Every page would be styled anew.
    if (this.#sheets.getAttribute('style') !== measures) this.#sheets.setAttribute('style', measures);
    for (const [quire, rows] of rowsOfQuires(this.#arrangement).entries()) {
      const style = `--rows: ${rows}`;
      if (this.#quires[quire]?.getAttribute('style') !== style) this.#quires[quire]?.setAttribute('style', style);
    }
    if (held) this.#restore(held);
    this.#report();
  }

  /** What stands in the middle of the view. */
  #hold(): Held {
    const page = this.view().current;
    const top = rowTop(this.#arrangement.rowOf[page] ?? 0, this.#leafHeight);
    return { page, part: (this.room.scrollTop + this.room.clientHeight / 2 - top) / this.#leafHeight, words: wordsOf(this.#leaves[page]) };
  }

  #restore({ page, part }: Held): void {
    this.room.scrollTop = rowTop(this.#arrangement.rowOf[page] ?? 0, this.#leafHeight) + part * this.#leafHeight - this.room.clientHeight / 2;
  }

  /** Where pages came or went before what was in view, it is found again by its words. */
  #find({ page, words }: Held): number {
    const isThere = (at: number): boolean => {
      const leaf = this.#leaves[at];
      leaf?.fill();
      return wordsOf(leaf) === words;
    };
    if (words === '' || isThere(page)) return page;
    for (let away = 1; away <= reach; away++) for (const at of [page + away, page - away]) if (isThere(at)) return at;
    return page;
  }

  #report(): void {
    if (this.#isReporting) return;
    this.#isReporting = true;
    requestAnimationFrame(() => {
      this.#isReporting = false;
      const view = this.view();
      for (const listener of this.#listeners) listener(view);
    });
  }
}

/** Pages that one edit may add or take before what is in view. */
const reach = 4;

/** The middle of a page: its beginning and end change with its neighbours. */
function wordsOf(leaf: Leaf | undefined): string {
  const blocks = leaf?.blocks() ?? [];
  return blocks[Math.floor(blocks.length / 2)]?.textContent ?? '';
}

export const nameOf = (folio: string, page: number): string => (folio === '' ? `page without a number (${page + 1} of the book)` : `page ${folio}`);

export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
