/** The visit to Vault ends with the revoke, whatever comes, and what a policy allows is judged as Vault would. */
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { policiesFound, type Rights, type Visit, visit } from '../../src/doctor/vault.ts';
import { known, unknown } from '../../src/facts/fact.ts';
import type { Vault } from '../../src/secrets/vault.ts';

const issued = { token: 'hvs.x', ttlMs: 300_000, batch: false, renewable: false };
const seen = (paths: Rights['paths'], more: Partial<Visit> = {}): Visit => ({
  ...{ login: known(issued), rights: known({ root: false, paths }), secrets: known(new Map()) },
  ...{ places: ['secret/data/ci'], revoked: true, ...more },
});
const line = (one: Visit) =>
  policiesFound(one)
    .map(({ mark, said }) => `${mark}: ${said}`)
    .join('\n');
const read = { path: 'secret/data/ci', capabilities: ['read'] };

describe('policies', () => {
  it.each<[string, Rights['paths'], RegExp]>([
    ['that read alone', [read], /^well/],
    [
      'what `default` gives',
      [
        read,
        { path: 'identity/entity/id/1-2', capabilities: ['read'] },
        { path: 'cubbyhole/*', capabilities: ['read', 'update'] },
      ],
      /^well/,
    ],
    [
      'itself, to write',
      [read, { path: 'identity/entity/id/1-2', capabilities: ['update'] }],
      /^wrong.*1 path more/,
    ],
    ['every entity', [read, { path: 'identity/entity/id/*', capabilities: ['read'] }], /^wrong.*1 path more/],
    [
      'keys of ID tokens',
      [read, { path: 'identity/oidc/key/*', capabilities: ['update'] }],
      /^wrong.*1 path more/,
    ],
    [
      'leases, as root',
      [read, { path: 'sys/leases/lookup', capabilities: ['sudo', 'update'] }],
      /^wrong.*1 path more/,
    ],
    ['everything', [read, { path: '*', capabilities: ['read'] }], /^wrong.*1 path more/],
    ['a rule that is not shown', [], /^warning.*a rule with `\+`/],
    ['what is denied', [read, { path: 'secret/*', capabilities: ['deny'] }], /^well/],
    ['a write', [{ ...read, capabilities: ['read', 'update'] }], /^warning.*more than to read/],
  ])('%s', (_what, paths, said) => {
    expect(line(seen(paths))).toMatch(said);
  });

  it('are not judged by a read that was refused', () => {
    const refused = { secrets: unknown('vault-policy-denied'), places: [] };
    expect(line(seen([read], refused))).toMatch(/^warning: could not find out/);
  });
});

it('gives the token back where an answer breaks our own code', async () => {
  const acts: string[] = [];
  const access = {
    revoke: async () => void acts.push('revoked'),
    revokeLease: async () => {},
    read: async () => Promise.reject(new RangeError('ours')),
    mount: async () => Promise.reject(new RangeError('ours')),
    mounts: async () => Promise.reject(new RangeError('ours')),
  };
  const vault = { logIn: async () => issued, as: () => access } as unknown as Vault;
  const ports = {
    ...{ vault, clock: systemClock, random: Math.random, interrupted: new AbortController().signal },
    log: { info: () => {}, warning: () => {} },
  };
  const rights = { rights: async () => Promise.reject(new SyntaxError('no JSON')) };
  const login = { method: 'jwt', mount: 'jwt', role: 'ci', identity: async () => 'a.b.c' } as const;
  await expect(
    visit(ports, rights, login, { wanted: [{ path: 'secret/ci', below: false }], kvVersion: undefined }),
  ).rejects.toThrow('no JSON');
  expect(acts).toEqual(['revoked']);
});
