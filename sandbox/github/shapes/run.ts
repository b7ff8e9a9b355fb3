/** The shapes of a workflow and of one of its runs, as the payload of `workflow_run` carries them. */

import { createHash } from 'node:crypto';
import type { PullRequest, Repository } from '../repository.ts';
import { pullsOf } from '../verbs/pulls.ts';
import { accountOf, iso, pullOf, repositoryOf, type World } from '../world.ts';
import { nodeId, simpleUser } from './account.ts';
import { simpleCommit } from './git.ts';
import { apiOf, pageOf, repositoryShape } from './repository.ts';

/** How a run stands (GitHub's OpenAPI description, webhook workflow-run-requested). */
export type RunStatus = 'requested' | 'queued' | 'in_progress' | 'pending' | 'waiting' | 'completed';

/** How a run ended (the same place). */
export type RunConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'stale'
  | 'startup_failure';

/**
 * What a payload says about a run. Every field may be a lie. What is left out is as GitHub fills it in: for a
 * pull request's run where the event has a `number`, else for a push to the default branch.
 */
export interface RunDetails {
  id?: number;
  /** Of the workflow's file: what `name:` says there. */
  name?: string;
  path?: string;
  /** The event that started the run. */
  event?: string;
  head_sha?: string;
  head_branch?: string | null;
  /** `owner/name`; null: the repository is gone. */
  head_repository?: string | null;
  /** Login of who caused the first attempt; null: the account is gone. */
  actor?: string | null;
  /** Login of who caused this attempt; null: the account is gone. */
  triggering_actor?: string | null;
  run_attempt?: number;
  run_number?: number;
  status?: RunStatus;
  conclusion?: RunConclusion | null;
  /** Numbers of pull requests of this repository, whatever they have to do with the run. */
  pull_requests?: readonly number[];
}

const defaultName = 'Pull request';
const defaultPath = '.github/workflows/pull-request.yml';

/** A whole number that belongs to a text, so that a workflow keeps its id without being stored. */
const idOf = (text: string): number =>
  Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16);

/** The `workflow` of a payload. */
export function workflowShape(world: World, repo: Repository, given: RunDetails) {
  const { name = defaultName, path = defaultPath } = given;
  const id = idOf(path);
  const file = path.split('/').at(-1) ?? path;
  return {
    id,
    node_id: nodeId('W', id),
    name,
    path,
    state: 'active',
    created_at: iso(repo.createdAt),
    updated_at: iso(repo.createdAt),
    url: `${apiOf(world, repo)}/actions/workflows/${id}`,
    html_url: `${pageOf(world, repo)}/blob/${repo.defaultBranch}/${path}`,
    badge_url: `${pageOf(world, repo)}/workflows/${file}/badge.svg`,
  };
}

/**
 * The `workflow_run` of a payload. Where `actor` is left out the run is by `sender`. Throws when an account,
 * repository, commit or pull request that it names does not exist.
 */
export function runShape(
  world: World,
  repo: Repository,
  action: string | null,
  about: { number?: number | undefined; sender?: string | undefined; run?: RunDetails | undefined },
) {
  const { run = {} } = about;
  const head = headOf(world, repo, about.number, run);
  const commit = repo.network.get(head.sha);
  if (!commit) throw new Error(`the sandbox's GitHub has no commit ${head.sha}`);
  const id = run.id ?? world.nextId();
  const suite = id + 1;
  const attempt = run.run_attempt ?? 1;
  const actor = run.actor === undefined ? (about.sender ?? '') : run.actor;
  const again = run.triggering_actor === undefined ? actor : run.triggering_actor;
  const done = action === 'completed';
  const workflow = workflowShape(world, repo, run);
  const url = `${apiOf(world, repo)}/actions/runs/${id}`;
  const at = iso(world.now());
  const pulls = run.pull_requests?.map((number) => pullOf(repo, number)) ?? listed(repo, head);
  return {
    id,
    node_id: nodeId('WFR', id),
    name: workflow.name,
    display_title: commit.message.split('\n')[0] ?? '',
    path: workflow.path,
    workflow_id: workflow.id,
    event: run.event ?? (about.number === undefined ? 'push' : 'pull_request'),
    status: run.status ?? (done ? 'completed' : 'queued'),
    conclusion: run.conclusion === undefined ? (done ? 'success' : null) : run.conclusion,
    run_number: run.run_number ?? 1,
    run_attempt: attempt,
    head_branch: head.branch,
    head_sha: head.sha,
    head_commit: simpleCommit(commit),
    head_repository: head.repo && repositoryShape(world, head.repo),
    repository: repositoryShape(world, repo),
    actor: actor === null ? null : simpleUser(world, accountOf(world, actor)),
    triggering_actor: again === null ? null : simpleUser(world, accountOf(world, again)),
    pull_requests: pulls.map((pull) => pullReference(world, repo, pull)),
    referenced_workflows: [],
    check_suite_id: suite,
    check_suite_node_id: nodeId('CS', suite),
    check_suite_url: `${apiOf(world, repo)}/check-suites/${suite}`,
    created_at: at,
    run_started_at: at,
    updated_at: at,
    url,
    html_url: `${pageOf(world, repo)}/actions/runs/${id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    workflow_url: workflow.url,
  };
}

/** The sender of the event, where a test does not name one: who caused this attempt. */
export const senderOf = (sender: string | undefined, run: RunDetails | undefined): string =>
  sender ?? run?.triggering_actor ?? run?.actor ?? '';

interface Head {
  readonly sha: string;
  readonly branch: string | null;
  readonly repo: Repository | null;
}

function headOf(world: World, repo: Repository, number: number | undefined, run: RunDetails): Head {
  const pull = number === undefined ? undefined : pullOf(repo, number).pull.head;
  const main = repo.refs.get(`refs/heads/${repo.defaultBranch}`) ?? '';
  const usual = pull ?? { sha: main, ref: repo.defaultBranch, repo };
  const { head_repository: name } = run;
  return {
    sha: run.head_sha ?? usual.sha,
    branch: run.head_branch === undefined ? usual.ref : run.head_branch,
    // GitHub's description has no null here, but GitHub gives one once the fork is gone (github/rest-api-description#1586).
    repo: name === undefined ? usual.repo : name === null ? null : repositoryOf(world, name),
  };
}

/**
 * The pull requests that GitHub lists with a run: the open ones of the repository's own branch. For forks it lists
 * none (actions/runner#3444, github/docs#22501). They need not be what started the run (GitHub's OpenAPI description,
 * schema workflow-run).
 */
function listed(repo: Repository, head: Head): PullRequest[] {
  if (head.repo !== repo) return [];
  return pullsOf(repo).filter(
    ({ state, pull }) => state === 'open' && pull.head.repo === repo && pull.head.ref === head.branch,
  );
}

function pullReference(world: World, repo: Repository, { number, pull }: PullRequest) {
  const reference = (of: Repository) => ({ id: of.id, name: of.name, url: apiOf(world, of) });
  return {
    id: pull.id,
    number,
    url: `${apiOf(world, repo)}/pulls/${number}`,
    head: { ref: pull.head.ref, sha: pull.head.sha, repo: reference(pull.head.repo ?? repo) },
    base: { ref: pull.base.ref, sha: pull.base.sha, repo: reference(repo) },
  };
}
