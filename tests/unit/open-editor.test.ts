/** A click opens the author's own editor at the line, and nothing else on this machine. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Place } from '../../src/model/place.js';
import { openEditor } from '../../src/watch/open-editor.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';

const files = { '/home/a/book/01-salt.md': '# Salt\n', '/home/a/book/parts/a map.md': '', '/home/a/book-of-others/x.md': '', '/etc/passwd': '', '/opt/Sublime Text/subl': '' };
const place: Place = { file: '01-salt.md', line: 3, column: 7 };

interface Opened {
  readonly started?: readonly string[];
  readonly notice?: string;
}

async function open(at: Place, env: Record<string, string> = {}, editor?: string, why?: string): Promise<Opened> {
  let started: readonly string[] | undefined;
  let notice: string | undefined;
  const start = (program: string, args: readonly string[], onFault: (why: string) => void): void => {
    started = [program, ...args];
    if (why !== undefined) onFault(why);
  };
  await openEditor(at, { folder: '/home/a/book', world: memoryWorld(files, env), start, onNotice: (sentence) => (notice = sentence), ...(editor !== undefined && { editor }) });
  return { ...(started && { started }), ...(notice !== undefined && { notice }) };
}

const path = '/home/a/book/01-salt.md';

describe('starts', () => {
  test.each<[what: string, env: Record<string, string>, editor: string | undefined, started: readonly string[]]>([
    ['Visual Studio Code where nothing is said', {}, undefined, ['code', '-r', '-g', `${path}:3:7`]],
    ['$EDITOR', { EDITOR: 'subl' }, undefined, ['subl', `${path}:3:7`]],
    ['$VISUAL before $EDITOR', { VISUAL: 'zed', EDITOR: 'vim' }, undefined, ['zed', `${path}:3:7`]],
    ['--editor before both', { VISUAL: 'zed', EDITOR: 'vim' }, 'codium', ['codium', '-r', '-g', `${path}:3:7`]],
    ['$EDITOR where $VISUAL is empty', { VISUAL: ' ', EDITOR: 'gvim' }, undefined, ['gvim', '+3', path]],
    ['a command with arguments', { VISUAL: 'code --wait' }, undefined, ['code', '--wait', '-r', '-g', `${path}:3:7`]],
    ['a program whose path has a space, in quotes', {}, '"/opt/Sublime Text/subl" -n', ['/opt/Sublime Text/subl', '-n', `${path}:3:7`]],
    ['a program whose path has a space, without quotes', {}, '/opt/Sublime Text/subl', ['/opt/Sublime Text/subl', `${path}:3:7`]],
    ['one of JetBrains', {}, 'idea', ['idea', '--line', '3', '--column', '7', path]],
    ['an editor that nobody knows, with the file alone', {}, 'gedit', ['gedit', path]],
    ['Emacs in a window of its own', { DISPLAY: ':0' }, 'emacs', ['emacs', '+3:7', path]],
    ['a name with what a shell would do something with, as a name', {}, 'gedit;rm$(x)&', ['gedit;rm$(x)&', path]],
  ])('%s', async (_what, env, editor, started) => expect(await open(place, env, editor)).toEqual({ started }));

  test('it at a file, where no line is known', async () => expect(await open({ file: 'parts/a map.md' })).toEqual({ started: ['code', '/home/a/book/parts/a map.md'] }));
});

describe('says where to look, and starts nothing,', () => {
  test.each<[program: string, env?: Record<string, string>]>([['vim'], ['nvim'], ['nano'], ['/usr/bin/vi'], ['hx'], ['emacs -nw', { DISPLAY: ':0' }], ['emacs'], ['emacsclient -t'], ['micro']])('where the editor is %s', async (program, env) => {
    const opened = await open(place, env ?? {}, program);
    expect(opened.started).toBeUndefined();
    expect(opened.notice).toMatch(/^01-salt\.md:3:7 is the place; `\w+` needs a terminal of its own/);
  });

  test.each(['../book-of-others/x.md', '/etc/passwd', '../../../etc/passwd', 'parts/../../book-of-others/x.md', '', '.', 'nowhere.md', '--install-extension=x', '01-salt.md/../../x'])('for what is no file of the book folder: %j', async (file) => {
    expect(await open({ file, line: 1 })).toEqual({ notice: `${file}:1 is no file of the book folder` });
  });
});

test('an editor that does not start is told', async () => {
  expect((await open(place, {}, undefined, 'there is no such program')).notice).toBe('`code` did not open 01-salt.md:3:7: there is no such program; --editor names another');
});

test('a link that leads out of the book folder is not followed', async () => {
  const base = await mkdtemp(join(tmpdir(), 'octavo-editor-'));
  onTestFinished(() => rm(base, { recursive: true }));
  await mkdir(join(base, 'book'));
  for (const name of ['secret.txt', 'book/one.md']) await writeFile(join(base, name), 'x');
  await symlink('../secret.txt', join(base, 'book/link.md'));
  await symlink('one.md', join(base, 'book/near.md'));
  const started: string[] = [];
  const notices: string[] = [];
  for (const file of ['link.md', 'near.md']) await openEditor({ file }, { folder: join(base, 'book'), world: machineWorld(), editor: 'gedit', start: (_program, args) => started.push(...args), onNotice: (notice) => notices.push(notice) });
  expect(started).toEqual([join(base, 'book/near.md')]);
  expect(notices).toEqual(['link.md is no file of the book folder']);
});
