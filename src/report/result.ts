import type { Sha } from '../facts/pull.ts';
import type { PipelineStatus } from '../pipeline/status.ts';
import type { ReasonCode } from '../reasons.ts';
import type { TargetRef } from '../request/request.ts';

/** What is reported about the pipeline of a run (action.yml, "verdict"). */
export type Verdict =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'timed-out'
  | 'blocked'
  | 'superseded'
  | 'lost'
  | 'pending';

/** What was made of a pipeline that existed already (action.yml, "reused"). */
export type Reused = 'none' | 'attached' | 'retried' | 'verdict';

/** What holds a pass back: another pull request by its number, or that all tests are needed. */
export type AsksMore = number | 'all';

/** Who had a part in a decision. A login is public, and of the alphabet of logins: any other is left out. */
export interface Grounds {
  /** The row of the gate's table (docs/security.md); undefined where none let it cross. */
  readonly rule: ReasonCode | undefined;
  readonly people: readonly { readonly part: Part; readonly login: string }[];
}

/** What part a person had. */
export type Part = 'author' | 'pusher' | 'sender' | 'rerunner' | 'approver';

/**
 * Everything that a run has to tell, and nothing else: each field is a literal of ours, a number, or a value from the
 * public side (docs/architecture.md, "Only closed lists are printed"). Outputs, status, summary and exit code are all
 * made from it.
 */
export interface Result {
  readonly decision: 'allowed' | 'denied' | 'undecided' | 'not-run';
  readonly reason: ReasonCode;
  readonly verdict?: Verdict;
  readonly commit?: Sha;
  readonly tests?: readonly string[];
  readonly allSelected?: boolean;
  readonly ref?: TargetRef;
  /** The branch of the pull request, or of a push, where GitLab's of that name was passed over (`ChosenRef`). */
  readonly passedOver?: string;
  /** The request key: made of public values only. */
  readonly key?: string;
  readonly pipelineId?: number;
  readonly pipelineStatus?: PipelineStatus;
  readonly reused?: Reused;
  /** Seconds from the start of the run to its verdict. */
  readonly durationSeconds?: number;
  /** Seconds that the pipeline waited before its first job ran, and that it ran. By GitLab's clock. */
  readonly queuedSeconds?: number;
  readonly ranSeconds?: number;
  /** `disclose: counts` or `jobs`: how many jobs are done, and how many of these failed that must not, of how many. */
  readonly jobs?: { readonly done: number; readonly failed: number; readonly all: number };
  /** `disclose: jobs`: how each selected test ended, by test id. */
  readonly testResults?: Readonly<Record<string, PipelineStatus>>;
  /** `disclose: jobs`: seconds from the start of a test's first job to the end of its last, by test id. */
  readonly testSeconds?: Readonly<Record<string, number>>;
  /** Number of the pull request that was decided on. */
  readonly pull?: number;
  /** By which rule of the gate's table it crossed, and who was asked about. */
  readonly grounds?: Grounds;
  /** Whether all that the changed files need was selected: as good as all tests, for `require-all`. */
  readonly sufficient?: boolean;
  /** Why a pass is held back: another pull request with the same commit asks for more, or all tests are needed. */
  readonly asksMore?: AsksMore;
  /** The audit line as JSON. */
  readonly audit?: string;
  /**
   * What is refused by name (a label, a test id, a branch), and the labels or ids that are known. All of them are
   * public, and in whatever characters: `shown` makes them fit to be told.
   */
  readonly unknownLabels?: readonly string[];
  readonly knownLabels?: readonly string[];
  /** For `test-not-run`: ids of the selected tests that did not run, or not with all of their jobs. */
  readonly missingTests?: readonly string[];
  /** Ids of the selected tests that passed though a job failed that may. */
  readonly warnedTests?: readonly string[];
  /** A success of which it was not asked whether the selected tests ran (`test-jobs: none`). */
  readonly unchecked?: true;
}
