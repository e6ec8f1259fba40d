import { test } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseMarkdown } from '../../src/read/markdown.js';
import { checkPlaces, outline } from './syntax-outline.js';
test('x', () => { const out: any = {}; const all = JSON.parse(readFileSync('/tmp/mdtry/cases.json', 'utf8')); 
 for (const k of Object.keys(all)) { out[k] = []; console.log('##### ' + k); for (const [name, input] of all[k]) { let o = ''; const tree = parseMarkdown(input); o = outline(tree.children); try { checkPlaces(tree, input); } catch (e: any) { console.log('!!!! ' + e.message.slice(0,300)); }
  out[k].push([name, input, o]); console.log(JSON.stringify(input) + '\n' + o.replace(/^/gm, '    ')); } }
 writeFileSync('/tmp/mdtry/out.json', JSON.stringify(out)); });
