/**
 * Octavo: a book folder to finished files on disk, as the command `build` does it, with the times that the build tells of itself.
 *
 * Asked for `targets`, it makes these, not the PDF alone; asked for `cpu`, its own times are the processor’s, not the clock’s.
 */
import { asked, tell } from './report.mjs';

const { buildBook, machineWorld } = await import('../../../dist/index.js');
const world = machineWorld();
const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const began = world.clock();
const { outputs, pages, timings, findings } = await buildBook({ folder: asked.folder, world: asked.cpu ? { ...world, clock: processorTime } : world, targets: asked.targets ?? ['pdf'] });
const built = world.clock() - began;
for (const { target, bytes } of outputs) await world.disk.write(target === 'pdf' ? asked.out : `${asked.out}.${target}`, bytes);
const bytes = outputs.find(({ target }) => target === 'pdf')?.bytes.length ?? 0;
tell({ built, pages, timings, bytes, findings: findings.map(({ severity, code, message }) => ({ severity, code, message })) });
