/** The port to Vault, as reading secrets needs it. */
import type { KeyValues } from './secrets.ts';

/** What is shown to log in. Sent as it is; undefined fields are left out. */
export type Proof =
  | { readonly method: 'jwt'; readonly role: string | undefined; readonly jwt: string }
  | { readonly method: 'approle'; readonly roleId: string; readonly secretId: string | undefined };

/** How long something lives from now on. */
export interface Life {
  /** Milliseconds; 0: it does not end. */
  readonly ttlMs: number;
  readonly renewable: boolean;
}

/** A token that a log-in gave. */
export interface Issued extends Life {
  readonly token: string;
  /** Cannot be revoked, and ends with its time (Vault docs, "Batch tokens"). */
  readonly batch: boolean;
}

/** What is mounted where a path leads. */
export interface Mount {
  /** Without a slash at either end: `secret`, `team/a/kv`. */
  readonly path: string;
  /** `plain`: no key/value store; a read there may make a secret with a lease. */
  readonly engine: 'kv-1' | 'kv-2' | 'plain';
}

/** A lease on a secret. */
export interface Lease extends Life {
  readonly id: string;
}

/** One secret. */
export interface Read {
  readonly values: KeyValues;
  readonly lease: Lease | undefined;
}

/**
 * Vault, asked with one token. Each method rejects with a ServiceFailure whose refusal says what Vault answered. Paths
 * and names are without a slash at either end.
 */
export interface Access {
  /** What is mounted where a path leads. Costs no use of the token. Refused with `mount-hidden` where Vault does not say. */
  mountOf(path: string): Promise<Mount>;
  /** `path`: below the mount. Refused with `absent` or `deleted-version` where there is nothing. */
  read(mount: Mount, path: string): Promise<Read>;
  /** The names right below a path of a mount; folders end with a slash. None where there is nothing. */
  list(mount: Mount, path: string): Promise<readonly string[]>;
  /** The token's new life. */
  renew(): Promise<Life>;
  renewLease(id: string): Promise<Life>;
  revokeLease(id: string): Promise<void>;
  /** Revokes the token, and all leases that hang on it. */
  revoke(): Promise<void>;
}

/** One Vault, or one namespace of it. */
export interface Vault {
  /** `mount`: of the log-in method, without a slash at either end. Rejects as Access does. */
  logIn(mount: string, proof: Proof): Promise<Issued>;
  as(token: string): Access;
}
