import type { Audience } from './book.js';
import type { LabelKind } from './document.js';

/** What an EPUB says of its own, to those who listen to it or look into its description. */
export interface EpubWords {
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
  readonly summary: Readonly<Record<'always' | 'described' | 'undescribed' | 'math' | 'pages', string>>;
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
  readonly epub: EpubWords;
  /** Inside quotation marks. */
  readonly innerOpen: string;
  readonly innerClose: string;
}

const latin = 'abcdefghijklmnopqrstuvwxyz';

const en: Words = {
  kinds: {
    chapter: ['chapter', 'chapters'],
    section: ['section', 'sections'],
    figure: ['figure', 'figures'],
    table: ['table', 'tables'],
    equation: ['equation', 'equations'],
    listing: ['listing', 'listings'],
    question: ['question', 'questions'],
    document: ['document', 'documents'],
    claim: ['claim', 'claims'],
    passage: ['passage', 'passages'],
    note: ['note', 'notes'],
  },
  line: ['line', 'lines'],
  paragraph: 'paragraph',
  and: 'and',
  contents: 'Contents',
  bibliography: 'Bibliography',
  notes: 'Notes',
  table: 'Table',
  figure: 'Figure',
  question: 'Question',
  answer: 'Answer',
  hint: 'Hint',
  editions: { student: 'Student edition', teacher: 'Teacher’s edition' },
  letters: latin,
  page: 'p.',
  pages: 'pp.',
  pageLine: 'l.',
  onPage: 'on page',
  onThisPage: 'on this page',
  onFacingPage: 'on the facing page',
  continued: 'continued',
  inNote: ['n', 'nn'],
  by: 'by',
  see: 'see',
  seeAlso: 'see also',
  born: 'b.',
  died: 'd.',
  date: 'Date',
  event: 'Event',
  sources: ['Sources', 'none'],
  statuses: { verified: 'verified', disputed: 'disputed', unverified: 'unverified', contradicted: 'contradicted' },
  levels: ['recall', 'explain', 'judge'],
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  epub: {
    pages: 'Pages of the print edition',
    landmarks: 'Landmarks',
    back: 'Back to the text, note',
    explanations: 'Words of this chapter',
    backToMention: 'Back to the text:',
    print: 'print',
    summary: {
      always: 'Reflowable text with headings, a table of contents and linked notes.',
      described: 'Every picture has a text alternative.',
      undescribed: 'Some pictures have no text alternative.',
      math: 'Formulas are MathML.',
      pages: 'Page numbers are those of the print edition.',
    },
  },
  open: '“',
  close: '”',
  innerOpen: '‘',
  innerClose: '’',
};

const it: Words = {
  kinds: {
    chapter: ['capitolo', 'capitoli'],
    section: ['sezione', 'sezioni'],
    figure: ['figura', 'figure'],
    table: ['tabella', 'tabelle'],
    equation: ['equazione', 'equazioni'],
    listing: ['listato', 'listati'],
    question: ['domanda', 'domande'],
    document: ['documento', 'documenti'],
    claim: ['affermazione', 'affermazioni'],
    passage: ['passo', 'passi'],
    note: ['nota', 'note'],
  },
  line: ['riga', 'righe'],
  paragraph: 'capoverso',
  and: 'e',
  contents: 'Indice',
  bibliography: 'Bibliografia',
  notes: 'Note',
  table: 'Tabella',
  figure: 'Figura',
  question: 'Domanda',
  answer: 'Risposta',
  hint: 'Suggerimento',
  editions: { student: 'Edizione per lo studente', teacher: 'Edizione per l’insegnante' },
  letters: latin,
  page: 'p.',
  pages: 'pp.',
  pageLine: 'r.',
  onPage: 'a pagina',
  onThisPage: 'in questa pagina',
  onFacingPage: 'nella pagina accanto',
  continued: 'segue',
  inNote: ['n', 'nn'],
  by: 'di',
  see: 'vedi',
  seeAlso: 'vedi anche',
  born: 'n.',
  died: 'm.',
  date: 'Data',
  event: 'Evento',
  sources: ['Fonti', 'nessuna'],
  statuses: { verified: 'verificato', disputed: 'discusso', unverified: 'non verificato', contradicted: 'contraddetto' },
  levels: ['ricordare', 'spiegare', 'giudicare'],
  alerts: { note: 'Nota', tip: 'Suggerimento', important: 'Importante', warning: 'Avviso', caution: 'Attenzione' },
  epub: {
    pages: 'Pagine dell’edizione a stampa',
    landmarks: 'Punti di riferimento',
    back: 'Torna al testo, nota',
    explanations: 'Parole di questo capitolo',
    backToMention: 'Torna al testo:',
    print: 'stampa',
    summary: {
      always: 'Testo fluido con titoli, indice e note collegate.',
      described: 'Ogni immagine ha un’alternativa testuale.',
      undescribed: 'Alcune immagini non hanno un’alternativa testuale.',
      math: 'Le formule sono in MathML.',
      pages: 'I numeri di pagina sono quelli dell’edizione a stampa.',
    },
  },
  open: '«',
  close: '»',
  innerOpen: '“',
  innerClose: '”',
};

