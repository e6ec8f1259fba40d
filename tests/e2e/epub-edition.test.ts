/** What an e-book shop's checker and a reading system find in the EPUB. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { OpenEpub } from '../epub/edition.js';
import { badlyDrawnIn, useBrowser } from '../epub/shown.js';
import { pactFolder, readManuscript } from './manuscript.js';
import { pact } from './shared-books.js';

const { epub, resolved } = await readManuscript(pactFolder);
const bytes = new Uint8Array(await readFile(join(await pact(), 'italo-soviet-pact.epub')));
const book = new OpenEpub(bytes);
const chapters = epub.filter((part) => part.kind === 'chapter');

useBrowser();

describe('the EPUB', () => {
  test('has nothing that a checker minds', async () => {
    const result = await EpubCheck.validate(bytes);
    expect(result.messages.filter((message) => /^(fatal|error|warning)$/i.test(message.severity))).toEqual([]);
  });

  test('leads from its navigation to every chapter, in order', () => {
    const entries = book.all('nav.xhtml', '//h:nav[@epub:type="toc"]/h:ol/h:li/h:a');
    expect(entries).toEqual(chapters.map((part) => (part.number === undefined ? part.title : `${part.number} ${part.title}`)));
    expect(book.all('nav.xhtml', '//h:nav[@epub:type="toc"]/h:ol/h:li/h:a/@href')).toEqual(chapters.map((part) => `text/${part.id}.xhtml`));
    expect(book.all('nav.xhtml', '//h:nav[@epub:type="toc"]//h:li/h:ol/h:li/h:a').length).toBeGreaterThanOrEqual(chapters.flatMap((part) => part.sections.filter((section) => section.depth <= 2)).length);
  });

  test('says what it is', () => {
    const { config } = resolved;
    expect(book.all('content.opf', '//dc:title')).toEqual([config.title, config.subtitle]);
    expect(book.all('content.opf', '//dc:creator')).toEqual(config.authors.map((author) => author.name));
    expect(book.all('content.opf', '//dc:language')).toEqual([config.language]);
  });

  test('carries its fonts, cut down to what the text needs', () => {
    const fonts = book.files.filter((file) => /\.(woff2?|otf|ttf)$/.test(file));
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    for (const file of fonts) {
      const font = create(Buffer.from(book.entries[file] as Uint8Array));
      expect({ file, glyphs: 'numGlyphs' in font && font.numGlyphs < 900 }).toEqual({ file, glyphs: true });
    }
    expect(fonts.reduce((sum, file) => sum + (book.entries[file]?.length ?? 0), 0)).toBeLessThan(400_000);
  });

  test('shows no character that another font than its own has to draw', async () => {
    expect(await badlyDrawnIn(book)).toEqual({});
  }, 120_000);

  test('claims what it has, and no conformance', () => {
    const values = (name: string) => book.all('content.opf', `//opf:meta[@property="${name}"]`);
    expect(values('schema:accessibilityFeature')).toEqual(expect.arrayContaining(['alternativeText', 'longDescription', 'tableOfContents', 'readingOrder', 'structuralNavigation', 'index', 'pageNavigation', 'pageBreakMarkers', 'ARIA', 'unlocked']));
    expect(values('schema:accessModeSufficient')).toContain('textual');
    expect(values('schema:accessibilityHazard')).toEqual(['none']);
    expect(values('dcterms:conformsTo')).toEqual([]);
  });

  test('draws its figures as SVG with a name and a description, and gives their data as tables', () => {
    const files = chapters.map((part) => `text/${part.id}.xhtml`);
    const drawings = files.flatMap((file) => book.all(file, '//svg:svg[@role="img"]/@viewBox'));
    expect(drawings).toHaveLength(resolved.drawings.size);
    expect(files.flatMap((file) => book.all(file, '//svg:svg/svg:title')).length).toBe(drawings.length);
    expect(files.flatMap((file) => book.all(file, '//h:figure//h:details//h:table')).length).toBe(drawings.length);
  });

  test('has no soft hyphen and no script', () => {
    for (const file of book.files.filter((name) => name.endsWith('.xhtml')).map((name) => name.replace('EPUB/', ''))) {
      expect({ file, hyphens: book.source(file).includes('\u00ad'), scripts: book.all(file, '//h:script').length }).toEqual({ file, hyphens: false, scripts: 0 });
    }
  });
});
