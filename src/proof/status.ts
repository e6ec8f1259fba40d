/** How things stand between the proof and its program: one short phrase at all times, and a sentence where its reader has to do something. */
import type { StateNews } from '../watch/protocol.js';
import type { Connection } from './connect.js';
import { button, element } from './element.js';
import { icon } from './icon.js';

const doing: Readonly<Record<StateNews['doing'], string>> = { pages: 'setting pages', outputs: 'writing files', nothing: 'up to date' };

/** Of a sentence, ms. */
const readingTime = 6000;

export class Status {
  readonly phrase = element('p', { class: 'state' });
  readonly notice = element('div', { class: 'notice', role: 'status', hidden: true });
  readonly #retry: () => void;
  #connection: Connection | undefined;
  #state: StateNews | undefined;
  #isStale = false;
  #putAway: string | undefined;
  #notice: string | undefined;
  #noticed = 0;
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor(retry: () => void) {
    this.#retry = retry;
    this.#write();
  }

  connection(connection: Connection): void {
    this.#connection = connection;
    this.#write();
  }

  state(state: StateNews): void {
    if (state.notice !== undefined && state.notice !== this.#state?.notice) {
      this.#notice = state.notice;
      this.#noticed = performance.now();
      this.#putAway = undefined;
    }
    this.#state = state;
    this.#forget();
    this.#write();
  }

  stale(isStale: boolean): void {
    this.#isStale = isStale;
    this.#write();
  }

  /** What the program has no more to say stays long enough to be read. */
  #forget(): void {
    if (this.#notice === undefined || this.#state?.notice !== undefined) return;
    const left = this.#noticed + readingTime - performance.now();
    clearTimeout(this.#forgetting);
    if (left > 0) this.#forgetting = setTimeout(() => {
      this.#forget();
      this.#write();
    }, left);
    else this.#notice = undefined;
  }

  #write(): void {
    const [phrase, kind] = this.#phrase();
    if (this.phrase.textContent !== phrase) this.phrase.textContent = phrase;
    this.phrase.dataset['kind'] = kind;
    const sentence = this.#sentence();
    if (sentence === undefined || sentence === this.#putAway) return void (this.notice.hidden = true);
    if (!this.notice.hidden && this.notice.firstChild?.textContent === sentence) return;
    this.notice.hidden = false;
    this.notice.replaceChildren(
      element('p', {}, sentence),
      ...(this.#connection?.is === 'broken' ? [button({ class: 'plain' }, this.#retry, 'Try now')] : []),
      button({ class: 'quiet', 'aria-label': 'Put away' }, () => {
        this.#putAway = sentence;
        this.#write();
      }, icon('close')),
    );
  }

  #phrase(): readonly [string, 'good' | 'busy' | 'bad'] {
    const connection = this.#connection;
    if (!connection) return ['connecting', 'busy'];
    if (connection.is === 'moved') return ['ended', 'bad'];
    if (connection.is === 'broken') return [connection.seconds >= 1 ? `not connected: trying again in ${Math.round(connection.seconds)} s` : 'connecting again', 'bad'];
    const state = this.#state?.doing ?? 'nothing';
    if (state === 'nothing' && this.#isStale) return ['waits for the error to be mended', 'bad'];
    return [doing[state], state === 'nothing' ? 'good' : 'busy'];
  }

  #sentence(): string | undefined {
    const connection = this.#connection;
    if (connection?.is === 'moved') return 'This proof has ended: octavo watch was started anew, and prints another address. Open that one.';
    if (connection?.is === 'broken' && connection.attempts > 2) return 'Nothing answers. If octavo watch has ended, start it again and open the address that it prints.';
    return this.#notice;
  }
}
