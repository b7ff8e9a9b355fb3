import type { ClientRequest, Agent as HttpAgent, IncomingMessage } from 'node:http';
import http from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import https from 'node:https';
import type { Socket } from 'node:net';

/** One request as it goes over the wire. */
export interface WireRequest {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Uint8Array | undefined;
  /** Called inside, because a broken proxy setting or CA shows here. */
  agent: () => HttpAgent | HttpsAgent;
  maxBytes: number;
  /** Ends a silent proxy's CONNECT: its socket is Node's own, out of our reach, and would hold the process. */
  tunnelMs: number;
  /** Aborted when the time is over, from connect to the last byte. */
  timeUp: AbortSignal;
  /** Aborted when the run is cancelled. */
  cancelled: AbortSignal | undefined;
}

/** How it ended. `received` is false only when it is certain that the service got nothing. */
export type WireResult =
  | { ok: true; status: number; headers: Map<string, string>; bytes: Buffer }
  | {
      ok: false;
      why: 'time-up' | 'cancelled' | 'connection' | 'tls' | 'too-large' | 'refused-header';
      received: boolean;
    };

type Why = (WireResult & { ok: false })['why'];

/** OpenSSL's and Node's words for a certificate that was not accepted (Node docs, "X509 certificate error codes"). */
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;

/**
 * Sends one request once and reads the whole answer. Never rejects. Redirects come back like any other answer, and
 * an answer that was cut short is a failed connection.
 */
export function exchange(wire: WireRequest): Promise<WireResult> {
  return new Promise((resolve) => {
    let received = false;
    let settled = false;
    let request: ClientRequest | undefined;

    const settle = (result: WireResult) => {
      if (settled) return;
      settled = true;
      wire.timeUp.removeEventListener('abort', onTimeUp);
      wire.cancelled?.removeEventListener('abort', onCancel);
      resolve(result);
      if (!result.ok) request?.destroy();
    };
    const fail = (why: Why) => settle({ ok: false, why, received });
    const onTimeUp = () => fail('time-up');
    const onCancel = () => fail('cancelled');

    if (wire.cancelled?.aborted) return fail('cancelled');
    if (wire.timeUp.aborted) return fail('time-up');
    try {
      const { request: open } = wire.url.protocol === 'https:' ? https : http;
      request = open(wire.url, {
        method: wire.method,
        headers: wire.headers,
        agent: wire.agent(),
        timeout: wire.tunnelMs,
      });
    } catch (error) {
      return fail(whyNotSent(error));
    }
    wire.timeUp.addEventListener('abort', onTimeUp, { once: true });
    wire.cancelled?.addEventListener('abort', onCancel, { once: true });

    request.on('socket', (socket) => {
      whenOpen(socket, () => {
        received = true;
      });
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      fail(CERTIFICATE.test(error.code ?? '') ? 'tls' : 'connection');
    });
    // The last resort: whatever ended the request has been told before, if there was anything to tell.
    request.on('close', () => fail('connection'));
    request.on('response', (response) => {
      received = true;
      readAnswer(response, wire.maxBytes, settle, fail);
    });
    request.end(wire.body);
  });
}

/** Node checks header values, the proxy's address and the CA before anything is sent, and throws. */
function whyNotSent(error: unknown): Why {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_INVALID_CHAR' || code.startsWith('ERR_HTTP_INVALID_HEADER')) return 'refused-header';
  return code.startsWith('ERR_OSSL_') || code.startsWith('ERR_TLS_') ? 'tls' : 'connection';
}

/** Runs `act` once request bytes can reach the other side: connected, and with TLS after the handshake. */
function whenOpen(socket: Socket & { secureConnecting?: boolean }, act: () => void): void {
  const secure = 'encrypted' in socket;
  const opening = secure ? socket.secureConnecting !== false : socket.connecting;
  if (opening) socket.once(secure ? 'secureConnect' : 'connect', act);
  else act();
}

function readAnswer(
  response: IncomingMessage,
  maxBytes: number,
  settle: (result: WireResult) => void,
  fail: (why: Why) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxBytes) return fail('too-large');
    chunks.push(chunk);
  });
  // Also when it was cut short: Node emits no `end` then.
  response.on('error', () => fail('connection'));
  response.on('end', () => {
    const status = response.statusCode ?? 0;
    settle({ ok: true, status, headers: headersOf(response), bytes: Buffer.concat(chunks) });
  });
}

function headersOf(response: IncomingMessage): Map<string, string> {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
