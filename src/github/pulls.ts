import * as v from 'valibot';
import type { HeadSource } from '../facts/by-head.ts';
import { isSha, type LivePull, type PullComment, type Push, type Sha } from '../facts/pull.ts';
import type { GateSource } from '../gate/source.ts';
import { type Octokit, toGitHubFailure } from './octokit.ts';
import { absentAs, personShape, read, readAll } from './read.ts';

const sha = v.pipe(
  v.string(),
  v.check(isSha),
  v.transform((text) => text as Sha),
);
const pullShape = v.object({
  number: v.number(),
  state: v.string(),
  draft: v.optional(v.boolean(), false),
  user: personShape,
  head: v.object({ sha, ref: v.string(), repo: v.nullable(v.object({ full_name: v.string() })) }),
  base: v.object({ ref: v.string(), repo: v.object({ full_name: v.string() }) }),
  labels: v.array(v.object({ name: v.string() })),
});
const activityShape = v.array(
  v.object({ actor: personShape, before: sha, after: sha, activity_type: v.string() }),
);
const commentShape = v.object({
  id: v.number(),
  node_id: v.string(),
  user: personShape,
  body: v.optional(v.nullable(v.string())),
  created_at: v.string(),
  updated_at: v.string(),
});
const alteredShape = v.object({
  node: v.object({ lastEditedAt: v.nullable(v.string()), isMinimized: v.boolean() }),
});
const refShape = v.object({ object: v.object({ sha }) });
const comparisonShape = v.object({ status: v.string() });
const branchShape = v.object({ name: v.string() });

const toPull = (pull: v.InferOutput<typeof pullShape>): LivePull => ({
  number: pull.number,
  open: pull.state === 'open',
  draft: pull.draft,
  author: pull.user,
  head: { sha: pull.head.sha, branch: pull.head.ref, repository: pull.head.repo?.full_name ?? null },
  base: pull.base.repo.full_name,
  baseBranch: pull.base.ref,
  labels: pull.labels.map(({ name }) => name),
});

const toComment = (comment: v.InferOutput<typeof commentShape>): PullComment => ({
  id: comment.id,
  nodeId: comment.node_id,
  author: comment.user,
  body: comment.body ?? '',
  createdAt: comment.created_at,
  updatedAt: comment.updated_at,
});

const toPush = (entry: v.InferOutput<typeof activityShape>[number]): Push => ({
  actor: entry.actor,
  before: entry.before,
  after: entry.after,
  creates: entry.activity_type === 'branch_creation',
});

/** What the client for pull requests can do. */
export type PullReader = Pick<
  GateSource,
  'repository' | 'pull' | 'pushes' | 'isOnBranch' | 'branchesAt' | 'comments' | 'comment' | 'altered'
> &
  HeadSource & {
    openPulls(): Promise<readonly LivePull[]>;
  };

/** Pull requests, their comments, and the activity of their branches, as they are now. */
export function createPulls(octokit: Octokit, here: { owner: string; repo: string }): PullReader {
  return {
    repository: `${here.owner}/${here.repo}`,

    pull: async (number) => {
      const { data } = await octokit.rest.pulls.get({ ...here, pull_number: number });
      return toPull(read(pullShape, data));
    },

    openPulls: async () => {
      const parameters = { ...here, state: 'open' };
      return (await readAll(octokit, pullShape, 'GET /repos/{owner}/{repo}/pulls', parameters)).map(toPull);
    },

    pullsFrom: async (owner, branch) => {
      // Without the owner GitHub takes no notice of `head` (GitHub docs, "List pull requests").
      const parameters = { ...here, state: 'all', head: `${owner}:${branch}` };
      return (await readAll(octokit, pullShape, 'GET /repos/{owner}/{repo}/pulls', parameters)).map(toPull);
    },

    pushes: async (repository, branch) => {
      const [owner = '', repo = ''] = repository.split('/');
      const parameters = { owner, repo, ref: `refs/heads/${branch}`, per_page: 100 };
      const answer = await absentAs(
        undefined,
        octokit.request('GET /repos/{owner}/{repo}/activity', parameters),
      );
      return answer && read(activityShape, answer.data).map(toPush);
    },

    isOnBranch: async (commit, branch) => {
      // A tag may bear the name of the branch, and GitHub tells nowhere which of the two a bare name means.
      const ref = await absentAs(undefined, octokit.rest.git.getRef({ ...here, ref: `heads/${branch}` }));
      if (ref === undefined) return false;
      const { sha: head } = read(refShape, ref.data).object;
      // On the second page there are no files, which can be many (GitHub docs, "Compare two commits").
      const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
      const parameters = { ...here, basehead: `${head}...${commit}`, per_page: 1, page: 2 };
      const answer = await absentAs(undefined, octokit.request(route, parameters));
      const status = answer && read(comparisonShape, answer.data).status;
      return status === 'identical' || status === 'behind';
    },

    branchesAt: async (commit) => {
      const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head';
      const answer = await absentAs(undefined, octokit.request(route, { ...here, commit_sha: commit }));
      return answer ? read(v.array(branchShape), answer.data).map(({ name }) => name) : [];
    },

    comments: async (number) => {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
      const parameters = { ...here, issue_number: number };
      return (await readAll(octokit, commentShape, route, parameters)).map(toComment);
    },

    comment: async (id) => {
      const answer = await absentAs(undefined, octokit.rest.issues.getComment({ ...here, comment_id: id }));
      return answer === undefined ? undefined : toComment(read(commentShape, answer.data));
    },

    altered: async ({ nodeId }) => {
      const query = 'query ($id: ID!) { node(id: $id) { ... on IssueComment { lastEditedAt isMinimized } } }';
      const answer = await octokit.graphql(query, { id: nodeId }).catch((error: unknown) => {
        throw toGitHubFailure(error);
      });
      const { lastEditedAt, isMinimized } = read(alteredShape, answer).node;
      return { edited: lastEditedAt !== null, hidden: isMinimized };
    },
  };
}
