import type { Severity } from './diagnostic.js';

interface Entry {
  readonly severity: Severity;
  /** What the code means, for the README's table; the finding itself states the particular fact. */
  readonly meaning: string;
  /** `config` faults end the run with exit code 2, `manuscript` faults with 1. */
  readonly blame: 'manuscript' | 'config';
}

const error = (meaning: string): Entry => ({ severity: 'error', meaning, blame: 'manuscript' });
const warning = (meaning: string): Entry => ({ severity: 'warning', meaning, blame: 'manuscript' });
const config = (meaning: string): Entry => ({ severity: 'error', meaning, blame: 'config' });

/** Every code there is. A code is permanent: it may be retired, never given a second meaning. */
export const codes = {
  'b-001': config('the book folder has no book.yaml'),
  'b-002': config('book.yaml is not valid YAML'),
  'b-003': config('book.yaml has a key that nobody reads'),
  'b-004': config('a value in book.yaml has the wrong form'),
  'b-005': config('a file that book.yaml lists does not exist'),
  'b-006': error('a file cannot be read'),
  'b-007': error('a file name leads out of the book folder'),
  'b-008': error('a register (YAML) is not valid'),
  'b-009': warning('a rule silences nothing'),
  'b-010': config('the variable SOURCE_DATE_EPOCH is no moment in time'),
  'b-013': config('the cover is no picture that can be one'),
  'b-014': warning('the cover is too small, or of another shape than covers are'),

  'c-001': error('a citation key is not in the bibliography'),
  'c-002': error('a bibliography does not parse'),
  'c-003': config('the citation style is not known'),
  'c-004': config('the locale is not known'),
  'c-005': warning('an entry is never cited'),
  'c-006': error('two entries have one key'),
  'c-007': warning('a field of a bibliography entry is not understood'),
  'c-009': warning('an entry stands in none of the bibliographies'),
  'c-010': config('a bibliography is of a kind that is not known'),
  'c-011': warning('an entry refers to one that does not exist'),
  'c-012': warning('nothing prints what an entry says'),
  'c-013': warning('a bibliography lists nothing'),
  'c-020': warning('two entries are one work'),
  'c-021': warning('a source lacks what a reader needs to find it'),
  'c-022': warning('a date of a source is impossible'),
  'c-023': warning('a DOI, ISBN or ISSN is wrong'),
  'c-024': warning('a DOI is written as an address'),
  'c-025': warning('a source has an http address beside its DOI'),
  'c-026': warning('two works are cited in the same words'),
  'c-027': warning('a chapter’s first citation is an “ibid.”'),
  'c-028': warning('a range of pages ends before it begins'),
  'c-029': warning('a page is cited that the source does not have'),
  'c-030': warning('the number of a note leads to another chapter'),
  'c-033': warning('two records without keys would have the same'),

  'd-001': error('a directive is not known'),
  'd-002': error('an attribute of a directive is missing or wrong'),
  'd-003': error('a term, person, place or abbreviation is not in its register'),
  'd-004': warning('a claim has no evidence'),
  'd-005': error('evidence is given for a claim that does not exist'),
  'd-006': error('a data file cannot be drawn'),
  'd-007': error('a date is not a date'),
  'd-008': warning('an attribute is not known'),
  'd-009': warning('something is written that nothing prints'),
  'd-010': warning('the words of a comment have changed'),
  'd-011': error('the words of a comment are not there'),
  'd-012': warning('the words of a comment stand there more than once'),
  'd-013': warning('a comment says nothing'),
  'd-014': error('a comment is on what has no words'),
  'd-015': error('a choice cannot be made'),
  'd-016': error('a matching question cannot be matched'),
  'd-017': error('a reference leads to what this edition does not print'),
  'd-018': warning('a question gives its answer away'),
  'd-019': warning('a term or abbreviation is never mentioned'),
  'd-020': warning('one word leads to two entries of a register'),
  'd-021': warning('the index refers to an entry that it does not have'),
  'd-022': warning('an index mark stands in no index'),
  'd-023': warning('an index has no entries'),
  'd-025': warning('an original and its translation differ in their paragraphs'),
  'd-026': error('a file that is included does not exist'),
  'd-027': error('a file includes itself'),
  'd-028': error('lines are included that a file does not have'),
  'd-029': error('a part of a block stands where no block takes it'),
  'd-030': warning('the words of a date say another date'),
  'd-031': warning('a date stands before an earlier one in a sequence'),
  'd-032': warning('one event is told in two ways'),
  'd-033': error('an output drops what nobody allowed it to drop'),
  'd-034': warning('a rule allows nothing'),
  'd-035': warning('a list of evidence lists no claim'),

  'm-001': error('front matter is not valid YAML'),
  'm-002': warning('a chapter has no title'),
  'm-003': warning('a chapter has a second title'),
  'm-004': warning('raw HTML was removed'),
  'm-005': warning('a construct is not supported'),
  'm-006': error('a formula does not parse'),
  'm-007': error('an image does not exist'),
  'm-008': warning('an image has no alternative text'),
  'm-009': warning('a character is in none of the book’s fonts'),
  'm-010': error('a note is called but not written'),
  'm-011': warning('a note is written but not called'),
  'm-012': warning('a link leads nowhere'),
  'm-013': error('an image is of a kind that cannot be shown'),
  'm-014': warning('verse looks like a table'),
  'm-015': error('an image is damaged'),
  'm-016': warning('an SVG image holds what an EPUB cannot'),
  'm-017': warning('of an image file with several images only the first is shown'),

  'p-001': warning('a block is taller or wider than its page'),
  'p-002': warning('page numbers did not settle'),
  'p-003': error('text of the manuscript is missing from the pages'),
  'p-004': warning('a note does not stand on the page that calls it'),
  'p-005': warning('something is too large for its page and was made smaller'),
  'p-006': warning('a note has no room in the margin'),
  'p-007': warning('a figure can’t stand where it is wanted'),

  'x-001': error('a reference leads to no label'),
  'x-002': error('a label is given twice'),
  'x-003': error('a label stands on something that has no number'),
  'x-004': error('a reference cannot have the form that is asked for'),
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof codes;
