/**
 * Opens the proof of a book: its files watched, its pages kept up to date, served on this machine, with the way back to the editor.
 *
 * Here is only what belongs to what; each part is a file of its own.
 */
import type { Output, Target } from '../build-book.js';
import type { Place } from '../model/place.js';
import type { Served } from '../world/browser.js';
import { startProgram } from '../world/start-program.js';
import { openEditor } from './open-editor.js';
import type { Wish } from './protocol.js';
import { readProofFiles } from './read-proof-files.js';
import { serveProof } from './serve-proof.js';
import { openSession, type SessionOptions } from './session.js';
import { type WatchedBook, watchBook, type WatchOptions } from './watch-book.js';
import { watchFiles } from './watch-files.js';

export interface ProofOptions extends Omit<SessionOptions, 'onNotice'>, Pick<WatchOptions, 'rest' | 'out' | 'onUpdate' | 'onNotice'> {
  /** 0: any that is free. */
  readonly port: number;
  /** A command, as it would be typed. */
  readonly editor?: string;
}

export interface Proof {
  readonly address: string;
  close(): Promise<void>;
}

/** Throws `PortTaken` and `NoBrowser`. */
export async function openProof({ folder, world, port, rest, out, editor, onUpdate, onNotice, ...rendering }: ProofOptions): Promise<Proof> {
  let book: WatchedBook | undefined;
  const own = await readProofFiles(world.disk);
  const serve = (address: string): Served | undefined => own.get(address) ?? outputAt(address, book) ?? book?.session()?.serve(address);
  const notify = (sentence: string): void => (book ?? { onNotice }).onNotice(sentence);
  const onWish = (wish: Wish): void => {
    const place = 'at' in wish ? book?.session()?.placeOf(wish.at) : placeOf(wish);
    if (!place) return;
    openEditor(place, { folder, world, start: startProgram, onNotice: notify, ...(editor !== undefined && { editor }) }).catch((fault: unknown) => notify(String(fault)));
  };
  const server = await serveProof({ port, token: world.token(), serve, onWish });
  const except = out === undefined ? [] : [out];
  const watching = watchFiles(folder, { except, onChange: () => book?.onChange(), onTrouble: notify });
  const close = async (): Promise<void> => {
    await Promise.all([server.close(), book?.close(), watching.then((files) => files.close())]);
  };
  try {
    book = await watchBook({ world, rest, ...(out !== undefined && { out }), open: (say) => openSession({ folder, world, ...rendering, onNotice: say }), tell: server.tell, onUpdate, onNotice });
    await watching;
  } catch (fault) {
    await close();
    throw fault;
  }
  // Not before files are watched: a change that comes while the first pages are made is to be seen.
  book.onChange();
  return { address: server.address, close };
}

const placeOf = ({ file, line, column }: Extract<Wish, { readonly file: string }>): Place => ({ file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) });

const types: Readonly<Partial<Record<Target, string>>> = { pdf: 'application/pdf', booklet: 'application/pdf', epub: 'application/epub+zip' };

/** What is written is held in memory: an address never leads to the disk. */
function outputAt(address: string, book: WatchedBook | undefined): Served | undefined {
  const output: Output | undefined = address.startsWith('outputs/') ? book?.outputs().get(address.slice('outputs/'.length)) : undefined;
  return output && { body: output.bytes, contentType: types[output.target] ?? 'application/octet-stream' };
}
