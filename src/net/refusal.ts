import { isForeignNo } from './content.ts';
import type { Service, ServiceFailureKind, TransportFailureKind } from './failure.ts';
import { ServiceFailure, TransportFailure } from './failure.ts';
import type { Refusal } from './refusals.ts';
import { isRateLimited } from './retry.ts';

/** What a refusal is read from; an HttpResponse is one. */
export interface Answer {
  status: number;
  headers: ReadonlyMap<string, string>;
  body: string;
  retryAfterMs?: number;
}

/**
 * One known message of a service: where `text` matches the body of a failed answer, and `status` its status if one is
 * named, the failure carries `code`, and `kind` instead of what the status alone would say.
 */
export interface KnownRefusal<Code extends Refusal> {
  code: Code;
  text: RegExp;
  status?: number;
  kind?: ServiceFailureKind;
}

/** Known messages are short and near the start; a longer body is not searched. */
const SEARCHED = 16_384;

/** What the status and the rate-limit headers of a service's own answer that is no success say. Pure. */
export function kindOfAnswer(status: number, headers: ReadonlyMap<string, string>): ServiceFailureKind {
  if (isRateLimited(status, headers)) return 'rate-limited';
  if (status >= 300 && status < 400) return 'moved';
  if (status >= 500 || status === 408) return 'unavailable';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 409:
      return 'conflict';
    case 400:
    case 413:
    case 414:
    case 415:
    case 422:
      return 'invalid';
    default:
      return 'unexpected';
  }
}

/**
 * Turns an answer that is no success into a ServiceFailure. The body is only compared with the known messages and
 * then dropped. A redirect or a 4xx is the service's own "no", so it did not act; 408 and 5xx leave that open
 * (RFC 9110, section 15), and so does a no of something before the service, which may have kept back the answer. Pure.
 */
export function refusedBy<Code extends Refusal>(
  service: Service,
  answer: Answer,
  known: readonly KnownRefusal<Code>[],
): ServiceFailure {
  const { status, headers } = answer;
  const text = answer.body.slice(0, SEARCHED);
  const foreign = isForeignNo(status, answer.body) && !isRateLimited(status, headers);
  // A gateway's page says nothing about the request, whatever words are on it.
  const match = foreign || /^\s*</.test(text) ? undefined : known.find((one) => fits(one, status, text));
  return new ServiceFailure({
    service,
    status,
    kind: foreign ? 'unavailable' : (match?.kind ?? kindOfAnswer(status, headers)),
    mayHaveActed: foreign || status < 300 || status >= 500 || status === 408,
    retryAfterMs: answer.retryAfterMs,
    refusal: match?.code,
  });
}

/**
 * Turns whatever was thrown into a ServiceFailure: one that is already there stays, a TransportFailure means that
 * the service is unavailable (or untrusted; an address that we refuse to call: unexpected), and anything else is
 * unexpected and loses its message. Pure.
 */
export function asServiceFailure(service: Service, thrown: unknown): ServiceFailure {
  if (thrown instanceof ServiceFailure) return thrown;
  if (!(thrown instanceof TransportFailure)) {
    return new ServiceFailure({ service, status: undefined, kind: 'unexpected', mayHaveActed: true });
  }
  return new ServiceFailure({
    service,
    status: undefined,
    kind: kindOfTransport(thrown.kind),
    mayHaveActed: thrown.mayHaveActed,
    transport: thrown.kind,
  });
}

const fits = ({ text, status: wanted = 0 }: KnownRefusal<Refusal>, status: number, body: string): boolean =>
  (wanted === 0 || wanted === status) && text.test(body);

function kindOfTransport(kind: TransportFailureKind): ServiceFailureKind {
  if (kind === 'tls') return 'untrusted';
  return kind === 'refused-url' || kind === 'refused-header' ? 'unexpected' : 'unavailable';
}
