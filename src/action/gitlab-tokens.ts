/** The tokens of GitLab's, from where the inputs say: those in Vault are read when GitLab is first needed. */
import { ServiceFailure } from '../net/failure.ts';
import type { VaultRefusal } from '../net/refusals.ts';
import type { Fetched, Wanted } from '../secrets/secrets.ts';
import type { Settings, TokenSource } from '../settings.ts';

/** What GitLab's client is made with. */
export interface GitLabTokens {
  readonly token: string | undefined;
  readonly triggerToken: string | undefined;
}

/** How what is in Vault is read: logs in, reads, and gives the Vault token back. Rejects with a ServiceFailure of Vault. */
export type ReadVault = (wanted: readonly Wanted[]) => Promise<Fetched>;

/**
 * Both tokens. What Vault gave is handed to `hide` before it is used, whatever else the secret holds.
 * Rejects with a ServiceFailure of Vault that says that GitLab has not acted.
 */
export async function gitLabTokens(
  { token, triggerToken }: Settings['gitlab'],
  read: ReadVault,
  hide: (value: string) => void,
): Promise<GitLabTokens> {
  const sources = [token, triggerToken].filter((source) => source?.from === 'vault');
  const wanted = [...new Set(sources.map(({ path }) => path))].map((path) => ({ path, below: false }));
  const nothing: Pick<Fetched, 'secrets' | 'deleted'> = { secrets: new Map(), deleted: new Set() };
  const { secrets, deleted } = wanted.length === 0 ? nothing : await read(wanted);
  for (const values of secrets.values()) for (const value of values.values()) hide(value);
  const textOf = (source: TokenSource | undefined): string | undefined => {
    if (source === undefined) return undefined;
    if (source.from === 'input') return source.value;
    const values = secrets.get(source.path);
    if (values === undefined) throw unusable(deleted.has(source.path) ? 'deleted-version' : 'absent');
    return usable(values.get(source.key));
  };
  return { token: textOf(token), triggerToken: textOf(triggerToken) };
}

/**
 * As an input that is a secret: one word, without the line end that a paste brings. A short one could not be hidden, and
 * what was stored in quotes, as a map, a list or null is no token.
 */
function usable(value: string | undefined): string {
  if (value === undefined) throw unusable('key-missing');
  const token = value.trim();
  const isWord = /^(?!["'[{])[\x21-\x7e]{4,8192}$/.test(token);
  if (!isWord || ['null', 'true', 'false'].includes(token)) throw unusable('token-unusable');
  return token;
}

const unusable = (refusal: VaultRefusal): ServiceFailure =>
  new ServiceFailure({
    service: 'vault',
    status: undefined,
    kind: 'not-found',
    mayHaveActed: false,
    refusal,
  });
