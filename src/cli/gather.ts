/** Gathers secrets for a command: from Vault and from files of variables. What `exec` and `mask` share. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { isVariableName } from '../child/names.ts';
import { absentPaths, type Source, type Sources, sourcesOf } from '../child/sources.ts';
import type { Asked } from '../child/spec.ts';
import { ask } from '../facts/ask.ts';
import type { Log } from '../log.ts';
import { reasonOf } from '../reasons.ts';
import type { Fetched, KeptLease } from '../secrets/secrets.ts';
import type { CliIo, Failed } from './io.ts';
import { type LoginOptions, secretsOf, wayIn } from './login.ts';

/** What is to be gathered. */
export interface Wishes {
  readonly asked: readonly Asked[];
  /** Files of variables. */
  readonly envFiles: readonly string[];
  readonly login: LoginOptions;
  readonly kvVersion: 1 | 2 | undefined;
}

/** What was gathered. */
export interface Gathered extends Sources {
  readonly ok: true;
  /** For people: the paths that were asked for and are not there. */
  readonly absent: readonly string[];
  readonly lease: KeptLease | undefined;
  /** What we have logged in with: no part of the output may show it either. */
  readonly proofs: readonly string[];
}

/** The options by which both commands log in. */
export type LoginNames =
  | 'vault-url'
  | 'vault-namespace'
  | 'vault-ca'
  | 'vault-auth'
  | 'vault-mount'
  | 'vault-role'
  | 'vault-id-token'
  | 'vault-audience'
  | 'vault-kv-version';

/** Reads them. `one` gives the value of an option. */
export function loginOptions(
  one: (name: LoginNames) => string | undefined,
): Pick<Wishes, 'login' | 'kvVersion'> {
  const version = one('vault-kv-version');
  return {
    login: {
      url: one('vault-url'),
      namespace: one('vault-namespace'),
      certificates: one('vault-ca'),
      method: (one('vault-auth') ?? 'found') as LoginOptions['method'],
      mount: one('vault-mount'),
      role: one('vault-role'),
      idToken: one('vault-id-token') ?? 'VAULT_ID_TOKEN',
      audience: one('vault-audience'),
    },
    kvVersion: version === '1' ? 1 : version === '2' ? 2 : undefined,
  };
}

/**
 * Gathers. The token that we log in for is revoked before this resolves, unless a secret has a lease that hangs on it.
 * Vault is asked only where something is wanted of it.
 * @param needed what has to be read of Vault; the other paths hold nothing but what the environment has already
 */
export async function gather(
  wishes: Wishes,
  needed: readonly Asked[],
  io: CliIo,
  log: Log,
  interrupted: AbortSignal,
): Promise<Gathered | Failed> {
  const fromFiles = wishes.envFiles.map((file, at) =>
    readVariables(file, wishes.envFiles.length > 1 ? `--env-file (the ${at + 1}.)` : '--env-file'),
  );
  const broken = fromFiles.find((one) => !one.ok);
  if (broken?.ok === false) return broken;
  const written = fromFiles.flatMap((one) => (one.ok ? one.found : []));
  const read = needed.length === 0 ? nothingRead : await fromVault(wishes, needed, io, log, interrupted);
  if (!read.ok) return read;
  const { found, nameless } = sourcesOf(wishes.asked, read.fetched.secrets);
  const absent = absentPaths(needed, read.fetched.secrets);
  const { proofs } = read;
  return {
    ok: true,
    found: [...found, ...written],
    nameless,
    absent,
    lease: read.fetched.lease,
    proofs,
  };
}

/** What is said of a path at which nothing is. */
export const sayAbsent = (path: string): string =>
  `Vault has no secret at ${path}: check the path, in capital and small letters`;

interface ReadOfVault {
  readonly ok: true;
  readonly fetched: Fetched;
  readonly proofs: readonly string[];
}

const nothingRead: ReadOfVault = {
  ok: true,
  fetched: { secrets: new Map(), deleted: new Set(), lease: undefined },
  proofs: [],
};

async function fromVault(
  wishes: Wishes,
  needed: readonly Asked[],
  io: CliIo,
  log: Log,
  interrupted: AbortSignal,
): Promise<ReadOfVault | Failed> {
  const way = wayIn(wishes.login, io.env, keptToken);
  if (!way.ok) return way;
  const [{ wire }, { fetchSecrets }] = await Promise.all([
    import('./wiring.ts'),
    import('../secrets/fetch.ts'),
  ]);
  const wired = wire(way.server, way.means, { env: io.env, log, interrupted });
  if (!wired.ok) return wired;
  const wanted = needed.map((one) => ({ path: one.path, below: one.kind === 'whole' && one.below }));
  const fact = await ask(fetchSecrets(wired.ports, wired.login, wanted, wishes.kvVersion));
  if (fact.known) {
    return { ok: true, fetched: fact.value, proofs: secretsOf(way.means) };
  }
  const { sentence, remedy } = reasonOf(fact.reason);
  const said = wired.identityFailed()
    ? ['GitHub gave no ID token: has the job the permission `id-token: write`?']
    : [`${sentence}. ${remedy}`];
  return { ok: false, exit: 1, said };
}

/** What `vault login` and `bao login` write (Vault docs, "Token helpers"). Undefined without it. */
function keptToken(): string | undefined {
  try {
    return readFileSync(join(homedir(), '.vault-token'), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * The variables of a file, as Node reads one (Node docs, "util.parseEnv"). It skips what it does not understand; a secret
 * that is skipped would be neither handed over nor hidden, so a file that is something else is refused.
 * @param option what the file was given by
 */
function readVariables(
  file: string,
  option: string,
): { readonly ok: true; readonly found: readonly Source[] } | Failed {
  const refused = (why: string): Failed => ({ ok: false, exit: 1, said: [`${option}: ${why}`] });
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return refused('the file cannot be read');
  }
  const read = Object.entries(parseEnv(text));
  if (!read.every(([name]) => isVariableName(name)))
    return refused('the file has a name that is none of a variable; its lines are `NAME=value`');
  if (read.length === 0 && /^\s*[^\s#]/m.test(text))
    return refused('the file has no variables; its lines are `NAME=value`');
  const found = read.map(
    ([name, value = '']): Source => ({ name, origin: '--env-file', form: 'text', value }),
  );
  return { ok: true, found };
}
