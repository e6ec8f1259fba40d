/** Nobody but the author's own browser is told anything by the proof's server: what is asked here, somebody could ask. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { News, PagesNews, Wish } from '../../src/watch/protocol.js';
import { PortTaken, type ProofServer, serveProof } from '../../src/watch/serve-proof.js';
import type { Served } from '../../src/world/browser.js';

const token = 'a-token-of-letters';
const book = new Map<string, Served>([
  ['proof.js', { body: 'export {};', contentType: 'text/javascript' }],
  ['assets/my map.png', { body: new Uint8Array([1, 2, 3]), contentType: 'image/png' }],
  ['fonts/garamond.woff2', { body: new Uint8Array([4]), contentType: 'font/woff2' }],
  ['epub/text/salt.xhtml', { body: '<html xmlns="http://www.w3.org/1999/xhtml"/>', contentType: 'application/xhtml+xml' }],
]);
let server: ProofServer;
let port: number;
const asked: string[] = [];
const wishes: Wish[] = [];

beforeAll(async () => {
  server = await serveProof({ port: 0, token, serve: (address) => (asked.push(address), book.get(address)), onWish: (wish) => wishes.push(wish) });
  port = Number(new URL(server.address).port);
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The path goes out to the letter: neither this client nor a URL tidies it. */
function ask(path: string, { method = 'GET', headers = {}, host = '127.0.0.1' }: { method?: string; headers?: Record<string, string>; host?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host, port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers }, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asking.on('error', reject).end();
  });
}

describe('is answered:', () => {
  test.each<[what: string, path: string, more?: Parameters<typeof ask>[1]]>([
    ['the proof', ''],
    ['its program', 'proof.js'],
    ['a picture whose name has a space', 'assets/my%20map.png'],
    ['a chapter, with a query that makes a browser fetch it anew', 'epub/text/salt.xhtml?key=2'],
    ['who calls this machine localhost', '', { headers: { host: 'localhost:PORT' } }],
    ['a page of ours that fetches', 'proof.js', { headers: { origin: 'http://127.0.0.1:PORT', 'sec-fetch-site': 'same-origin' } }],
    ['a link in a mail', '', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } }],
  ])('%s', async (_what, path, more) => {
    expect((await ask(`/${token}/${path}`, ported(more))).status).toBe(200);
  });
});

const speaksIpv6 = Object.values(networkInterfaces()).flat().some((one) => one?.address === '::1');

test.skipIf(!speaksIpv6)(`is answered: whose browser takes localhost for ::1${speaksIpv6 ? '' : ' (skipped: this machine has no ::1)'}`, async () => {
  for (const host of [`localhost:${port}`, `[::1]:${port}`]) expect((await ask(`/${token}/`, { host: '::1', headers: { host } })).status).toBe(200);
});

