/** The manuscript as the passes leave it, before any output is made: what the outputs are measured against. */
import { join } from 'node:path';
import type { Element } from 'hast';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { Context } from '../../src/model/context.js';
import { type Lowered, prepare } from '../../src/pipeline.js';
import type { Part } from '../../src/model/document.js';
import { readConfig } from '../../src/read/read-config.js';
import { Tracer } from '../../src/trace.js';
import { machineWorld } from '../../src/world/machine.js';

export const root = join(import.meta.dirname, '../..');
export const pactFolder = join(root, 'manuscript/italo-soviet-pact');

export async function readManuscript(folder: string): Promise<Pick<Lowered, 'resolved' | 'print'> & { readonly epub: readonly Part[] }> {
  const world = machineWorld();
  const findings = new Findings();
  const context: Context = { world, folder, report: findings.report };
  const config = await readConfig(context);
  const lowered = config && (await prepare(config, context, new Tracer(world.clock, undefined, false)));
  const errors = findings.list().filter(({ severity }) => severity === 'error');
  if (!lowered || errors.length > 0) throw new Error(`the manuscript has errors: ${JSON.stringify(errors)}`);
  return { ...lowered, epub: lowered.epub?.parts ?? [] };
}

/** All elements of a name, outermost first, in reading order. */
export function elements(root: Element, name: string): Element[] {
  const below = root.children.flatMap((child) => (child.type === 'element' ? elements(child, name) : []));
  return root.tagName === name ? [root, ...below] : below;
}
