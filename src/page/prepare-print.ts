import type { Navigation } from './contract.js';
import { takeNavigation } from './take-navigation.js';

/**
 * Makes the finished pages ready for the browser to print: in a long book it would spend most of its time on links.
 * They still look the same, but their links have lost their addresses: whoever wants these reads the pages before.
 */
export function preparePrint(): Navigation {
  return takeNavigation();
}
