import type { ProofPage } from '../watch/protocol.js';
import type { View } from './desk.js';
import { button, element } from './element.js';
import { icon } from './icon.js';

export interface FolioActs {
  readonly turn: (page: number) => void;
  /** Rows, forwards or back. */
  readonly turnBy: (rows: number) => void;
  readonly leave: () => void;
  readonly say: (sentence: string) => void;
}

/** Which pages are in view, as a field that takes the number of another. */
export class FolioField {
  readonly form = element('form', { class: 'turner', 'aria-label': 'Turn to' });
  readonly #field = element('input', { class: 'folio-field', type: 'text', inputmode: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-label': 'Page', title: 'Go to a page (g)' });
  readonly #count = element('span', { class: 'count' });
  readonly #acts: FolioActs;
  #pages: readonly ProofPage[] = [];
  #view: View | undefined;

  constructor(acts: FolioActs) {
    this.#acts = acts;
    this.form.append(
      button({ class: 'quiet', 'aria-label': 'Previous page', title: 'Previous page (k)' }, () => acts.turnBy(-1), icon('previous')),
      this.#field,
      this.#count,
      button({ class: 'quiet', 'aria-label': 'Next page', title: 'Next page (j)' }, () => acts.turnBy(1), icon('next')),
    );
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go();
    });
    this.#field.addEventListener('focus', () => {
      this.#field.value = this.#pages[this.#view?.current ?? 0]?.folio ?? '';
      this.#field.select();
    });
    this.#field.addEventListener('input', () => this.#field.setAttribute('aria-invalid', 'false'));
    this.#field.addEventListener('blur', () => this.#write());
    this.#field.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      acts.leave();
    });
  }

  focus(): void {
    this.#field.focus();
  }

  show(view: View, pages: readonly ProofPage[]): void {
    this.#view = view;
    this.#pages = pages;
    if (document.activeElement !== this.#field) this.#write();
  }

  #write(): void {
    const named = (this.#view?.row ?? []).flatMap((page) => this.#pages[page]?.folio || []);
    this.#field.value = named.join('–') || '·';
    this.#field.removeAttribute('aria-invalid');
    this.#count.textContent = this.#pages.length === 0 ? '' : `of ${this.#pages.length}`;
  }

  #go(): void {
    const wanted = this.#field.value.trim().toLowerCase();
    const page = this.#pages.findIndex(({ folio }) => folio !== '' && folio.toLowerCase() === wanted);
    if (page >= 0) {
      this.#acts.leave();
      return this.#acts.turn(page);
    }
    this.#field.setAttribute('aria-invalid', 'true');
    const last = this.#pages.findLast(({ folio }) => folio !== '');
    this.#acts.say(`No page is numbered ${wanted || 'so'}${last ? `; the last is ${last.folio}` : ''}.`);
  }
}
