import { type ServerResponse, STATUS_CODES } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { SandboxClock } from '../clock.ts';
import type { Fault } from './faults.ts';

/** How a call ends: an answer, or one of the ways in which a connection fails. */
export type Ending =
  | { kind: 'answer'; response: Response }
  | { kind: 'half-body'; response: Response }
  | { kind: 'drop' }
  | { kind: 'silence' };

/** What a call needs to meet its faults. `signal` ends delays when the service closes. */
export interface FaultContext {
  clock: SandboxClock;
  signal: AbortSignal;
}

/**
 * Meets the faults planted before the server acts. Gives how the call ends when one of them ends it, else undefined:
 * then the server acts.
 */
export async function meetBefore(faults: Fault[], context: FaultContext): Promise<Ending | undefined> {
  for (const fault of faults) {
    if (fault.kind === 'mutate') continue;
    const ending = await meet(fault, messageAnswer(200, 'cut'), context);
    if (ending) return ending;
  }
  return undefined;
}

/** Meets the faults planted after the server acted; `response` is its real answer. */
export async function meetAfter(faults: Fault[], response: Response, context: FaultContext): Promise<Ending> {
  let answer = response;
  for (const fault of faults) {
    if (fault.kind === 'mutate') answer = await mutate(answer, fault.change);
    const ending = await meet(fault, answer, context);
    if (ending) return ending;
  }
  return { kind: 'answer', response: answer };
}

async function meet(fault: Fault, response: Response, context: FaultContext): Promise<Ending | undefined> {
  switch (fault.kind) {
    case 'status':
      return { kind: 'answer', response: statusAnswer(fault) };
    case 'html':
      return { kind: 'answer', response: htmlPage() };
    case 'half-body':
      return { kind: 'half-body', response };
    case 'drop':
    case 'silence':
      return { kind: fault.kind };
    case 'delay':
      await context.clock.sleep(fault.ms, context.signal);
      return undefined;
    case 'act':
      await fault.act();
      return undefined;
    case 'mutate':
      return undefined;
  }
}

/** A JSON answer `{"message": …}`, the form in which GitHub and GitLab word most refusals. */
export function messageAnswer(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

function statusAnswer(fault: Extract<Fault, { kind: 'status' }>): Response {
  const { status, headers = {}, contentType = 'application/json' } = fault;
  // These have no body by RFC 9110; Response refuses one.
  if (status === 204 || status === 205 || status === 304) return new Response(null, { status, headers });
  const body = fault.body ?? JSON.stringify({ message: STATUS_CODES[status] ?? `status ${status}` });
  return new Response(body, { status, headers: { 'content-type': contentType, ...headers } });
}

function htmlPage(): Response {
  const page =
    '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Please sign in.</body></html>\n';
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function mutate(response: Response, change: (body: unknown) => unknown): Promise<Response> {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const changed = JSON.stringify(change(body)) ?? null;
  return new Response(changed, { status: response.status, headers });
}

/**
 * Ends the call on the wire. Gives what the listener of @hono/node-server must return: the response itself, or its
 * sign that the answer is out of its hands.
 */
export async function send(ending: Ending, outgoing: ServerResponse): Promise<Response> {
  if (ending.kind === 'answer') return ending.response;
  if (ending.kind === 'half-body') await sendHalf(ending.response, outgoing);
  if (ending.kind === 'drop') outgoing.socket?.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function sendHalf(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers = { ...Object.fromEntries(response.headers), 'content-length': String(body.length) };
  outgoing.writeHead(response.status, headers);
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.socket?.destroy());
}
