import { isStill } from './desk.js';

const tints = { changed: 'rgb(42 111 151 / 0.24)', page: 'rgb(42 111 151 / 0.09)', meant: 'rgb(214 164 40 / 0.35)' } as const;

/** Tints what is to be noticed, and lets the tint go. Nothing moves. */
export function flash(elements: Iterable<Element>, kind: keyof typeof tints): void {
  const tint = tints[kind];
  for (const element of elements) {
    element.animate([{ backgroundColor: tint }, { backgroundColor: tint, offset: 0.35 }, { backgroundColor: 'transparent' }], { duration: 1800, easing: isStill() ? 'steps(1, jump-end)' : 'ease-out' });
  }
}
