/** The few words that a figure itself says; everything else in it is the author's. */
export interface FigureWords {
  readonly thread: string;
  /** Beside a sample of the lighter tone. */
  readonly uncertain: string;
  /** In place of an empty cell. */
  readonly none: string;
}

const english: FigureWords = { thread: 'Thread', uncertain: 'Lighter: some time within this span', none: 'no value' };

const languages: Readonly<Record<string, FigureWords>> = {
  en: english,
  it: { thread: 'Filo', uncertain: 'Più chiaro: in un momento di questo periodo', none: 'nessun valore' },
  de: { thread: 'Strang', uncertain: 'Heller: irgendwann in dieser Zeit', none: 'kein Wert' },
  fr: { thread: 'Fil', uncertain: 'Plus clair\u00a0: à un moment de cette période', none: 'aucune valeur' },
  ru: { thread: 'Линия', uncertain: 'Светлее: в какой-то момент этого срока', none: 'нет значения' },
};

/** English where Octavo does not know the language. */
export const figureWords = (language: string): FigureWords => languages[language.toLowerCase().split('-')[0] ?? ''] ?? english;
