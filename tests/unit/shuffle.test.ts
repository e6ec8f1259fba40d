import { expect, test } from 'vitest';
import { shuffle } from '../../src/pass/collect/task.js';

const counts = [2, 3, 4, 5, 9, 26];
const names = Array.from({ length: 200 }, (_, index) => `chapter-question-${index}`);
const inOrder = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test.each(counts)('of %i pairs, each right side stands once, and never all beside their left ones', (count) => {
  for (const name of names) {
    const order = shuffle(count, name);
    expect(order.toSorted((a, b) => a - b)).toEqual(inOrder(count));
    expect(order, name).not.toEqual(inOrder(count));
  }
});

test('the same name gives the same order for ever', () => {
  expect(shuffle(5, 'q-years')).toEqual([3, 2, 1, 0, 4]);
  expect(shuffle(3, 'q-years')).toEqual([1, 0, 2]);
});

test('other names give other orders: each place is taken by each about as often', () => {
  const first = names.map((name) => shuffle(4, name)[0]);
  for (const pair of inOrder(4)) expect(first.filter((one) => one === pair).length, `${pair}`).toBeGreaterThan(25);
});
