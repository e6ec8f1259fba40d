/** Every character that a reader sees is drawn with a font that the book carries: asked of a real browser, by the real style sheet. */
import { describe, expect, it } from 'vitest';
import { epubFonts } from '../../src/typeface/epub-fonts.js';
import { findFaces } from '../../src/typeface/faces.js';
import { machineWorld } from '../../src/world/machine.js';
import { call, config, css, edition, OpenEpub, part } from './edition.js';
import { show, badlyDrawn, useBrowser } from './shown.js';

const { disk } = machineWorld();
const faces = await findFaces(disk);
useBrowser();

const scripts = part({
  id: 'one',
  number: '1',
  title: 'Сорок & Σ',
  notes: { a: 'A note ☐.' },
  html: `<h1>Дорога и соль: Ὅμηρος, naïve Łódź</h1>
    <ul><li>disc<ul><li>circle<ul><li>square</li></ul></li></ul></li></ul><ol start="27"><li>number</li></ol>
    <p>Words “quoted” – and… § 3, ½, №, €, ←→↑↓, ☑ ☐ ✓ ∞ ≤ −1 × 2, e\u0301, fi ffl, <em>курсив и ἔρως</em> <strong>жирный</strong> <b><i>оба</i></b> <span class="smallcaps">small СТРОКА</span>, a\u2009b${call('a', 1)}.</p>
    <pre><code>if (x &lt; "ж") → λ ☐ ⟨αβγ⟩;</code></pre>
    <dl class="register"><dt>term</dt><dd>said <span class="locators"><a href="#one">12</a></span></dd></dl>
    <figure><svg viewBox="0 0 300 20" role="img" font-family="'Source Sans 3', sans-serif"><title>t</title><text x="1" y="15" font-size="12">Łódź, Соль, Ἀθῆναι ≈ 5 → 6</text></svg></figure>
    <p><math alttext="x"><mi>x</mi><mo>=</mo><msqrt><mn>2</mn></msqrt><mo>∑</mo><mi>φ</mi><mi mathvariant="normal">d</mi><mover><mi>v</mi><mo>→</mo></mover><mfrac><mi>h</mi><mn>3</mn></mfrac><mtext>если</mtext><mo stretchy="true">(</mo><mtable><mtr><mtd><mi>ℝ</mi></mtd></mtr><mtr><mtd><mi>B</mi></mtd></mtr></mtable><mo stretchy="true">)</mo></math></p>`,
});

const made = async (more: string, form: 'woff2' | 'ttf' | 'none' = 'woff2') => {
  const parts = more === '' ? [scripts] : [part({ id: 'one', html: more })];
  return OpenEpub.of(edition(parts, { fonts: await epubFonts(faces, parts, disk), config: { ...config, epub: { ...config.epub, fonts: form } } }));
};

describe('no reader’s font has to help', () => {
  it.each(['woff2', 'ttf'] as const)('in a book with all scripts, lists, code, a drawing and a formula (%s)', async (form) => {
    const book = await made('', form);
    const page = await show(book, 'text/one.xhtml');
    expect(await badlyDrawn(book, page)).toEqual([]);
    await page.close();
  });

  it('in the contents and on the navigation page', async () => {
    const book = await made('');
    const page = await show(book, 'nav.xhtml');
    expect(await badlyDrawn(book, page)).toEqual([]);
    await page.close();
  });
});

describe('the eye that looks for them', () => {
  it.each([
    ['a letter that no font of the book has', '<p>漢</p>', 'p', '漢'],
    ['a letter in code', '<pre><code>漢</code></pre>', 'code', '漢'],
  ])('sees %s', async (_, html, element, text) => {
    const book = await made(html);
    const page = await show(book, 'text/one.xhtml');
    expect((await badlyDrawn(book, page)).filter(({ missing }) => missing !== '').map((drawn) => [drawn.element, drawn.missing])).toEqual([[element, text]]);
    await page.close();
  });

  it('sees what the style sheet adds', async () => {
    const parts = [part({ id: 'one', html: '<p class="x">Words</p>' })];
    const fonts = await epubFonts(faces, parts, disk);
    const added = '.x::before { content: "\\2297"; }';
    const whole = await OpenEpub.of(edition(parts, { fonts, css: css + added }));
    const cut = await OpenEpub.of(edition(parts, { fonts }));
    cut.entries['EPUB/css/epub.css'] = new TextEncoder().encode(cut.source('css/epub.css') + added);
    for (const [book, seen] of [[whole, []], [cut, [['::before', '⊗']]]] as const) {
      const page = await show(book, 'text/one.xhtml');
      expect((await badlyDrawn(book, page)).filter(({ missing }) => missing !== '').map(({ element, missing }) => [element, missing])).toEqual(seen);
      await page.close();
    }
  });

  it('sees a book without fonts', async () => {
    const book = await made('<p>a</p>', 'none');
    const page = await show(book, 'text/one.xhtml');
    expect(await badlyDrawn(book, page)).not.toEqual([]);
    await page.close();
  });
});
