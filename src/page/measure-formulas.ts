import type { FormulaBox } from './contract.js';

declare global {
  interface Window {
    measureFormulas: typeof measureFormulas;
  }
}

/** Where each formula came to lie on the page, in the order of the document. */
export function measureFormulas(): FormulaBox[] {
  return [...document.querySelectorAll('.slot')].map((slot) => {
    const outer = slot.getBoundingClientRect();
    const ink = (slot.querySelector('math') ?? slot).getBoundingClientRect();
    const baseline = (slot.querySelector('.strut') ?? slot).getBoundingClientRect().bottom;
    return { left: ink.left, right: ink.right, top: ink.top, bottom: ink.bottom, baseline, slot: { left: outer.left, right: outer.right, top: outer.top, bottom: outer.bottom } };
  });
}

window.measureFormulas = measureFormulas;
