import { type Fact, known, unknown } from './facts.ts';

/**
 * What the membership calls answered about one person. `active` is the only answer that makes a member
 * (REST: organization members, "Get organization membership for a user").
 */
export type MembershipAnswer = 'active' | 'pending' | 'absent';

/** All that was asked about one person. Absent fields were not asked. */
export interface MembershipAnswers {
  /** From `GET /orgs/{org}/memberships/{user}`. */
  readonly organization: Fact<MembershipAnswer>;
  /** From `GET /orgs/{org}/public_members/{user}`: true proves membership, false proves nothing. */
  readonly publicMember?: Fact<boolean>;
  /** One answer for each team in `teams`. Empty when `teams` is not set. */
  readonly teams: readonly Fact<MembershipAnswer>[];
}

/**
 * Whether a person is an active member, and, where `teams` is set, in one of the teams. Unknown when the answers do
 * not settle it: a token that sees no members proves nothing about anybody.
 */
export function isMember(answers: MembershipAnswers): Fact<boolean> {
  const organization = organizationMember(answers);
  if (!organization.known || !organization.value || answers.teams.length === 0) return organization;
  if (answers.teams.some((team) => team.known && team.value === 'active')) return known(true);
  return answers.teams.find((team) => !team.known) ?? known(false);
}

function organizationMember({ organization, publicMember }: MembershipAnswers): Fact<boolean> {
  if (organization.known && organization.value !== 'absent') return known(organization.value === 'active');
  // The job's own token sees nobody, so its 404 is no proof against what everybody can see.
  if (publicMember?.known && publicMember.value) return known(true);
  return organization.known ? known(false) : unknown(organization.reason);
}
