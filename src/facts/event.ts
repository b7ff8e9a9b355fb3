import { type Parsed, parseCommand } from './command.ts';
import { isSha, type Person, type Sha } from './pull.ts';

/** Actions of `pull_request_target` that mean something here. The last two end what the others began. */
const pullActions = [
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'labeled',
  'unlabeled',
  'closed',
  'converted_to_draft',
] as const;

/**
 * Actions of `workflow_run` that we listen to: a run of a workflow on `pull_request` was asked for, or ended. GitHub
 * asks for a run once; when somebody runs it again, only its end is told (github docs, "Events that trigger
 * workflows", workflow_run).
 */
const runActions = ['requested', 'completed'] as const;

/** Whether an action is one of `workflow_run`: those of `pull_request_target` have other names. */
export const isRunAction = (action: PullRequestEvent['action']): boolean =>
  runActions.some((known) => known === action);

/** The head of the pull request when the event happened. */
export interface EventHead {
  readonly sha: Sha;
  readonly branch: string;
  /** `owner/name`; null when the head repository was deleted. */
  readonly repository: string | null;
}

/**
 * Somebody did something to a pull request. `pull_request_target` says what; by `workflow_run` the action is that of
 * the run which it caused, and the pull request is one that was found by its head.
 */
export interface PullRequestEvent {
  readonly kind: 'pull-request';
  readonly action: (typeof pullActions)[number] | (typeof runActions)[number];
  readonly number: number;
  readonly head: EventHead;
  readonly sender: Person;
  /** Who started the run again that `workflow_run` is about; undefined by any other way. */
  readonly rerunner: Person | undefined;
  /** Who opened the pull request; asked about early, and compared with the live one. */
  readonly author: Person | null;
  /** The label of `labeled` and `unlabeled`. */
  readonly label: string | undefined;
  /** When GitHub made the payload, epoch ms. */
  readonly at: number;
  /** Of `synchronize`: between which commits the sender moved the head. */
  readonly moved: { readonly before: Sha; readonly after: Sha } | undefined;
}

/**
 * `workflow_run` of a run on `pull_request`. Which pull request it was, and what happened to it, cannot be told by it:
 * GitHub leaves `pull_requests` empty for forks, and the file of the workflow that ran is the pull request's own.
 */
export interface WorkflowRunEvent {
  readonly kind: 'workflow-run';
  readonly action: (typeof runActions)[number];
  readonly head: EventHead;
  /** Who caused the run (`actor`). */
  readonly sender: Person;
  /** Who started it again (`triggering_actor`); undefined on its first attempt. */
  readonly rerunner: Person | undefined;
}

/** `issue_comment`, action `created`, on a pull request. */
export interface CommentEvent {
  readonly kind: 'comment';
  readonly number: number;
  readonly commentId: number;
  readonly sender: Person;
  readonly parsed: Parsed;
}

/** A run for a commit of the repository itself: the merge queue, a push to a branch, a tag, a release that is published. */
export interface RefEvent {
  readonly kind: 'ref';
  readonly on: 'queue' | 'push' | 'tag' | 'release';
  readonly commit: Sha;
  /** Branch or tag without `refs/…/`. */
  readonly name: string;
  readonly sender: Person;
  /** The default branch of the repository, with which a tag's commit is compared. */
  readonly defaultBranch: string;
}

/**
 * What caused this run, as far as the gate cares. The payload is a snapshot: everything in it that matters is read
 * again.
 */
export type GateEvent =
  | PullRequestEvent
  | WorkflowRunEvent
  | CommentEvent
  | RefEvent
  | { readonly kind: 'dispatch'; readonly sender: Person }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'unsupported'; readonly name: string };

/** What caused this run, as the runner tells it. */
export interface Run {
  readonly event: GateEvent;
  /** A login, set from the second attempt on. */
  readonly rerunner: string | undefined;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
}

type Json = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The account that GitHub shows in place of a deleted one (docs: "Deleting your personal account"). */
const ghostId = 10137;

/** A person out of a webhook payload or an API answer; null when the account is gone or the shape is wrong. */
export function toPerson(value: unknown): Person | null {
  const { id, login, type } = asObject(value);
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || typeof login !== 'string') return null;
  if (id === ghostId) return null;
  return { id, login, type: type === 'User' ? 'User' : 'Bot' };
}

/**
 * Reads the event of this run. Whatever does not have the documented shape (GitHub docs, "Webhook events and
 * payloads") becomes `unsupported`: an event that is not understood starts nothing. `tagCommit` is the commit that
 * the runner names for a tag or release (`GITHUB_SHA`): the payload of a release has none, and that of an annotated tag
 * names the tag's own object (docs/facts/github.md, "Events").
 */
