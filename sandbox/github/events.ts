import type { PullRequest, Repository } from './repository.ts';
import { simpleOrganization, simpleUser } from './shapes/account.ts';
import { commentShape } from './shapes/conversation.ts';
import { pushedCommit, simpleCommit } from './shapes/git.ts';
import { fullPull, issueShape, labelShape } from './shapes/pull.ts';
import { apiOf, pageOf, repositoryShape } from './shapes/repository.ts';
import { type RunDetails, runShape, senderOf, workflowShape } from './shapes/run.ts';
import type { Comment } from './thread.ts';
import { labelOf } from './verbs/pulls.ts';
import { accountOf, iso, issueOf, pullOf, repositoryOf, type World, zeroSha } from './world.ts';

export type EventName =
  | 'pull_request_target'
  | 'pull_request'
  | 'issue_comment'
  | 'workflow_dispatch'
  | 'merge_group'
  | 'push'
  | 'release'
  | 'schedule'
  | 'workflow_run';

/** What an event is about. Which of these are needed depends on its name. */
export interface EventDetails {
  repo: string;
  /** Who caused it; a schedule has nobody. */
  sender?: string;
  /** The pull request, the issue, the queue entry's pull request, or the one whose run `workflow_run` tells of. */
  number?: number;
  /** `labeled`, `unlabeled`. */
  label?: string;
  /** `edited`: what was changed, as GitHub tells it. */
  changes?: Readonly<Record<string, unknown>>;
  /** `synchronize`, `push`: the head before; default what the push that made this one says, else zeros. */
  before?: string;
  /** `issue_comment`: the comment; default the newest of that issue. */
  comment?: Comment;
  /** `workflow_dispatch`: GitHub hands every input over as a string. */
  inputs?: Record<string, string>;
  /** `push`, `workflow_dispatch`: full ref, default the default branch. */
  ref?: string;
  /** `push`: the new head (default what the ref names). `merge_group`: the merge commit. */
  sha?: string;
  /** `release`. */
  tag?: string;
  /** `schedule`: the cron line. */
  schedule?: string;
  /** `workflow_dispatch`, `schedule`: path of the one workflow that it is for. */
  workflow?: string;
  /** `workflow_run`: what it says about the run, where it is not what GitHub would say. */
  run?: RunDetails;
}

/** A webhook payload: plain JSON, cut off from the world at the moment it was made. */
export type Payload = Readonly<Record<string, unknown>>;

/**
 * The payload GitHub sends for an event, deeply frozen: what happens later does not reach it, as with a re-run.
 * The world itself is not changed. Throws when something it is about does not exist.
 */
export function eventPayload(
  world: World,
  name: EventName,
  action: string | null,
  details: EventDetails,
): Payload {
  const repo = repositoryOf(world, details.repo);
  const organization = world.organizations.get(repo.owner.login.toLowerCase());
  const sender = name === 'workflow_run' ? senderOf(details.sender, details.run) : (details.sender ?? '');
  const payload = {
    ...(action ? { action } : {}),
    ...about(world, repo, name, action, details),
    repository: repositoryShape(world, repo),
    ...(organization ? { organization: simpleOrganization(world, organization) } : {}),
    ...(name === 'schedule' ? {} : { sender: simpleUser(world, accountOf(world, sender)) }),
  };
  return freeze(JSON.parse(JSON.stringify(payload)));
}

