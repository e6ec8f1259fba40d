import type { Audience } from './book.js';
import type { LabelKind } from './document.js';
import { de } from './words/de.js';
import { en, enGB } from './words/en.js';
import { fr } from './words/fr.js';
import { it } from './words/it.js';
import { ru } from './words/ru.js';

/** What an EPUB says of its own, to those who listen to it or look into its description. */
export interface EpubWords {
  readonly cover: string;
  readonly pages: string;
  readonly landmarks: string;
  /** The name of the way back from a note, before its number. */
  readonly back: string;
  /** What is said of terms, people and places at the end of a chapter. */
  readonly explanations: string;
  /** The name of the way back from what is said of a word, before that word. */
  readonly backToMention: string;
  /** Tells the print edition from the others, in the name of the source of page numbers. */
  readonly print: string;
  /** Sentences of the summary of accessibility. */
  readonly summary: Readonly<Record<'always' | 'described' | 'undescribed' | 'data' | 'math' | 'spokenMath' | 'pages' | 'moving', string>>;
}

/** What is said on the imprint page of those who helped, by MARC relator code, as what they gave; all other roles are contributions. */
export type CreditWords = Readonly<Record<'edt' | 'edc' | 'com' | 'trl' | 'ill' | 'pht' | 'ctg' | 'aui' | 'wpr' | 'aft' | 'ann' | 'cov' | 'bkd' | 'tyg' | 'pfr' | 'ctb', string>>;

export interface ImprintWords {
  /** Of the sentence that names by a hash which text this is. */
  readonly state: string;
  /** Between a name of something and what it is. */
  readonly colon: string;
  /** Before the number of a volume in its series. */
  readonly number: string;
  readonly credits: CreditWords;
}

/** The words that Octavo itself sets, by language. Everything else on a page is the author's. */
export interface Words {
  readonly kinds: Readonly<Record<Exclude<LabelKind, 'own'>, readonly [singular: string, plural: string]>>;
  /** Of a source document, before their numbers. */
  readonly line: readonly [singular: string, plural: string];
  readonly paragraph: string;
  readonly and: string;
  readonly contents: string;
  readonly bibliography: string;
  readonly notes: string;
  readonly table: string;
  readonly figure: string;
  readonly question: string;
  readonly answer: string;
  readonly hint: string;
  /** For whom an edition is that is not the usual one. */
  readonly editions: Readonly<Record<Exclude<Audience, 'self-study'>, string>>;
  /** Letters for what is to be chosen from, in order. */
  readonly letters: string;
  readonly page: string;
  readonly pages: string;
  /** Between a page and the number of a line on it, abbreviated. */
  readonly pageLine: string;
  readonly onPage: string;
  readonly onThisPage: string;
  readonly onFacingPage: string;
  /** Behind the number of a table that goes on overleaf. */
  readonly continued: string;
  /** Between a page and one note on it (23n4), or several (23nn4–5). */
  readonly inNote: readonly [one: string, several: string];
  readonly by: string;
  /** Before the entry of an index that another entry leads to, and before one that it leads to besides. */
  readonly see: string;
  readonly seeAlso: string;
  /** Before a year, abbreviated. */
  readonly born: string;
  readonly died: string;
  readonly date: string;
  readonly event: string;
  /** Before the sources of a claim, and where it has none. */
  readonly sources: readonly [head: string, none: string];
  readonly statuses: Readonly<Record<'verified' | 'disputed' | 'unverified' | 'contradicted', string>>;
  readonly levels: readonly [string, string, string];
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
  readonly open: string;
  readonly close: string;
  /** Inside quotation marks. */
  readonly innerOpen: string;
  readonly innerClose: string;
  readonly epub: EpubWords;
  readonly imprint: ImprintWords;
}

const languages: Readonly<Record<string, Words>> = { en, 'en-gb': enGB, it, de, fr, ru };

/** The words of a language; English where Octavo does not know it. */
export function wordsOf(language: string): Words {
  const tag = language.toLowerCase();
  return languages[tag] ?? languages[primary(tag)] ?? en;
}

/** The language that `wordsOf` answers in. */
export const languageOfWords = (language: string): string => (Object.hasOwn(languages, primary(language.toLowerCase())) ? primary(language.toLowerCase()) : 'en');

const primary = (tag: string): string => tag.split('-')[0] ?? '';

/** A kind's name where a caption or a sentence begins with it. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
