/**
 * The e-book beside the pages: the chapter of the page in view, at a reader's width, kept in step with it.
 *
 * A chapter is shown in a frame without scripts. Another state of it is loaded behind the one that is read, and takes its place
 * when it stands where the other stood.
 */
import type { ProofChapter } from '../watch/protocol.js';
import { button, element } from './element.js';
import { icon } from './icon.js';
import type { Leaf } from './leaf.js';

interface Target {
  readonly chapter: ProofChapter;
  readonly anchor: string;
}

const night = ':root { background: #1d1b18 !important; color: #d8d2c6 !important; color-scheme: dark } a { color: inherit }';

export class EBook {
  readonly panel = element('aside', { class: 'e-book panel', id: 'e-book', 'aria-label': 'E-book' });
  readonly #title = element('h2', {});
  readonly #stage = element('div', { class: 'stage' });
  #chapters: readonly ProofChapter[] = [];
  #targets = new Map<string, Target>();
  #shown: { readonly frame: HTMLIFrameElement; readonly address: string; readonly key: string } | undefined;
  #coming: HTMLIFrameElement | undefined;
  #target: Target | undefined;
  #isDark = false;

  constructor(close: () => void) {
    this.panel.append(element('header', {}, this.#title, button({ class: 'quiet', 'aria-label': 'Close the e-book' }, close, icon('close'))), this.#stage);
    this.#title.textContent = 'E-book';
  }

  show(chapters: readonly ProofChapter[]): void {
    this.#chapters = chapters;
    this.#targets = new Map(chapters.flatMap((chapter) => chapter.places.map(([at, anchor]) => [at, { chapter, anchor }] as const)));
    const current = chapters.find(({ address }) => address === this.#target?.chapter.address);
    if (this.#target && current) this.#target = { ...this.#target, chapter: current };
    else this.#target = undefined;
    this.#update(false);
  }

  toggle(isOpen: boolean): void {
    this.panel.hidden = !isOpen;
    if (isOpen) this.#update(true);
  }

  darken(isDark: boolean): void {
    this.#isDark = isDark;
    if (this.#shown) this.#dress(this.#shown.frame);
  }

  /** Goes to where a page begins; a page that has nothing of the e-book leaves it where the nearest before it is. */
  follow(pages: Iterable<Leaf | undefined>): void {
    if (this.panel.hidden) return;
    const target = this.#find(pages) ?? this.#target ?? (this.#chapters[0] && { chapter: this.#chapters[0], anchor: '' });
    if (target?.anchor === this.#target?.anchor && target?.chapter === this.#target?.chapter) return;
    this.#target = target;
    this.#update(true);
  }

  focus(): void {
    this.#shown?.frame.focus();
  }

  #find(pages: Iterable<Leaf | undefined>): Target | undefined {
    for (const leaf of pages) {
      leaf?.fill();
      for (const at of leaf?.places() ?? []) {
        const target = this.#targets.get(at);
        if (target) return target;
      }
    }
    return undefined;
  }

  /** @param isTurned whether to go to the target: otherwise its reader is left where they read */
  #update(isTurned: boolean): void {
    const target = this.#target;
    if (!target || this.panel.hidden) return;
    const { address, key, title } = target.chapter;
    this.#title.textContent = title;
    if (this.#shown?.address === address && this.#shown.key === key) {
      if (isTurned) this.#reveal(this.#shown.frame, target.anchor);
      return;
    }
    this.#coming?.remove();
    const isSame = this.#shown?.address === address;
    const frame = element('iframe', { class: 'coming', sandbox: 'allow-same-origin', title: `E-book: ${title}`, src: address });
    this.#coming = frame;
    frame.addEventListener('load', () => {
      if (this.#coming !== frame) return;
      this.#coming = undefined;
      this.#dress(frame);
      const before = isSame && !isTurned ? this.#shown?.frame.contentWindow?.scrollY : undefined;
      if (before === undefined) this.#reveal(frame, target.anchor, 'instant');
      else frame.contentWindow?.scrollTo(0, before);
      frame.classList.remove('coming');
      this.#shown?.frame.remove();
      this.#shown = { frame, address, key };
    });
    this.#stage.append(frame);
  }

  #reveal(frame: HTMLIFrameElement, anchor: string, behavior: ScrollBehavior = 'auto'): void {
    const place = frame.contentDocument?.getElementById(anchor);
    if (place) place.scrollIntoView({ block: 'start', behavior });
    else frame.contentWindow?.scrollTo(0, 0);
  }

  #dress(frame: HTMLIFrameElement): void {
    const { contentDocument: chapter, contentWindow: window } = frame;
    if (!chapter || !window) return;
    const sheet = new (window as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(`:root { scroll-padding-top: 1.5em } body { max-width: 34em; margin-inline: auto !important; padding: 1.6em 1.5em 40vh !important }${this.#isDark ? night : ''}`);
    chapter.adoptedStyleSheets = [sheet];
  }
}
