import { describe, expect, it } from 'vitest';
import { openStyle } from '../../src/cite/style.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { memoryWorld } from '../../src/world/memory.js';

const open = async (id: string, locale = 'en-GB', files: Record<string, string> = {}) => {
  const findings = new Findings();
  const style = await openStyle(id, locale, memoryWorld(files), 'book', findings.report);
  return { style, findings: findings.list().map(({ code, place, message, hints }) => [`${code} ${place.file} ${message}`, ...hints.map(({ text }) => text)]) };
};

const csl = (body: string, attributes = '') => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" ${attributes}><info><title>Mine</title><id>mine</id>${body}`;

describe('a style by its id', () => {
  it.each([
    ['chicago-fullnote-bibliography', 'note'],
    ['chicago-author-date', 'in-text'],
    ['apa', 'in-text'],
    ['vancouver', 'in-text'],
    ['ieee', 'in-text'],
    ['modern-language-association', 'in-text'],
    ['harvard-cite-them-right', 'in-text'],
  ])('%s is installed and is a style of form %s', async (id, form) => {
    const { style, findings } = await open(id);
    expect(style).toMatchObject({ id, form, locale: 'en-GB' });
    expect(findings).toEqual([]);
  });

  it('names the nearest when there is none of that id', async () => {
    const { style, findings } = await open('chicago-fulnote-bibliography');
    expect(style).toBeUndefined();
    expect(findings[0]?.slice(0, 2)).toEqual(['c-003 book.yaml the citation style `chicago-fulnote-bibliography` is not known', '`chicago-fullnote-bibliography` exists']);
  });

  it('names those that hold the word when it is only a part of an id', async () => {
    expect((await open('chicago')).findings[0]).toContain('`chicago-author-date` exists');
  });
});

describe('a locale', () => {
  it.each([
    ['en-GB', 'en-GB'],
    ['en-US', 'en-US'],
    ['en', 'en-US'],
    ['it', 'it-IT'],
    ['ru', 'ru-RU'],
    ['de', 'de-DE'],
    ['fr', 'fr-FR'],
    ['de-AT', 'de-AT'],
  ])('%s is %s', async (given, full) => {
    expect((await open('apa', given)).style?.locale).toBe(full);
  });

  it.each([
    ['en-XX', ['`en-GB` exists', '`en-US` exists']],
    ['fr_FR', ['`fr-CA` exists', '`fr-FR` exists']],
    ['Klingon', ['a locale is a language, mostly with a country: `it`, `en-GB`']],
  ])('%s is not known, and is never replaced by another', async (given, hints) => {
    const { style, findings } = await open('apa', given);
    expect(style).toBeUndefined();
    expect(findings).toEqual([[`c-004 book.yaml the locale \`${given}\` is not known`, ...hints]]);
  });
});

describe('a style of the author’s own', () => {
  it('is read from the book folder', async () => {
    const { style } = await open('styles/mine.csl', 'it', { 'book/styles/mine.csl': csl('</info><citation><layout><text variable="title"/></layout></citation></style>', 'class="note"') });
    expect(style).toMatchObject({ id: 'styles/mine.csl', form: 'note', locale: 'it-IT' });
  });

  it('is followed to the style that it depends on', async () => {
    const { style, findings } = await open('dep.csl', 'en-GB', {
      'book/dep.csl': csl('<link href="http://www.zotero.org/styles/chicago-fullnote-bibliography" rel="independent-parent"/></info></style>'),
    });
    expect(findings).toEqual([]);
    expect(style).toMatchObject({ id: 'dep.csl', form: 'note' });
  });

  it.each([
    ['missing.csl', 'c-003 book.yaml the citation style `missing.csl` cannot be read: no such file or folder'],
    ['prose.csl', 'c-003 prose.csl this file is not a CSL style'],
    ['cut.csl', 'c-003 cut.csl this file is not a CSL style'],
    ['empty.csl', 'c-003 empty.csl this file is not a CSL style'],
    ['bare.csl', 'c-003 bare.csl this style has no `citation` and names no style that it depends on'],
    ['orphan.csl', 'c-003 orphan.csl the citation style `nobody-has-this-one` is not known'],
  ])('%s', async (id, message) => {
    const { style, findings } = await open(id, 'en-GB', {
      'book/prose.csl': 'hello',
      'book/cut.csl': csl('</info><citation><layout><text variable="title"/></layout></cit'),
      'book/empty.csl': '',
      'book/bare.csl': csl('</info></style>'),
      'book/orphan.csl': csl('<link href="http://www.zotero.org/styles/nobody-has-this-one" rel="independent-parent"/></info></style>'),
    });
    expect(style).toBeUndefined();
    expect(findings[0]?.[0]).toBe(message);
  });
});
