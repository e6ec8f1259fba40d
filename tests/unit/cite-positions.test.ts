import { describe, expect, test } from 'vitest';
import { type NoteCitation, positionsOf } from '../../src/cite/positions.js';

/** `1 a, b p3` : in note 1, source a, then source b with page 3. */
function citation(written: string): NoteCitation {
  const [note = '', ...rest] = written.split(' ');
  const items = rest.join(' ').split(', ').map((item) => {
    const [id = '', locator] = item.split(' ');
    return { id, ...(locator !== undefined && { label: locator.startsWith('c') ? 'chapter' : 'page', locator: locator.slice(1) }) };
  });
  return { note: Number(note), items };
}

const names = ['first', 'subsequent', 'ibid', 'ibid elsewhere'];
/** `first`, `subsequent 1 near`: the note that cites the source first, and whether it was cited near. */
const say = (citations: readonly string[]): string[] =>
  positionsOf(citations.map(citation), 5).map((items) =>
    items.map((item) => [names[item.position], item['first-reference-note-number'] || '', item['near-note'] ? 'near' : ''].filter((word) => word !== '').join(' ')).join(', '),
  );

describe('a source stands to those before it', () => {
  test.each([
    ['for the first time', ['1 a', '2 b'], ['first', 'first']],
    ['again, after another', ['1 a', '2 b', '3 a'], ['first', 'first', 'subsequent 1 near']],
    ['again, far away', ['1 a', '2 b', '7 a'], ['first', 'first', 'subsequent 1']],
    ['right after itself', ['1 a', '2 a'], ['first', 'ibid 1 near']],
    ['right after itself, on the same page', ['1 a p3', '2 a p3'], ['first', 'ibid 1 near']],
    ['right after itself, on another page', ['1 a p3', '2 a p4'], ['first', 'ibid elsewhere 1 near']],
    ['right after itself, in a chapter of the same number', ['1 a p3', '2 a c3'], ['first', 'ibid elsewhere 1 near']],
    ['right after itself, now on a page', ['1 a', '2 a p4'], ['first', 'ibid elsewhere 1 near']],
    ['after a page of itself, now as a whole', ['1 a p3', '2 a'], ['first', 'subsequent 1 near']],
    ['after a note with two sources', ['1 a, b', '2 a'], ['first, first', 'subsequent 1 near']],
    ['after a note between that cites nothing', ['1 a', '3 a'], ['first', 'subsequent 1 near']],
    ['twice in one citation', ['1 a, a p3'], ['first, ibid elsewhere near']],
    ['in the citation before of one note', ['1 a', '1 a p3'], ['first', 'ibid elsewhere near']],
    ['in a note with two citations, before this one', ['1 a', '1 b', '2 b'], ['first', 'first', 'subsequent 1 near']],
    ['where numbers fall, for the first time again', ['13 a', '14 a', '1 a', '2 a', '4 a'], ['first', 'ibid 13 near', 'first', 'ibid 1 near', 'subsequent 1 near']],
    ['in the text, after several', ['0 a, b', '0 b', '0 a'], ['first, first', 'ibid near', 'subsequent near']],
    ['nothing is cited', [], []],
  ])('%s', (_name, citations, expected) => {
    expect(say(citations)).toEqual(expected);
  });
});
