import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import type { Clock } from '../../src/clock.ts';
import { createTransport, type Send, type TransportOptions } from '../../src/net/transport.ts';

/** A request as a loopback server saw it. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
  socket: Socket;
}

export interface Loopback extends AsyncDisposable {
  url: string;
  port: number;
  seen: Seen[];
}

async function listening(server: Server, scheme: string, seen: Seen[]): Promise<Loopback> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    seen,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Also those of CONNECT, which closeAllConnections does not know.
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Serves on 127.0.0.1; the whole request is read and noted before `answer` runs. */
export function serve(
  answer: (seen: Seen, response: ServerResponse, nth: number) => void,
  tls?: { key: string; cert: string },
): Promise<Loopback> {
  const seen: Seen[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers, socket } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks), socket };
      seen.push(one);
      answer(one, response, seen.length);
    });
  };
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  return listening(server, tls === undefined ? 'http' : 'https', seen);
}

/** A forward proxy: absolute-form for http, CONNECT for https; `seen` holds what it was asked. */
export async function serveProxy(connectStatus: number | 'silent' = 200): Promise<Loopback> {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    const { method = '', url = '', headers, socket } = request;
    seen.push({ method, url, headers, body: Buffer.alloc(0), socket });
    request.pipe(
      http.request(url, { method, headers: { ...headers, connection: 'close' } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  server.on('connect', (request, socket: Socket) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, headers, body: Buffer.alloc(0), socket });
    socket.on('error', () => {});
    if (connectStatus === 'silent') return;
    if (connectStatus !== 200) {
      socket.end(`HTTP/1.1 ${connectStatus} No\r\n\r\n`);
      return;
    }
    const [host = '', port] = url.split(':');
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('close', () => target.destroy());
  });
  return listening(server, 'http', seen);
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** A clock that never waits: `sleep` notes the wait and moves the hour. */
export function fakeClock(start = 1_700_000_000_000): Clock & { slept: number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
  };
}

/** A transport that never waits between attempts, unless told otherwise. */
export function quickSend(options: Partial<TransportOptions> = {}): Send {
  return createTransport({ clock: fakeClock(), random: () => 0, ...options });
}

/** What `promise` was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('was not rejected');
}