describe('is refused:', () => {
  test.each<[what: string, path: string, more?: Parameters<typeof ask>[1]]>([
    ['no token', '/'],
    ['no token, but a file', '/proof.js'],
    ['the token of another', '/a-token-of-letterz/proof.js'],
    ['the beginning of the token', '/a-token/proof.js'],
    ['a token that is longer', `/${token}x/proof.js`],
    ['the token without its slash', `/${token}`],
    ['a file that is not there', `/${token}/book.yaml`],
    ['the name of another site that leads here', `/${token}/`, { headers: { host: `attacker.example:PORT` } }],
    ['this machine under another port', `/${token}/`, { headers: { host: '127.0.0.1:1' } }],
    ['this machine without a port', `/${token}/`, { headers: { host: '127.0.0.1' } }],
    ['a name that begins as ours', `/${token}/`, { headers: { host: '127.0.0.1.attacker.example:PORT' } }],
    ['a script of another site', `/${token}/proof.js`, { headers: { origin: 'https://attacker.example' } }],
    ['a page without an origin, as in a sandbox', `/${token}/proof.js`, { headers: { origin: 'null' } }],
    ['a page of another program on this machine', `/${token}/proof.js`, { headers: { origin: 'http://127.0.0.1:1' } }],
    ['a picture in a page of another site', `/${token}/assets/my%20map.png`, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' } }],
    ['a frame in a page of another site', `/${token}/`, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } }],
    ['POST', `/${token}/`, { method: 'POST' }],
    ['PUT', `/${token}/proof.js`, { method: 'PUT' }],
    ['HEAD', `/${token}/`, { method: 'HEAD' }],
    ['OPTIONS, as before a request across sites', `/${token}/`, { method: 'OPTIONS', headers: { origin: 'https://attacker.example', 'access-control-request-method': 'GET' } }],
    ['a folder above', `/${token}/../../etc/passwd`],
    ['a folder above, from within', `/${token}/assets/../../../etc/passwd`],
    ['a folder above that leads back', `/x/../${token}/proof.js`],
    ['dots written as numbers', `/${token}/%2e%2e/%2e%2e/etc/passwd`],
    ['slashes written as numbers', `/${token}/..%2f..%2fetc%2fpasswd`],
    ['numbers written as numbers', `/${token}/%252e%252e%252fetc/passwd`],
    ['backslashes', `/${token}/..\\..\\etc\\passwd`],
    ['backslashes written as numbers', `/${token}/..%5c..%5cetc%5cpasswd`],
    ['an absolute path', `/${token}//etc/passwd`],
    ['an absolute path written as numbers', `/${token}/%2fetc%2fpasswd`],
    ['a path with a drive', `/${token}/C:%5cWindows%5cwin.ini`],
    ['a zero byte', `/${token}/proof.js%00.png`],
    ['a line break', `/${token}/proof.js%0d%0aX-Set:%201`],
    ['half a letter', `/${token}/%ff%fe`],
    ['a broken number', `/${token}/%zz`],
    ['the whole address, as proxies are asked', `http://127.0.0.1/${token}/`],
    ['another server, as proxies are asked', `http://attacker.example/${token}/`],
    ['the socket without a socket', `/${token}/socket`],
  ])('%s', async (_what, path, more) => {
    asked.length = 0;
    const { status, body } = await ask(path, ported(more));
    expect([400, 403, 404]).toContain(status);
    expect(body).toBe('');
    // Whatever was looked for was looked for among known addresses, and none of those leads anywhere.
    for (const address of asked) expect(address).not.toMatch(/\.\.|\\|^\/|\0/);
  });

  test('no host at all', async () => {
    const socket = connect(port, '127.0.0.1');
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve(text));
      socket.end(`GET /${token}/ HTTP/1.0\r\n\r\n`);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 40[03] /);
  });
});

test('answers may be framed, sniffed, kept and sent on by nobody', async () => {
  const { headers } = await ask(`/${token}/`);
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' });
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self';.*frame-ancestors 'none'/);
});

test('a file of the book runs nothing, and is framed by the proof alone', async () => {
  const { headers } = await ask(`/${token}/epub/text/salt.xhtml`);
  expect(headers['content-security-policy']).not.toContain('script-src');
  expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
});

function ported(more: Parameters<typeof ask>[1]): Parameters<typeof ask>[1] {
  return more?.headers && { ...more, headers: Object.fromEntries(Object.entries(more.headers).map(([name, value]) => [name, value.replace('PORT', String(port))])) } || more;
}

/** What a socket is told until it has heard `count` messages, or that it was not let in. */
function listen(path: string, headers: Record<string, string>, count = 0): Promise<News[] | 'refused'> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    const heard: News[] = [];
    const isDone = (): void => {
      if (heard.length < count) return;
      resolve(heard);
      socket.terminate();
    };
    socket.on('open', isDone).on('error', () => resolve('refused'));
    socket.on('message', (data) => {
      heard.push(JSON.parse(String(data)) as News);
      isDone();
    });
  });
}

