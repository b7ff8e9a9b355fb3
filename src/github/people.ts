import * as v from 'valibot';
import type { MembershipAnswer, MembershipSource } from '../gate/members.ts';
import type { Role } from '../gate/roles.ts';
import type { Octokit } from './octokit.ts';
import { absentAs, personShape, read } from './read.ts';

const membershipShape = v.object({ state: v.string(), role: v.optional(v.string()) });
const accountShape = v.object({ type: v.string() });
const roleShape = v.object({ role_name: v.string() });

/** Who people are and what they belong to. `membership` is the client whose token may see the organisation. */
export function createPeople(
  octokit: Octokit,
  membership: Octokit,
  here: { owner: string; repo: string },
): MembershipSource & { role(login: string): Promise<Role> } {
  const membershipOf = async (
    route: string,
    parameters: Record<string, string>,
  ): Promise<MembershipAnswer> => {
    const answer = await absentAs(undefined, membership.request(route, parameters));
    if (answer === undefined) return 'absent';
    const { state, role } = read(membershipShape, answer.data);
    // Who only pays the bills has a membership too (GitHub docs, "Roles in an organization").
    return state === 'active' && role !== 'billing_manager' ? 'active' : 'pending';
  };

  return {
    person: async (login) => {
      const answer = await absentAs(undefined, octokit.rest.users.getByUsername({ username: login }));
      return answer === undefined ? null : read(personShape, answer.data);
    },

    organizationMembership: (org, username) =>
      membershipOf('GET /orgs/{org}/memberships/{username}', { org, username }),

    listedMember: async (org, username) => {
      const route = 'GET /orgs/{org}/members/{username}';
      return (await absentAs(undefined, membership.request(route, { org, username }))) !== undefined;
    },

    organizationExists: async (org) => {
      const answer = await absentAs(undefined, octokit.rest.users.getByUsername({ username: org }));
      return answer !== undefined && read(accountShape, answer.data).type === 'Organization';
    },

    publicMember: async (org, username) => {
      const route = 'GET /orgs/{org}/public_members/{username}';
      const answer = await absentAs(undefined, membership.request(route, { org, username }));
      return answer !== undefined && (answer.status as number) === 204;
    },

    teamMembership: async (org, team, username) => {
      // A slug is in small letters, whatever the name of its team is (docs/facts/github.md, "Membership").
      const team_slug = team.toLowerCase();
      const parameters = { org, team_slug, username };
      const state = await membershipOf(
        'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
        parameters,
      );
      // 404 is also the answer for a team that is not there or not shown: only a visible team can lack somebody.
      if (state === 'absent')
        await membership.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug });
      return state;
    },

    role: async (username) => {
      const call = octokit.rest.repos.getCollaboratorPermissionLevel({ ...here, username });
      const answer = await absentAs(undefined, call);
      return answer === undefined ? 'none' : toRole(read(roleShape, answer.data).role_name);
    },
  };
}

const roles: readonly string[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'] satisfies Role[];
const toRole = (name: string): Role => (roles.includes(name) ? (name as Role) : 'other');
