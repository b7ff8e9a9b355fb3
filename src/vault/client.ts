import { ServiceFailure } from '../net/failure.ts';
import type { Send } from '../net/transport.ts';
import type { Vault } from '../secrets/vault.ts';

/** One Vault, or one namespace of it. */
export function createVault(_options: { url: string; namespace?: string; send: Send }): Vault {
  const no = (): Promise<never> =>
    Promise.reject(
      new ServiceFailure({ service: 'vault', status: undefined, kind: 'unexpected', mayHaveActed: false }),
    );
  return {
    logIn: no,
    as: () => ({ mountOf: no, read: no, list: no, renew: no, renewLease: no, revokeLease: no, revoke: no }),
  };
}
