import type { Report } from '../diagnostics/diagnostic.js';
import type { Kept } from '../world/kept.js';
import type { World } from '../world/world.js';

/** What every pass may touch besides its input. */
export interface Context {
  readonly world: World;
  /** The book folder. */
  readonly folder: string;
  readonly report: Report;
  /** Where a book stays open from one update to the next. */
  readonly kept?: Kept;
}
