import type { Clock } from '../clock.ts';
import { createAgents } from './agents.ts';
import { isForeignNo, isPromisedContent } from './content.ts';
import type { WireResult } from './exchange.ts';
import { exchange } from './exchange.ts';
import type { TransportFailureKind } from './failure.ts';
import { TransportFailure } from './failure.ts';
import { isPassingAnswer, isPassingFailure, isSafe, retryAfterMs, waitBeforeRetry } from './retry.ts';
import { allowedUrl } from './url.ts';

export type { TransportFailureKind } from './failure.ts';
export { TransportFailure } from './failure.ts';
export { retryAfterMs } from './retry.ts';

/** One request to an API. */
export interface HttpRequest {
  method: string;
  /** Absolute; https, or http on loopback. */
  url: string;
  headers?: Record<string, string>;
  /** Sent as it is; a string as UTF-8. */
  body?: string | Uint8Array;
  /** From connect to the last byte of one attempt; instead of the transport's own. */
  timeoutMs?: number;
  /** How often a GET or HEAD is sent at most; instead of the transport's own. Others are sent once. */
  attempts?: number;
  /** Further statuses after which a GET or HEAD is sent again, such as Vault's 412. */
  retryAlso?: readonly number[];
}

/** An answer, whatever its status. A success has a JSON body or none. */
export interface HttpResponse {
  status: number;
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>;
  body: string;
  /** The URL that was asked; no redirect is ever followed. */
  url: string;
  /** How long the service asks us to wait, in milliseconds, where it says so. */
  retryAfterMs?: number;
}

/**
 * Sends a request and gives the answer, redirects and errors included; the caller looks at the status.
 * @throws TransportFailure when no usable answer came
 */
export type Send = (request: HttpRequest) => Promise<HttpResponse>;

/** Told to `onWait` before a GET or HEAD is sent again. */
export interface Wait {
  method: string;
  host: string;
  /** Status of the answer, or the kind of the failure. */
  after: number | TransportFailureKind;
  ms: number;
}

/** What a transport is made of. */
export interface TransportOptions {
  clock: Clock;
  /** A number from 0 up to 1, for the jitter. */
  random: () => number;
  /** Epoch milliseconds, on `clock`, at which the whole run must be over. */
  deadline?: number;
  /** Time for one attempt; 15 s. */
  requestTimeoutMs?: number;
  /** Longest answer; 10 MiB. */
  maxBytes?: number;
  /** How often a GET or HEAD is sent at most; 3. */
  maxAttempts?: number;
  /** Longest wait, asked for by a service, that is waited here; 60 s. A longer one is handed to the caller. */
  maxWaitMs?: number;
  /** Environment to read `HTTPS_PROXY` and `NO_PROXY` from; without it no proxy is used. */
  proxyEnv?: Record<string, string | undefined>;
  /** PEM certificates to trust besides Node's own. */
  ca?: string;
  /** `bundled`: of Node's own only those that it brings, whatever the environment adds to them. */
  roots?: 'default' | 'bundled';
  /** Aborted when the run is cancelled: ends what is under way with `run-deadline`. */
  signal?: AbortSignal;
  onWait?: (wait: Wait) => void;
  /** What sends one attempt over the wire: node:http and node:https, unless a test hands in its own. */
  exchange?: typeof exchange;
}

/** Headers that are the transport's own business. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
]);

type Attempt = { ok: true; response: HttpResponse } | { ok: false; failure: TransportFailure };

/**
 * The one door to the network (docs/architecture.md, "One door to the network"), over node:http and node:https. No
 * redirect is followed, no compression is asked for. GET and HEAD are repeated with backoff when they fail in passing;
 * everything else is sent exactly once, because an answer that did not come says nothing about what was done.
 */
export function createTransport(options: TransportOptions): Send {
  const { clock, random, signal, deadline = Number.POSITIVE_INFINITY } = options;
  const { requestTimeoutMs = 15_000, maxBytes = 10 * 1024 * 1024 } = options;
  const { maxAttempts = 3, maxWaitMs = 60_000, exchange: overTheWire = exchange } = options;
  const agentFor = createAgents(options);

  const attempt = async (request: HttpRequest, method: string, url: URL): Promise<Attempt> => {
    const failed = (kind: TransportFailureKind, mayHaveActed: boolean): Attempt => ({
      ok: false,
      failure: new TransportFailure({ kind, method, host: url.host, mayHaveActed }),
    });
    const remaining = deadline - clock.now();
    if (remaining <= 0 || signal?.aborted) return failed('run-deadline', false);
    const timeout = request.timeoutMs ?? requestTimeoutMs;
    const body = typeof request.body === 'string' ? Buffer.from(request.body, 'utf8') : request.body;
    const timeLeft = Math.ceil(Math.min(timeout, remaining));
    const result = await overTheWire({
      method,
      url,
      headers: headersToSend(method, request.headers ?? {}, body),
      body,
      agent: () => agentFor(url, isSafe(method)),
      maxBytes,
      tunnelMs: timeLeft,
      timeUp: AbortSignal.timeout(timeLeft),
      cancelled: signal,
    });
    if (!result.ok) return failed(kindOf(result.why, remaining <= timeout), result.received);
    const { status, headers, bytes } = result;
    if (status < 300 && !isPromisedContent(bytes, headers)) return failed('bad-content', true);
    const asked = retryAfterMs(headers, clock.now());
    const response: HttpResponse = { status, headers, body: bytes.toString('utf8'), url: request.url };
    if (asked !== undefined) response.retryAfterMs = asked;
    return { ok: true, response };
  };

  return async (request) => {
    const method = request.method.toUpperCase();
    const url = allowedUrl(request.url);
    if (url === undefined) {
      throw new TransportFailure({
        kind: 'refused-url',
        method: /^[A-Z]{1,10}$/.test(method) ? method : 'unknown',
        host: URL.canParse(request.url) ? new URL(request.url).host : 'unknown',
        mayHaveActed: false,
      });
    }
    const allowed = isSafe(method) ? (request.attempts ?? maxAttempts) : 1;
    for (let made = 1; ; made++) {
      const last = await attempt(request, method, url);
      const passing = last.ok
        ? isPassing(last.response, request.retryAlso)
        : isPassingFailure(last.failure.kind);
      const wait = passing
        ? waitBeforeRetry({
            attempt: made,
            maxAttempts: allowed,
            random: random(),
            askedMs: last.ok ? last.response.retryAfterMs : undefined,
            maxWaitMs,
            remainingMs: deadline - clock.now(),
          })
        : undefined;
      if (wait === undefined || signal?.aborted) {
        if (last.ok) return last.response;
        throw last.failure;
      }
      const after = last.ok ? last.response.status : last.failure.kind;
      options.onWait?.({ method, host: url.host, after, ms: wait });
      await clock.sleep(wait, signal);
    }
  };
}

const isPassing = ({ status, headers, body }: HttpResponse, also: readonly number[] | undefined): boolean =>
  isPassingAnswer(status, headers, also) || isForeignNo(status, body);

function kindOf(why: (WireResult & { ok: false })['why'], lastOfTheRun: boolean): TransportFailureKind {
  if (why === 'time-up') return lastOfTheRun ? 'run-deadline' : 'timeout';
  return why === 'cancelled' ? 'run-deadline' : why;
}

function headersToSend(
  method: string,
  given: Record<string, string>,
  body: Uint8Array | undefined,
): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': 'drawbridge' };
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase();
    if (!OWN_HEADERS.has(lower)) headers[lower] = value;
  }
  if (body !== undefined || !isSafe(method)) headers['content-length'] = String(body?.length ?? 0);
  return headers;
}
