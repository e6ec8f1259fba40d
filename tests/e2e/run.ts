/** Runs the command line, as a function or as a user does, and makes small books for it. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
// The pages are made by scripts for the browser, which only a compiled Octavo has.
import { runOctavo } from '../../dist/cli/run-octavo.js';
import { machineWorld } from '../../dist/world/machine.js';
import { root } from './manuscript.js';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
}

const variables = ({ env }: Surroundings): NodeJS.ProcessEnv => ({ ...process.env, FORCE_COLOR: undefined, ...env });

/** What the command line does with its arguments, in this process: all but the start, which would take longer than most commands. */
export async function octavo(args: readonly string[], surroundings: Surroundings = {}): Promise<Run> {
  const said = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof said) => ({ write: (text: string) => void (said[name] += text) });
  const code = await runOctavo(args, machineWorld(variables(surroundings)), stream('stdout'), stream('stderr'));
  return { code, ...said };
}

/** The same as a user starts it, in a process and a folder of its own. Neither stream is a terminal. */
export function startOctavo(args: readonly string[], { cwd = tmpdir(), ...surroundings }: Surroundings & { readonly cwd?: string } = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd, env: variables(surroundings), stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-e2e-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with a book: one chapter, unless other files are given. Its EPUB has no cover and no fonts, which would take longer to make than all the rest. */
export async function smallBook(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  const all = { 'book.yaml': 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nepub: {cover: false, fonts: none}\n', 'one.md': '# One {#sec:one}\n\nA first sentence.\n', ...files };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}
