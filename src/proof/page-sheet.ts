/**
 * Parts the style of the book's pages in two: what a shadow root understands, and what only the document does (faces, the size of
 * the paper). So the pages get their style to the letter, the proof gets none of it, and none of the proof's reaches them.
 */
export interface PageSheet {
  /** What a page’s root wears. */
  readonly pages: readonly CSSStyleSheet[];
  readonly document: CSSStyleSheet;
  /** Of the paper, CSS px. */
  readonly width: number;
  readonly height: number;
}

/**
 * What the proof adds to the pages: that links are links. And a page is all that `contain: strict` makes it but a scope of counters, of
 * which it has none: whenever one comes, Chromium goes through all there are. Nothing here moves a letter.
 */
const added = new CSSStyleSheet();
added.replaceSync(`
  a[href]:hover { text-decoration: underline; text-decoration-thickness: 0.5px; text-underline-offset: 0.15em }
  a[href]:focus-visible { outline: 2px solid #2a6f97; outline-offset: 1px }
  .page:not(.plain) { contain: size layout paint }
`);

export async function fetchPageSheet(): Promise<PageSheet> {
  const response = await fetch('pages.css', { cache: 'no-store' });
  if (!response.ok) throw new Error(`pages.css: ${response.status}`);
  return partSheet(await response.text());
}

/** Selectors of the document's own root: a page's root is its host. */
const root = /^(?:html|body|:root)(?:\s*,\s*(?:html|body|:root))*$/;

function partSheet(css: string): PageSheet {
  const pages = new CSSStyleSheet();
  pages.replaceSync(css);
  const sheet = new CSSStyleSheet();
  const measures = new Map<string, number>();
  for (let index = pages.cssRules.length - 1; index >= 0; index--) {
    const rule = pages.cssRules[index];
    if (rule instanceof CSSFontFaceRule || rule instanceof CSSPageRule) {
      sheet.insertRule(rule.cssText);
      pages.deleteRule(index);
    } else if (rule instanceof CSSStyleRule && root.test(rule.selectorText)) {
      for (const name of ['--width', '--height']) {
        const value = Number.parseFloat(rule.style.getPropertyValue(name));
        if (value > 0) measures.set(name, value);
      }
      rule.selectorText = ':host';
    }
  }
  return { pages: [pages, added], document: sheet, width: measures.get('--width') ?? 0, height: measures.get('--height') ?? 0 };
}
