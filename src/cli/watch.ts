import { Command, InvalidArgumentError } from 'commander';
import type { Code } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readSources } from '../diagnostics/read-sources.js';
import type { Audience } from '../model/book.js';
import type { ProofOptions } from '../watch/open-proof.js';
import type { ProofFinding } from '../watch/protocol.js';
import { Unreadable, type World, withoutStore } from '../world/world.js';
import { editionOption } from './build.js';
import type { Terminal } from './terminal.js';

interface Flags {
  readonly port?: number;
  readonly open?: boolean;
  readonly editor?: string;
  readonly edition?: Audience;
  readonly out: string;
  readonly outputs: boolean;
  readonly browser?: string;
  readonly cache: boolean;
  readonly quiet?: boolean;
}

export function watchCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('watch')
    .description('show the pages of a book in a browser while it is written, and keep its outputs up to date')
    .argument('[book]', 'folder with book.yaml', '.')
    .option('--port <n>', 'where the proof is served on this machine, instead of a free port', parsePort)
    .option('--open', 'open the proof in the usual web browser')
    .option('--editor <command>', 'what a click on the proof opens, instead of $VISUAL, $EDITOR or code')
    .addOption(editionOption())
    .option('-o, --out <dir>', 'where to write the outputs when typing rests', 'build')
    .option('--no-outputs', 'write no outputs')
    .option('--browser <path>', 'a Chrome or Chromium to lay out pages with, instead of the embedded one')
    .option('--no-cache', 'make everything anew, and keep nothing')
    .option('-q, --quiet', 'say nothing but the address and findings')
    .action((folder: string, flags: Flags) => watch(folder, flags, flags.cache ? world : withoutStore(world), terminal).then(finish));
}

/** Milliseconds without a save. */
const rest = 1000;

/** Until this process is asked to end. @returns the exit code */
async function watch(folder: string, { port = 0, open, editor, out, outputs, edition, browser, quiet = false }: Flags, world: World, terminal: Terminal): Promise<number> {
  const { untilSignal } = await import('../world/until-signal.js');
  const ended = untilSignal();
  const refusal = await world.disk.list(folder).then(() => undefined, (fault: unknown) => fault);
  if (refusal instanceof Unreadable) {
    terminal.complain(`${folder}: ${refusal.message}`);
    return 2;
  }
  const [{ openProof }, { PortTaken }] = await Promise.all([import('../watch/open-proof.js'), import('../watch/serve-proof.js')]);
  const say = teller(folder, quiet, world, terminal);
  const opening = openProof({ folder, world, port, rest, ...say, ...(outputs && { out }), ...(editor !== undefined && { editor }), ...(edition !== undefined && { edition }), ...(browser !== undefined && { browser }) });
  try {
    const proof = await Promise.race([opening, ended]);
    if (proof) {
      terminal.print(`the proof is at ${proof.address}\n${quiet ? '' : 'Ctrl-C ends\n'}`);
      if (open) await show(proof.address, terminal);
      await ended;
    }
  } catch (fault) {
    if (!(fault instanceof PortTaken)) throw fault;
    terminal.complain(`port ${port} cannot be had: ${fault.message}; without --port, a free one is found`);
    return 2;
  }
  // Who ends it while it begins has taken its browser away, which is no fault.
  await opening.then((proof) => proof.close(), () => undefined);
  return 0;
}

async function show(address: string, terminal: Terminal): Promise<void> {
  const { default: openBrowser } = await import('open');
  await openBrowser(address).catch((fault: unknown) => terminal.complain(`no web browser was opened: ${fault instanceof Error ? fault.message : String(fault)}`));
}

/** Findings are told in full when they are others than before. */
function teller(folder: string, quiet: boolean, world: World, terminal: Terminal): Pick<ProofOptions, 'onUpdate' | 'onNotice'> {
  let told = '[]';
  return {
    onNotice: (sentence, fault) => terminal.complain(fault instanceof Error ? `${sentence}\n${fault.stack ?? ''}` : sentence),
    onUpdate: async (update) => {
      if (!quiet) terminal.updated(world.timeOfDay(), update);
      if (!update.findings) return;
      const findings = update.findings.findings.map(toDiagnostic);
      const now = JSON.stringify(findings);
      if (now === told) return;
      told = now;
      terminal.findings({ findings, silenced: [] }, await readSources(findings, folder, world));
    },
  };
}

const toDiagnostic = ({ code, severity, file, line, column, message, hints, source }: ProofFinding): Diagnostic => ({
  code: code as Code,
  severity,
  place: { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }), ...(source && { length: source.length }) },
  message,
  hints: hints.map((text) => ({ text })),
});

function parsePort(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (!(port <= 65535)) throw new InvalidArgumentError('a number up to 65535 is expected.');
  return port;
}
