import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { createRequire } from 'node:module';
import type { Part } from '../model/document.js';
import { KeptStep } from '../world/kept.js';
import { type Past, remember } from '../world/remember.js';
import { formulasOf, replaceFormulas } from './each-formula.js';
import { otherwiseSpoken, spokenLocale } from './spoken-languages.js';

/** The part of speech-rule-engine that is used here. */
interface SpeechEngine {
  setupEngine(options: Readonly<Record<'locale' | 'domain' | 'style' | 'modality' | 'markup', string>>): Promise<string>;
  toSpeech(mathml: string): string;
}

const require = createRequire(import.meta.url);

/** There is one engine in a process, and it speaks one language at a time: whoever comes second waits. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Gives every formula the words that a reader would say: `alttext`, in the language around it.
 *
 * In: parts whose formulas are MathML. Where the author gave the words (`data-told`) they stay. A language without rules is spoken in
 * English, and its formula says so (`lang`), so that the voice changes with the words; m-018 told the author.
 * The engine is loaded only when there is a formula, and reads its rules from its own package.
 * Source: ClearSpeak rules of speech-rule-engine.
 *
 * @param past a part that is the same is given again, and what was said of a formula is not asked twice
 */
export async function speakFormulas(parts: readonly Part[], language: string, past: Past = {}): Promise<readonly Part[]> {
  const shelf = keptParts.turn(past.kept);
  const made: Part[] = [];
  for (const part of parts) {
    const known = shelf.take(part.id);
    const told = known?.part === part && known.language === language ? known : await tell(part, language, known?.words ?? new Map(), past);
    shelf.put(part.id, told);
    made.push(told.spoken);
  }
  return made;
}

/** A part with its formulas spoken, and what was said, by locale and formula. */
interface Told {
  readonly part: Part;
  readonly language: string;
  readonly spoken: Part;
  readonly words: ReadonlyMap<string, string>;
}

const keptParts = new KeptStep<Told>();

async function tell(part: Part, language: string, known: ReadonlyMap<string, string>, past: Past): Promise<Told> {
  const silent = formulasOf([part], language).filter(({ math }) => math.properties['dataTold'] === undefined);
  const asked = new Map(silent.map((formula) => [formula.math, { locale: localeOf(formula.language), markup: toHtml(asSaid(formula.math), { closeSelfClosing: true }) }]));
  const words = new Map<string, string>();
  for (const locale of new Set([...asked.values()].map((each) => each.locale))) {
    const own = [...new Set([...asked.values()].filter((each) => each.locale === locale).map(({ markup }) => markup))];
    const formulas = own.filter((markup) => !known.has(nameOf(locale, markup)));
    const spoken = formulas.length === 0 ? [] : await remember(past, { name: 'formulas in words', code: ['formula'] }, { locale, formulas }, () => speak(formulas, locale));
    const said = new Map(formulas.map((markup, index) => [markup, spoken[index] ?? '']));
    for (const markup of own) words.set(nameOf(locale, markup), said.get(markup) ?? known.get(nameOf(locale, markup)) ?? '');
  }
  const [spoken = part] = replaceFormulas([part], language, ({ math, language: around }) => {
    const question = asked.get(math);
    const answer = question && words.get(nameOf(question.locale, question.markup));
    if (!question || !answer) return math;
    return { ...math, properties: { ...math.properties, ...(spokenLocale(around) === undefined && { lang: question.locale }), alttext: answer } };
  });
  return { part, language, spoken, words };
}

const nameOf = (locale: string, markup: string): string => `${locale} ${markup}`;

const localeOf = (language: string): string => spokenLocale(language) ?? otherwiseSpoken;

/** Once it is set up for a language, the engine speaks without a pause, so nobody else’s language comes between. */
function speak(formulas: readonly string[], locale: string): Promise<string[]> {
  const speaking = turn.then(async () => {
    const engine = require('speech-rule-engine') as SpeechEngine;
    await engine.setupEngine({ locale, domain: 'clearspeak', style: 'default', modality: 'speech', markup: 'punctuation' });
    return formulas.map((markup) => engine.toSpeech(markup).replace(/\s+/g, ' ').trim());
  });
  turn = speaking.catch(() => undefined);
  return speaking;
}

/** Elements whose children stand in a row; those of all others have places: a base, an index. */
const rows = new Set(['math', 'mrow', 'mstyle', 'mpadded', 'mtd', 'msqrt', 'menclose', 'mphantom']);

/**
 * The formula as it is said: upright letters are said like others, run together where they are one name (`km`, `Na`), and one after
 * another where they are not (`H₂O`, which is no function of O).
 */
function asSaid(element: Element): Element {
  const { mathVariant: _, mathvariant: __, ...properties } = element.properties;
  const children: ElementContent[] = [];
  let before: ElementContent | undefined;
  for (const child of element.children) {
    const last = children.at(-1);
    const said = child.type === 'element' ? asSaid(child) : { ...child, value: child.type === 'text' ? child.value.replaceAll('\u20D7', '→') : '' } as ElementContent;
    const follows = rows.has(element.tagName) && before !== undefined && isUpright(before) && isUpright(child);
    before = child;
    if (follows && last?.type === 'element' && last.tagName === 'mi' && said.type === 'element' && said.tagName === 'mi' && /^\p{Ll}$/u.test(letterOf(said))) {
      children[children.length - 1] = { ...last, children: [{ type: 'text', value: letterOf(last) + letterOf(said) }] };
      continue;
    }
    if (follows) children.push({ type: 'element', tagName: 'mo', properties: {}, children: [{ type: 'text', value: '\u2062' }] });
    children.push(said);
  }
  return { ...element, properties, children };
}

/** An upright letter, or one with an index. */
function isUpright(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'mi') return (node.properties['mathvariant'] ?? node.properties['mathVariant']) === 'normal' && /^\p{L}$/u.test(letterOf(node));
  const [base] = node.children;
  return /^m(sub|sup|subsup)$/.test(node.tagName) && base !== undefined && isUpright(base);
}

const letterOf = ({ children: [only] }: Element): string => (only?.type === 'text' ? only.value : '');
