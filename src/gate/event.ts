import { isSha, type Person, type Sha } from './facts.ts';

/** Actions of `pull_request_target` that may start tests. */
const startingActions = [
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'labeled',
  'unlabeled',
] as const;
type StartingAction = (typeof startingActions)[number];

/** What caused this run, as far as the gate cares. The payload is a snapshot: everything in it is read again. */
export type GateEvent =
  | {
      readonly kind: 'pull-request';
      readonly action: StartingAction;
      readonly number: number;
      readonly head: EventHead;
      readonly sender: Person;
      /** Who opened the pull request; asked about early, and compared with the live one. */
      readonly author: Person | null;
      /** The label of `labeled` and `unlabeled`. */
      readonly label: string | undefined;
    }
  | { readonly kind: 'unsupported'; readonly name: string };

/** The head of the pull request when the event happened. */
export interface EventHead {
  readonly sha: Sha;
  readonly branch: string;
  readonly repository: string | null;
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
 * payloads") becomes `unsupported`: an event that is not understood starts nothing.
 */
export function parseEvent(name: string, payload: unknown): GateEvent {
  const unsupported: GateEvent = { kind: 'unsupported', name };
  if (name !== 'pull_request_target') return unsupported;
  const root = asObject(payload);
  const action = startingActions.find((known) => known === root['action']);
  const pull = asObject(root['pull_request']);
  const head = asObject(pull['head']);
  const sha = asText(head['sha']);
  const branch = asText(head['ref']);
  const sender = toPerson(root['sender']);
  const number = pull['number'];
  if (!action || !sha || !isSha(sha) || !branch || !sender || typeof number !== 'number') return unsupported;
  return {
    kind: 'pull-request',
    action,
    number,
    head: { sha, branch, repository: asText(asObject(head['repo'])['full_name']) ?? null },
    sender,
    author: toPerson(pull['user']),
    label: asText(asObject(root['label'])['name']),
  };
}
