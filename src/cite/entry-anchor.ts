import { type Anchor, anchorOf } from '../model/id.js';

/** The anchor of a source's entry in the bibliography: what a citation links to. */
export const entryAnchor = (key: string): Anchor => anchorOf(`ref-${key}`);
