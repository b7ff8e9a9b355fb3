import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, known, unknown } from '../../src/gate/facts.ts';
import { isMember, type MembershipAnswer } from '../../src/gate/membership.ts';

const active = known<MembershipAnswer>('active');
const pending = known<MembershipAnswer>('pending');
const absent = known<MembershipAnswer>('absent');
const hidden = unknown('membership-hidden');
const teamHidden = unknown('team-hidden');
const yes = known(true);
const no = known(false);
const down = unknown('github-unavailable');

describe('who is a member', () => {
  it.each<[string, Fact<MembershipAnswer>, Fact<boolean> | undefined, Fact<boolean>]>([
    ['active', active, undefined, yes],
    ['invited, not accepted: attack 12', pending, undefined, no],
    ['absent', absent, undefined, no],
    ['absent for a token that sees nobody, but in public', absent, yes, yes],
    ['absent, and not in public', absent, no, no],
    ['absent, and the public list is down', absent, down, no],
    ['invited, but in public', pending, yes, no],
    ['hidden', hidden, undefined, hidden],
    ['hidden, but in public', hidden, yes, yes],
    ['hidden, and not in public: that proves nothing', hidden, no, hidden],
    ['hidden, and the public list is down', hidden, down, hidden],
    ['GitHub is down, but in public', down, yes, yes],
    ['active, and not in public', active, no, yes],
    ['active, and the public list is down', active, down, yes],
    ['invited, and the public list is down', pending, down, no],
  ])('%s', (_, organization, publicMember, expected) => {
    expect(isMember({ organization, ...(publicMember && { publicMember }), teams: [] })).toEqual(expected);
  });

  it.each<[string, Fact<MembershipAnswer>, readonly Fact<MembershipAnswer>[], Fact<boolean>]>([
    ['in the team', active, [active], yes],
    ['in one of two', active, [absent, active], yes],
    ['in none', active, [absent, absent], no],
    ['invited to the team', active, [pending], no],
    ['in one, the other hidden', active, [teamHidden, active], yes],
    ['in none that is seen', active, [absent, teamHidden], teamHidden],
    ['no member, though in the team', absent, [active], no],
    ['hidden, though in the team', hidden, [active], hidden],
    ['no member, team hidden', absent, [teamHidden], no],
  ])('where teams are asked for: %s', (_, organization, teams, expected) => {
    expect(isMember({ organization, teams })).toEqual(expected);
  });

  it('is sure of a yes only by an active or public membership, and one active team where teams are asked for', () => {
    const answer = fc.constantFrom(active, pending, absent, hidden, down);
    const open = fc.option(fc.constantFrom(yes, no, down), { nil: undefined });
    fc.assert(
      fc.property(answer, open, fc.array(answer, { maxLength: 3 }), (organization, publicMember, teams) => {
        const fact = isMember({ organization, ...(publicMember && { publicMember }), teams });
        const proven = organization === active || (organization !== pending && publicMember === yes);
        expect(fact.known && fact.value).toBe(proven && (teams.length === 0 || teams.includes(active)));
        if (!fact.known) expect([organization, ...teams]).toContainEqual(fact);
      }),
    );
  });
});
