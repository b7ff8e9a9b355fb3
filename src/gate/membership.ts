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
  /**
   * From `GET /orgs/{org}/members/{user}`, asked about somebody absent. Only a token that sees the members is told
   * `false`.
   */
  readonly listed?: Fact<boolean>;
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

function organizationMember({ organization, listed, publicMember }: MembershipAnswers): Fact<boolean> {
  if (organization.known && organization.value !== 'absent') return known(organization.value === 'active');
  // Absent is also what a token hears that sees nobody, so it is a no only where another answer confirms it.
  if (organization.known && listed?.known && !listed.value) return known(false);
  if (publicMember?.known && publicMember.value) return known(true);
  if (!organization.known) return organization;
  return listed === undefined || listed.known ? unknown('membership-hidden') : listed;
}
