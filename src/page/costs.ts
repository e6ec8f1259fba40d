/**
 * What each fault of a page costs. Only the proportions matter: a short page by one line costs 10, so a widow is worth more
 * than twenty lines of white.
 */
export interface Costs {
  /** Times the square of the lines that a page lacks. Never on the last page of a flow. */
  readonly short: number;
  /** Times the square of the lines of white that are added above headings and displays to fill a page. */
  readonly white: number;
  readonly widow: number;
  readonly orphan: number;
  /** A heading without two lines below it. */
  readonly heading: number;
  /** A lead-in, caption or table head without what it announces. */
  readonly kept: number;
  /** A table divided, where it could stand whole. */
  readonly divided: number;
  /** A stanza divided, where a page could end with the one before. */
  readonly stanza: number;
  /** A box of source divided. */
  readonly source: number;
  /** A word divided over the turn of a page. */
  readonly hyphen: number;
  /** A note that goes on overleaf. */
  readonly splitNote: number;
  /** A figure that stands a page later than its place in the text, for each such page. */
  readonly farFloat: number;
  /** A figure that a later section's text runs past. */
  readonly strayFloat: number;
  /** A last page with fewer than six lines. */
  readonly stub: number;
  /** Times the square of the lines by which facing pages differ. */
  readonly uneven: number;
  /** For each px by which a page is too full. */
  readonly overfull: number;
  /** A page that begins elsewhere than in the recorded edition, and each line too short that a page is left for its sake. */
  readonly moved: number;
  /** Times the square of the lines by which a page is deeper than the others, to keep those behind it. */
  readonly deep: number;
  /** A part that has more or fewer pages than in the recorded edition: all behind it get other numbers. */
  readonly grown: number;
}

export const defaultCosts: Costs = {
  short: 10,
  white: 3,
  widow: 6000,
  orphan: 6000,
  heading: 30000,
  kept: 8000,
  divided: 150,
  stanza: 200,
  source: 200,
  hyphen: 15,
  splitNote: 700,
  farFloat: 60,
  strayFloat: 900,
  stub: 1500,
  uneven: 4,
  overfull: 100000,
  moved: 40000,
  deep: 60,
  grown: 120000,
};

/** Lines that a last page should have. */
export const stubLines = 6;
