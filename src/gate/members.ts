import { ask } from './ask.ts';
import type { GatePolicy, Witness } from './decide.ts';
import { type Fact, known, type Person } from './facts.ts';
import { isMember, type MembershipAnswer } from './membership.ts';

/** The calls that tell who is a member. Each throws a ServiceFailure when GitHub gave no usable answer. */
export interface MembershipSource {
  person(login: string): Promise<Person | null>;
  organizationMembership(organization: string, login: string): Promise<MembershipAnswer>;
  publicMember(organization: string, login: string): Promise<boolean>;
  teamMembership(organization: string, team: string, login: string): Promise<MembershipAnswer>;
}

/** Answers who is a member. Each person is asked about once, however many parts that person plays. */
export interface Members {
  witness(person: Person | null): Promise<Witness>;
  byLogin(login: string): Promise<Witness>;
}

/** The reader of one run. Nothing is kept from one run to the next: membership is what it is now. */
export function readMembers(source: MembershipSource, policy: GatePolicy): Members {
  const asked = new Map<string, Promise<Fact<boolean>>>();

  const ofUser = (login: string): Promise<Fact<boolean>> => {
    const answer = asked.get(login) ?? readMembership(source, policy, login);
    asked.set(login, answer);
    return answer;
  };

  const witness = async (person: Person | null): Promise<Witness> => {
    if (person === null) return { person, member: known(false) };
    if (person.type === 'Bot') return { person, member: known(policy.trustedBots.includes(person.id)) };
    return { person, member: await ofUser(person.login) };
  };

  return {
    witness,
    byLogin: async (login) => {
      const [person, member] = await Promise.all([
        ask(source.person(login)),
        login.endsWith('[bot]') ? known(false) : ofUser(login),
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
  policy: GatePolicy,
  login: string,
): Promise<Fact<boolean>> {
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
  return isMember({ organization: membership, ...(publicMember && { publicMember }), teams });
}
