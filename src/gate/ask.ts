import { ServiceFailure, type ServiceFailureKind } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import { type Fact, known, unknown } from './facts.ts';

const reasonByKind: Record<ServiceFailureKind, ReasonCode> = {
  unauthorized: 'github-token-refused',
  forbidden: 'github-forbidden',
  'not-found': 'github-unexpected',
  conflict: 'github-unexpected',
  invalid: 'github-unexpected',
  'rate-limited': 'github-rate-limited',
  unavailable: 'github-unavailable',
  untrusted: 'github-untrusted',
  moved: 'github-moved',
  unexpected: 'github-unexpected',
};

/**
 * Turns a call to GitHub into a fact: where the service gave no usable answer, the fact is unknown, with the reason.
 * `meaning` words a failure more exactly where the call allows it. Anything that is no ServiceFailure is a fault in
 * our own code and is thrown on.
 */
export async function ask<T>(
  call: Promise<T>,
  meaning: Partial<Record<ServiceFailureKind, ReasonCode>> = {},
): Promise<Fact<T>> {
  try {
    return known(await call);
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    return unknown(meaning[error.kind] ?? reasonByKind[error.kind]);
  }
}
