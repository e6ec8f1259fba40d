/**
 * Starts a program that is none of Octavo's, such as an editor, and lets it go: it outlives this process and shares no terminal
 * with it. Never through a shell, so no letter of an argument means anything but itself.
 */
import { spawn } from 'node:child_process';

/** @param onFault told once, in a few words, where it does not start or ends with an error */
export function startProgram(program: string, args: readonly string[], onFault: (why: string) => void): void {
  const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true });
  child.once('error', (fault: NodeJS.ErrnoException) => onFault(fault.code === 'ENOENT' ? 'there is no such program' : fault.message));
  child.once('exit', (code) => {
    if (code !== null && code !== 0) onFault(`it ended with code ${code}`);
  });
  child.unref();
}
