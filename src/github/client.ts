import * as v from 'valibot';
import type { Role } from '../gate/approval.ts';
import { toPerson } from '../gate/event.ts';
import type { GateSource } from '../gate/evidence.ts';
import { isSha } from '../gate/facts.ts';
import type { MembershipAnswer } from '../gate/membership.ts';
import { ServiceFailure } from '../net/failure.ts';
import type { Statuses } from '../report/status.ts';
import type { Octokit } from './octokit.ts';

/** What the client needs: one client for the repository, one for membership (they may be the same). */
export interface GitHubClientOptions {
  readonly octokit: Octokit;
  readonly membership: Octokit;
  /** `owner/name`. */
  readonly repository: string;
}

const person = v.pipe(v.unknown(), v.transform(toPerson));
const sha = v.pipe(v.string(), v.check(isSha));
const pullShape = v.object({
  number: v.number(),
  state: v.string(),
  draft: v.optional(v.boolean(), false),
  user: person,
  head: v.object({ sha, ref: v.string(), repo: v.nullable(v.object({ full_name: v.string() })) }),
  base: v.object({ repo: v.object({ full_name: v.string() }) }),
  labels: v.array(v.object({ name: v.string() })),
});
const membershipShape = v.object({ state: v.string() });
const activityShape = v.array(v.object({ actor: person, after: v.string() }));
const commentShape = v.object({
  id: v.number(),
  node_id: v.string(),
  user: person,
  body: v.optional(v.nullable(v.string())),
  created_at: v.string(),
  updated_at: v.string(),
});
const roleShape = v.object({ role_name: v.string() });
const editedShape = v.object({ node: v.object({ lastEditedAt: v.nullable(v.string()) }) });

/** Reads an answer by its documented shape; another shape is an unexpected answer, not a crash. */
function read<S extends v.GenericSchema>(shape: S, data: unknown): v.InferOutput<S> {
  const result = v.safeParse(shape, data);
  if (result.success) return result.output;
  throw new ServiceFailure({ service: 'github', status: 200, kind: 'unexpected', mayHaveActed: true });
}

/** What a call gives, or `other` where GitHub answered 404. */
async function absentAs<T, U>(other: U, call: Promise<T>): Promise<T | U> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ServiceFailure && error.kind === 'not-found') return other;
    throw error;
  }
}

/**
 * GitHub as the gate and the report see it. Every method throws a ServiceFailure when there is no usable answer;
 * which statuses mean what is in the reference "GitHub: facts for the gate and the report".
 */
export function createGitHubClient({
  octokit,
  membership,
  repository,
}: GitHubClientOptions): GateSource & Statuses {
  const [owner = '', repo = ''] = repository.split('/');
  const here = { owner, repo };

  const membershipOf = async (
    route: string,
    parameters: Record<string, string>,
  ): Promise<MembershipAnswer> => {
    const answer = await absentAs(undefined, membership.request(route, parameters));
    if (answer === undefined) return 'absent';
    return read(membershipShape, answer.data).state === 'active' ? 'active' : 'pending';
  };

  return {
    pull: async (number) => {
      const { data } = await octokit.rest.pulls.get({ ...here, pull_number: number });
      const pull = read(pullShape, data);
      return {
        number: pull.number,
        open: pull.state === 'open',
        draft: pull.draft,
        author: pull.user,
        head: { sha: pull.head.sha, branch: pull.head.ref, repository: pull.head.repo?.full_name ?? null },
        base: pull.base.repo.full_name,
        labels: pull.labels.map(({ name }) => name),
      };
    },

    person: async (login) => {
      const answer = await absentAs(undefined, octokit.rest.users.getByUsername({ username: login }));
      return answer === undefined ? null : toPerson(answer.data);
    },

    organizationMembership: (org, username) =>
      membershipOf('GET /orgs/{org}/memberships/{username}', { org, username }),

    publicMember: async (org, username) => {
      const answer = await absentAs(
        undefined,
        membership.request('GET /orgs/{org}/public_members/{username}', { org, username }),
      );
      return answer !== undefined && (answer.status as number) === 204;
    },

    teamMembership: async (org, team, username) => {
      const state = await membershipOf('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {
        org,
        team_slug: team,
        username,
      });
      // 404 is also the answer for a team that is not there or not shown: only a visible team can lack somebody.
      if (state === 'absent')
        await membership.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: team });
      return state;
    },

    role: async (username) => {
      const answer = await absentAs(
        undefined,
        octokit.rest.repos.getCollaboratorPermissionLevel({ ...here, username }),
      );
      return answer === undefined ? 'none' : toRole(read(roleShape, answer.data).role_name);
    },

    pushes: async (headRepository, branch) => {
      const [headOwner = '', headRepo = ''] = headRepository.split('/');
      // Asks for one entry: the newest. A repository whose activity is not shown tells as much as an empty one.
      const answer = await absentAs(
        undefined,
        octokit.request('GET /repos/{owner}/{repo}/activity', {
          owner: headOwner,
          repo: headRepo,
          ref: `refs/heads/${branch}`,
          per_page: 1,
        }),
      );
      return answer === undefined ? [] : read(activityShape, answer.data);
    },

    comments: async (number) => {
      const all = await octokit.paginate(octokit.rest.issues.listComments, {
        ...here,
        issue_number: number,
        per_page: 100,
      });
      return read(v.array(commentShape), all).map((comment) => ({
        id: comment.id,
        nodeId: comment.node_id,
        author: comment.user,
        body: comment.body ?? '',
        createdAt: comment.created_at,
        updatedAt: comment.updated_at,
      }));
    },

    edited: async ({ nodeId }) => {
      const query = 'query ($id: ID!) { node(id: $id) { ... on IssueComment { lastEditedAt } } }';
      return read(editedShape, await octokit.graphql(query, { id: nodeId })).node.lastEditedAt !== null;
    },

    setStatus: async (commit, { state, description, context, targetUrl }) => {
      await octokit.rest.repos.createCommitStatus({
        ...here,
        sha: commit,
        state,
        description,
        context,
        target_url: targetUrl,
      });
    },
  };
}

const roles: readonly string[] = ['admin', 'maintain', 'write', 'triage', 'read', 'none'] satisfies Role[];
const toRole = (name: string): Role => (roles.includes(name) ? (name as Role) : 'other');
