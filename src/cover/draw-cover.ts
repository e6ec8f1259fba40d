/**
 * Draws a cover from the words of the title page: authors, title, subtitle, a device of the book's own, edition and publisher, centred in
 * a frame.
 *
 * In: words as the author wrote them, and letters as outlines. Out: an SVG that needs no font and no file, the same for the same words.
 * Everything that is given is set: what is long is set smaller and in more lines, and the device makes room for it.
 * Not here: the picture made of it (make-cover.ts), where lines end (break-title.ts).
 */
import { createHash } from 'node:crypto';
import type { Element } from 'xast';
import { element } from '../epub/tree.js';
import type { Px } from '../model/unit.js';
import { breakTitle } from './break-title.js';
import type { Letters, LetterStyle } from './outline-text.js';
import { rosette } from './rosette.js';

export interface CoverWords {
  /** Names the book; colour and device are derived from it. */
  readonly name: string;
  readonly language: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly edition?: string;
  readonly publisher?: string;
}

/** All characters that a cover of these words may show. */
export function shownText({ title, subtitle = '', authors, edition = '', publisher = '', language }: CoverWords): string {
  const words = [title, subtitle, ...authors, edition, publisher].join('');
  return `${words}${words.toLocaleUpperCase(language)}\u00a0·-`;
}

/** What Amazon's shop calls ideal. Source: Kindle Publishing Guidelines, marketing cover image. */
const coverSize: { readonly width: Px; readonly height: Px } = { width: 1600, height: 2560 };

/** The widest line, and the first and last line's limits: inside the frame, with air. */
const column: Px = 1150;
const top: Px = 262;
/** Above the title and below the last of its words, together. */
const leastAir: Px = 240;
const bottom: Px = coverSize.height - 250;
const middle: Px = coverSize.width / 2;

/** Dark enough that letters of the paper's colour have a contrast of more than 7 on each, and dark in grey, too. */
const cloths = ['#1d3a4f', '#5b1f26', '#1f4233', '#3d2c4b', '#54361b', '#2e3438', '#124749', '#5a2a1c'] as const;
export const paper = '#f6efe0';
export const gilt = '#d2b074';

/** Sizes to try, the largest first, and how many lines each may take. */
type Step = readonly [size: Px, lines: number];
const titleSteps: readonly Step[] = [[340, 1], [300, 1], [262, 2], [240, 2], [224, 3], [200, 3], [180, 4], [162, 4], [146, 5], [132, 6], [118, 7], [106, 8], [94, 9], [84, 11], [72, 14], [60, 18]];
const subtitleSteps: readonly Step[] = [[78, 2], [70, 3], [64, 4], [58, 5], [52, 6], [44, 9], [36, 14]];
const authorSteps: readonly Step[] = [[60, 2], [54, 3], [48, 4], [42, 5], [36, 7], [30, 12]];
const publisherSteps: readonly Step[] = [[40, 1], [34, 2], [28, 5]];
const editionSteps: readonly Step[] = [[46, 1], [40, 2], [34, 5]];

const faces = {
  title: { style: 'normal', weight: 400, tracking: 0 },
  subtitle: { style: 'italic', weight: 400, tracking: 0 },
  names: { style: 'normal', weight: 400, tracking: 0.14 },
} as const satisfies Record<string, Omit<LetterStyle, 'size'>>;

/** Lines of one size; `lead` is from one baseline to the next. */
interface Block {
  readonly lines: readonly string[];
  readonly style: LetterStyle;
  readonly lead: Px;
  /** From the tops of the first line's capitals to the last baseline. */
  readonly height: Px;
}

