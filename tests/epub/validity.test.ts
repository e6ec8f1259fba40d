import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { edition, OpenEpub, part } from './edition.js';
import { everything } from './everything.js';

async function findings(bytes: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(bytes, { version: '3.3' });
  return messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage').map(({ id, severity, message, location }) => `${severity} ${id} ${location?.path ?? ''}: ${message}`);
}

describe('the validator', () => {
  it('finds nothing in a book with one of everything', async () => {
    expect(await findings((await OpenEpub.of(everything)).bytes)).toEqual([]);
  });

  it('finds nothing in a book without print, pictures, notes or date', async () => {
    const { date: _, subtitle: __, ...bare } = everything.config;
    const made = await OpenEpub.of(edition([part({ id: 'one', number: '1', html: '<h1>One</h1><p>Words.</p>' })], { config: bare }));
    expect(await findings(made.bytes)).toEqual([]);
  });

  const faults: readonly (readonly [fault: string, file: string, from: string | RegExp, to: string])[] = [
    ['a link to an id that is not there', 'text/thaw.xhtml', 'href="#tbl-x"', 'href="#tbl-y"'],
    ['an element that is not closed', 'text/thaw.xhtml', '<br/>', '<br>'],
    ['a word that leads to no explanation', 'text/thaw.xhtml', 'id="x-polpred"', 'id="x-envoy"'],
    ['the same id twice', 'text/thaw.xhtml', 'id="sec-a"', 'id="sec-b"'],
    ['a picture that is not in the package', 'text/thaw.xhtml', 'images/x.png', 'images/y.png'],
    ['a drawing that the manifest does not tell of', 'content.opf', 'properties="mathml svg"', 'properties="mathml"'],
    ['a book without a title', 'content.opf', /<dc:title.*?<\/dc:title>/g, ''],
    ['a contents line to a missing file', 'nav.xhtml', 'text/glossary.xhtml', 'text/glosary.xhtml'],
  ];
  it.each(faults)('would find %s', async (_, file, from, to) => {
    const entries = unzipSync((await OpenEpub.of(everything)).bytes);
    const path = `EPUB/${file}`;
    const before = new TextDecoder().decode(entries[path]);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    const files: Zippable = { ...entries, mimetype: [strToU8('application/epub+zip'), { level: 0 }], [path]: strToU8(after) };
    expect(await findings(zipSync(files))).not.toEqual([]);
  });
});
