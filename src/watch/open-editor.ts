/**
 * Opens the author's editor at a place of the manuscript.
 *
 * The editor is what `--editor` says, else $VISUAL, else $EDITOR, else Visual Studio Code. It is started without a shell, with
 * arguments of our own making, for files of the book folder alone. An editor that needs a terminal of its own is not started: the
 * terminal of `octavo watch` is in use.
 */
import { basename, isAbsolute, join, resolve, sep } from 'node:path';
import launchArguments from 'launch-editor/get-args.js';
import { type Place, spellPlace } from '../model/place.js';
import type { startProgram } from '../world/start-program.js';
import type { World } from '../world/world.js';

export interface EditorOptions {
  readonly folder: string;
  readonly world: World;
  /** A command, as it would be typed. */
  readonly editor?: string;
  readonly start: typeof startProgram;
  /** Told in one sentence why nothing opens, and where to look. */
  readonly onNotice: (sentence: string) => void;
}

export async function openEditor(place: Place, { folder, world, editor, start, onNotice }: EditorOptions): Promise<void> {
  const path = await inside(folder, place.file, world);
  if (path === undefined) return onNotice(`${spellPlace(place)} is no file of the book folder`);
  const command = [editor, world.env('VISUAL'), world.env('EDITOR')].find((one) => one !== undefined && one.trim() !== '') ?? 'code';
  const [program = command, ...own] = (await world.disk.exists(command)) && isAbsolute(command) ? [command] : wordsOf(command);
  if (needsTerminal(program, own, world)) return onNotice(`${spellPlace(place)} is the place; \`${basename(program)}\` needs a terminal of its own, and --editor names another`);
  start(program, [...own, ...launchArguments(program, path, place.line, place.column).map(String)], (why) => onNotice(`\`${program}\` did not open ${spellPlace(place)}: ${why}; --editor names another`));
}

/** @returns undefined for what is not there, and for what a path or a link leads to elsewhere */
async function inside(folder: string, file: string, { disk }: World): Promise<string | undefined> {
  const path = join(resolve(folder), file);
  if (!(await disk.exists(path))) return undefined;
  const [book, real] = await Promise.all([disk.real(folder), disk.real(path)]);
  return real.startsWith(book.endsWith(sep) ? book : `${book}${sep}`) ? path : undefined;
}

/** A command as a shell would divide it, with quotes and nothing else. */
const wordsOf = (command: string): string[] => [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));

const ofTerminals = new Set(['vi', 'vim', 'nvim', 'view', 'nano', 'pico', 'micro', 'hx', 'helix', 'kak', 'joe', 'jed', 'jmacs', 'ne', 'mcedit', 'ed', 'ex']);

function needsTerminal(program: string, own: readonly string[], { env }: World): boolean {
  const name = basename(program).replace(/\.exe$/i, '');
  if (name === 'vim' && own.includes('-g')) return false;
  if (name !== 'emacs' && name !== 'emacsclient') return ofTerminals.has(name);
  return own.some((word) => ['-nw', '-t', '-tty', '--tty', '--no-window-system'].includes(word)) || (name === 'emacs' && ![env('DISPLAY'), env('WAYLAND_DISPLAY')].some(Boolean));
}
