import type { Element } from 'xast';
import { inAlphabet } from '../lower/math-letters.js';
import { ShownCharacters } from './shown-characters.js';

/** What a font is for: running text, code, the words of drawings, formulas, and the signs that no other font has. */
export const fontUses = ['code', 'drawing', 'text', 'signs'] as const;
export type FontUse = (typeof fontUses)[number];

/** Signs that an element draws without holding them. */
const drawnBy: Readonly<Record<string, string>> = { msqrt: '√', mroot: '√' };

/** The characters that each use shows. */
export type ShownText = Readonly<Record<FontUse, string>>;

const useOf: Readonly<Record<string, FontUse>> = { code: 'code', kbd: 'code', samp: 'code', pre: 'code', svg: 'drawing', math: 'signs' };

/**
 * All that a reader may see of some files, by the font that it is set in.
 *
 * @param css its `content` is shown, too
 * A letter alone in a formula is slanted, which is another letter: both are shown.
 */
export function shownText(trees: readonly Element[], css: string): ShownText {
  const shown = noCharacters();
  shown.text.add(generatedText(css));
  for (const tree of trees) for (const use of fontUses) shown[use].addAll(shownIn(tree)[use]);
  return said(shown);
}

const known = new WeakMap<Element, ShownText>();

/** A finished file shows what it shows: it is looked through once. */
function shownIn(tree: Element): ShownText {
  const found = known.get(tree);
  if (found) return found;
  const shown = noCharacters();
  const collect = (element: Element, around: FontUse): void => {
    const use = useOf[element.name] ?? around;
    shown[use].add(drawnBy[element.name] ?? '');
    for (const child of element.children) {
      if (child.type === 'element') collect(child, use);
      else if (child.type === 'text') {
        shown[use].add(child.value);
        if (use === 'signs') shown[use].add(inAlphabet(child.value, 'italic'));
      }
    }
  };
  collect(tree, 'text');
  const made = said(shown);
  known.set(tree, made);
  return made;
}

type Characters = Readonly<Record<FontUse, ShownCharacters>>;

const noCharacters = (): Characters => ({ code: new ShownCharacters(), drawing: new ShownCharacters(), text: new ShownCharacters(), signs: new ShownCharacters() });

const said = ({ code, drawing, text, signs }: Characters): ShownText => ({ code: `${code}`, drawing: `${drawing}`, text: `${text}`, signs: `${signs}` });

/** The strings of `content: "\2192\00a0"`, unescaped. Source: CSS Generated Content 3; CSS Syntax 3, strings. */
function generatedText(css: string): string {
  return [...css.matchAll(/content:\s*(["'])((?:(?!\1)[^\\]|\\[^])*)\1/g)]
    .map(([, , words = '']) => words.replace(/\\([0-9a-f]{1,6})\s?|\\([^])/gi, (_, code?: string, sign?: string) => (code === undefined ? (sign ?? '') : String.fromCodePoint(parseInt(code, 16)))))
    .join('');
}
