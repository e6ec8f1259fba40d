/** What a reader would say was put in and taken out of a text. */
import { describe, expect, test } from 'vitest';
import { alignWords, noteCall } from '../../src/diff/align-words.js';

/** `a [b] {c} d`: taken out, put in. `^` is the call of a note. */
function told(before: string, after: string): string {
  const [old, now] = [before, after].map((text) => text.split(' ').filter((word) => word !== '').map((word) => (word === '^' ? noteCall : word)));
  const partners = alignWords(old ?? [], now ?? []);
  const said: string[] = [];
  let next = 0;
  const put = (end: number): void => {
    if (end > next) said.push(`{${(now ?? []).slice(next, end).join(' ')}}`);
    next = end;
  };
  let gone: string[] = [];
  const take = (): void => {
    if (gone.length > 0) said.push(`[${gone.join(' ')}]`);
    gone = [];
  };
  for (const [index, partner] of partners.entries()) {
    if (partner === undefined) gone.push((old ?? [])[index] ?? '');
    else {
      take();
      put(partner);
      said.push((now ?? [])[partner] ?? '');
      next = partner + 1;
    }
  }
  take();
  put((now ?? []).length);
  return said.join(' ').replaceAll(noteCall, '^');
}

describe('what was put in and taken out', () => {
  const cases: [name: string, before: string, after: string, told: string][] = [
    ['nothing', 'a b c', 'a b c', 'a b c'],
    ['of nothing', '', 'a b', '{a b}'],
    ['a word', 'Salt was a price .', 'Salt was once a price .', 'Salt was {once} a price .'],
    ['another word', 'Salt was a price .', 'Salt was a wage .', 'Salt was a [price] {wage} .'],
    ['a word that stands there often', 'the a the b the c', 'the a the b the the c', 'the a the b the {the} c'],
    ['words that stand there more often, and less', 'p a a b q', 'r a b b s', '[p a] {r} a b [q] {b s}'],
    ['a sentence that begins as the next does: whole', 'It did X . It did Y .', 'It did X . It was Z . It did Y .', 'It did X . {It was Z .} It did Y .'],
    ['the last sentence, not the sign before it', 'One . Two goes here .', 'One .', 'One . [Two goes here .]'],
    ['a sentence behind a note', 'One here . ^ Two there . ^', 'One here . ^ New that . Two there . ^', 'One here . ^ {New that .} Two there . ^'],
    ['a sentence with a note', 'One here . ^ Two .', 'One here . ^ New . ^ Two .', 'One here . ^ {New . ^} Two .'],
    ['a sentence between repeated words', 'the b . the c . z', 'the b . the d . the c . z', 'the b . {the d .} the c . z'],
    ['two places', 'a b c d e f', 'a x c d y f', 'a [b] {x} c d [e] {y} f'],
    ['no word is kept by chance in what was written anew', 'They came by the road in spring and left .', 'Nobody knows if or why the pans were ever sold there .', '[They came by the road in spring and left] {Nobody knows if or why the pans were ever sold there} .'],
    ['two lines changed places', 'a b c d e f g h', 'e f g h a b c d', '[a b c d] e f g h {a b c d}'],
  ];
  test.each(cases)('%s', (_, before, after, words) => expect(told(before, after)).toBe(words));

  test('partners only rise, and are the same words, whatever was edited', () => {
    const words = ['salt', 'road', 'the', 'the', '.', 'a', noteCall];
    let state = 7;
    const draw = (below: number): number => (state = (state * 16_807) % 2_147_483_647) % below;
    for (let round = 0; round < 300; round += 1) {
      const before = Array.from({ length: draw(30) }, () => words[draw(words.length)] ?? '');
      const after = before.flatMap((word) => (draw(5) === 0 ? [] : draw(5) === 0 ? [word, words[draw(words.length)] ?? ''] : [word]));
      const partners = alignWords(before, after);
      let last = -1;
      for (const [index, partner] of partners.entries()) {
        if (partner === undefined) continue;
        expect(partner).toBeGreaterThan(last);
        expect(after[partner]).toBe(before[index]);
        last = partner;
      }
    }
  });

  test('a long text is compared at once', () => {
    const long = Array.from({ length: 60_000 }, (_, index) => `w${(index * 7919) % 4001}`);
    const partners = alignWords(long, [...long.slice(0, 30_000), 'new', ...long.slice(30_001)]);
    expect(partners.filter((partner) => partner === undefined)).toHaveLength(1);
  });
});
