/** Logs in to Vault as a run does, looks at what the token may do, reads what is wanted, and gives the token back. */
import { ask } from '../facts/ask.ts';
import { type Fact, unknown } from '../facts/fact.ts';
import { findPlaces, type Place } from '../secrets/places.ts';
import { readAll } from '../secrets/read.ts';
import type { Fetched, Login, Wanted } from '../secrets/secrets.ts';
import { open, type SecretPorts } from '../secrets/session.ts';
import type { Issued, Lease } from '../secrets/vault.ts';
import { type Found, judged, refusedOrUnknown, unknowable, untold, warning, well, wrong } from './finding.ts';

/** What a token may do, by path; globs end with `*`. Vault's own names, which are never shown. */
export interface Rights {
  readonly root: boolean;
  readonly paths: readonly { readonly path: string; readonly capabilities: readonly string[] }[];
}

/** Tells what a token may do. Rejects with a ServiceFailure. */
export interface RightsSource {
  rights(token: string): Promise<Rights>;
}

/** What a visit to Vault has shown. */
export interface Visit {
  /** The log-in; undefined in it: a token was handed over. */
  readonly login: Fact<Issued | undefined>;
  readonly rights: Fact<Rights> | undefined;
  readonly secrets: Fact<Fetched['secrets']>;
  /** API paths of what was read. */
  readonly places: readonly string[];
  /** Whether the token was given back; undefined: there was none of ours. */
  readonly revoked: boolean | undefined;
}

/** One log-in, one look, one read, one revoke. Never rejects where Vault refuses: that is what is to be told. */
export async function visit(
  ports: SecretPorts,
  source: RightsSource,
  login: Login,
  { wanted, kvVersion }: { readonly wanted: readonly Wanted[]; readonly kvVersion: 1 | 2 | undefined },
): Promise<Visit> {
  // What the session says by itself is said here as a finding.
  const quiet = { ...ports, log: { info: () => {}, warning: () => {} } };
  let held = login.method === 'token' ? login.token : '';
  const onToken: SecretPorts['onToken'] = (token, state) => {
    if (state === 'held') held = token;
    ports.onToken?.(token, state);
  };
  const opened = await ask(open({ ...quiet, onToken }, login));
  if (!opened.known)
    return {
      login: opened,
      rights: undefined,
      secrets: unknown(opened.reason),
      places: [],
      revoked: undefined,
    };
  const { access, issued, end } = opened.value;
  const leases: Lease[] = [];
  const reading = (async () => {
    const places = await findPlaces(access, wanted, kvVersion, () => {});
    const told = { leased: (lease: Lease) => void leases.push(lease), deleted: () => {} };
    return { places, secrets: await readAll(access, places, told) };
  })();
  // Whatever happens, and only after both: a lease that comes later would stay.
  const [rights, read] = await Promise.allSettled([ask(source.rights(held)), ask(reading)]);
  const revoked = await end(leases);
  if (rights.status === 'rejected') throw rights.reason;
  if (read.status === 'rejected') throw read.reason;
  return seenBy({ issued, revoked, rights: rights.value, read: read.value });
}

/** What was seen. */
function seenBy({
  issued,
  revoked,
  rights,
  read,
}: {
  readonly issued: Issued | undefined;
  readonly revoked: boolean;
  readonly rights: Fact<Rights>;
  readonly read: Fact<{ readonly places: readonly Place[]; readonly secrets: Fetched['secrets'] }>;
}): Visit {
  return {
    login: { known: true, value: issued },
    rights,
    secrets: read.known ? { known: true, value: read.value.secrets } : read,
    places: read.known
      ? read.value.places.map(({ mount, path }) =>
          [mount.path, ...(mount.engine === 'kv-2' ? ['data'] : []), path].join('/'),
        )
      : [],
    revoked: issued === undefined ? undefined : revoked,
  };
}

/** Longer than this a token has no need to live: the action gives it back within seconds, ms. */
const longLife = 60 * 60_000;

