/** The few words that an EPUB says of its own, beside the author's; in the book's language when the caller has them. */
export interface EpubWords {
  /** Heads the navigation when the book has no contents page of its own. */
  readonly contents: string;
  readonly pages: string;
  readonly landmarks: string;
  readonly notes: string;
  /** The name of the way back from a note, before its number. */
  readonly back: string;
  readonly explanations: string;
  /** The name of the way back from what is said of a word, before that word. */
  readonly backToMention: string;
  /** Tells the print edition from the others, in the name of the source of page numbers. */
  readonly print: string;
}

export const englishWords: EpubWords = {
  contents: 'Contents',
  pages: 'Pages of the print edition',
  landmarks: 'Landmarks',
  notes: 'Notes',
  back: 'Back to the text, note',
  explanations: 'Words of this chapter',
  backToMention: 'Back to the text:',
  print: 'print',
};
