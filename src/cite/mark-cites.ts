/**
 * Makes citeproc-js say which words of a citation are of which source, so that each can lead to its own entry.
 *
 * In: an engine. Out: `<cite data-key=… data-cite=…>` around what each source has come to once its punctuation is settled, in pieces
 * where a number stands apart from the words after it; the words themselves are those without marks. What a range of numbers
 * swallows has none.
 * Its own `wrapCitationEntry` with `apply_citation_wrapper` is not used whole: it drops what a style puts around a citation.
 * Not here: what becomes of the marks (cite/link-cites.ts).
 */
import type { CslEngine } from 'citation-js';

/** The sources of the citation that is being rendered, in the order in which they are printed. */
interface Marking {
  sources: readonly string[];
  next: number;
}

const markings = new WeakMap<CslEngine, Marking>();

/** @param sources in the order in which they are printed, each as often as it is cited */
export function withMarks<T>(engine: CslEngine, sources: readonly string[], render: () => T): T {
  const marking = markings.get(engine) ?? install(engine);
  Object.assign(marking, { sources, next: 0 });
  try {
    return render();
  } finally {
    marking.sources = [];
  }
}

/** citation-js hands out an engine more than once: this is done to each a single time. */
function install(engine: CslEngine): Marking {
  const marking: Marking = { sources: [], next: 0 };
  markings.set(engine, marking);
  const { output, tmp, sys } = engine;
  const { string } = output;
  sys.wrapCitationEntry = (words, at) => `${openMark(marking, Number(at))}${words}${markEnd}`;
  output.string = (state, blobs, parent) => {
    const made = string.call(output, state, blobs, parent);
    const isCite = parent === undefined && tmp.area === 'citation' && !tmp.just_looking && Array.isArray(made) && marking.next < marking.sources.length;
    if (!isCite) return made;
    const at = marking.next;
    marking.next += 1;
    return made.map((piece) => {
      if (typeof piece === 'string') return piece === '' ? '' : `${openMark(marking, at)}${piece}${markEnd}`;
      // The list may be that of the style's own node.
      return Object.assign(piece, { item_id: at, decorations: [...piece.decorations, ['@cite', 'entry']] });
    });
  };
  return marking;
}

const openMark = ({ sources }: Marking, at: number): string => `<cite data-key="${encodeURIComponent(sources[at] ?? '')}" data-cite="${at}">`;
const markEnd = '</cite>';
