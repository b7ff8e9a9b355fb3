import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import type { MembershipAnswer } from '../../src/gate/members.ts';
import { beyondRights, type Rights, type RightsTable, readRights, rightsOf } from '../../src/gate/rights.ts';
import type { Role } from '../../src/gate/roles.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { alice, everyKind, githubFailure } from './build.ts';
import { github } from './world.ts';

const table: RightsTable = new Map<string, 'all' | readonly string[]>([
  ['write', ['unit', 'smoke']],
  ['maintain', ['cloud']],
  ['admin', 'all'],
  ['core', 'all'],
  ['qa', ['smoke', 'load']],
]);

describe('what somebody may run', () => {
  it.each<[Role, readonly string[], Rights]>([
    ['none', [], []],
    ['read', [], []],
    ['triage', [], []],
    ['write', [], ['unit', 'smoke']],
    ['maintain', [], ['unit', 'smoke', 'cloud']],
    ['admin', [], 'all'],
    ['other', [], []],
    ['read', ['qa'], ['smoke', 'load']],
    ['write', ['qa'], ['unit', 'smoke', 'load']],
    ['read', ['core', 'qa'], 'all'],
    ['read', ['strangers'], []],
  ])('%s in teams %j: %j', (role, teams, rights) => expect(rightsOf(table, role, teams)).toEqual(rights));

  it('a team that is named like a role is that role, in any letters', () => {
    for (const row of ['admin', 'Admin']) {
      expect(rightsOf(new Map([[row, 'all']]), 'read', [row])).toEqual([]);
      expect(rightsOf(new Map([[row, 'all']]), 'admin', [])).toBe('all');
    }
  });

  it('a team is found in any letters, a test to the letter', () => {
    expect(rightsOf(new Map([['Core', ['unit']]]), 'read', ['core'])).toEqual(['unit']);
    expect(beyondRights(['Unit'], ['unit'])).toEqual(['Unit']);
  });

  it.each<[readonly string[], Rights, readonly string[]]>([
    [['a', 'b'], 'all', []],
    [['a'], ['a', 'b'], []],
    [
      ['a', 'c', 'd'],
      ['a', 'b'],
      ['c', 'd'],
    ],
    [['test-all'], ['a'], ['test-all']],
    [['a'], [], ['a']],
  ])('of %j, %j does not cover %j', (tests, rights, beyond) =>
    expect(beyondRights(tests, rights)).toEqual(beyond),
  );

  it('grows with the role and with the teams', () => {
    const ladder: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];
    const teams = fc.subarray(['core', 'qa', 'other']);
    fc.assert(
      fc.property(fc.nat(5), fc.nat(5), teams, teams, (low, high, some, more) => {
        const least = rightsOf(table, ladder[Math.min(low, high)] ?? 'none', some);
        const most = rightsOf(table, ladder[Math.max(low, high)] ?? 'none', [...some, ...more]);
        if (least === 'all') expect(most).toBe('all');
        else expect(beyondRights(least, most)).toEqual([]);
      }),
    );
  });
});

describe('reading rights', () => {
  it('asks for the role and every team of the table in one round trip', async () => {
    const source = github({ teams: { 'qa/alice': 'active', 'core/alice': 'pending' } });
    expect(await readRights(source, 'acme', table, alice)).toEqual(known(['unit', 'smoke', 'load']));
    expect(source.rounds).toEqual([['role alice', 'team acme/core alice', 'team acme/qa alice']]);
  });

  it('asks for no team where the table names none', async () => {
    const source = github();
    expect(await readRights(source, 'acme', new Map([['write', 'all']]), alice)).toEqual(known('all'));
    expect(source.calls).toEqual(['role alice']);
  });

  it.each(everyKind)('does not guess when the role fails with %s', async (kind) => {
    const source = github({ roles: { alice: githubFailure(kind) } });
    expect((await readRights(source, 'acme', table, alice)).known).toBe(false);
  });

  it.each([
    ['forbidden', 'team-hidden'],
    ['not-found', 'team-hidden'],
    ['moved', 'team-hidden'],
    ['unavailable', 'github-unavailable'],
  ] as const)('does not guess when a team fails with %s: %s', async (kind, reason) => {
    const source = github({ teams: { 'qa/alice': githubFailure(kind) } });
    expect(await readRights(source, 'acme', table, alice)).toEqual(unknown(reason));
  });

  it.each(everyKind)('that reach to all by another row are known, whatever fails with %s', async (kind) => {
    const teams = { 'qa/alice': githubFailure(kind), 'core/alice': 'active' } as const;
    const byTeam = github({ teams, roles: { alice: githubFailure(kind) } });
    expect(await readRights(byTeam, 'acme', table, alice)).toEqual(known('all'));
    const byRole = github({ teams: { 'qa/alice': githubFailure(kind) }, roles: { alice: 'admin' } });
    expect(await readRights(byRole, 'acme', table, alice)).toEqual(known('all'));
  });

  it('are what was read only where everything was read, or all that there is', async () => {
    const answer = fc.constantFrom<MembershipAnswer | ServiceFailure>(
      ...(['active', 'pending', 'absent'] as const),
      githubFailure('forbidden'),
    );
    const role = fc.constantFrom<Role | ServiceFailure>(
      'read',
      'write',
      'admin',
      githubFailure('unavailable'),
    );
    await fc.assert(
      fc.asyncProperty(answer, answer, role, async (core, qa, alices) => {
        const teams = { 'core/alice': core, 'qa/alice': qa } as const;
        const rights = await readRights(github({ teams, roles: { alice: alices } }), 'acme', table, alice);
        const all = core === 'active' || alices === 'admin';
        const read = [core, qa, alices].every((one) => typeof one === 'string');
        expect(rights.known).toBe(all || read);
        if (rights.known) expect(rights.value === 'all').toBe(all);
      }),
    );
  });
});

describe('roles below write have rows too', () => {
  const table: RightsTable = new Map([
    ['read', ['smoke']],
    ['triage', ['unit']],
  ]);
  it.each([
    ['none', []],
    ['other', []],
    ['read', ['smoke']],
    ['triage', ['smoke', 'unit']],
    ['write', ['smoke', 'unit']],
  ] as const)('%s: %j', (role, rights) => expect(rightsOf(table, role, [])).toEqual(rights));

  it('a team may be called like none of them', () => {
    expect(rightsOf(new Map([['', ['a']]]), 'admin', [])).toEqual([]);
  });
});
