import { ask } from '../facts/ask.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { Person } from '../facts/pull.ts';
import type { Members } from './members.ts';
import type { GatePolicy } from './policy.ts';
import { canWrite, type Role } from './roles.ts';
import type { Writer } from './witness.ts';

/** Tells what somebody may do in the repository. Throws a ServiceFailure when GitHub gave no usable answer. */
export interface RoleSource {
  role(login: string): Promise<Role>;
}

/** Whether somebody is known to be a member with write, who may give commands. Pure. */
export const mayCommand = ({ member, role }: Writer): boolean =>
  member.known && member.value && role.known && canWrite(role.value);

/** Membership and rights of a person, in one round trip. */
export async function readWriter(source: RoleSource, members: Members, person: Person): Promise<Writer> {
  const [witness, role] = await Promise.all([members.witness(person), ask(source.role(person.login))]);
  return { ...witness, role };
}

/**
 * The same of somebody whose event only writers can cause: a push, an entry of the merge queue, a dispatch. GitHub
 * shows no role for bots (404), so there a bot that the maintainer trusts by its number counts as a writer. Never so
 * for comments: a bot may repeat what an outsider told it.
 */
export async function readCauser(
  source: RoleSource,
  members: Members,
  policy: GatePolicy,
  person: Person,
): Promise<Writer> {
  if (person.type !== 'Bot') return readWriter(source, members, person);
  const role: Fact<Role> = known(policy.trustedBots.includes(person.id) ? 'write' : 'none');
  return { ...(await members.witness(person)), role };
}

/** The same of somebody known by login only: the one who started a run again. */
export async function readRerunningWriter(
  source: RoleSource,
  members: Members,
  login: string,
): Promise<Writer> {
  const [witness, role] = await Promise.all([members.byLogin(login), ask(source.role(login))]);
  return { ...witness, role };
}
