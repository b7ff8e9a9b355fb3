import type { RunningJob } from '../runner/job.ts';
import type { JobOptions } from '../runner/options.ts';
import type { Scene, ScenePull } from '../scene.ts';

/** One story of the demo: a pull request, what happens while its job runs, and how it should come out. */
export interface Story {
  readonly heading: string;
  /** One sentence: who does what. `number` is the pull request's. */
  readonly tale: (number: number) => string;
  /** Sets the world up and opens the pull request. */
  readonly open: (scene: Scene) => ScenePull;
  /** What happens before the job that is shown; `run` plays a job to its end. */
  readonly before?: (scene: Scene, pull: ScenePull, run: (job: JobOptions) => Promise<void>) => Promise<void>;
  /** The job that is shown; default that of the event `opened`. */
  readonly job?: (scene: Scene, pull: ScenePull) => JobOptions;
  /** What somebody does while the job runs. */
  readonly meanwhile?: (job: RunningJob, scene: Scene) => Promise<void>;
  /** What somebody does in GitLab, in the place of a job on GitHub. */
  readonly forge?: (scene: Scene) => Promise<void>;
  readonly expects: readonly Expectation[];
}

/** One thing that must be true afterwards. */
export interface Expectation {
  /** A few words, such as `status is success`. */
  readonly says: string;
  readonly holds: (seen: Seen) => boolean;
  /** What was seen instead, for the case that it does not hold. */
  readonly instead: (seen: Seen) => string;
}

/** Everything that there is to see after a story. Plain values, so that expectations and panels are pure. */
export interface Seen {
  readonly runner: {
    /** What a viewer of the run sees, that of `post` after it. */
    readonly log: readonly string[];
    /** Null when a signal ended the process. */
    readonly exitCode: number | null;
  };
  /** Commit statuses of the pull request's head, oldest first. */
  readonly statuses: readonly SeenStatus[];
  /** Pipelines that the story started in GitLab. */
  readonly pipelines: readonly SeenPipeline[];
  readonly gitlabRequests: number;
  readonly vault: {
    readonly requests: number;
    readonly logIns: number;
    /** How often the tests' secrets were asked for. */
    readonly reads: number;
    /** Tokens of its own that live on although the job is over. */
    readonly lent: number;
  };
  /** Lines of private logs that the search below looked for. */
  readonly privateLines: number;
  /** Those that were found in the job's log, outputs, summary or state, or in a request to GitHub. */
  readonly leaked: readonly string[];
  /** Processes of jobs, in GitLab and on the runner, that are still there. */
  readonly processesLeft: number;
}

/** A commit status as the pull request shows it. */
export interface SeenStatus {
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string;
}

/** A pipeline as members of the private project see it. */
export interface SeenPipeline {
  readonly id: number;
  readonly name: string | null;
  readonly ref: string;
  readonly status: string;
  /** What jobs are told: FORCE_CHECKOUT_CUSTOM_BRANCH. */
  readonly toldTwin: boolean;
  readonly jobs: readonly SeenJob[];
}

/** A job and its log, which never leaves GitLab. */
export interface SeenJob {
  readonly name: string;
  readonly status: string;
  /** How often it ran: a retry makes it one more. */
  readonly runs: number;
  readonly trace: readonly string[];
}
