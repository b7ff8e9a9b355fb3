/** What caused a run: the events that mean something here, as values. */
import type { Parsed } from './command.ts';
import type { Person, Sha } from './pull.ts';

/** Actions of `pull_request_target` that mean something here. The last two end what the others began. */
export const pullActions = [
  'opened',
  'synchronize',
  'reopened',
  'edited',
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
export const runActions = ['requested', 'completed'] as const;

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
  /** The branch that it is to be merged into, as it was then; undefined where that was not told. */
  readonly base: string | undefined;
  readonly sender: Person;
  /** Who started the run again that `workflow_run` is about; undefined by any other way. */
  readonly rerunner: Person | undefined;
  /** Who opened the pull request; asked about early, and compared with the live one. */
  readonly author: Person | null;
  /** Its labels then: good to guess what will have to be asked, and for nothing else. */
  readonly labels: readonly string[];
  /** The label of `labeled` and `unlabeled`. */
  readonly label: string | undefined;
  /** Of `edited`: whether it has another base branch now, and not another title or text alone. */
  readonly rebased: boolean;
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

/** Whether a command has named the tests of a run (`/test a,b`). Pure. */
export const isOnRequest = (event: GateEvent): boolean =>
  event.kind === 'comment' && event.parsed.kind === 'command' && event.parsed.command.name === 'test';

/** What caused this run, as the runner tells it. */
export interface Run {
  readonly event: GateEvent;
  /** A login, set from the second attempt on. */
  readonly rerunner: string | undefined;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
}
