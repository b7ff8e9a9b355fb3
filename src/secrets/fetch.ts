/** Reads what is wanted from Vault: logs in, reads, and gives the token back at once. */
import { keep } from './lease.ts';
import { findPlaces, wholePath } from './places.ts';
import { readAll } from './read.ts';
import type { Fetched, Login, Wanted } from './secrets.ts';
import { open, type SecretPorts, say } from './session.ts';
import type { Lease } from './vault.ts';

export { revoke, type SecretPorts } from './session.ts';

/**
 * Logs in, reads all that is wanted, and revokes what it logged in for before it resolves or rejects. Where something
 * that was read has a lease, the token is kept: then `lease` is there, and its `end()` revokes. A token that was handed
 * over is never revoked. A token that could not be revoked is told in the log; what was read is given all the same.
 * Rejects with a ServiceFailure of `vault`, or with that of `login.identity`.
 * @param kvVersion asked of Vault first; counts where Vault does not say
 */
export async function fetchSecrets(
  ports: SecretPorts,
  login: Login,
  wanted: readonly Wanted[],
  kvVersion: 1 | 2 | undefined,
): Promise<Fetched> {
  // A path that cannot be is found before anything is asked.
  for (const { path } of wanted) wholePath(path);
  const session = await open(ports, login);
  const leases: Lease[] = [];
  const deleted = new Set<string>();
  const read = async (): Promise<Fetched['secrets']> => {
    const { access } = session;
    const differs = () =>
      ports.log.warning('`vault-kv-version` is not what Vault says of a mount: Vault is taken at its word');
    const places = await findPlaces(access, wanted, kvVersion, differs);
    return readAll(access, places, {
      leased: (lease) => leases.push(lease),
      deleted: (path) => deleted.add(path),
    });
  };
  try {
    const secrets = await read();
    for (const _ of deleted) say(ports.log, 'vault-version-deleted');
    if (leases.length > 0) return { secrets, deleted, lease: keep(ports, session, leases) };
    await session.end([]);
    return { secrets, deleted, lease: undefined };
  } catch (error) {
    await session.end(leases);
    throw error;
  }
}
