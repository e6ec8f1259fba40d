/**
 * One page on the desk: the very element that is printed, in the very style, apart from the proof around it.
 *
 * Its markup is put in when it is asked for (`fill`); then `fresh` are the blocks that say something else than before.
 */
import { element } from './element.js';

export class Leaf {
  readonly host = element('article', { class: 'leaf' });
  readonly #root = this.host.attachShadow({ mode: 'open' });
  readonly #sheet = element('div', { part: 'sheet' });
  #markup = '';
  #pictures = '';
  #isFilled = false;

  key = '';
  /** Blocks that were not on the page before it was filled last; none when there was nothing on it. */
  fresh: readonly Element[] = [];

  constructor(styles: readonly CSSStyleSheet[]) {
    this.#root.append(this.#sheet);
    this.wear(styles);
  }

  wear(styles: readonly CSSStyleSheet[]): void {
    this.#root.adoptedStyleSheets = [...styles];
  }

  /** @param pictures names their state */
  put(key: string, markup: string, pictures: string): void {
    this.key = key;
    this.#markup = markup;
    this.#pictures = pictures;
    this.#isFilled = false;
  }

  get isFilled(): boolean {
    return this.#isFilled;
  }

  fill(): void {
    if (this.#isFilled) return;
    const before = new Set(this.blocks().map(wording));
    this.#sheet.replaceChildren(parsePage(this.#markup, this.#pictures));
    this.#isFilled = true;
    this.fresh = before.size === 0 ? [] : this.blocks().filter((block) => !before.has(wording(block)));
  }

  /** Of those that say where they stand in the manuscript, the innermost. */
  blocks(): Element[] {
    return [...this.#sheet.querySelectorAll('[data-at]')].filter((block) => !block.querySelector('[data-at]'));
  }

  /** Where the blocks stand, in the order of the page; what is around others comes after them. */
  places(): string[] {
    const all = this.#sheet.querySelectorAll<HTMLElement>('[data-at]');
    const inner = this.blocks();
    return [...inner, ...all].map((block) => (block as HTMLElement).dataset['at'] ?? '');
  }

  block(at: string): Element | undefined {
    return this.#sheet.querySelector(`[data-at="${CSS.escape(at)}"]`) ?? undefined;
  }

  target(id: string): Element | undefined {
    return this.#root.getElementById(id) ?? undefined;
  }

  /** The printed page itself. */
  get page(): Element | undefined {
    return this.#sheet.firstElementChild ?? undefined;
  }
}

const wording = (block: Element): string => `${block.textContent}\0${[...block.querySelectorAll('img')].map(({ src }) => src).join('\0')}`;

/**
 * The page's addresses begin at its server's root; here they begin where the proof does. Nothing is fetched before it is put in.
 * A picture that was replaced has another address, or the browser would show the one that it has.
 */
export function parsePage(markup: string, pictures: string): DocumentFragment {
  const template = element('template');
  template.innerHTML = markup;
  for (const attribute of ['src', 'href']) {
    for (const asking of template.content.querySelectorAll(`:not(a)[${attribute}^="/"]`)) asking.setAttribute(attribute, `${(asking.getAttribute(attribute) ?? '').slice(1)}?${pictures}`);
  }
  return template.content;
}
