import type { Element } from 'hast';

/** A figure drawn from data: the picture, and the same facts as a table for those who cannot see it. */
export interface Drawing {
  /** An inline SVG with its own namespace, a viewBox and `role="img"`; ids are prefixed, so two never clash in one document. */
  readonly svg: Element;
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** Of a timeline: whose row it is, by the key in the register of dates; the event is the second cell. */
    readonly keys?: readonly string[];
  };
}

/** A figure as it is drawn twice: for the width of the page, and narrower for a telephone, on which the former's words would be too small to read. */
export interface BookDrawing extends Drawing {
  readonly narrow: Element;
}
