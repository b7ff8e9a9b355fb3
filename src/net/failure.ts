/**
 * How a call can fail. Every message is built here from closed lists and the host's name; no header, body, query or
 * server text is ever part of an error, and `cause` is never set (docs/architecture.md, "Only closed lists are
 * printed").
 */
import type { Refusal } from './refusals.ts';

/**
 * - `timeout`: no full answer within the request's time
 * - `run-deadline`: the run's own time is over, or the run was cancelled
 * - `connection`: name not found, refused, reset, aborted, proxy said no, or the answer was cut short
 * - `tls`: the other side's certificate was not accepted
 * - `refused-url`: we do not call such an address
 * - `refused-header`: a header cannot be sent, such as a token with a line break in it
 * - `too-large`: the answer is longer than the bound
 * - `bad-content`: a success without the JSON that was promised
 */
export type TransportFailureKind =
  | 'timeout'
  | 'run-deadline'
  | 'connection'
  | 'tls'
  | 'refused-url'
  | 'refused-header'
  | 'too-large'
  | 'bad-content';

const TRANSPORT_WORDS: Readonly<Record<TransportFailureKind, string>> = {
  timeout: 'no full answer in time',
  'run-deadline': 'the time of the run is over',
  connection: 'the connection failed',
  tls: 'the certificate was not accepted',
  'refused-url': 'such an address is not called',
  'refused-header': 'a header holds characters that cannot be sent',
  'too-large': 'the answer is too large',
  'bad-content': 'the answer is not the JSON that was expected',
};

/** A request that brought no usable answer. */
export class TransportFailure extends Error {
  readonly kind: TransportFailureKind;
  readonly method: string;
  /** Host name, with its port when one is given; `unknown` when the address could not be read. */
  readonly host: string;
  /** False only when it is certain that the service did not receive the request. */
  readonly mayHaveActed: boolean;

  constructor(facts: { kind: TransportFailureKind; method: string; host: string; mayHaveActed: boolean }) {
    super(`${facts.method} ${facts.host}: ${TRANSPORT_WORDS[facts.kind]}`);
    this.name = 'TransportFailure';
    this.kind = facts.kind;
    this.method = facts.method;
    this.host = facts.host;
    this.mayHaveActed = facts.mayHaveActed;
  }
}

/**
 * For `catch`: gives `instead` where a service failed, in this way if one is named, and throws on all else.
 * @throws whatever is no such ServiceFailure
 */
export const serviceFailureAs =
  <T>(instead: T, fits: (failure: ServiceFailure) => boolean = () => true) =>
  (error: unknown): T => {
    if (error instanceof ServiceFailure && fits(error)) return instead;
    throw error;
  };

/** For `catch`: gives the ServiceFailure itself, and throws on what is a fault in our own code. */
export function failureItself(error: unknown): ServiceFailure {
  if (error instanceof ServiceFailure) return error;
  throw error;
}

/** The services that are called. */
export type Service = 'github' | 'gitlab' | 'vault';

/**
 * What a service's refusal comes down to. `moved` is any redirect: none is followed, and for GitHub's membership
 * calls a 302 proves nothing. `unavailable` is worth another look later; `untrusted`, a certificate that was not
 * accepted, is not.
 */
export type ServiceFailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'untrusted'
  | 'moved'
  | 'unexpected';

/** What a ServiceFailure is made of. */
export interface ServiceFailureFacts {
  service: Service;
  /** HTTP status; undefined when no answer came. */
  status: number | undefined;
  kind: ServiceFailureKind;
  mayHaveActed: boolean;
  /** How long the service asks us to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** Never the service's words. */
  refusal?: Refusal | undefined;
  /** Why no usable answer came. */
  transport?: TransportFailureKind | undefined;
}

/** A call to a service that did not do what was asked; the only error that leaves an SDK adapter. */
export class ServiceFailure extends Error {
  readonly service: Service;
  readonly status: number | undefined;
  readonly kind: ServiceFailureKind;
  /** False when the service did not receive the request, or has answered that it refuses it. */
  readonly mayHaveActed: boolean;
  readonly retryAfterMs?: number;
  readonly refusal?: Refusal;
  readonly transport?: TransportFailureKind;

  constructor(facts: ServiceFailureFacts) {
    const why = facts.refusal ?? facts.transport;
    const status = facts.status === undefined ? 'no answer' : `status ${facts.status}`;
    super(`${facts.service}: ${facts.kind} (${status}${why === undefined ? '' : `, ${why}`})`);
    this.name = 'ServiceFailure';
    this.service = facts.service;
    this.status = facts.status;
    this.kind = facts.kind;
    this.mayHaveActed = facts.mayHaveActed;
    if (facts.retryAfterMs !== undefined) this.retryAfterMs = facts.retryAfterMs;
    if (facts.refusal !== undefined) this.refusal = facts.refusal;
    if (facts.transport !== undefined) this.transport = facts.transport;
  }
}

/**
 * For `catch`: gives a refusal that the service words like any other of its kind the name that this call alone can
 * give. Throws whatever it is handed.
 */
export const namedAs =
  (refusal: Refusal, kind: ServiceFailureKind) =>
  (error: unknown): never => {
    const nameless = error instanceof ServiceFailure && error.kind === kind && error.refusal === undefined;
    throw nameless ? new ServiceFailure({ ...error, refusal }) : error;
  };

/**
 * For `catch`: the failure of a service that was asked for something that another call needs, which therefore has not been
 * made. Throws whatever it is handed.
 */
export function withoutEffect(error: unknown): never {
  throw error instanceof ServiceFailure ? new ServiceFailure({ ...error, mayHaveActed: false }) : error;
}
