import type { Clock } from '../../src/clock.ts';
import type { WireRequest, WireResult } from '../../src/net/exchange.ts';
import type { Fault } from './fault.ts';
import type { Random } from './random.ts';
import type { Answered, Asked, Service } from './world/http.ts';

/** One request as it went over the wire. */
export interface Sent {
  readonly line: string;
  readonly at: number;
  readonly fault: Fault | undefined;
}

/** The network of a world: every request of every job goes through it, and is counted. */
export interface Network {
  readonly sent: Sent[];
  /** From when to when (epoch ms) a host answers nothing but this status, whoever asks. */
  away: { host: string; from: number; to: number; status: number } | undefined;
  /** Nothing goes wrong from here on. */
  heal(): void;
  /** What sends for one job of a run; once it is `killed`, no answer reaches it any more. */
  exchangeFor(by: string, killed: () => boolean): (wire: WireRequest) => Promise<WireResult>;
}

const never = new Promise<never>(() => {});

/** A network in virtual time. `faults`: position of the request, from 0 → what goes wrong with it. */
export function createNetwork(
  services: Readonly<Record<string, Service>>,
  faults: ReadonlyMap<number, Fault>,
  clock: Clock,
  random: Random,
): Network {
  const sent: Sent[] = [];
  const isAway = ({ url }: WireRequest) =>
    network.away !== undefined &&
    url.host === network.away.host &&
    clock.now() >= network.away.from &&
    clock.now() < network.away.to;

  let healed = false;
  const carry = async (wire: WireRequest, fault: Fault | undefined, by: string): Promise<WireResult> => {
    const received = (result: WireResult & { ok: false }) => result;
    const way = random.between(10, 120);
    const act = (late = false) => answerOf(services, wire, { by, late });
    if (fault?.kind === 'refused') return received({ ok: false, why: 'connection', received: false });
    await clock.sleep(way);
    if (isAway(wire)) return wireAnswer({ status: network.away?.status ?? 503, body: { message: 'away' } });
    if (fault?.kind === 'silence') {
      const left = wire.tunnelMs - way;
      if (fault.acts && fault.late < left) {
        await clock.sleep(fault.late);
        act(true);
        await clock.sleep(left - fault.late);
      } else {
        if (fault.acts) void clock.sleep(fault.late).then(() => act(true));
        await clock.sleep(left);
      }
      return received({ ok: false, why: 'time-up', received: true });
    }
    if (fault?.kind === 'status' && fault.late !== undefined) {
      void clock.sleep(fault.late).then(() => act(true));
      return wireAnswer({ status: fault.status, body: { message: 'the gateway gave up' } });
    }
    const real = fault === undefined || fault.kind === 'half-body' || fault.acts ? act() : undefined;
    await clock.sleep(random.between(10, 120));
    switch (fault?.kind) {
      case undefined:
        return wireAnswer(real ?? { status: 500, body: {} });
      case 'drop':
      case 'half-body':
        return received({ ok: false, why: 'connection', received: true });
      case 'html':
        return wireAnswer({ status: 200, body: '<html>', headers: { 'content-type': 'text/html' } });
      case 'page':
        return wireAnswer({ status: fault.status, body: '<html>', headers: { 'content-type': 'text/html' } });
      case 'status':
        return wireAnswer({
          status: fault.status,
          body: fault.status === 429 ? 'Retry later\n' : { message: 'not now' },
          ...(fault.retryAfter !== undefined && { headers: { 'retry-after': String(fault.retryAfter) } }),
        });
    }
  };

  const network: Network = {
    sent,
    away: undefined,
    heal: () => {
      healed = true;
    },
    exchangeFor: (by, killed) => async (wire) => {
      if (killed()) return never;
      const fault = healed ? undefined : faults.get(sent.length);
      sent.push({ line: `${wire.method} ${wire.url.pathname}`, at: clock.now(), fault });
      const result = await carry(wire, fault, by);
      return killed() ? never : result;
    },
  };
  return network;
}

function answerOf(
  services: Readonly<Record<string, Service>>,
  { method, url, body }: WireRequest,
  asking: Pick<Asked, 'by' | 'late'>,
): Answered {
  const service = services[url.host];
  if (!service) throw new Error(`the model has no host ${url.host}`);
  const text = body === undefined ? '' : Buffer.from(body).toString('utf8');
  return service({
    ...asking,
    method,
    path: url.pathname.split('/').slice(1).map(decodeURIComponent),
    query: url.searchParams,
    body: text === '' ? undefined : JSON.parse(text),
  });
}

function wireAnswer({ status, body, headers = {} }: Answered): WireResult {
  const isText = typeof body === 'string';
  const type = { 'content-type': isText ? 'text/plain' : 'application/json' };
  const bytes = Buffer.from(isText ? body : JSON.stringify(body));
  return { ok: true, status, headers: new Map(Object.entries({ ...type, ...headers })), bytes };
}
