/**
 * The pages in small: where one is, what changed, what has findings.
 *
 * A miniature is the page itself, scaled. Those of a quire are made when the browser says that it comes near the view of the rail,
 * and dropped when it is gone.
 */
import type { ProofFinding, ProofPage } from '../watch/protocol.js';
import { arrange, quireOf, rowsOfQuires } from './arrange.js';
import { type Desk, nameOf } from './desk.js';
import { element } from './element.js';

export class Rail {
  readonly panel = element('nav', { class: 'rail panel', id: 'rail', 'aria-label': 'All pages' });
  readonly #list = element('div', { class: 'thumbs' });
  readonly #desk: Desk;
  #thumbs: Thumb[] = [];
  readonly #quires: Quire[] = [];
  #current = -1;

  constructor(desk: Desk, turn: (page: number) => void) {
    this.#desk = desk;
    this.panel.append(this.#list);
    this.#list.addEventListener('click', (event) => {
      const page = this.#pageOf(event.target);
      if (page >= 0) turn(page);
    });
    this.#list.addEventListener('keydown', (event) => this.#walk(event));
  }

  show(pages: readonly ProofPage[]): void {
    const { sheet } = this.#desk;
    if (!sheet) return;
    const paper = `--paper-width: ${sheet.width}; --paper-height: ${sheet.height}`;
    if (this.#list.getAttribute('style') !== paper) this.#list.setAttribute('style', paper);
    this.#provide(pages.length);
    for (const [page, facts] of pages.entries()) this.#thumbs[page]?.put(facts);
    for (const [quire, rows] of rowsOfQuires(arrange(pages, true)).entries()) this.#quires[quire]?.host.style.setProperty('--rows', String(rows));
    for (const { isNear, thumbs } of this.#quires) if (isNear) this.#draw(thumbs);
  }

  mark(changed: ReadonlySet<number>, findings: readonly ProofFinding[]): void {
    const worst = new Map<number, ProofFinding['severity']>();
    for (const { page, severity } of findings) if (page !== undefined && worst.get(page) !== 'error') worst.set(page, severity);
    for (const [page, thumb] of this.#thumbs.entries()) thumb.mark(page, changed.has(page), worst.get(page));
  }

  follow(page: number): void {
    if (page === this.#current) return;
    this.#thumbs[this.#current]?.point(false);
    this.#current = page;
    this.#thumbs[page]?.point(true);
    this.reveal();
  }

  /** Brings the current page into the rail’s view. */
  reveal(): void {
    const thumb = this.#thumbs[this.#current];
    if (!thumb || this.panel.hidden) return;
    const [item, rail] = [thumb.button.getBoundingClientRect(), this.panel.getBoundingClientRect()];
    if (item.top < rail.top + 12) this.panel.scrollTop += item.top - rail.top - rail.height / 3;
    else if (item.bottom > rail.bottom - 12) this.panel.scrollTop += item.bottom - rail.bottom + rail.height / 3;
  }

  focus(): void {
    this.#thumbs[this.#current]?.button.focus();
  }

  #provide(count: number): void {
    for (const thumb of this.#thumbs.splice(count)) thumb.button.remove();
    for (const { host } of this.#quires.splice(quireOf(count - 1) + 1)) host.remove();
    while (this.#thumbs.length < count) {
      const thumb = new Thumb();
      const quire = (this.#quires[quireOf(this.#thumbs.length)] ??= this.#begin());
      quire.host.append(thumb.button);
      quire.thumbs.push(thumb);
      this.#thumbs.push(thumb);
    }
    for (const quire of this.#quires) quire.thumbs = quire.thumbs.filter(({ button }) => button.isConnected);
  }

  #begin(): Quire {
    const quire: Quire = { host: element('div', { class: 'quire' }), thumbs: [], isNear: false };
    quire.host.addEventListener('contentvisibilityautostatechange', (event) => {
      if (event.target !== quire.host) return;
      quire.isNear = !(event as ContentVisibilityAutoStateChangeEvent).skipped;
      if (quire.isNear) this.#draw(quire.thumbs);
      else for (const thumb of quire.thumbs) thumb.empty();
    });
    this.#list.append(quire.host);
    return quire;
  }

  #draw(thumbs: readonly Thumb[]): void {
    const { sheet } = this.#desk;
    if (sheet) for (const thumb of thumbs) thumb.draw(sheet.pages, (key) => this.#desk.copyOf(key));
  }

  #pageOf(target: EventTarget | null): number {
    return target instanceof Element ? this.#thumbs.findIndex(({ button }) => button.contains(target)) : -1;
  }

  /** One stop of the tab key for all of them; the arrows go from one to the next. */
  #walk(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 2, ArrowUp: -2, ArrowRight: 1, ArrowLeft: -1 };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#thumbs[Math.min(this.#thumbs.length - 1, Math.max(0, this.#pageOf(event.target) + by))]?.button.focus();
  }
}

interface Quire {
  readonly host: HTMLElement;
  thumbs: Thumb[];
  isNear: boolean;
}

class Thumb {
  readonly button = element('button', { type: 'button', class: 'thumb', tabindex: '-1' });
  readonly #miniature = element('span', { class: 'miniature', 'aria-hidden': 'true' });
  readonly #root = this.#miniature.attachShadow({ mode: 'open' });
  readonly #sheet = element('span', { part: 'sheet', inert: true });
  readonly #folio = element('span', { class: 'thumb-folio' });
  #page: ProofPage = { key: '', folio: '', side: 'recto' };
  #drawn = '';
  #name = '';

  constructor() {
    this.#root.append(this.#sheet);
    this.button.append(this.#miniature, this.#folio);
  }

  put(page: ProofPage): void {
    const { folio, side } = this.#page;
    this.#page = page;
    if (folio !== page.folio) this.#folio.textContent = page.folio;
    if (this.#name === '' || side !== page.side) {
      this.button.classList.remove('recto', 'verso');
      this.button.classList.add(page.side);
    }
  }

  draw(styles: readonly CSSStyleSheet[], pageOf: (key: string) => DocumentFragment): void {
    const { key } = this.#page;
    if (this.#drawn === key) return;
    this.#drawn = key;
    this.#root.adoptedStyleSheets = [...styles];
    this.#sheet.replaceChildren(pageOf(key));
  }

  empty(): void {
    this.#drawn = '';
    this.#sheet.replaceChildren();
  }

  mark(page: number, isChanged: boolean, severity: ProofFinding['severity'] | undefined): void {
    const name = [nameOf(this.#page.folio, page), ...(isChanged ? ['changed'] : []), ...(severity ? [`has ${severity}s`] : [])].join(', ');
    if (name === this.#name) return;
    this.#name = name;
    this.button.setAttribute('aria-label', name);
    this.button.classList.toggle('changed', isChanged);
    this.button.classList.toggle('has-error', severity === 'error');
    this.button.classList.toggle('has-warning', severity === 'warning');
  }

  point(isCurrent: boolean): void {
    if (isCurrent) this.button.setAttribute('aria-current', 'page');
    else this.button.removeAttribute('aria-current');
    this.button.tabIndex = isCurrent ? 0 : -1;
  }
}
