/** How patiently Vault is asked again where the transport does not: what is sent by POST. */
import type { Clock } from '../clock.ts';
import type { Repetition } from '../net/again.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { VaultRefusal } from '../net/refusals.ts';

/** Time and chance, handed in, and who waits. */
export interface Patience {
  readonly clock: Clock;
  /** A number from 0 up to 1, for the jitter. */
  readonly random: () => number;
  /** Aborted when nobody waits any more. */
  readonly interrupted?: AbortSignal | undefined;
}

/** Long enough for the choice of a new leader (docs/facts/vault.md, "Server"), ms; half of each is left to chance. */
const pauses = [1_000, 2_000, 4_000, 8_000, 8_000];

/** A longer wait that Vault asks for is not waited, ms. */
const longestWait = 60_000;

/** No other answer comes in a moment, whatever the status says. */
const lasting: readonly string[] = [
  'sealed',
  'not-initialised',
  'namespace-locked',
  'no-api',
  'too-large',
] satisfies VaultRefusal[];

/** What passes is an outage, lag, a missing leader, a limit, and a 500 that nobody has explained; nothing else is repeated. */
export const patient = ({ clock, random, interrupted }: Patience): Repetition => ({
  ...{ clock, interrupted },
  pauses: pauses.map((pause) => (pause * (1 + random())) / 2),
  longestWait,
  lasts: ({ refusal = '', transport }) => lasting.includes(refusal) || transport === 'run-deadline',
});

/** A refusal of our own: Vault was not asked. */
export const refused = (refusal: VaultRefusal): ServiceFailure =>
  new ServiceFailure({ service: 'vault', status: undefined, kind: 'invalid', mayHaveActed: false, refusal });
