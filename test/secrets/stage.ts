import { fetchSecrets } from '../../src/secrets/fetch.ts';
import type { Fetched, Login } from '../../src/secrets/secrets.ts';
import type { SecretPorts } from '../../src/secrets/session.ts';
import { notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { vaultWorld } from '../world/vault.ts';

/** A GitHub token's claims; what is no claim to bind is in it too. */
export const claims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'vault.acme.example',
  sub: 'repo:acme@77/engine@1001:ref:refs/heads/main',
  jti: 'not-for-everybody',
  repository: 'acme/engine',
  repository_id: '1001',
  repository_owner_id: '77',
  ref: 'refs/heads/main',
  job_workflow_ref: 'acme/engine/.github/workflows/tests.yml@refs/heads/main',
  actor: 'mia',
};

/** A JWT as far as anybody reads it here. */
export const jwtOf = (payload: unknown): string =>
  `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2lnbmF0dXJl`;

/** A Vault, a job that reads from it, and what is said meanwhile. */
export function secretsStage() {
  const clock = virtualClock();
  const world = vaultWorld(clock);
  const calls = notedCalls();
  const said: string[] = [];
  const tokens: string[] = [];
  let asked = 0;
  const ports: SecretPorts = {
    vault: world.vault(calls.carry),
    clock,
    random: () => 1,
    log: { info: (line) => said.push(line), warning: (line) => said.push(`! ${line}`) },
    onToken: (token, state) => tokens.push(`${token} ${state} after ${calls.done.length}`),
  };
  const jwt: Login = {
    method: 'jwt',
    mount: 'jwt',
    role: 'tests',
    identity: async () => jwtOf({ ...claims, n: ++asked }),
  };
  /** Paths; with `/**` at the end, what is below too. */
  const fetch = (paths: readonly string[], login: Login = jwt, kvVersion?: 1 | 2): Promise<Fetched> => {
    const wanted = paths.map((path) => ({
      path: path.replace('/**', ''),
      below: path.endsWith('/**'),
    }));
    return fetchSecrets(ports, login, wanted, kvVersion);
  };
  const read = async (...given: Parameters<typeof fetch>) =>
    Object.fromEntries(
      [...(await fetch(...given)).secrets].map(([path, values]) => [path, Object.fromEntries(values)]),
    );
  return { clock, world, calls, said, tokens, ports, jwt, fetch, read };
}
