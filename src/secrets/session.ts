/** A time in which Vault is asked with one token: from the log-in until the token is given back. */
import { ask } from '../facts/ask.ts';
import type { Fact } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import { repeatedly } from '../net/again.ts';
import { failureItself, serviceFailureAs } from '../net/failure.ts';
import type { VaultRefusal } from '../net/refusals.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import { bindable } from './claims.ts';
import { bearingWithLag } from './new-token.ts';
import { type Patience, patient, refused } from './patience.ts';
import type { Login } from './secrets.ts';
import type { Access, Issued, Lease, Vault } from './vault.ts';

/** What reading needs from outside. */
export interface SecretPorts extends Patience {
  readonly vault: Vault;
  readonly log: Log;
  /**
   * Told of a token that was logged in for: `held` before anything is asked with it, `revoked` when Vault has confirmed
   * that. Never of one that was handed over.
   */
  readonly onToken?: (token: string, state: 'held' | 'revoked') => void;
}

/** Vault, asked with a token that is ours or was handed over. */
export interface Session {
  readonly access: Access;
  /** Undefined: the token was handed over, and nothing is known of it. */
  readonly issued: Issued | undefined;
  /**
   * Gives back what was got: a token of ours, and with it its leases; of another token, and of one that cannot be
   * revoked, only these leases. Never rejects; false: not confirmed, which the log says.
   */
  end(leases: readonly Lease[]): Promise<boolean>;
}

/** A role without `token_ttl` gives tokens of 32 days (docs/facts/vault.md, "Log-in by a token (JWT)"), ms. */
const longLife = 60 * 60_000;

/** Opens a session. Rejects with a ServiceFailure of `vault`, or with that of `login.identity`. */
export async function open(ports: SecretPorts, login: Login): Promise<Session> {
  if (login.method === 'token') {
    if (login.token === '') throw refused('token-missing');
    return sessionOf(ports, login.token, undefined);
  }
  const issued = await logIn(ports, login);
  const session = sessionOf(ports, issued.token, issued);
  try {
    ports.onToken?.(issued.token, 'held');
  } catch (fault) {
    // Nobody would know of it after a kill.
    await session.end([]);
    throw fault;
  }
  if (issued.batch) say(ports.log, 'vault-batch-token');
  else if (issued.ttlMs === 0 || issued.ttlMs > longLife) {
    const hours = Math.round(issued.ttlMs / 3_600_000);
    const life = hours === 0 ? 'without end' : `of ${hours} hours`;
    ports.log.warning(`the role in Vault gives tokens ${life}: set its \`token_ttl\` to \`5m\``);
  }
  return session;
}

/** Logs in, each time with a fresh JWT, until it succeeds or fails in a way that does not pass. */
async function logIn(
  ports: SecretPorts,
  login: Exclude<Login, { readonly method: 'token' }>,
): Promise<Issued> {
  const { vault, log } = ports;
  if (login.method === 'approle') return repeatedly(() => vault.logIn(login.mount, login), patient(ports));
  const { mount, role, identity } = login;
  let shown = '';
  try {
    return await repeatedly(async () => {
      shown = await identity();
      return vault.logIn(mount, { method: 'jwt', role, jwt: shown });
    }, patient(ports));
  } catch (error) {
    if (ofTheRole.includes(failureItself(error).refusal ?? '')) advise(log, shown);
    throw error;
  }
}

/** The role, or its mount, asks for other claims than the token has. */
const ofTheRole: readonly string[] = [
  'audience',
  'audience-unbound',
  'claim-differs',
  'claim-missing',
  'claim-not-text',
  'subject-differs',
  'user-claim-missing',
  'issuer-differs',
] satisfies VaultRefusal[];

function advise(log: Log, jwt: string): void {
  const lines = bindable(jwt);
  if (lines.length === 0) return;
  log.info('The ID token of this job has these claims, to which the role in Vault may be bound:');
  for (const line of lines) log.info(line);
  log.info('Bind ids, never `sub`: its form is not the same for all repositories, and it holds names.');
}

function sessionOf(ports: SecretPorts, token: string, issued: Issued | undefined): Session {
  const { vault, log, onToken } = ports;
  const access = vault.as(token);

  const confirmed = (fact: Fact<void>): boolean => {
    if (!fact.known) say(log, fact.reason);
    return fact.known;
  };

  return {
    access: issued === undefined ? access : bearingWithLag(access, ports),
    issued,
    end: async (leases) => {
      if (issued !== undefined && !issued.batch) {
        const gone = confirmed(await ask(revokePatiently(vault, token, ports)));
        if (gone) onToken?.(token, 'revoked');
        return gone;
      }
      const revoked = await Promise.all(
        leases.map(({ id }) => ask(repeatedly(() => access.revokeLease(id), patient(ports)))),
      );
      return revoked.map(confirmed).every(Boolean) && issued?.batch !== true;
    },
  };
}

/** Says a reason and what helps, where nothing ends by it. */
export function say(log: Log, code: ReasonCode): void {
  const { sentence, remedy } = reasonOf(code);
  log.warning(`${sentence}. ${remedy}`);
}

/** Revokes a token; one that is dead already is as good as revoked. Rejects with a ServiceFailure. */
export const revoke = (vault: Vault, token: string): Promise<void> =>
  vault
    .as(token)
    .revoke()
    .catch(serviceFailureAs(undefined, ({ refusal }) => refusal === 'token-dead'));

const revokePatiently = (vault: Vault, token: string, patience: Patience): Promise<void> =>
  repeatedly(() => revoke(vault, token), patient(patience));