function about(
  world: World,
  repo: Repository,
  name: EventName,
  action: string | null,
  details: EventDetails,
): object {
  const { number = 0, workflow = '.github/workflows/drawbridge.yml' } = details;
  switch (name) {
    case 'pull_request':
    case 'pull_request_target': {
      const pull = pullOf(repo, number);
      const { sha } = pull.pull.head;
      return {
        number,
        pull_request: fullPull(world, repo, pull),
        ...(details.label ? { label: labelShape(world, repo, labelOf(world, repo, details.label)) } : {}),
        ...(action === 'edited' ? { changes: details.changes ?? {} } : {}),
        ...(action === 'synchronize' ? { before: details.before ?? headBefore(pull), after: sha } : {}),
      };
    }
    case 'issue_comment': {
      const issue = issueOf(repo, number);
      const comment = details.comment ?? issue.comments.at(-1);
      if (!comment) throw new Error(`#${number} has no comment to send an event about`);
      return {
        issue: issueShape(world, repo, issue),
        comment: commentShape(world, repo, issue, comment),
      };
    }
    case 'workflow_dispatch':
      return {
        inputs: details.inputs ?? null,
        ref: details.ref ?? `refs/heads/${repo.defaultBranch}`,
        workflow,
      };
    case 'merge_group':
      return { merge_group: mergeGroup(repo, details) };
    case 'push':
      return pushed(world, repo, details);
    case 'release':
      return { release: release(world, repo, details) };
    case 'schedule':
      return { schedule: details.schedule ?? '17 3 * * *', workflow };
    case 'workflow_run':
      return {
        workflow: workflowShape(world, repo, details.run ?? {}),
        workflow_run: runShape(world, repo, action, details),
      };
  }
}

/** The queue entry of `number` that `enqueue` made, or the commit in `sha`. */
function mergeGroup(repo: Repository, { number, sha }: EventDetails): object {
  const entry = [...repo.refs].find(
    ([ref, head]) =>
      ref.startsWith('refs/heads/gh-readonly-queue/') &&
      (sha === undefined || head === sha) &&
      (number === undefined || ref.includes(`/pr-${number}-`)),
  );
  const commit = repo.network.get(entry?.[1] ?? '');
  if (!entry || !commit) throw new Error('nothing is in the merge queue: call enqueue first');
  const base = entry[0].split('/').slice(3, -1).join('/');
  return {
    head_sha: commit.sha,
    head_ref: entry[0],
    base_sha: commit.parents[0] ?? zeroSha,
    base_ref: `refs/heads/${base}`,
    head_commit: simpleCommit(commit),
  };
}

/** Where the push that gave a pull request its head came from. */
function headBefore({ pull: { head } }: PullRequest): string {
  const last = head.repo?.activity.findLast(
    ({ ref, after }) => ref === `refs/heads/${head.ref}` && after === head.sha,
  );
  return last?.before ?? zeroSha;
}

function pushed(world: World, repo: Repository, details: EventDetails): object {
  const ref = details.ref ?? `refs/heads/${repo.defaultBranch}`;
  const after = details.sha ?? repo.refs.get(ref) ?? zeroSha;
  const commit = repo.network.get(after);
  const last = repo.activity.findLast((entry) => entry.ref === ref && entry.after === after);
  const before = details.before ?? last?.before ?? commit?.parents[0] ?? zeroSha;
  const head = commit ? pushedCommit(world, repo, commit) : null;
  return {
    ref,
    before,
    after,
    base_ref: null,
    created: before === zeroSha,
    deleted: after === zeroSha,
    forced: last?.activity_type === 'force_push',
    compare: `${pageOf(world, repo)}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits: head ? [head] : [],
    head_commit: head,
    pusher: { name: details.sender ?? '', email: null },
  };
}

function release(world: World, repo: Repository, { tag = 'v1.0.0', sender = '' }: EventDetails): object {
  const id = world.nextId();
  const url = `${apiOf(world, repo)}/releases/${id}`;
  const page = pageOf(world, repo);
  const at = iso(world.now());
  return {
    url,
    html_url: `${page}/releases/tag/${tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${apiOf(world, repo)}/tarball/${tag}`,
    zipball_url: `${apiOf(world, repo)}/zipball/${tag}`,
    id,
    node_id: `RE_kwDO${id}`,
    tag_name: tag,
    target_commitish: repo.defaultBranch,
    name: tag,
    body: null,
    draft: false,
    immutable: false,
    prerelease: false,
    author: simpleUser(world, accountOf(world, sender)),
    assets: [],
    created_at: at,
    updated_at: at,
    published_at: at,
  };
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  return value;
}
