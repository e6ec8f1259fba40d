/** The browser's modules as one script: the same names lead to the same things, and what cannot be joined is not joined wrongly. */
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { joinScripts } from '../../src/print/join-scripts.js';

const result = (files: Readonly<Record<string, string>>): unknown => runInNewContext(`${joinScripts(new Map(Object.entries(files)), 'main.js')}\nglobalThis.result`, {});

test.each<[string, Readonly<Record<string, string>>, unknown]>([
  ['one that imports nothing', { 'main.js': 'globalThis.result = 1;' }, 1],
  ['names of their own in two', { 'main.js': "import { f } from './a.js';\nconst own = 1;\nglobalThis.result = f() + own;", 'a.js': 'const own = 2;\nexport function f() {\n    return own;\n}' }, 3],
  ['another name for what is imported', { 'main.js': "import { a as b, c } from './a.js';\nglobalThis.result = b + c;", 'a.js': 'export const a = 1;\nexport const c = 2;' }, 3],
  ['one that two import, once', { 'main.js': "import { a } from './a.js';\nimport { b } from './b.js';\nglobalThis.result = a === b;", 'a.js': "import { C } from './c.js';\nexport const a = new C().own;", 'b.js': "import { C } from './c.js';\nexport const b = new C().own;", 'c.js': 'const own = {};\nexport class C {\n    own = own;\n}' }, true],
  ['one whose lines only tell of types', { 'main.js': "import { a } from './a.js';\nglobalThis.result = a;\nexport {};", 'a.js': 'export const a = 1;' }, 1],
])('%s', (_what, files, expected) => {
  expect(result(files)).toBe(expected);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a module that is not there', { 'main.js': "import { a } from './a.js';" }, 'main.js imports a.js, which is not there'],
  ['two that import each other', { 'main.js': "import { a } from './a.js';\nexport const b = 1;", 'a.js': "import { b } from './main.js';\nexport const a = b;" }, 'main.js imports a.js imports main.js, which goes round in a circle'],
  ['what changes after it was exported', { 'main.js': 'export let a = 1;' }, 'main.js has a form that cannot be joined: export let a = 1;'],
  ['a module whole', { 'main.js': "import * as a from './a.js';" }, 'main.js has a form that cannot be joined: import * as a'],
])('does not join %s', (_what, files, said) => {
  expect(() => result(files)).toThrow(said);
});
