/**
 * Serves the proof to browsers on this machine: its page and program, the book's pages and chapters, the outputs, and a socket for
 * news and wishes. Everything is answered from memory.
 *
 * In: what is served, by address. Out: the address of the proof. Not here: who is let in (admit.ts), what the proof shows
 * (src/proof), what becomes of a wish (watch-book.ts).
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Served } from '../world/browser.js';
import { type Admission, admit, type Door } from './admit.js';
import { LatestNews } from './latest-news.js';
import type { News, Wish } from './protocol.js';
import { readWish } from './read-wish.js';

export interface ServerOptions {
  /** 0: any that is free. */
  readonly port: number;
  readonly token: string;
  /** By address: the pages and chapters of the book, the outputs, the proof's own program. */
  readonly serve: (address: string) => Served | undefined;
  readonly onWish: (wish: Wish) => void;
}

export interface ProofServer {
  /** `http://127.0.0.1:4711/<token>/` */
  readonly address: string;
  readonly tell: (news: News) => void;
  close(): Promise<void>;
}

/** Nothing can be served at a port; the message says why. */
export class PortTaken extends Error {}

/** An answer to `Wish` is a few names and numbers. */
const wishLimit = 4096;
/** A proof that does not take what it is sent is asleep or gone; it asks for all of it when it is back. */
const backlogLimit = 256 * 1024 * 1024;
const pingPeriod = 30_000;

export async function serveProof({ port: wanted, token, serve, onWish }: ServerOptions): Promise<ProofServer> {
  const latest = new LatestNews();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: wishLimit, perMessageDeflate: false });
  let door: Door = { port: wanted, token };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('*', ({ env: { incoming } }) => {
    const admission = admit(incoming, door);
    const served = 'refused' in admission ? undefined : admission.address === '' ? proofPage : serve(admission.address);
    const status = 'refused' in admission ? admission.refused : served ? 200 : 404;
    return new Response(served ? bodyOf(served) : null, { status, headers: headersOf(admission, served) });
  });

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const admission = admit(request, door);
    // Scripts that are no page's send no origin; whoever opens a socket from a page must, and must be ours.
    const isOurs = 'address' in admission && admission.address === 'socket' && request.headers.origin !== undefined;
    if (isOurs) return sockets.handleUpgrade(request, socket, head, (opened) => greet(opened));
    socket.end(`HTTP/1.1 ${'refused' in admission ? admission.refused : 403} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };

  const awake = new WeakSet<WebSocket>();
  const greet = (socket: WebSocket): void => {
    awake.add(socket);
    socket.on('pong', () => awake.add(socket));
    // `close` follows, which is all there is to know.
    socket.on('error', () => socket.terminate());
    socket.on('message', (data, isBinary) => {
      const wish = isBinary ? undefined : readWish(String(data));
      if (wish) onWish(wish);
    });
    for (const news of latest.all()) socket.send(JSON.stringify(news));
  };
  const pinging = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!awake.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pingPeriod).unref();

  const servers: Server[] = [];
  const listen = async (hostname: string, port: number): Promise<number> => {
    const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
    server.on('upgrade', upgrade);
    const bound = await bind(server, hostname, port);
    servers.push(server);
    return bound;
  };

  door = { port: await listen('127.0.0.1', wanted), token };
  // What resolves `localhost` to ::1 is served, too, where that is to be had.
  await listen('::1', door.port).catch(() => undefined);
  return {
    address: `http://127.0.0.1:${door.port}/${token}/`,
    tell: (news) => {
      latest.add(news);
      if (sockets.clients.size === 0) return;
      const message = JSON.stringify(news);
      for (const socket of sockets.clients) {
        if (socket.bufferedAmount > backlogLimit) socket.terminate();
        else socket.send(message);
      }
    },
    close: async () => {
      clearInterval(pinging);
      for (const socket of sockets.clients) socket.terminate();
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })));
    },
  };
}

const refusals: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program uses it',
  EACCES: 'the system keeps it for others',
};

function bind(server: Server, hostname: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(new PortTaken(refusals[fault.code ?? ''] ?? fault.message)));
    server.listen(port, hostname, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const proofPage: Served = {
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Octavo</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="proof.css">
<script type="module" src="proof.js"></script>
</head>
<body><noscript>The proof needs JavaScript.</noscript></body>
</html>
`,
};

const bodyOf = ({ body }: Served): string | Uint8Array<ArrayBuffer> => (typeof body === 'string' ? body : new Uint8Array(body));

/** A file of the book may hold what its author was given by others, so it can run nothing; only the proof's page runs its program. */
function headersOf(admission: Admission, served: Served | undefined): Record<string, string> {
  return {
    ...(served && { 'Content-Type': served.contentType }),
    'Content-Security-Policy': 'address' in admission && served === proofPage ? policyOfProof(admission.host) : isDownload(served) ? policyOfDownloads : policyOfFiles,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    // Faces are the program's own: they stay as they are while it runs, and pages that are set anew must not wait for them.
    'Cache-Control': served?.contentType.startsWith('font/') ? 'private, max-age=3600' : 'no-store',
  };
}

const policyOfProof = (host: string): string => `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws://${host}; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
/** A browser shows a PDF by a page of its own, which would be held to the policy. */
const isDownload = (served: Served | undefined): boolean => served?.contentType === 'application/pdf' || served?.contentType === 'application/epub+zip';
const policyOfDownloads = "frame-ancestors 'self'";
const policyOfFiles = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