/** @param divide puts soft hyphens into words of the book's language */
export function drawCover(words: CoverWords, letters: Letters, divide: (text: string) => string): Element {
  const { language } = words;
  const fit = (text: string, steps: readonly Step[], face: Omit<LetterStyle, 'size'>, leading: number): Block | undefined => {
    const block = text === '' ? undefined : largest(text, language, steps, face, letters, divide);
    return block && blockOf(block.lines, { ...face, size: block.size }, leading);
  };
  const capitals = (text: string): string => text.toLocaleUpperCase(language);

  const authors = fit(joinNames(words.authors.map(capitals)), authorSteps, faces.names, 1.55);
  const title = fit(words.title, titleSteps, faces.title, 1.12);
  const subtitle = fit(words.subtitle ?? '', subtitleSteps, faces.subtitle, 1.3);
  const edition = fit(words.edition ?? '', editionSteps, faces.subtitle, 1.3);
  const publisher = fit(capitals(words.publisher ?? ''), publisherSteps, faces.names, 1.5);

  // From the top down and from the bottom up; what is left between is the device's, and air.
  const heightOf = (block: Block | undefined): Px => block?.height ?? 0;
  const footTop = bottom - heightOf(publisher) - heightOf(edition) - (publisher && edition ? 44 : 0);
  const ruleRoom: Px = subtitle ? 160 : 80;
  const taken = heightOf(authors) + heightOf(title) + ruleRoom + heightOf(subtitle);
  // More words than a cover can hold are all made smaller together.
  const scale = Math.min(1, (footTop - top) / (taken + leastAir));
  const free = (footTop - top) / scale - taken;
  const radius = Math.min(300, (free - 470) / 2);
  const isDeviceShown = radius >= 120;
  const air = free - (isDeviceShown ? 2 * radius : 0);
  const titleTop = top + heightOf(authors) + (authors ? Math.min(300, air * 0.36) : Math.min(220, air * 0.3));
  const ruleAt = titleTop + heightOf(title) + 80;
  const textEnd = titleTop + heightOf(title) + ruleRoom + heightOf(subtitle);

  const set = (block: Block | undefined, y: Px): Element[] =>
    block ? [element('path', { fill: paper, d: block.lines.map((line, index) => letters.outline(line, block.style, middle, y + capHeight(block.style) + index * block.lead)).join('') })] : [];
  const rule = element('path', { d: `M${middle - 90} ${round(ruleAt)}H${middle + 90}`, stroke: gilt, 'stroke-width': '4' });
  const upper = [...set(authors, top), ...set(title, titleTop), rule, ...set(subtitle, ruleAt + 80)];
  const { width, height } = coverSize;
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', 'xmlns:xlink': 'http://www.w3.org/1999/xlink', viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height) },
    element('rect', { width: String(width), height: String(height), fill: clothOf(words.name) }),
    border(84, 7),
    border(106, 2),
    ...(scale === 1 ? upper : [element('g', { transform: `translate(${round(middle * (1 - scale))} ${round(top * (1 - scale))}) scale(${scale.toFixed(4)})` }, ...upper)]),
    ...(isDeviceShown ? [rosette(words.name, { x: middle, y: (textEnd + footTop) / 2 }, radius, gilt)] : []),
    ...set(edition, footTop),
    ...set(publisher, bottom - heightOf(publisher)),
  );
}

interface Fitted {
  readonly lines: readonly string[];
  readonly size: Px;
}

/**
 * The largest size at which the words fit; a smaller one, if only there each line ends well. Words are divided, and names as well, where
 * they would otherwise be much smaller.
 */
function largest(text: string, language: string, steps: readonly Step[], face: Omit<LetterStyle, 'size'>, letters: Letters, divide: (text: string) => string): Fitted {
  const triesOf = (words: string, division?: (text: string) => string): (Fitted & { readonly strain: number })[] =>
    steps.flatMap(([size, most]) => {
      const broken = breakTitle(words, language, column, (line) => letters.widthOf(line, { ...face, size }), division);
      return broken && broken.lines.length <= most ? [{ ...broken, size }] : [];
    });
  const whole = triesOf(text);
  const [first] = whole;
  const clean = first && whole.find(({ strain, size, lines }) => strain <= 0 && size >= first.size * 0.7 && isEven(lines.map((line) => letters.widthOf(line, { ...face, size }))));
  const apart = text.replaceAll('\u00a0', ' ');
  const divided = apart === text ? leastDivided(triesOf(text, divide)) : largest(apart, language, steps, face, letters, divide);
  const best = clean ?? first;
  if (best && (!divided || best.size >= divided.size * 0.7)) return best;
  if (divided) return divided;
  // More than any size holds: as many lines as it takes, or one word made to fit.
  const [size] = steps.at(-1) ?? [1];
  const widthAt = (line: string): Px => letters.widthOf(line, { ...face, size });
  const lines = breakTitle(apart, language, column, widthAt, divide)?.lines;
  return lines ? { lines, size } : { lines: [apart], size: (size * column) / widthAt(apart) };
}

/** No line but the last is much shorter than the longest. */
const isEven = (widths: readonly Px[]): boolean => widths.slice(0, -1).every((width) => width >= Math.max(...widths) * 0.55);

function leastDivided(tries: readonly Fitted[]): Fitted | undefined {
  const hyphens = ({ lines }: Fitted): number => lines.filter((line) => line.endsWith('-')).length;
  const large = tries.filter(({ size }) => size >= (tries[0]?.size ?? 0) * 0.7);
  return large.toSorted((a, b) => hyphens(a) - hyphens(b))[0];
}

function blockOf(lines: readonly string[], style: LetterStyle, leading: number): Block {
  const lead = style.size * leading;
  // The point between two names is not wanted where a line ends between them.
  const shown = lines.map((line) => line.replace(/^· | ·$/g, ''));
  return { lines: shown, style, lead, height: capHeight(style) + (lines.length - 1) * lead };
}

const capHeight = ({ size }: LetterStyle): Px => size * 0.65;

/** Names are never divided where a line can hold them; between two on one line stands a point. */
const joinNames = (names: readonly string[]): string => names.map((name) => name.replaceAll(' ', '\u00a0')).join(' · ');

export const clothOf = (name: string): string => cloths[(createHash('sha256').update(`cover ${name}`).digest()[0] ?? 0) % cloths.length] ?? cloths[0];

const round = (value: Px): string => String(Math.round(value * 10) / 10);

function border(inset: Px, thickness: Px): Element {
  const { width, height } = coverSize;
  return element('rect', { x: String(inset), y: String(inset), width: String(width - 2 * inset), height: String(height - 2 * inset), fill: 'none', stroke: gilt, 'stroke-width': String(thickness) });
}