export function parseEvent(name: string, payload: unknown, tagCommit?: string): GateEvent {
  const root = asObject(payload);
  const sender = toPerson(root['sender']);
  const read = {
    pull_request_target: () => sender && readPullRequest(root, sender),
    workflow_run: () => readWorkflowRun(root),
    issue_comment: () => sender && readComment(root, sender),
    merge_group: () => sender && readQueue(root, sender),
    push: () => sender && readPush(root, sender, tagCommit),
    release: () => sender && readRelease(root, sender, tagCommit),
    workflow_dispatch: () => sender && ({ kind: 'dispatch', sender } as const),
    schedule: () => ({ kind: 'schedule' }) as const,
  };
  const reader = Object.hasOwn(read, name) ? read[name as keyof typeof read] : undefined;
  return reader?.() ?? { kind: 'unsupported', name };
}

function readPullRequest(root: Json, sender: Person): PullRequestEvent | undefined {
  const action = pullActions.find((known) => known === root['action']);
  const pull = asObject(root['pull_request']);
  const head = asObject(pull['head']);
  const sha = asText(head['sha']);
  const branch = asText(head['ref']);
  const number = pull['number'];
  if (!action || !sha || !isSha(sha) || !branch || typeof number !== 'number') return undefined;
  return {
    kind: 'pull-request',
    action,
    number,
    head: { sha, branch, repository: asText(asObject(head['repo'])['full_name']) ?? null },
    sender,
    rerunner: undefined,
    author: toPerson(pull['user']),
    label: asText(asObject(root['label'])['name']),
    at: Date.parse(asText(pull['updated_at']) ?? '') || 0,
    moved: action === 'synchronize' ? readMove(root) : undefined,
  };
}

function readMove(root: Json): PullRequestEvent['moved'] {
  const before = asText(root['before']);
  const after = asText(root['after']);
  return before && after && isSha(before) && isSha(after) ? { before, after } : undefined;
}

function readWorkflowRun(root: Json): WorkflowRunEvent | undefined {
  const action = runActions.find((known) => known === root['action']);
  const run = asObject(root['workflow_run']);
  const sha = asText(run['head_sha']);
  const branch = asText(run['head_branch']);
  const sender = toPerson(run['actor']);
  const starter = toPerson(run['triggering_actor']);
  const attempt = run['run_attempt'];
  if (run['event'] !== 'pull_request' || !action || !sha || !isSha(sha) || !branch) return undefined;
  if (!sender || !starter || !Number.isSafeInteger(attempt)) return undefined;
  const again = attempt !== 1 || starter.id !== sender.id;
  return {
    kind: 'workflow-run',
    action,
    head: { sha, branch, repository: asText(asObject(run['head_repository'])['full_name']) ?? null },
    sender,
    rerunner: again ? starter : undefined,
  };
}

function readComment(root: Json, sender: Person): CommentEvent | undefined {
  const issue = asObject(root['issue']);
  const comment = asObject(root['comment']);
  const number = issue['number'];
  const commentId = comment['id'];
  const body = asText(comment['body']);
  if (typeof number !== 'number' || typeof commentId !== 'number' || body === undefined) return undefined;
  // An edited comment, and one on an issue, is talk: answering it with a failed job would be noise.
  const counts = root['action'] === 'created' && asText(asObject(issue['pull_request'])['url']) !== undefined;
  return {
    kind: 'comment',
    number,
    commentId,
    sender,
    parsed: counts ? parseCommand(body) : { kind: 'none' },
  };
}

function readQueue(root: Json, sender: Person): RefEvent | undefined {
  const group = asObject(root['merge_group']);
  const commit = asText(group['head_sha']);
  const name = withoutPrefix(asText(group['head_ref']), 'refs/heads/');
  if (root['action'] !== 'checks_requested' || !commit || !isSha(commit) || !name) return undefined;
  return { kind: 'ref', on: 'queue', commit, name, sender, defaultBranch: defaultBranchOf(root) };
}

function readPush(root: Json, sender: Person, tagCommit: string | undefined): RefEvent | undefined {
  const after = asText(root['after']);
  const ref = asText(root['ref']);
  const branch = withoutPrefix(ref, 'refs/heads/');
  const name = branch ?? withoutPrefix(ref, 'refs/tags/');
  // A deleted ref has a commit of zeros: there is nothing to test.
  if (!after || !isSha(after) || /^0+$/.test(after) || !name) return undefined;
  const on = branch === undefined ? 'tag' : 'push';
  const commit = on === 'tag' && tagCommit !== undefined && isSha(tagCommit) ? tagCommit : after;
  return { kind: 'ref', on, commit, name, sender, defaultBranch: defaultBranchOf(root) };
}

function readRelease(root: Json, sender: Person, tagCommit: string | undefined): RefEvent | undefined {
  const name = asText(asObject(root['release'])['tag_name']);
  // One release causes several events (created, published, released): the tests are for the one that publishes it.
  if (root['action'] !== 'published' || !name || tagCommit === undefined || !isSha(tagCommit))
    return undefined;
  return {
    kind: 'ref',
    on: 'release',
    commit: tagCommit,
    name,
    sender,
    defaultBranch: defaultBranchOf(root),
  };
}

/** Empty where the payload names none: then nothing can be compared with it. */
const defaultBranchOf = (root: Json): string => asText(asObject(root['repository'])['default_branch']) ?? '';

const withoutPrefix = (text: string | undefined, prefix: string): string | undefined =>
  text?.startsWith(prefix) ? text.slice(prefix.length) : undefined;
