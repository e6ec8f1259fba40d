import { readFileSync } from 'node:fs';

/** What this run was asked: the one argument, JSON. */
export const asked = JSON.parse(process.argv[2] ?? '{}');

/** Tells the program that started this run what was measured, and lets this process end. */
export function tell(measured) {
  const { user, system } = process.cpuUsage();
  process.send?.({ ...measured, nodePeak: peak(), nodeCpu: (user + system) / 1000 }, () => process.disconnect());
}

/** The most memory that this process has held, bytes. Linux says it of this program alone, other systems since the fork. */
function peak() {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return process.resourceUsage().maxRSS * 1024;
  }
}
