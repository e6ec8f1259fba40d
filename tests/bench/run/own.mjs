/** Octavo: a book folder to a finished PDF on disk, as the command `build` does it, with the times that the build tells of itself. */
import { asked, tell } from './report.mjs';

const { buildBook, machineWorld } = await import('../../../dist/index.js');
const world = machineWorld();
const began = world.clock();
const { outputs, pages, timings, findings } = await buildBook({ folder: asked.folder, world, targets: ['pdf'] });
const built = world.clock() - began;
const [pdf] = outputs;
if (pdf) await world.disk.write(asked.out, pdf.bytes);
tell({ built, pages, timings, bytes: pdf?.bytes.length ?? 0, findings: findings.map(({ severity, code, message }) => ({ severity, code, message })) });
