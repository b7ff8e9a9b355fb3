/** Verifies the proof of a request in the process that wants to go on with it: what `verify`, `exec` and `report` share. */
import type { Hearing } from './hearing.ts';
import type { CliIo, Failed } from './io.ts';
import { wireProof } from './proof-wiring.ts';
import { standsAgainst, type Verified, verification } from './verification.ts';
import type { VerifyWishes } from './verify-wishes.ts';

export type { Refused, Verified } from './verification.ts';

/**
 * Verifies. What is given is proven, and `values` holds just what was signed. A failure has its `said` for the person who
 * reads the log; a `Refused` among them has its reason code. A signal that comes meanwhile ends it as a failure: the caller
 * asks `hearing.first()`.
 */
export async function verifyFirst(
  wishes: VerifyWishes,
  io: CliIo,
  hearing: Pick<Hearing, 'interrupted'>,
): Promise<Verified | Failed> {
  const against = standsAgainst(io.env);
  if (against) return against;
  const wired = wireProof(wishes, { env: io.env, interrupted: hearing.interrupted });
  return wired.ok ? verification(wishes, io.env, wired.ports) : wired;
}
