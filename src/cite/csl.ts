/**
 * A source as CSL-JSON describes it: only the variables that Octavo itself looks at are named, the style reads the rest.
 * Source: CSL 1.0.2 specification, appendices III and IV; CSL-JSON schema.
 */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly 'title-short'?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly language?: string;
  readonly genre?: string;
  readonly [variable: string]: unknown;
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

/** Source: CSL 1.0.2 specification, appendix III. */
export const cslTypes = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic', 'collection', 'dataset', 'document',
  'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map',
  'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog',
  'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage',
] as const;

/** BibLaTeX's types, with what CSL calls such a source. */
export const bibTypes: Readonly<Record<string, string>> = {
  article: 'article-journal', artwork: 'graphic', audio: 'song', book: 'book', bookinbook: 'book', booklet: 'book', collection: 'book', conference: 'paper-conference',
  dataset: 'dataset', electronic: 'webpage', image: 'figure', inbook: 'chapter', incollection: 'chapter', inproceedings: 'paper-conference', inreference: 'entry',
  jurisdiction: 'legal_case', legal: 'treaty', legislation: 'legislation', letter: 'personal_communication', magazine: 'article-magazine', manual: 'report',
  mastersthesis: 'thesis', misc: 'document', movie: 'motion_picture', music: 'musical_score', mvbook: 'book', mvcollection: 'book', mvproceedings: 'book',
  mvreference: 'book', newspaper: 'article-newspaper', online: 'webpage', patent: 'patent', performance: 'performance', periodical: 'periodical', phdthesis: 'thesis',
  proceedings: 'book', reference: 'book', report: 'report', review: 'review', software: 'software', standard: 'standard', suppbook: 'chapter', suppcollection: 'chapter',
  techreport: 'report', thesis: 'thesis', unpublished: 'manuscript', video: 'motion_picture', www: 'webpage',
};

export interface CslDate {
  /** One date, or the two ends of a range: year, month, day, as far as known. */
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly circa?: boolean;
  readonly literal?: string;
}
