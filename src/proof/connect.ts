/**
 * The line to the program: news come in, wishes go out. Where it breaks, it is tried again after growing waits, and at once when
 * the machine wakes or its reader comes back. A program that was started anew has another address: this one is told so and ends.
 */
import type { News, Wish } from '../watch/protocol.js';

export type Connection =
  | { readonly is: 'open' }
  /** Tried again in as many seconds; 0 is now. */
  | { readonly is: 'broken'; readonly seconds: number; readonly attempts: number }
  /** Nobody will answer here again. */
  | { readonly is: 'moved' };

export interface Line {
  /** @returns whether there was anybody to hear it */
  send(wish: Wish): boolean;
  /** Asks for everything again. */
  renew(): void;
  retry(): void;
}

/** Seconds. */
const waits = [0.5, 1, 2, 4, 8, 15] as const;

export function connect(onNews: (news: News) => void, onConnection: (connection: Connection) => void): Line {
  let socket: WebSocket | undefined;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isMoved = false;

  const open = (): void => {
    clearTimeout(timer);
    const opened = new WebSocket(new URL('socket', document.baseURI.replace(/^http/, 'ws')));
    socket = opened;
    opened.addEventListener('open', () => {
      attempts = 0;
      onConnection({ is: 'open' });
    });
    opened.addEventListener('message', ({ data }) => onNews(JSON.parse(String(data)) as News));
    opened.addEventListener('close', () => {
      if (socket === opened) void wait();
    });
  };

  const wait = async (): Promise<void> => {
    socket = undefined;
    attempts += 1;
    if (await isElsewhere()) {
      isMoved = true;
      onConnection({ is: 'moved' });
      return;
    }
    let seconds: number = waits[Math.min(attempts, waits.length) - 1] ?? 1;
    const count = (): void => {
      onConnection({ is: 'broken', seconds: Math.max(0, seconds), attempts });
      if (seconds <= 0) return open();
      timer = setTimeout(count, Math.min(1, seconds) * 1000);
      seconds -= 1;
    };
    count();
  };

  const retry = (): void => {
    if (socket !== undefined || isMoved) return;
    onConnection({ is: 'broken', seconds: 0, attempts });
    open();
  };
  addEventListener('online', retry);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && retry());

  open();
  return {
    send: (wish) => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(wish));
      return true;
    },
    renew: () => socket?.close(),
    retry,
  };
}

/** Whether a program answers at this address that knows nothing of this proof. */
async function isElsewhere(): Promise<boolean> {
  try {
    const { status } = await fetch(document.baseURI, { cache: 'no-store' });
    return status === 403 || status === 404;
  } catch {
    // Nobody answers: the program ended, or the machine is waking.
    return false;
  }
}
