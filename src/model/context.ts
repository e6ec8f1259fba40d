import type { Report } from '../diagnostics/diagnostic.js';
import type { World } from '../world/world.js';

/** What every pass may touch besides its input. */
export interface Context {
  readonly world: World;
  /** The book folder. */
  readonly folder: string;
  readonly report: Report;
}
