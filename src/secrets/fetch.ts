/** Reads what is wanted from Vault: logs in, reads, and gives the token back at once. */
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { Fetched, Login, Wanted } from './secrets.ts';
import type { Vault } from './vault.ts';

/** What reading needs from outside. */
export interface SecretPorts {
  readonly vault: Vault;
  readonly clock: Clock;
  /** A number from 0 up to 1, for the jitter. */
  readonly random: () => number;
  readonly log: Log;
  /**
   * Told of a token that was logged in for: `held` before anything is asked with it, `revoked` when Vault has confirmed
   * that. Never of one that was handed over.
   */
  readonly onToken?: (token: string, state: 'held' | 'revoked') => void;
}

/**
 * Logs in, reads all that is wanted, and revokes what it logged in for before it resolves or rejects. Where something
 * that was read has a lease, the token is kept: then `lease` is there, and its `end()` revokes. A token that was handed
 * over is never revoked. Rejects with a ServiceFailure of `vault`, or with that of `login.identity`.
 * @param kvVersion asked of Vault first; counts where Vault does not say
 */
export async function fetchSecrets(
  _ports: SecretPorts,
  _login: Login,
  _wanted: readonly Wanted[],
  _kvVersion: 1 | 2 | undefined,
): Promise<Fetched> {
  throw new ServiceFailure({ service: 'vault', status: undefined, kind: 'unexpected', mayHaveActed: false });
}

/** Revokes a token. Rejects with a ServiceFailure where Vault did not confirm it. */
export const revoke = (vault: Vault, token: string): Promise<void> => vault.as(token).revoke();
