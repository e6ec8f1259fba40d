/**
 * Divides a title into lines as a typesetter would: as few as the column allows, as even as may be, and each ending where a speaker
 * could draw breath. A line does not end in an article or a preposition if another way is there; it likes to end at a colon or dash.
 *
 * Pure. No-break spaces hold. Not here: how large the title is (draw-cover.ts).
 */
import type { Px } from '../model/unit.js';

/** Short words that lean on the one behind them, by language. */
const leaning: Readonly<Record<string, string>> = {
  en: 'a an the of on in to for and or nor but by at from with as into over under between is',
  de: 'der die das den dem des ein eine einer einem einen und oder von vom zu zum zur im in am an auf aus bei für mit nach über um unter vor zwischen',
  fr: 'le la les un une des du de d’ l’ et ou à au aux en dans par pour sur sous avec entre sans',
  it: 'il lo la i gli le un uno una e ed o di del dello della dei degli delle a al alla ai da dal dalla in nel nella nei con su sul sulla per tra fra',
  es: 'el la los las un una y e o u de del a al en con por para sin sobre entre',
  pt: 'o a os as um uma e ou de do da dos das em no na nos nas com por para sem sobre entre',
  ru: 'и а но или в во на с со к ко о об от до за из по под при для без над не у',
  nl: 'de het een en of van in op te ten ter aan bij met voor door uit over tussen',
  la: 'de in ad et ac ex ab a e pro sub cum',
};

interface Word {
  readonly text: string;
  /** Whether a space goes before it where it does not begin a line. */
  readonly spaced: boolean;
  /** What a line that ends with it costs, in parts of the square of the column. */
  readonly cost: number;
}

export interface BrokenTitle {
  readonly lines: readonly string[];
  /** What the worst line's end costs; 0 where none could be found fault with. */
  readonly strain: number;
}

/**
 * @param divide puts soft hyphens into a text where its words may be divided
 * @returns undefined when a word is wider than the column; with `divide`, only when a syllable is
 */
export function breakTitle(title: string, language: string, column: Px, widthOf: (line: string) => Px, divide?: (text: string) => string): BrokenTitle | undefined {
  const words = wordsOf(divide && !fits(title, column, widthOf) ? divideWide(title, column, widthOf, divide) : title, language);
  const least = fewest(words, column, widthOf);
  return least === undefined ? undefined : spread(words, least, column, widthOf);
}

const fits = (title: string, column: Px, widthOf: (line: string) => Px): boolean => title.split(/[ \t\r\n]+/).every((word) => widthOf(word) <= column);

/** Soft hyphens only in words that no line holds. */
function divideWide(title: string, column: Px, widthOf: (line: string) => Px, divide: (text: string) => string): string {
  return title
    .split(/[ \t\r\n]+/)
    .map((word) => (widthOf(word) <= column ? word : divide(word)))
    .join(' ');
}

function wordsOf(title: string, language: string): Word[] {
  const leans = new Set((leaning[language.toLowerCase().split('-')[0] ?? ''] ?? leaning['en'] ?? '').split(' '));
  return title
    .split(/[ \t\r\n]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      const pieces = word.split(/(?<=\p{L}[-–—/\u00ad])(?=\p{L})/u);
      return pieces.map((text, index): Word => ({ text, spaced: index === 0, cost: costOf(text, index < pieces.length - 1, leans) }));
    });
}

function costOf(word: string, isDivided: boolean, leans: ReadonlySet<string>): number {
  if (word.endsWith('\u00ad')) return 0.6;
  if (isDivided) return 0.15;
  if (/[:;.!?–—]["”’»)\]]*$/u.test(word)) return -0.2;
  if (word.endsWith(',')) return -0.06;
  return leans.has(word.toLowerCase()) ? 0.25 : 0;
}

/** A soft hyphen shows at a line's end alone. */
function lineOf(words: readonly Word[]): string {
  const line = words.map(({ text, spaced }, index) => (spaced && index > 0 ? ' ' : '') + text).join('');
  const shown = line.endsWith('\u00ad') ? `${line.slice(0, -1)}-` : line;
  return shown.replaceAll('\u00ad', '');
}

function fewest(words: readonly Word[], column: Px, widthOf: (line: string) => Px): number | undefined {
  let lines = 1;
  let start = 0;
  for (let end = 1; end <= words.length; end++) {
    if (widthOf(lineOf(words.slice(start, end))) <= column) continue;
    if (end - 1 === start) return undefined;
    lines++;
    start = end - 1;
    end--;
  }
  return lines;
}

interface Way extends BrokenTitle {
  readonly cost: number;
}

/** The cheapest way to exactly so many lines: what lines lack, squared, and what their ends cost. */
function spread(words: readonly Word[], count: number, column: Px, widthOf: (line: string) => Px): BrokenTitle | undefined {
  let ways = new Map<number, Way>([[0, { cost: 0, lines: [], strain: 0 }]]);
  for (let line = 1; line <= count; line++) {
    const longer = new Map<number, Way>();
    for (const [start, way] of ways) {
      for (let end = start + 1; end <= words.length; end++) {
        const text = lineOf(words.slice(start, end));
        const width = widthOf(text);
        if (width > column) break;
        const isLast = end === words.length;
        if (isLast !== (line === count)) continue;
        const strain = isLast ? 0 : (words[end - 1]?.cost ?? 0);
        const cost = way.cost + (1 - width / column) ** 2 + strain;
        if (cost < (longer.get(end)?.cost ?? Infinity)) longer.set(end, { cost, lines: [...way.lines, text], strain: Math.max(way.strain, strain) });
      }
    }
    ways = longer;
  }
  return ways.get(words.length);
}
