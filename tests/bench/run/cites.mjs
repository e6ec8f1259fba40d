/**
 * Reads and cites a manuscript without making pages, once or several times in the same process.
 *
 * Asked for `cache`, a folder, it keeps results there and uses those that it finds.
 */
import { asked, tell } from './report.mjs';

const [{ buildBook, machineWorld }, { diskStore }] = await Promise.all([import('../../../dist/index.js'), import('../../../dist/world/disk-store.js')]);
/** Processor time: no other process is waited for here, and it does not count what others take from this one. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const world = { ...machineWorld(), clock, ...(asked.cache && { store: diskStore(async () => asked.cache) }) };
const builds = [];
for (let turn = 0; turn < asked.turns; turn += 1) builds.push(await buildBook({ folder: asked.folder, world, targets: [] }));
const errors = builds[0].findings.filter(({ severity }) => severity === 'error');
tell({ timings: builds.map(({ timings }) => timings), findings: errors.map(({ severity, code, message }) => ({ severity, code, message })) });
