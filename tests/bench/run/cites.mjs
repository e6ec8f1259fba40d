/** Reads and cites a manuscript without making pages; then once more in the same process, as a watching program would. */
import { asked, tell } from './report.mjs';

const { buildBook, machineWorld } = await import('../../../dist/index.js');
/** Processor time: no other process is waited for here, and it does not count what others take from this one. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const world = { ...machineWorld(), clock };
const build = () => buildBook({ folder: asked.folder, world, targets: [] });
const first = await build();
const second = await build();
const errors = first.findings.filter(({ severity }) => severity === 'error');
tell({ first: first.timings, second: second.timings, findings: errors.map(({ severity, code, message }) => ({ severity, code, message })) });
