import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { placeCalls } from '../../src/lower/place-calls.js';

/** `1` a call of a note, `c` one that a citation became, anything else text. */
const piece = (word: string): ElementContent =>
  /^[0-9c]$/.test(word)
    ? { type: 'element', tagName: 'sup', properties: { className: word === 'c' ? ['call', 'cited'] : ['call'] }, children: [{ type: 'text', value: word }] }
    : { type: 'text', value: word };

test.each([
  ['a note stays where it was called', ['trade ', '1', '.'], 'en-GB', 'trade (1).'],
  ['a citation’s moves behind the full stop, without a space', ['trade ', 'c', '. Then'], 'en-GB', 'trade.(c) Then'],
  ['several signs go before it', ['trade ', 'c', '!…'], 'en-GB', 'trade!…(c)'],
  ['none is doubled', ['trade. ', 'c', '. Then'], 'en-GB', 'trade.(c). Then'],
  ['French keeps it before the sign', ['le commerce ', 'c', '.'], 'fr-FR', 'le commerce(c).'],
  ['two get a comma and move as one', ['trade ', 'c', ' ', 'c', '.'], 'en-GB', 'trade.(c)(,)(c)'],
  ['a note beside a citation moves with it', ['trade ', 'c', '1', ', so'], 'en-GB', 'trade,(c)(,)(1) so'],
  ['words between part them', ['trade ', 'c', ' and ', 'c', '.'], 'en-GB', 'trade(c) and.(c)'],
  ['at the beginning', ['c', ' So.'], 'en-GB', '(c) So.'],
  ['alone', ['c'], 'en-GB', '(c)'],
])('%s', (_name, words, language, expected) => {
  const placed = placeCalls(words.map(piece), language);
  expect(toHtml(placed).replace(/<sup class="[^"]*">/g, '(').replaceAll('</sup>', ')')).toBe(expected);
});
