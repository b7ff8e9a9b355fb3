import { shownList, withoutWide } from '../facts/shown.ts';
import { refGone } from '../reasons/gitlab.ts';
import { type ReasonCode, reasonOf } from '../reasons.ts';
import type { AsksMore, Result } from './result.ts';

/** A commit status as GitHub takes it (REST: commit statuses). */
export interface StatusLine {
  readonly state: 'success' | 'failure' | 'error' | 'pending';
  /** At most 140 characters. */
  readonly description: string;
}

/** A status as it stands on a commit; the newest of its context. */
export interface StandingStatus {
  readonly context: string;
  readonly state: StatusLine['state'];
  readonly targetUrl: string;
  /** In whatever words. Repeated on the same commit alone, and of the same writer (`isBySame`). */
  readonly description: string;
  /** Id of the account that has written it, where GitHub tells. */
  readonly creator?: number;
  /** Epoch ms. */
  readonly at: number;
}

/** Reads and writes commit statuses. Throws a ServiceFailure when GitHub did not take one. The github client satisfies it. */
export interface Statuses {
  setStatus(
    commit: string,
    status: StatusLine & { readonly context: string; readonly targetUrl: string },
  ): Promise<void>;
  /** The newest status of each context. */
  statuses(commit: string): Promise<readonly StandingStatus[]>;
  /** All statuses that were ever written for a commit, newest first; undefined where there are more than are read. */
  history(commit: string): Promise<readonly StandingStatus[] | undefined>;
}

/** Whether a status is this very line. Pure. */
export const isSaid =
  ({ state, description, targetUrl }: Pick<StandingStatus, 'state' | 'description' | 'targetUrl'>) =>
  (one: StandingStatus): boolean =>
    one.state === state && one.description === description && one.targetUrl === targetUrl;

/**
 * Whether two statuses were written by one account. Anybody with write can write one in our words and with our link, and
 * a check may be bound to the app that writes it (docs/security.md, "What a status proves"): written again by us, theirs
 * would pass for ours. Pure.
 */
export const isBySame = (one: StandingStatus, other: StandingStatus | undefined): boolean =>
  other !== undefined && one.creator === other.creator;

/** How a line begins that holds a pass back, because somebody asks for more. */
const heldBack = 'passed';

/** All that `heldLine` can say: it is said again, so not a word of anybody else may be in it. */
const heldWords =
  /^passed(?:: [A-Za-z0-9._/:@#+=, -]*…?)?; (?:#\d{1,15} asks for more|all tests are needed to merge)$/;

/** Whether a status says that its tests have passed, and that somebody asks for more. Pure. */
export const isHeldBack = ({ state, description }: Pick<StandingStatus, 'state' | 'description'>): boolean =>
  state === 'pending' && heldWords.test(description);

/** `passed: dns; #5 asks for more`. The tests are left out where they are not known by name. Pure. */
export function heldLine(tests: readonly string[], by: AsksMore): StatusLine {
  const passed = tests.length > 0 ? `${heldBack}: ${tests.join(', ')}` : heldBack;
  const why = by === 'all' ? 'all tests are needed to merge' : `#${by} asks for more`;
  const room = longest - why.length - 2;
  const shown = passed.length <= room ? passed : `${passed.slice(0, room - 1)}…`;
  return { state: 'pending', description: `${shown}; ${why}` };
}

/** GitHub's bound on a description. */
const longest = 140;

/** The status line of a result; undefined where the status belongs to somebody else or to no one. */
export function statusLine(result: Result): StatusLine | undefined {
  const { shows } = reasonOf(result.reason);
  if (result.asksMore !== undefined) return heldLine(result.tests ?? [], result.asksMore);
  return shows === 'untouched'
    ? undefined
    : { state: shows, description: shorten(withoutWide(inShort(result))) };
}

/**
 * A status has no room for what to do next, so one that waits for a person names the command (docs/comments.md, "What
 * the check says").
 */
function inShort(result: Result): string {
  const { reason, commit } = result;
  if (commit === undefined || !waitsForApproval.includes(reason)) return describe(result);
  return `needs /ok-to-test ${commit.slice(0, 12)}… (all 40 digits) from a member with write access`;
}

const waitsForApproval: readonly ReasonCode[] = ['approval-needed', 'dependabot'];

/** One line that a contributor understands, without a word from GitLab. */
export function describe(result: Result): string {
  const { sentence } = reasonOf(result.reason);
  const {
    unknownLabels = [],
    knownLabels = [],
    missingTests = [],
    warnedTests = [],
    tests = [],
    jobs,
  } = result;
  if (unknownLabels.length > 0) {
    const known = knownLabels.length > 0 ? `; known: ${shownList(knownLabels)}` : '';
    return `${sentence}: ${shownList(unknownLabels)}${known}`;
  }
  if (missingTests.length > 0) return `${sentence}: ${missingTests.join(', ')}`;
  const counted = jobs ? `, ${inJobs(jobs)}` : '';
  const told = warnedTests.length > 0 ? `${sentence}: ${warnedTests.join(', ')}` : sentence;
  return tests.length > 0 ? `${told} (${tests.join(', ')}${counted})` : told + counted;
}

/** `1 of 3 jobs failed`; where none did, how many are done: `3 of 3 jobs`. Pure. */
export const inJobs = ({ done, failed, all }: NonNullable<Result['jobs']>): string =>
  failed > 0 ? `${failed} of ${all} jobs failed` : `${done} of ${all} jobs`;

/**
 * What to do next, with the commit in full where a command needs it: ready to be copied. A ref that is not there is
 * looked for where its name came from.
 */
export function nextStep({ reason, commit, ref }: Result): string {
  if (reason === 'gitlab-ref-not-found' && ref?.twin) return refGone.twin;
  if (reason === 'gitlab-ref-not-found' && ref?.shown === 'default') return refGone.default;
  const { remedy } = reasonOf(reason);
  return commit === undefined ? remedy : remedy.replace('<commit>', commit);
}

const shorten = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);