const de: Words = {
  kinds: {
    chapter: ['Kapitel', 'Kapitel'],
    section: ['Abschnitt', 'Abschnitte'],
    figure: ['Abbildung', 'Abbildungen'],
    table: ['Tabelle', 'Tabellen'],
    equation: ['Gleichung', 'Gleichungen'],
    listing: ['Listing', 'Listings'],
    question: ['Frage', 'Fragen'],
    document: ['Dokument', 'Dokumente'],
    claim: ['Behauptung', 'Behauptungen'],
    passage: ['Stelle', 'Stellen'],
    note: ['Anmerkung', 'Anmerkungen'],
  },
  line: ['Zeile', 'Zeilen'],
  paragraph: 'Absatz',
  and: 'und',
  contents: 'Inhalt',
  bibliography: 'Literatur',
  notes: 'Anmerkungen',
  table: 'Tabelle',
  figure: 'Abbildung',
  question: 'Frage',
  answer: 'Antwort',
  hint: 'Tipp',
  editions: { student: 'Ausgabe für Lernende', teacher: 'Ausgabe für Lehrende' },
  letters: latin,
  page: 'S.',
  pages: 'S.',
  pageLine: 'Z.',
  onPage: 'auf Seite',
  onThisPage: 'auf dieser Seite',
  onFacingPage: 'auf der gegenüberliegenden Seite',
  continued: 'Fortsetzung',
  inNote: ['\u00a0Anm.\u00a0', '\u00a0Anm.\u00a0'],
  by: 'von',
  see: 'siehe',
  seeAlso: 'siehe auch',
  born: 'geb.',
  died: 'gest.',
  date: 'Datum',
  event: 'Ereignis',
  sources: ['Quellen', 'keine'],
  statuses: { verified: 'belegt', disputed: 'umstritten', unverified: 'unbelegt', contradicted: 'widerlegt' },
  levels: ['wissen', 'erklären', 'urteilen'],
  alerts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  epub: {
    pages: 'Seiten der Druckausgabe',
    landmarks: 'Orientierungspunkte',
    back: 'Zurück zum Text, Anmerkung',
    explanations: 'Wörter dieses Kapitels',
    backToMention: 'Zurück zum Text:',
    print: 'Druck',
    summary: {
      always: 'Fließender Text mit Überschriften, Inhaltsverzeichnis und verknüpften Anmerkungen.',
      described: 'Jedes Bild hat einen Alternativtext.',
      undescribed: 'Einige Bilder haben keinen Alternativtext.',
      math: 'Formeln sind MathML.',
      pages: 'Die Seitenzahlen sind die der Druckausgabe.',
    },
  },
  open: '„',
  close: '“',
  innerOpen: '‚',
  innerClose: '‘',
};