/** Judges the log-in and the read. Pure. */
export function loginFound(
  { login, secrets }: Visit,
  wanted: readonly { readonly path: string; readonly key: string }[],
): readonly Found[] {
  if (!login.known) return [refusedOrUnknown(login, 'whether the log-in works')];
  const issued = login.value;
  const found: Found[] = [];
  if (!secrets.known) found.push(refusedOrUnknown(secrets, 'whether the token of GitLab is there'));
  else if (wanted.some(({ path }) => !secrets.value.has(path)))
    found.push(
      wrong('there is nothing at the path of `vault-secrets`', 'Write the token there, or correct the path.'),
    );
  else if (wanted.some(({ path, key }) => !secrets.value.get(path)?.has(key)))
    found.push(
      wrong('the secret of `vault-secrets` has no such key', 'Correct the key, or write the token under it.'),
    );
  if (issued === undefined)
    found.push(
      warning(
        'a token of Vault is handed over, and lives on',
        'Log in by `vault-auth: jwt`: nothing is stored then.',
      ),
    );
  else if (issued.batch)
    found.push(
      warning(
        'the role gives batch tokens, which cannot be given back',
        'Set its `token_type` to `service`.',
      ),
    );
  else if (issued.ttlMs === 0 || issued.ttlMs > longLife)
    found.push(warning('the role gives tokens that live for hours', 'Set its `token_ttl` to `5m`.'));
  return found.length > 0
    ? found
    : [well('the log-in works, for a short time, and the token of GitLab is there')];
}

/** What the policy `default` allows everybody (Vault docs, "Policies", default policy; OpenBao's the same). */
const usual =
  /^(?:auth\/token\/(?:lookup|renew|revoke)-self|sys\/(?:capabilities-self|internal\/ui\/resultant-acl|renew|leases\/(?:renew|lookup)|wrapping\/(?:wrap|lookup|unwrap)|tools\/hash(?:\/\*)?|control-group\/request)|cubbyhole\/\*|identity\/oidc\/provider\/[^/*]+\/authorize)$/;
/** By the same policy each may read about itself; to write there would be to give oneself policies. */
const ofItself = /^identity\/entity\/(?:id|name)\/[^/*]+$/;
/** None of those is about everything, which `sudo` is. */
const isUsual = ({ path, capabilities }: Rights['paths'][number]): boolean =>
  (usual.test(path) && !capabilities.includes('sudo')) ||
  (ofItself.test(path) && capabilities.every((one) => one === 'read'));

/** Judges what the token may do beside the read of these API paths. Pure. */
export function policiesFound({ login, rights, places, secrets }: Visit): readonly Found[] {
  if (rights === undefined || !login.known) return [];
  if (!rights.known && rights.reason === 'vault-policy-denied')
    return [
      unknowable(
        'the token may not ask what it may do',
        'Leave the policy `default` on it: it allows that, and to give the token back.',
      ),
    ];
  return judged(rights, 'what the token may do', ({ root, paths }) => {
    if (root) return [wrong('the token is root: it may do everything', 'Give the role a policy of its own.')];
    const allowed = paths.filter(({ capabilities }) => !capabilities.includes('deny'));
    // Without the read it is not known which path is the one.
    if (!secrets.known)
      return [untold('whether the policies allow more than that read', 'See what is said of the log-in.')];
    const more = allowed.filter((one) => !isUsual(one) && !places.includes(one.path)).length;
    const byOther = places.filter((place) => !allowed.some(({ path }) => path === place)).length;
    const writes = allowed.some(
      ({ path, capabilities }) => places.includes(path) && capabilities.some((one) => one !== 'read'),
    );
    if (more > 0)
      return [
        wrong(
          `the policies allow ${more} path${more === 1 ? '' : 's'} more than the token of GitLab needs`,
          'Give the role one policy: `read` on that path, without `*`.',
        ),
      ];
    // Something allowed the read that is not among the rules which Vault shows.
    if (byOther > 0)
      return [
        warning(
          'the read is allowed by a rule with `+`, which may allow others too',
          'Write the path itself into the policy, without `+` and `*`.',
        ),
      ];
    if (writes)
      return [
        warning('the policies allow more than to read that path', 'Leave `read` alone in its capabilities.'),
      ];
    return [well('the policies allow that read, and no more (rules with `+` are not shown by Vault)')];
  });
}

/** Judges whether the token was given back. Pure. */
export function revokeFound({ login, revoked }: Visit): readonly Found[] {
  if (!login.known) return [];
  if (revoked === undefined) return [];
  return revoked
    ? [well('the token was given back')]
    : [
        wrong(
          'the token could not be given back, and lives on',
          'Leave the policy `default` on the role, and `token_type` at `service`.',
        ),
      ];
}
