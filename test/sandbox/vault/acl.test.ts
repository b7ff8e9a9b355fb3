import { describe, expect, it } from 'vitest';
import { capabilitiesOn, reachesBelow } from '../../../sandbox/vault/acl.ts';
import { rulesOf } from '../../../sandbox/vault/hcl.ts';
import { startVault } from './start.ts';

const rule = (path: string, ...capabilities: string[]) =>
  rulesOf(JSON.stringify({ path: { [path]: { capabilities } } }));

describe('the most exact rule counts', () => {
  it.each<[string, string, string, string[]]>([
    ['secret/*', 'secret/a', 'secret/a', ['list']],
    ['secret/*', 'secret/a*', 'secret/ab', ['list']],
    ['secret/+/b', 'secret/a/+', 'secret/a/b', ['list']],
    ['secret/+/*', 'secret/+/b', 'secret/a/b', ['list']],
    ['secret/+/b*', 'secret/+/b', 'secret/a/b', ['list']],
    ['secret/+/+', 'secret/+/b', 'secret/a/b', ['list']],
    ['secret/*', 'other/*', 'secret/a', ['read']],
    ['secret/+', 'secret/x', 'secret/a/b', ['deny']],
  ])('of %s and %s on %s', (read, list, path, expected) => {
    const rules = [...rule(read, 'read'), ...rule(list, 'list')];
    expect(capabilitiesOn(rules, path)).toEqual(expected);
    expect(capabilitiesOn(rules.toReversed(), path)).toEqual(expected);
  });

  it('rules of one path are put together, and a denial wins', () => {
    const both = [...rule('a', 'read'), ...rule('a', 'list')];
    expect(capabilitiesOn(both, 'a')).toEqual(['list', 'read']);
    expect(capabilitiesOn([...both, ...rule('a', 'deny')], 'a')).toEqual(['deny']);
  });
});

it.each<[string, string, boolean]>([
  ['kv/data/x', 'kv/', true],
  ['kv/*', 'kv/', true],
  ['*', 'kv/', true],
  ['+/data/x', 'kv/', true],
  ['kv2/data/x', 'kv/', false],
])('a rule for %s reaches below %s: %s', (path, mount, expected) => {
  expect(reachesBelow(rule(path, 'read'), mount)).toBe(expected);
  expect(reachesBelow(rule(path, 'deny'), mount)).toBe(false);
});

it('reads a policy with comments, several rules and the old form', () => {
  const text = `
    # one
    path "a" { capabilities = ["read", "list",] } // two
    /* three
       { */
    path "b/*" { policy = "write" }`;
  expect(rulesOf(text)).toEqual([
    { path: 'a', capabilities: ['read', 'list'] },
    { path: 'b/*', capabilities: ['create', 'read', 'update', 'delete', 'list'] },
  ]);
});

it('asks for sudo where a real server does', async () => {
  const { vault, ask } = startVault();
  await vault.policy('mounter', 'path "sys/mounts/*" { capabilities = ["update"] }');
  await vault.policy('sudoer', 'path "sys/auth/*" { capabilities = ["update", "sudo"] }');
  const token = await vault.createToken(['mounter', 'sudoer']);
  expect((await ask('POST', 'sys/auth/x', token, { type: 'jwt' }))[0]).toBe(204);
});
