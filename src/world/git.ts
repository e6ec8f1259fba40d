import { spawn } from 'node:child_process';

/** Where a hook or another program runs Octavo, these would lead away from the folder that is asked about. */
const misleading = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/**
 * When the newest commit was made that changed anything in a folder: seconds since 1970.
 *
 * Asks the `git` of this machine, which changes nothing and loads nothing from elsewhere for it.
 * @returns undefined where there is no git, where the folder is in no repository or not committed, and where the history is cut off
 * (a shallow clone): its oldest commit seems to have changed everything
 */
export function lastCommit(folder: string): Promise<number | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !misleading.includes(name));
  const env = { ...Object.fromEntries(inherited), GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
  const question = ['log', '-1', '--no-show-signature', '--no-color', '--decorate=short', '--format=%ct %D', '--', '.'];
  return new Promise((resolve) => {
    const child = spawn('git', ['-C', folder, ...question], { env, stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true });
    let answer = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => {
      const [, seconds, names = ''] = /^(\d+) ?(.*)$/m.exec(answer) ?? [];
      const isCutOff = names.split(', ').includes('grafted');
      resolve(code === 0 && seconds !== undefined && !isCutOff ? Number(seconds) : undefined);
    });
  });
}
