import GithubSlugger from 'github-slugger';
import type { LeafDirective } from 'mdast-util-directive';
import type { Report } from '../../diagnostics/diagnostic.js';
import type { OwnKind } from '../../model/book.js';
import type { Chapter, CitationOccurrence, Claim, Collected, IndexMark, IndexRequest, Labelled, LabelKind, Mention, NoteCall, Question, Read } from '../../model/document.js';
import { anchorOf, nodeId, type Anchor, type Label, type NodeId } from '../../model/id.js';
import { placeOf, placeWithin } from '../../model/source.js';
import { type EvidenceBlock, evidenceBlocks } from '../list-evidence.js';
import { printedLeaves, printedName, type Visit } from '../walk.js';
import { nameByWords, ownWords, wordsBeside } from './name-words.js';

/** The tables of `Collected` while they are filled, in document order. */
export class Gathering {
  readonly labelled: Labelled[] = [];
  readonly byLabel = new Map<string, Labelled>();
  readonly notes: NoteCall[] = [];
  readonly citations: CitationOccurrence[] = [];
  readonly mentions: Mention[] = [];
  readonly marks: IndexMark[] = [];
  readonly indexRequests: IndexRequest[] = [];
  readonly claims: Claim[] = [];
  readonly questions: Question[] = [];
  readonly charts: Collected['charts'][number][] = [];
  readonly evidence: readonly EvidenceBlock[];
  /** By the label of the claim that it is for. */
  readonly evidenceFor = new Map<string, EvidenceBlock[]>();
  readonly #leaves: ReturnType<typeof printedLeaves>;
  readonly #taken = new Set<string>();
  /** How often each name was wanted: an entry may be mentioned a thousand times. */
  readonly #counts = new Map<string, number>();
  readonly #sluggers = new Map<Chapter, GithubSlugger>();

  constructor(
    readonly read: Read,
    readonly report: Report,
  ) {
    this.evidence = evidenceBlocks(read);
    for (const block of this.evidence) {
      const label = block.node.attributes?.['for'] ?? '';
      const others = this.evidenceFor.get(label);
      if (others) others.push(block);
      else this.evidenceFor.set(label, [block]);
    }
    this.#leaves = printedLeaves(read);
  }

  isPrinting(node: LeafDirective): boolean {
    return this.#leaves.get(printedName(node))?.node === node;
  }

  /**
   * An anchor of this name; where it is taken, of this name and the words that tell it from others; where that is taken, too, with a
   * number: anchors are unique in the whole book.
   */
  claimAnchor(wanted: Anchor, tellingWords: () => string = () => ''): Anchor {
    const words = this.#taken.has(wanted) ? tellingWords() : '';
    const named = words === '' ? wanted : anchorOf(`${wanted}-${words}`);
    let anchor = named;
    let count = this.#counts.get(named) ?? 1;
    while (this.#taken.has(anchor)) anchor = `${named}-${(count += 1)}` as Anchor;
    this.#counts.set(named, count);
    this.#taken.add(anchor);
    return anchor;
  }

  /** A note, named after its chapter and its own name: what is written in `[^…]`, the first of its words, or what it cites. */
  addNote(note: Pick<NoteCall, 'id' | 'chapter' | 'source' | 'body'>, visit: Visit): void {
    const { body, chapter } = note;
    const name = body.type === 'footnoteDefinition' ? body.identifier : body.type === 'inlineNote' ? ownWords(body) : nameByWords(body.value);
    const anchor = this.claimAnchor(anchorOf(`n-${chapter.slug}-${name}`), () => wordsBeside(visit));
    this.notes.push({ ...note, anchor, callAnchor: this.claimAnchor(anchor.replace(/^n/, 'c') as Anchor) });
  }

  reserveAnchor(anchor: Anchor): void {
    this.#taken.add(anchor);
  }

  /** The label's own name, or `chapter-figure` for the first of a chapter and `chapter-figure-the-salt-road` for others. */
  labelAnchor({ chapter, node }: Visit, kind: string, label: string | undefined): Anchor {
    return label === undefined ? this.claimAnchor(anchorOf(`${chapter.slug}-${kind}`), () => ownWords(node)) : this.claimAnchor(anchorOf(label));
  }

  /** The label's own name, or the chapter's with the heading's words as GitHub has them. */
  headingAnchor({ chapter }: Visit, words: string, label: string | undefined): Anchor {
    let slugger = this.#sluggers.get(chapter);
    if (!slugger) this.#sluggers.set(chapter, (slugger = new GithubSlugger()));
    return this.claimAnchor(anchorOf(label ?? `${chapter.slug}-${slugger.slug(words)}`));
  }

  /** @returns the anchor that the place got */
  addLabelled(kind: LabelKind, visit: Visit, label: string | undefined, own?: OwnKind): Anchor {
    const anchor = this.labelAnchor(visit, own?.name ?? kind, label);
    this.addAnchored(kind, visit, anchor, label, 0, own);
    return anchor;
  }

  /** @param depth of a section, 1 for a chapter's title */
  addAnchored(kind: LabelKind, { node, chapter, source, insideDocument }: Pick<Visit, 'node' | 'chapter' | 'source' | 'insideDocument'>, anchor: Anchor, label?: string, depth = 0, own?: OwnKind): void {
    const place = node.type === 'root' ? { file: source.file, line: 1 } : placeOf(source, node);
    const id = node.type === 'root' ? (`${source.stem}:chapter` as NodeId) : nodeId(source.stem, node);
    const entry: Labelled = { id, kind, ...(label !== undefined && { label: label as Label }), anchor, place, chapter, source, node, depth, ...(own && { own }), ...(insideDocument && { insideDocument }) };
    this.labelled.push(entry);
    if (label === undefined) return;
    const twin = this.byLabel.get(label);
    if (twin) this.report('x-002', node.type === 'root' ? place : placeWithin(source, node, label), `the label \`${label}\` is given twice`, { text: 'first given here', place: twin.place });
    else this.byLabel.set(label, entry);
  }
}
