/** What the sheets of the EPUB leave to the reader: asked of the browser that parses them, which drops what it does not know. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../e2e/manuscript.js';
import { browser, whyNot } from './open-reader.js';

interface Rule {
  readonly selector: string;
  readonly declarations: Readonly<Record<string, string>>;
}

const sheets = readdirSync(join(root, 'styles')).filter((name) => name.startsWith('epub'));

async function rulesOf(css: string): Promise<Rule[]> {
  if (!browser) throw new Error('there is no browser: such tests are skipped');
  const page = await browser.open(() => undefined);
  try {
    return (await page.evaluate(`(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(css)});
      const flat = (rules) => [...rules].flatMap((rule) => rule.cssRules?.length > 0 && !rule.selectorText ? flat(rule.cssRules) : rule.selectorText ? [rule] : []);
      return flat(sheet.cssRules).map(({ selectorText, style }) => ({ selector: selectorText, declarations: Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)])) }));
    })()`)) as Rule[];
  } finally {
    await page.close();
  }
}

const faultsOf = (rules: readonly Rule[]): string[] =>
  rules.flatMap(({ selector, declarations }) => {
    const isRoot = selector.split(',').some((part) => ['html', 'body', ':root', '*'].includes(part.trim()));
    const isRunningText = selector.split(',').some((part) => ['html', 'body', ':root', '*', 'p', 'li', 'dd', 'div', 'section'].includes(part.trim()));
    return Object.entries(declarations).flatMap(([name, value]) => {
      const fault = (what: string): string[] => [`${selector} { ${name}: ${value} } ${what}`];
      if (isRoot && /^(color|background.*|font-size|line-height|text-align|margin.*|padding.*)$/.test(name) && !['initial', ''].includes(value)) return fault('is the reader’s to choose');
      if (isRunningText && /^(font-size|line-height)$/.test(name)) return fault('is the reader’s to choose');
      if (/(^|-)color$|^fill$|^stroke$/.test(name) && !/^(currentcolor|inherit|transparent|initial)$/i.test(value) && !isAllowed(selector, name)) return fault('is lost by night');
      if (/(^|[\s(])[\d.]+(pt|cm|mm|in|pc)\b/.test(value)) return fault('is a measure of paper');
      // A formula is hidden only where its picture stands beside it and says the same.
      if (/^(display|visibility)$/.test(name) && /^(none|hidden)$/.test(value) && !/\+ br$|^\.formula-picture \+ math$/.test(selector)) return fault('hides what the book says');
      return [];
    });
  });

/** The ground below pictures, and the one red of charts, which stands out from white and from black. */
const isAllowed = (selector: string, name: string): boolean => (selector === 'img' && name === 'background-color') || (/^\.drawing svg \[/.test(selector) && /^(fill|stroke)$/.test(name));

describe.skipIf(!browser)(`the EPUB’s style sheet${whyNot}`, () => {
  test.each(sheets)('%s leaves colours, sizes and line heights to the reader, and hides nothing', async (name) => {
    const rules = await rulesOf(readFileSync(join(root, 'styles', name), 'utf8'));
    expect(rules.length).toBeGreaterThan(0);
    expect(faultsOf(rules)).toEqual([]);
  });

  test.each([
    ['body { color: #333 }', 'is the reader’s to choose'],
    ['body { font-size: 12px }', 'is the reader’s to choose'],
    ['p { line-height: 1.5 }', 'is the reader’s to choose'],
    ['aside { display: none }', 'hides what the book says'],
    ['hr { border-top: 1px solid #999 }', 'is lost by night'],
    ['td { background: #eee }', 'is lost by night'],
    ['h1 { margin-top: 24pt }', 'is a measure of paper'],
  ])('would not have %s', async (css, why) => {
    expect(faultsOf(await rulesOf(css)).join('\n')).toContain(why);
  });

  test('writes hyphenation as old readers know it, too', () => {
    const css = readFileSync(join(root, 'styles/epub.css'), 'utf8');
    const counts = ['-webkit-hyphens:', '-epub-hyphens:', 'adobe-hyphenate:', ' hyphens:'].map((property) => css.split(property).length);
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(3);
  });
});
