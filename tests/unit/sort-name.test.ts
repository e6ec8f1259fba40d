import { expect, test } from 'vitest';
import { sortName } from '../../src/read/sort-name.js';

test.each<[string, string]>([
  ['Anna Rossi', 'Rossi, Anna'],
  ['A. Teacher', 'Teacher, A.'],
  ['J. R. R. Tolkien', 'Tolkien, J. R. R.'],
  ['George W. Bush', 'Bush, George W.'],
  ['J.-P. Sartre', 'Sartre, J.-P.'],
  ['Émile Durkheim', 'Durkheim, Émile'],
  ['Flann O’Brien', 'O’Brien, Flann'],
  ['Angus MacDonald', 'MacDonald, Angus'],
  ['Nikolai Rimsky-Korsakov', 'Rimsky-Korsakov, Nikolai'],
  ['Harper Lee', 'Lee, Harper'],
  ['М. М. Литвинов', 'Литвинов, М. М.'],
])('%s is filed as %s', (name, sort) => {
  expect(sortName(name, 'en-GB')).toBe(sort);
});

test.each<[string, string]>([
  ['one word', 'Voltaire'],
  ['a name that may be divided in two places', 'J. Calvitt Clarke'],
  ['two families', 'Gabriel García Márquez'],
  ['a particle', 'Ludwig van Beethoven'],
  ['a particle at the beginning', 'De Gaulle'],
  ['a particle after initials', 'J. von Neumann'],
  ['a particle that is one with the name', 'Gabriele d’Annunzio'],
  ['the same with a capital', 'Jean D’Alembert'],
  ['Arabic', 'Muhammad ibn Khaldun'],
  ['a title', 'Pope Francis'],
  ['a generation', 'Martin King Jr.'],
  ['a family that comes first, as in China', 'Mao Zedong'],
  ['a body with an article', 'The Octavo developers'],
  ['a body without one', 'Quiet Press'],
  ['a body that is called a university', 'Università Bocconi'],
  ['a body in capitals', 'UNESCO Paris'],
  ['people whose name is what they do', 'Wikipedia contributors'],
  ['Russian, where either may come first', 'Иванов Иван'],
  ['what is filed already', 'Rossi, Anna'],
  ['nothing', ' '],
])('in doubt, nothing is said: %s (%s)', (_why, name) => {
  expect(sortName(name, 'en-GB')).toBeUndefined();
});

test('a Hungarian’s name begins with the family’s', () => {
  expect(sortName('Nagy Imre', 'hu')).toBeUndefined();
  expect(sortName('Nagy Imre', 'hu-HU')).toBeUndefined();
});
