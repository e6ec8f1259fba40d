import type { Navigation } from './contract.js';
import { plainPages } from './plain-pages.js';
import { takeNavigation } from './take-navigation.js';

/**
 * Makes the finished pages ready for the browser to print: in a long book it would spend most of its time on links and stacking.
 * They still look the same, but their links have lost their addresses: whoever wants these reads the pages before.
 */
export function preparePrint(): Navigation {
  // Read before anything is written: the pages lie as they were verified.
  const plain = plainPages();
  const navigation = takeNavigation();
  for (const page of plain) page.classList.add('plain');
  return navigation;
}
