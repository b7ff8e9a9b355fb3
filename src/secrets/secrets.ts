/** What is read from Vault and how one logs in there: the values that this room and the edges share. */

/** How to log in. A token that was handed over is never revoked; one that was logged in for always is. */
export type Login =
  | {
      readonly method: 'jwt';
      /** Without a slash at either end: `jwt`, `team/gitlab`. */
      readonly mount: string;
      /** Undefined: the mount's default role. */
      readonly role: string | undefined;
      /** Gives a fresh JWT at each call. Rejects with a ServiceFailure. */
      readonly identity: () => Promise<string>;
    }
  | {
      readonly method: 'approle';
      readonly mount: string;
      readonly roleId: string;
      /** Undefined where the role needs none. */
      readonly secretId: string | undefined;
    }
  | { readonly method: 'token'; readonly token: string };

/** One path to read, as `vault kv get` takes it: the mount first. A path of one segment is below the mount `secret`. */
export interface Wanted {
  readonly path: string;
  /** Also everything below it: `path/**`. */
  readonly below: boolean;
}

/** The keys of one secret and their values. A value that is no string is its JSON. */
export type KeyValues = ReadonlyMap<string, string>;

/** What was read. */
export interface Fetched {
  /** By path, as it was wanted; those below `path/**` by their whole path, the mount first. A path that is not there is not in it. */
  readonly secrets: ReadonlyMap<string, KeyValues>;
  /** What was wanted and is not in it because its newest version is deleted or destroyed. */
  readonly deleted: ReadonlySet<string>;
  /** Undefined where nothing that was read has a lease: then the token is dead already. */
  readonly lease: KeptLease | undefined;
}

/** Keeps leases, and the token that they hang on, alive. */
export interface KeptLease {
  /** Ends them: the token that was logged in for is revoked, and its leases with it. Never rejects; false: not confirmed. */
  end(): Promise<boolean>;
}