const fr: Words = {
  kinds: {
    chapter: ['chapitre', 'chapitres'],
    section: ['section', 'sections'],
    figure: ['figure', 'figures'],
    table: ['tableau', 'tableaux'],
    equation: ['équation', 'équations'],
    listing: ['listing', 'listings'],
    question: ['question', 'questions'],
    document: ['document', 'documents'],
    claim: ['affirmation', 'affirmations'],
    passage: ['passage', 'passages'],
    note: ['note', 'notes'],
  },
  line: ['ligne', 'lignes'],
  paragraph: 'paragraphe',
  and: 'et',
  contents: 'Table des matières',
  bibliography: 'Bibliographie',
  notes: 'Notes',
  table: 'Tableau',
  figure: 'Figure',
  question: 'Question',
  answer: 'Réponse',
  hint: 'Indice',
  editions: { student: 'Édition de l’élève', teacher: 'Édition de l’enseignant' },
  letters: latin,
  page: 'p.',
  pages: 'p.',
  pageLine: 'l.',
  onPage: 'à la page',
  onThisPage: 'sur cette page',
  onFacingPage: 'sur la page en regard',
  continued: 'suite',
  inNote: ['n', 'nn'],
  by: 'par',
  see: 'voir',
  seeAlso: 'voir aussi',
  born: 'n.',
  died: 'm.',
  date: 'Date',
  event: 'Événement',
  sources: ['Sources', 'aucune'],
  statuses: { verified: 'vérifié', disputed: 'discuté', unverified: 'non vérifié', contradicted: 'contredit' },
  levels: ['savoir', 'expliquer', 'juger'],
  alerts: { note: 'Remarque', tip: 'Conseil', important: 'Important', warning: 'Avertissement', caution: 'Attention' },
  epub: {
    pages: 'Pages de l’édition imprimée',
    landmarks: 'Points de repère',
    back: 'Retour au texte, note',
    explanations: 'Mots de ce chapitre',
    backToMention: 'Retour au texte\u00a0:',
    print: 'imprimé',
    summary: {
      always: 'Texte fluide avec titres, table des matières et notes liées.',
      described: 'Chaque image a une alternative textuelle.',
      undescribed: 'Certaines images n’ont pas d’alternative textuelle.',
      math: 'Les formules sont en MathML.',
      pages: 'Les numéros de page sont ceux de l’édition imprimée.',
    },
  },
  open: '«\u00a0',
  close: '\u00a0»',
  innerOpen: '“',
  innerClose: '”',
};

const ru: Words = {
  kinds: {
    chapter: ['глава', 'главы'],
    section: ['раздел', 'разделы'],
    figure: ['рисунок', 'рисунки'],
    table: ['таблица', 'таблицы'],
    equation: ['формула', 'формулы'],
    listing: ['листинг', 'листинги'],
    question: ['вопрос', 'вопросы'],
    document: ['документ', 'документы'],
    claim: ['утверждение', 'утверждения'],
    passage: ['место', 'места'],
    note: ['примечание', 'примечания'],
  },
  line: ['строка', 'строки'],
  paragraph: 'абзац',
  and: 'и',
  contents: 'Содержание',
  bibliography: 'Библиография',
  notes: 'Примечания',
  table: 'Таблица',
  figure: 'Рисунок',
  question: 'Вопрос',
  answer: 'Ответ',
  hint: 'Подсказка',
  editions: { student: 'Издание для учащихся', teacher: 'Издание для учителя' },
  letters: 'абвгдежзиклмнопрстуфхцчшщэюя',
  page: 'с.',
  pages: 'с.',
  pageLine: 'строка',
  onPage: 'на странице',
  onThisPage: 'на этой странице',
  onFacingPage: 'на соседней странице',
  continued: 'продолжение',
  inNote: ['\u00a0прим.\u00a0', '\u00a0прим.\u00a0'],
  by: '',
  see: 'см.',
  seeAlso: 'см. также',
  born: 'род.',
  died: 'ум.',
  date: 'Дата',
  event: 'Событие',
  sources: ['Источники', 'нет'],
  statuses: { verified: 'подтверждено', disputed: 'спорно', unverified: 'не проверено', contradicted: 'опровергнуто' },
  levels: ['знать', 'объяснить', 'оценить'],
  alerts: { note: 'Примечание', tip: 'Совет', important: 'Важно', warning: 'Внимание', caution: 'Осторожно' },
  epub: {
    pages: 'Страницы печатного издания',
    landmarks: 'Ориентиры',
    back: 'Назад к тексту, примечание',
    explanations: 'Слова этой главы',
    backToMention: 'Назад к тексту:',
    print: 'печать',
    summary: {
      always: 'Перетекающий текст с заголовками, оглавлением и связанными примечаниями.',
      described: 'У каждого изображения есть текстовая замена.',
      undescribed: 'У некоторых изображений нет текстовой замены.',
      math: 'Формулы записаны в MathML.',
      pages: 'Номера страниц — те же, что в печатном издании.',
    },
  },
  open: '«',
  close: '»',
  innerOpen: '“',
  innerClose: '”',
};

/** Britain quotes in single marks. */
const enGB: Words = { ...en, open: '‘', close: '’', innerOpen: '“', innerClose: '”' };

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