describe('a socket', () => {
  const ours = (): Record<string, string> => ({ origin: `http://127.0.0.1:${port}` });

  test('of the proof is let in', async () => expect(await listen(`/${token}/socket`, ours())).toEqual([]));

  test.each<[what: string, path: string, headers: () => Record<string, string>]>([
    ['of another site', `/${token}/socket`, () => ({ origin: 'https://attacker.example' })],
    ['of another port of this machine', `/${token}/socket`, () => ({ origin: 'http://127.0.0.1:1' })],
    ['of no site', `/${token}/socket`, () => ({})],
    ['of a sandbox', `/${token}/socket`, () => ({ origin: 'null' })],
    ['without the token', '/socket', ours],
    ['with another token', '/a-token-of-letterz/socket', ours],
    ['at another address', `/${token}/proof.js`, ours],
    ['under another name', `/${token}/socket`, () => ({ host: `attacker.example:${port}`, origin: `http://attacker.example:${port}` })],
  ])('%s is refused', async (_what, path, headers) => expect(await listen(path, headers())).toBe('refused'));

  test('is refused another protocol', async () => {
    const socket = connect(port, '127.0.0.1');
    const answer = await new Promise<string>((resolve) => {
      socket.setEncoding('utf8').once('data', resolve);
      socket.write(`GET /${token}/socket HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`);
    });
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test('hears wishes that are plain, and nothing else', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/${token}/socket`, { headers: ours() });
    await new Promise((resolve) => socket.once('open', resolve));
    wishes.length = 0;
    for (const message of ['', 'null', '{', '[]', '{"type":"edit"}', '{"type":"edit","at":1}', '{"type":"run","at":"a:1"}', '{"type":"edit","at":"a:1","program":"sh"}', '{"type":"edit","file":"a.md","line":"1"}', '{"type":"edit","file":"a.md","line":-1}']) socket.send(message);
    socket.send(Buffer.from('{"type":"edit","at":"binary:1"}'));
    socket.send('{"type":"edit","at":"a:1"}');
    socket.send('{"type":"edit","file":"a.md","line":3,"column":7}');
    await expect.poll(() => wishes).toEqual([{ type: 'edit', at: 'a:1' }, { type: 'edit', file: 'a.md', line: 3, column: 7 }]);
    socket.terminate();
  });

  test('that says too much is closed', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/${token}/socket`, { headers: ours() });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(`{"type":"edit","at":"${'a'.repeat(5000)}"}`);
    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1009);
  });

  test('that comes late is told the newest of each kind, with the markup of all pages', async () => {
    const pages = (revision: number, names: readonly string[], fresh: readonly string[]): PagesNews => ({ type: 'pages', revision, title: 'T', language: 'en', style: 's', pictures: 'p', pages: names.map((key) => ({ key, folio: key, side: 'recto' })), markup: Object.fromEntries(fresh.map((key) => [key, `<section>${key}</section>`])), changed: [] });
    server.tell({ type: 'state', doing: 'pages', outputs: [] });
    server.tell(pages(1, ['a', 'b'], ['a', 'b']));
    server.tell(pages(2, ['a', 'c'], ['c']));
    server.tell({ type: 'findings', isStale: false, findings: [] });
    server.tell({ type: 'state', doing: 'nothing', outputs: [] });
    expect(await listen(`/${token}/socket`, ours(), 3)).toEqual([pages(2, ['a', 'c'], ['a', 'c']), { type: 'findings', isStale: false, findings: [] }, { type: 'state', doing: 'nothing', outputs: [] }]);
  });
});

test('a port that another program has is said to be taken', async () => {
  await expect(serveProof({ port, token, serve: () => undefined, onWish: () => undefined })).rejects.toBeInstanceOf(PortTaken);
});

test('after its end, nobody is told anything', async () => {
  const short = await serveProof({ port: 0, token, serve: () => undefined, onWish: () => undefined });
  const socket = new WebSocket(short.address.replace('http', 'ws').concat('socket'), { headers: { origin: new URL(short.address).origin } });
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await short.close();
  await closed;
  await expect(fetch(short.address)).rejects.toThrow();
});
