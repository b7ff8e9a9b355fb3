/** Reads the event file of a run: what has not the documented shape is no event that means something. */
import { parseCommand } from './command.ts';
import {
  type CommentEvent,
  type GateEvent,
  type PullRequestEvent,
  pullActions,
  type RefEvent,
  runActions,
  type WorkflowRunEvent,
} from './event.ts';
import { isSha, type Person } from './pull.ts';

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
    base: asText(asObject(pull['base'])['ref']),
    sender,
    rerunner: undefined,
    author: toPerson(pull['user']),
    labels: labelsOf(pull),
    label: asText(asObject(root['label'])['name']),
    at: Date.parse(asText(pull['updated_at']) ?? '') || 0,
    rebased: action === 'edited' && isRebased(root),
    moved: action === 'synchronize' ? readMove(root) : undefined,
  };
}

const labelsOf = ({ labels }: Json): readonly string[] =>
  Array.isArray(labels) ? labels.flatMap((label) => asText(asObject(label)['name']) ?? []) : [];

/** `changes` names what was edited (GitHub docs, "Webhook events and payloads", pull_request, edited). */
const isRebased = (root: Json): boolean => asObject(root['changes'])['base'] !== undefined;

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
