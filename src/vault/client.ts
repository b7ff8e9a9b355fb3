/** The port to Vault over its HTTP API: which path is asked, and what its answer is to us. */
import { failureItself, ServiceFailure, serviceFailureAs } from '../net/failure.ts';
import type { VaultRefusal } from '../net/refusals.ts';
import type { Send } from '../net/transport.ts';
import type { Mount, Proof, Vault } from '../secrets/vault.ts';
import { toIssued, toLeaseLife, toMount, toNames, toRead, toTokenLife } from './answers.ts';
import { createCalls, type VaultCalls } from './node-vault.ts';

/** How Vault is reached. */
export interface VaultClientOptions {
  /** Address of the server, with path prefix if it has one. */
  readonly url: string;
  readonly namespace?: string | undefined;
  /** Carries proxy, private CA and deadlines. */
  readonly send: Send;
}

/**
 * One Vault, or one namespace of it. Every method rejects with a ServiceFailure when Vault did not do what was asked;
 * nothing of Vault's text leaves this folder but the secrets, and the names of a list. node-vault is loaded by the first
 * call.
 */
export function createVault({ url, namespace, send }: VaultClientOptions): Vault {
  const callsOf = (token: string | undefined, of = namespace): VaultCalls =>
    createCalls({ url, namespace: of, token, send });
  const anonymous = callsOf(undefined);

  /** Sealed is said of a server that was never set up, too; only its state tells which, asked of the root namespace. */
  const orNotInitialised = async (error: unknown): Promise<never> => {
    const uninitialised = await callsOf(undefined, '')
      .get('sys/seal-status', 'read')
      .then((body) => /"initialized"\s*:\s*false/.test(body))
      .catch(serviceFailureAs(false));
    throw uninitialised ? renamed(error, 'not-initialised') : error;
  };

  /**
   * OpenBao answers alike where nothing is mounted and where the role's networks leave the caller out. What is mounted
   * says of an empty log-in what it misses; nothing says 403 again.
   */
  const whyForbidden = async (path: string, error: unknown): Promise<never> => {
    const again = await anonymous.post(path, 'logIn', {}).then(() => undefined, failureItself);
    const nothingThere = again?.kind === 'unauthorized' || again?.refusal === 'login-mount-missing';
    throw renamed(error, nothingThere ? 'login-mount-missing' : 'login-network');
  };

  return {
    logIn: async (mount, proof) => {
      const path = `auth/${mount}/login`;
      try {
        return toIssued(await anonymous.post(path, 'logIn', bodyOf(proof)));
      } catch (error) {
        const { refusal } = failureItself(error);
        if (refusal === 'sealed') return orNotInitialised(error);
        if (refusal === 'token-dead') return whyForbidden(path, error);
        throw error;
      }
    },
    as: (token) => {
      const calls = callsOf(token);
      return {
        mountOf: async (path) => toMount(await calls.get(`sys/internal/ui/mounts/${path}`, 'read')),
        read: async (mount, path) =>
          toRead(mount.engine, await calls.get(apiPath(mount, 'data', path), 'read')),
        list: (mount, path) =>
          calls
            .list(apiPath(mount, 'metadata', path))
            .then(toNames)
            .catch(serviceFailureAs([], ({ refusal }) => refusal === 'absent')),
        renew: async () => toTokenLife(await calls.post('auth/token/renew-self', 'renew', {})),
        renewLease: async (id) =>
          toLeaseLife(await calls.post('sys/leases/renew', 'renew', { lease_id: id })),
        revokeLease: async (id) => {
          await calls.post('sys/leases/revoke', 'revoke', { lease_id: id });
        },
        revoke: async () => {
          await calls.post('auth/token/revoke-self', 'revoke');
        },
      };
    },
  };
}

/** Where a secret of a mount is read, or listed: the second version of the store puts a word in between. */
const apiPath = ({ path: mount, engine }: Mount, word: 'data' | 'metadata', path: string): string =>
  [mount, ...(engine === 'kv-2' ? [word] : []), path].filter((part) => part !== '').join('/');

/** JSON leaves out what is undefined. */
const bodyOf = (proof: Proof): Record<string, unknown> =>
  proof.method === 'jwt'
    ? { role: proof.role, jwt: proof.jwt }
    : { role_id: proof.roleId, secret_id: proof.secretId };

/** The same failure, of which more is known now. */
const renamed = (error: unknown, refusal: VaultRefusal): ServiceFailure =>
  new ServiceFailure({ ...failureItself(error), refusal });
