import type { Part } from '../model/document.js';

/** What a part is to a reading system and to a screen reader. Source: EPUB Structural Semantics Vocabulary, DPUB-ARIA 1.1. */
export interface Semantics {
  readonly division: 'frontmatter' | 'bodymatter' | 'backmatter';
  readonly type?: string;
  readonly role?: string;
  /** Worth a place among the landmarks, which readers offer as short cuts. */
  readonly landmark: boolean;
}

const divisions = { front: 'frontmatter', body: 'bodymatter', back: 'backmatter' } as const;

/**
 * Parts that their id names beyond doubt. An unnumbered part of another name (`how-to-use`) claims nothing but its place before
 * or after the chapters: no semantics is better than a wrong one.
 */
const known: Readonly<Record<string, string>> = {
  acknowledgements: 'acknowledgments',
  acknowledgments: 'acknowledgments',
  afterword: 'afterword',
  appendix: 'appendix',
  bibliography: 'bibliography',
  conclusion: 'conclusion',
  epilogue: 'epilogue',
  foreword: 'foreword',
  glossary: 'glossary',
  introduction: 'introduction',
  preface: 'preface',
  prologue: 'prologue',
};
const sought = new Set(['bibliography', 'glossary', 'introduction', 'preface']);

export function semanticsOf(part: Part): Semantics {
  const division = divisions[part.matter];
  if (part.kind === 'title') return { division, type: 'titlepage', landmark: true };
  if (part.kind === 'imprint') return { division, type: 'copyright-page', landmark: true };
  if (part.kind === 'contents') return { division, type: 'toc', role: 'doc-toc', landmark: true };
  // EPUB Indexes 1.0 asks for a structure of its own of whatever calls itself an index; the role asks for none.
  if (part.number === undefined && part.id === 'index') return { division, role: 'doc-index', landmark: false };
  const type = part.number === undefined && Object.hasOwn(known, part.id) ? known[part.id] : undefined;
  if (type !== undefined) return { division, type, role: `doc-${type}`, landmark: sought.has(type) };
  if (part.matter === 'body') return { division, type: 'chapter', role: 'doc-chapter', landmark: false };
  return { division, landmark: false };
}
