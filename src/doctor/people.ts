/** Whether the token that reads membership sees those who conceal it, and the teams. */
import { ask } from '../facts/ask.ts';
import type { MembershipSource } from '../gate/members.ts';
import type { GatePolicy } from '../gate/policy.ts';
import { type Found, orWell, unanswered, warning, well, wrong } from './finding.ts';

/** The account that stands in for those who are gone; it can be a member of nothing (docs/facts/github.md, "Membership"). */
const nobody = 'ghost';

/**
 * Asks about somebody who is no member: who sees the members is told 404, who does not is sent elsewhere (302). So it is
 * known without the name of anybody who conceals it.
 */
export async function membershipFound(
  github: Pick<MembershipSource, 'organizationMembership' | 'listedMember' | 'organizationExists'>,
  policy: GatePolicy,
): Promise<readonly Found[]> {
  const { organization, membershipTokenGiven } = policy;
  const [there, membership, listed] = await Promise.all([
    ask(github.organizationExists(organization)),
    ask(github.organizationMembership(organization, nobody), {
      forbidden: 'membership-hidden',
      moved: 'membership-hidden',
    }),
    ask(github.listedMember(organization, nobody), {
      forbidden: 'membership-hidden',
      moved: 'membership-hidden',
    }),
  ]);
  if (there.known && !there.value)
    return [
      wrong(
        'there is no such organisation',
        'Name it in `organization`; default: the owner of the repository.',
      ),
    ];
  if (membership.known && listed.known && !listed.value) return [well('members that conceal it are seen')];
  const hidden = [membership, listed].some((fact) => !fact.known && fact.reason === 'membership-hidden');
  if (hidden || (listed.known && listed.value))
    return [
      membershipTokenGiven
        ? wrong(
            '`membership-token` does not see the members of the organisation',
            'Make it with the organisation as its owner, and *Members: read*; where the organisation asks for it, an owner approves it.',
          )
        : warning(
            'without `membership-token` only public members are known: all others wait for an approval',
            'Give a token with *Members: read*, or let members show that they are (github.com/orgs/…/people).',
          ),
    ];
  const fact = [membership, listed, there].find((one) => !one.known);
  return fact && !fact.known ? [unanswered(fact, 'whether members are seen')] : [];
}

/** Asks for each team that is named. A team that is not there lets nobody in; one that is hidden neither. */
export async function teamsFound(
  github: Pick<MembershipSource, 'teamMembership'>,
  { organization }: GatePolicy,
  teams: readonly string[],
): Promise<readonly Found[]> {
  const facts = await Promise.all(
    teams.map((team) =>
      ask(github.teamMembership(organization, team, nobody), {
        'not-found': 'team-hidden',
        forbidden: 'team-hidden',
        moved: 'team-hidden',
      }),
    ),
  );
  return orWell(
    facts.flatMap((fact, n): readonly Found[] => {
      if (fact.known) return [];
      if (fact.reason !== 'team-hidden') return [unanswered(fact, 'whether a team is there')];
      return [
        wrong(
          `the team \`${teams[n]}\` is not there, or the token does not see it`,
          'Write its slug as in the address of its page; the token needs *Members: read*.',
        ),
      ];
    }),
    teams.length === 0 ? 'no team is asked for' : 'the teams are there',
  );
}
