/** Octavo as a library. What is exported here is what versions promise. */
export { buildBook, exitCodeOf, targets, type BuildOptions, type BuildResult, type Output, type Target } from './build-book.js';
export { machineWorld } from './world/machine.js';
export { memoryWorld } from './world/memory.js';
export { NoBrowser } from './world/browser.js';
export { codes, type Code } from './diagnostics/codes.js';
export type { Diagnostic, Hint, Severity } from './diagnostics/diagnostic.js';
export type { Silenced } from './diagnostics/silence.js';
export type { Audience } from './model/book.js';
export type { Place } from './model/place.js';
export type { World, Disk, Store, StoreUsage } from './world/world.js';
