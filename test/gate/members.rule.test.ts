import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, known, unknown } from '../../src/facts/fact.ts';
import { isMember, type MembershipAnswer } from '../../src/gate/members.ts';

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
    ['absent, unconfirmed', absent, undefined, hidden],
    ['absent for a token that sees nobody, but in public', absent, yes, yes],
    ['absent for a token that sees nobody, and not in public', absent, no, hidden],
    ['absent for a token that sees nobody, and the public list is down', absent, down, hidden],
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

  it.each<[string, Fact<boolean>, Fact<boolean> | undefined, Fact<boolean>]>([
    ['shown to be none', no, undefined, no],
    ['shown to be none, and in public: the answer to who sees all counts', no, yes, no],
    ['shown to be one: the answers contradict each other', yes, undefined, hidden],
    ['shown to be one, and in public', yes, yes, yes],
    ['not shown', hidden, no, hidden],
    ['not shown, but in public', hidden, yes, yes],
    ['the list is down', down, undefined, down],
    ['the list is down, and not in public', down, no, down],
    ['the list is down, but in public', down, yes, yes],
  ])('where the organisation says absent, and the list of members: %s', (_, listed, open, expected) => {
    const asked = { organization: absent, listed, teams: [], ...(open && { publicMember: open }) };
    expect(isMember(asked)).toEqual(expected);
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
    expect(isMember({ organization, listed: no, teams })).toEqual(expected);
  });

  it('is sure of a yes only by an active or public membership, and one active team where teams are asked for', () => {
    const answer = fc.constantFrom(active, pending, absent, hidden, down);
    const open = fc.option(fc.constantFrom(yes, no, down), { nil: undefined });
    const shown = fc.option(fc.constantFrom(yes, no, hidden, down), { nil: undefined });
    fc.assert(
      fc.property(
        answer,
        shown,
        open,
        fc.array(answer, { maxLength: 3 }),
        (organization, listed, open, teams) => {
          const asked = { ...(listed && { listed }), ...(open && { publicMember: open }) };
          const fact = isMember({ organization, ...asked, teams });
          const refuted = organization === pending || (organization === absent && listed === no);
          const proven = organization === active || (!refuted && open === yes);
          expect(fact.known && fact.value).toBe(proven && (teams.length === 0 || teams.includes(active)));
          // A no is as sure: no member, or none of the teams.
          if (fact.known && !fact.value) expect(refuted || proven).toBe(true);
          if (!fact.known) expect([hidden, organization, listed, ...teams]).toContainEqual(fact);
        },
      ),
    );
  });
});
