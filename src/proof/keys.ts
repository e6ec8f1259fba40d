/** The keyboard: one table, which help shows as it is. A key does nothing where its reader is writing, or with Ctrl, Alt or Meta. */
export interface Binding {
  /** As `KeyboardEvent.key` has them. */
  readonly keys: readonly string[];
  /** What it does, as help says it; absent for what is well known or said elsewhere. */
  readonly says?: string;
  readonly act: (key: string) => void;
}

export function listen(bindings: readonly Binding[]): void {
  const acts = new Map(bindings.flatMap(({ keys, act }) => keys.map((key) => [key, act] as const)));
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || (isWriting(event.target) && event.key !== 'Escape')) return;
    const act = acts.get(event.key);
    if (!act || isOver(event.key)) return;
    // A button knows this key itself.
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    act(event.key);
  });
}

/** What lies over the page as the browser's own is put away by the browser; under a dialog, nothing answers. */
const isOver = (key: string): boolean => document.querySelector('dialog[open]') !== null || (key === 'Escape' && document.querySelector(':popover-open') !== null);

const isWriting = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

const names: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', ' ': 'space', Escape: 'esc', PageUp: 'page up', PageDown: 'page down', Home: 'home', End: 'end' };

export const keyName = (key: string): string => names[key] ?? key;
