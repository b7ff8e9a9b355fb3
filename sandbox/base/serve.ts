import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { SandboxClock } from '../clock.ts';
import { type Ending, meetAfter, meetBefore, messageAnswer, send } from './answer.ts';
import type { Faults } from './faults.ts';
import type { Recorder, Service } from './record.ts';

/** All that is needed of a hono app, whatever its environment type. */
export interface App {
  fetch(request: Request): Response | Promise<Response>;
}

/** A service that listens on loopback. */
export interface Served {
  /** Base URL without a slash at its end, such as `http://127.0.0.1:40123`. */
  url: string;
  port: number;
  /** Destroys every open socket and stops listening. May be called twice. */
  close(): Promise<void>;
}

/** What `serve` stands between. */
export interface ServeOptions {
  service: Service;
  recorder: Recorder;
  faults: Faults;
  clock: SandboxClock;
  /** Default: a random one. */
  port?: number;
  /** PEM texts; given, the service speaks https. */
  tls?: { key: string; cert: string };
}

const JSON_BODY = /^application\/([\w.-]+\+)?json$/;
const FORM_BODY = /^(application\/x-www-form-urlencoded|multipart\/form-data)$/;
// GitLab's trigger call is documented with form fields. GitHub and Vault read JSON whatever its type says, and refuse what is
// none (docs/facts/github.md, "Requests"; docs/facts/vault.md, "Requests").
const TAKES_FORMS: readonly Service[] = ['gitlab', 'oidc'];
const TAKES_ANY: readonly Service[] = ['github', 'vault', 'control'];

/**
 * Serves a hono app on 127.0.0.1 behind the recorder and the faults. Refuses a Host that is
 * neither `127.0.0.1:port` nor `localhost:port` (421), and a body on POST, PUT or PATCH whose content type the
 * service does not take (415); both are recorded, neither counts as a call for a fault.
 */
export async function serve(app: App, options: ServeOptions): Promise<Served> {
  const closing = new AbortController();
  const sockets = new Set<Socket>();
  let port = 0;
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, env) => {
      const answer = await handle(
        app,
        request,
        env.incoming as IncomingMessage,
        options,
        port,
        closing.signal,
      );
      const sent = await send(answer.ending, env.outgoing as ServerResponse);
      if (answer.ending.kind === 'answer' || answer.ending.kind === 'half-body') {
        answer.noteStatus(answer.ending.response.status);
      }
      return sent;
    },
    ...(options.tls && { createServer: createTlsServer, serverOptions: options.tls }),
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
  const close = async () => {
    closing.abort();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { url: `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`, port, close };
}

interface Handled {
  ending: Ending;
  noteStatus: (status: number) => void;
}

async function handle(
  app: App,
  request: Request,
  incoming: IncomingMessage,
  options: ServeOptions,
  port: number,
  signal: AbortSignal,
): Promise<Handled> {
  const { service, recorder, faults, clock } = options;
  const at = clock.now();
  const body = Buffer.from(await request.arrayBuffer());
  const method = request.method;
  const path = incoming.url ?? '/';
  const headers = flatHeaders(incoming);
  const noteStatus = recorder.arrive({ service, method, path, headers, body: body.toString(), at });
  const refused = (status: number, message: string): Handled => ({
    ending: { kind: 'answer', response: messageAnswer(status, message) },
    noteStatus,
  });

  // The URL's host is that of an absolute request target where there is one, else the Host header (RFC 9112, 3.2.2).
  const host = new URL(request.url).host;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
    return refused(421, 'Misdirected Request');
  if (!isBodyTaken(service, method, headers['content-type'], body.length)) {
    return refused(415, 'Unsupported Media Type');
  }

  const context = { clock, signal };
  const { before, after } = faults.meet(service, method, path);
  const early = await meetBefore(before, context);
  if (early) return { ending: early, noteStatus };
  const asked = new Request(request.url, {
    method,
    headers: request.headers,
    ...(body.length > 0 && method !== 'GET' && method !== 'HEAD' && { body }),
  });
  const response = await app.fetch(asked);
  // A mutation needs the real answer, so it comes here even when it was planted `before`.
  const mutations = before.filter((fault) => fault.kind === 'mutate');
  return { ending: await meetAfter([...mutations, ...after], response, context), noteStatus };
}

function flatHeaders(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]),
  );
}

function isBodyTaken(
  service: Service,
  method: string,
  contentType: string | undefined,
  length: number,
): boolean {
  if (length === 0 || TAKES_ANY.includes(service) || !['POST', 'PUT', 'PATCH'].includes(method)) return true;
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return JSON_BODY.test(type) || (TAKES_FORMS.includes(service) && FORM_BODY.test(type));
}
