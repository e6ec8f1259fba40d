/**
 * The one Range that layout is read through. A document keeps every Range that was ever made and moves it with every change of
 * the tree, until it is collected: thousands of them made cutting a long book quadratic.
 */
let shared: Range | undefined;

export function sharedRange(): Range {
  shared ??= document.createRange();
  return shared;
}
