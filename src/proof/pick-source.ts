/**
 * The way from a page to the manuscript: a double click, a click with Alt held, or any click while picking, names the block under it.
 * While a click would, the block is framed and named.
 */
import type { Desk } from './desk.js';
import { element } from './element.js';

export class SourcePicker {
  readonly aim = element('div', { class: 'aim', 'aria-hidden': 'true', hidden: true });
  readonly #label = element('span', {});
  readonly #desk: Desk;
  #isPicking = false;
  #under: HTMLElement | undefined;

  constructor(desk: Desk, open: (at: string) => void) {
    this.#desk = desk;
    this.aim.append(this.#label);
    const { room } = desk;
    room.addEventListener(
      'click',
      (event) => {
        const at = blockOf(event)?.dataset['at'];
        if (at === undefined || !(event.altKey || this.#isPicking)) return;
        // Before links hear of it: whoever holds Alt means the manuscript.
        event.preventDefault();
        event.stopPropagation();
        open(at);
      },
      { capture: true },
    );
    room.addEventListener('dblclick', (event) => {
      const at = blockOf(event)?.dataset['at'];
      if (at === undefined || event.altKey || this.#isPicking || event.composedPath().some((step) => step instanceof HTMLAnchorElement)) return;
      getSelection()?.removeAllRanges();
      open(at);
    });
    room.addEventListener('pointermove', (event) => {
      this.#under = blockOf(event);
      this.#show(event.altKey);
    });
    room.addEventListener('pointerleave', () => this.#clear());
    room.addEventListener('scroll', () => this.#clear(), { passive: true });
    for (const type of ['keydown', 'keyup'] as const) addEventListener(type, (event) => event.key === 'Alt' && this.#show(type === 'keydown'));
    addEventListener('blur', () => this.#clear());
  }

  get isPicking(): boolean {
    return this.#isPicking;
  }

  pick(isPicking: boolean): void {
    this.#isPicking = isPicking;
    this.#desk.room.classList.toggle('picking', isPicking);
    if (!isPicking) this.#clear();
  }

  #show(isAlt: boolean): void {
    const block = this.#under;
    this.aim.hidden = !block?.isConnected || !(isAlt || this.#isPicking);
    if (this.aim.hidden || !block) return;
    const { left, top, width, height } = block.getBoundingClientRect();
    Object.assign(this.aim.style, { left: `${left - 5}px`, top: `${top - 3}px`, width: `${width + 10}px`, height: `${height + 6}px` });
    this.#label.textContent = `open ${sourceOf(block.dataset['at'] ?? '')}`;
  }

  #clear(): void {
    this.#under = undefined;
    this.aim.hidden = true;
  }
}

/** The name of the source in a place: `03-thaw:1402` stands in `03-thaw`. */
export const sourceOf = (at: string): string => at.slice(0, Math.max(0, at.lastIndexOf(':'))) || at;

function blockOf(event: Event): HTMLElement | undefined {
  return event.composedPath().find((step): step is HTMLElement => step instanceof HTMLElement && step.dataset['at'] !== undefined);
}
