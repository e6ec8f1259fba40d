import { test } from 'vitest';
import { parseMarkdown, parseInline } from '../../src/read/markdown.js';
const show = (n: any, d = 0): string => {
  const { type, position: p, children, ...r } = n;
  const f = (x: any) => x.map((c: any) => show(c, d + 1)).join('');
  const parts = r.parts; delete r.parts; const cap = r.caption; delete r.caption;
  return '  '.repeat(d) + type + (p ? ` ${p.start.line}:${p.start.column}-${p.end.line}:${p.end.column} (${p.start.offset}-${p.end.offset})` : ' NOPOS') + ' ' + JSON.stringify(r) + '\n'
    + (parts ? parts.map((q: any) => '  '.repeat(d + 1) + '* ' + q.key + (q.suppressAuthor ? ' -' : '') + '\n' + f(q.prefix) + '  '.repeat(d+1) + '* suffix\n' + f(q.suffix)).join('') : '') + (cap ? show(cap, d + 1) : '') + (children ? f(children) : '');
};
import { readFileSync } from 'node:fs';
test('x', () => { for (const t of JSON.parse(readFileSync('/tmp/mdtry/in.json', 'utf8'))) console.log(JSON.stringify(t) + '\n' + show(parseMarkdown(t))); 
 console.log(JSON.stringify(parseInline('1933. A *year* ![a](b)\n\n# x @key'), (k,v)=>k==='position'?undefined:v)); });
