import { ask } from '../facts/ask.ts';
import { type Fact, known, unknown } from '../facts/fact.ts';
import { nameKey } from '../facts/names.ts';
import type { Person } from '../facts/pull.ts';
import type { GatePolicy } from './policy.ts';
import type { Witness } from './witness.ts';

/** The calls that tell who is a member. Each throws a ServiceFailure when GitHub gave no usable answer. */
export interface MembershipSource {
  person(login: string): Promise<Person | null>;
  organizationMembership(organization: string, login: string): Promise<MembershipAnswer>;
  /** Whether the token is shown somebody among the members. Fails with `moved` for a token that sees none. */
  listedMember(organization: string, login: string): Promise<boolean>;
  organizationExists(organization: string): Promise<boolean>;
  publicMember(organization: string, login: string): Promise<boolean>;
  teamMembership(organization: string, team: string, login: string): Promise<MembershipAnswer>;
}

/** Answers who is a member. Each person is asked about once, however many parts that person plays. */
export interface Members {
  witness(person: Person | null): Promise<Witness>;
  /** Whether the first answer is a yes, so that what a no asks for can be read while that no is confirmed. */
  soon(person: Person | null): Promise<boolean>;
  byLogin(login: string): Promise<Witness>;
}

/** What is being asked about one person: the first answers, and what follows from all. */
interface Asked {
  readonly first: Promise<MembershipAnswers>;
  readonly member: Promise<Fact<boolean>>;
}

/** What of the policy says who counts as a member. */
export type MembershipPolicy = Pick<
  GatePolicy,
  'organization' | 'membershipTokenGiven' | 'teams' | 'trustedBots'
>;

/** The reader of one run. Nothing is kept from one run to the next: membership is what it is now. */
export function readMembers(source: MembershipSource, policy: MembershipPolicy): Members {
  const everybody = new Map<string, Asked>();
  let existing: Promise<Fact<boolean>> | undefined;
  const exists = () => {
    existing ??= ask(source.organizationExists(policy.organization));
    return existing;
  };

  const ofUser = (login: string): Asked => {
    const known = everybody.get(nameKey(login));
    if (known) return known;
    const first = readMembership(source, policy, login);
    const member = first.then((answers) => confirm(source, policy, login, answers, exists)).then(isMember);
    const asked = { first, member };
    everybody.set(nameKey(login), asked);
    return asked;
  };

  const isTrusted = ({ id }: Person): boolean => policy.trustedBots.includes(id);

  const witness = async (person: Person | null): Promise<Witness> => {
    if (person === null) return { person, member: known(false) };
    if (person.type === 'Bot') return { person, member: known(isTrusted(person)) };
    return { person, member: await ofUser(person.login).member };
  };

  return {
    witness,
    soon: async (person) => {
      if (person === null) return false;
      if (person.type === 'Bot') return isTrusted(person);
      const member = isMember(await ofUser(person.login).first);
      return member.known && member.value;
    },
    byLogin: async (login) => {
      const [person, member] = await Promise.all([
        ask(source.person(login)),
        nameKey(login).endsWith('[bot]') ? known(false) : ofUser(login).member,
      ]);
      if (!person.known) return { person: null, member: person };
      return person.value?.type === 'User' ? { person: person.value, member } : witness(person.value);
    },
  };
}

/** Hidden: neither 302 nor 403 says anything about the person; they are about the one who asks. */
const hidden = { forbidden: 'membership-hidden', moved: 'membership-hidden' } as const;

async function readMembership(
  source: MembershipSource,
  policy: MembershipPolicy,
  login: string,
): Promise<MembershipAnswers> {
  const { organization } = policy;
  const askPublic = () => ask(source.publicMember(organization, login));
  // A token that was given for membership usually sees it; the job's own token never does, so then both calls go
  // out together and save a round trip.
  const early = policy.membershipTokenGiven ? undefined : askPublic();
  const [membership, ...teams] = await Promise.all([
    ask(source.organizationMembership(organization, login), hidden),
    ...policy.teams.map((team) =>
      ask(source.teamMembership(organization, team, login), { ...hidden, 'not-found': 'team-hidden' }),
    ),
  ]);
  const publicMember = early !== undefined || !membership.known ? await (early ?? askPublic()) : undefined;
  return { organization: membership, ...(publicMember && { publicMember }), teams };
}

/**
 * Confirms a 404 for a membership, which GitHub also gives for an organisation that is not there (a mistyped name) and
 * to who may not see its members: only a token that is told by the list of members that the person is none sees them.
 * The job's own token never does, so it is not asked again.
 */
async function confirm(
  source: MembershipSource,
  { organization, membershipTokenGiven }: MembershipPolicy,
  login: string,
  answers: MembershipAnswers,
  exists: () => Promise<Fact<boolean>>,
): Promise<MembershipAnswers> {
  const first = answers.organization;
  if (!membershipTokenGiven || !first.known || first.value !== 'absent') return answers;
  const [shown, there] = await Promise.all([ask(source.listedMember(organization, login), hidden), exists()]);
  const listed = !there.known ? there : there.value ? shown : unknown('membership-hidden');
  if (listed.known && !listed.value) return { ...answers, listed };
  return { ...answers, listed, publicMember: await ask(source.publicMember(organization, login)) };
}

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
