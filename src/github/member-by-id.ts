/** Whether somebody is a member of an organisation, asked by number. Without the SDK: the command line loads it. */
import * as v from 'valibot';
import { ask } from '../facts/ask.ts';
import type { Fact } from '../facts/fact.ts';
import { known } from '../facts/fact.ts';
import { type MembershipSource, readMembers } from '../gate/members.ts';
import { ServiceFailure, serviceFailureAs } from '../net/failure.ts';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import { readerOf } from '../net/shape.ts';
import type { Send } from '../net/transport.ts';

/** Where it is asked, and with what. */
export interface MembershipOptions {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly organization: string;
  /** One that sees the members: Members: read. */
  readonly token: string;
  readonly send: Send;
}

const id = v.pipe(v.number(), v.safeInteger());
const accountShape = v.object({ id, login: v.pipe(v.string(), v.minLength(1)), type: v.string() });
const membershipShape = v.object({
  state: v.string(),
  role: v.optional(v.string()),
  user: v.object({ id }),
});
const kindShape = v.object({ type: v.string() });

const read = readerOf('github');
const unexpected = new ServiceFailure({
  service: 'github',
  status: 200,
  kind: 'unexpected',
  mayHaveActed: false,
});

/**
 * Gives the asker. A login can change hands, so the account is looked up by its number, and the membership that is found
 * by that login must be of the same number (docs/facts/github.md, "Membership"). An account that is gone is no member;
 * where nobody could tell, the fact is unknown.
 * @param person decimal digits
 */
export function membershipById({
  apiUrl,
  organization,
  token,
  send,
}: MembershipOptions): (person: string) => Promise<Fact<boolean>> {
  /** What GitHub answers; null for a success without a body. Throws a ServiceFailure. */
  const get = async (path: string): Promise<unknown> => {
    try {
      const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' };
      const answer = await send({ method: 'GET', url: apiUrl + path, headers });
      if (answer.status >= 300) throw refusedBy('github', answer, []);
      return answer.body === '' ? null : JSON.parse(answer.body);
    } catch (thrown) {
      throw asServiceFailure('github', thrown);
    }
  };
  const absentAs = <T, U>(other: U, call: Promise<T>): Promise<T | U> =>
    call.catch(serviceFailureAs(other, ({ kind }) => kind === 'not-found'));
  const path = (...parts: readonly string[]) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');
  const exists = (call: Promise<unknown>): Promise<boolean> =>
    absentAs(
      false as const,
      call.then(() => true as const),
    );

  const sourceFor = (person: number): MembershipSource => ({
    person: async () => null,
    organizationMembership: async (org, login) => {
      const answer = await absentAs(undefined, get(path('orgs', org, 'memberships', login)));
      if (answer === undefined) return 'absent';
      const { state, role, user } = read(membershipShape, answer);
      // The login is somebody else's by now.
      if (user.id !== person) throw unexpected;
      return state === 'active' && role !== 'billing_manager' ? 'active' : 'pending';
    },
    listedMember: (org, login) => exists(get(path('orgs', org, 'members', login))),
    organizationExists: async (org) => {
      const answer = await absentAs(undefined, get(path('users', org)));
      return answer !== undefined && read(kindShape, answer).type === 'Organization';
    },
    // It names nobody by number, and a token that sees the members needs no such help.
    publicMember: async () => false,
    teamMembership: async () => 'absent',
  });

  return async (person) => {
    const account = await ask(absentAs(undefined, get(path('user', person))));
    if (!account.known) return account;
    if (account.value === undefined) return known(false);
    const found = await ask(Promise.resolve().then(() => read(accountShape, account.value)));
    if (!found.known) return found;
    const { id: number, login, type } = found.value;
    if (String(number) !== person) return ask(Promise.reject(unexpected));
    const policy = { organization, membershipTokenGiven: true, teams: [], trustedBots: [] };
    const members = readMembers(sourceFor(number), policy);
    return (await members.witness({ id: number, login, type: type === 'User' ? 'User' : 'Bot' })).member;
  };
}
