import { expect, it } from 'vitest';
import { startVault } from './start.ts';

/** What is not imitated is answered with 501 and noted, so that no test passes by a guess. */
it.each<[string, string, unknown, string]>([
  ['GET', 'sys/audit', undefined, 'read sys/audit'],
  ['DELETE', 'sys/health', undefined, 'delete sys/health'],
  ['GET', 'cubbyhole/x', undefined, 'read cubbyhole/x'],
  ['POST', 'auth/token/create', { entity_alias: 'x' }, 'the field `entity_alias` of write auth/token/create'],
  ['GET', 'secret/data/x?help=1', undefined, 'the parameter `help` of read secret/data/x'],
  ['POST', 'secret/data/x', { data: {}, more: 1 }, 'the field `more` of a version'],
  ['POST', 'auth/jwt/role/x', { role_type: 'oidc' }, 'a role of another type than jwt'],
  [
    'PUT',
    'sys/policies/acl/x',
    { policy: 'path "x" {' },
    'the words of Vault for a policy that cannot be read',
  ],
  ['PUT', 'sys/policies/acl/x', { policy: 'path "{{x}}" {}' }, 'a template in a policy'],
  [
    'PUT',
    'sys/policies/acl/x',
    { policy: 'path "x" { min_wrapping_ttl = "1s" }' },
    '`min_wrapping_ttl` in a policy',
  ],
])('%s %s is not imitated', async (method, path, body, what) => {
  const { vault, ask } = startVault();
  await vault.write('sys/auth/jwt', { type: 'jwt' });
  const [status, said] = await ask(method, path, undefined, body);
  expect([status, said]).toEqual([501, `501 The sandbox's Vault does not imitate ${what}`]);
  expect(vault.world.gaps.take()).toEqual([what]);
});

it('refuses who may not ask before it says that it does not imitate something', async () => {
  const { vault, ask } = startVault();
  const token = await vault.createToken(['default']);
  expect((await ask('GET', 'sys/audit', token))[0]).toBe(403);
  expect(vault.world.gaps.take()).toEqual([]);
});
