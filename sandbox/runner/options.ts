/** What a job is told: the event, who caused it, and what the runner has on it. */
import type { SandboxClock } from '../clock.ts';

/** What is known when main is gone. */
export interface MainEnd {
  /** Null: it ended by itself. */
  readonly signal: NodeJS.Signals | null;
  /** Saved with `saveState`. */
  readonly state: Readonly<Record<string, string>>;
}

/** A job with one step: `uses: <our action>`. */
export interface JobOptions {
  /** Holds action.yml and the built entries. */
  actionFolder: string;
  /** What the log calls the action; default `drawbridge-ci/drawbridge@v1`. */
  uses?: string;
  with: Record<string, string>;
  event: { name: string; payload: Record<string, unknown> };
  /** `owner/name`. */
  repository: string;
  actor: string;
  actorId: number;
  /** Who pressed the button of a re-run; default the actor. */
  triggeringActor?: string;
  runId?: number;
  runNumber?: number;
  runAttempt?: number;
  /** Default `refs/heads/main`. */
  ref?: string;
  sha?: string;
  /** Default `.github/workflows/drawbridge.yml`. */
  workflowPath?: string;
  githubUrl: string;
  githubApiUrl: string;
  githubToken: string;
  clock: SandboxClock;
  /** The step's own `env:`. */
  env?: Record<string, string>;
  /** Given, the job has `id-token: write`. */
  idToken?: { requestUrl: string; requestToken: string };
  workspace?: string;
  /** How much faster than real a time-out by AbortSignal.timeout runs; default 1. */
  networkScale?: number;
  /** Masked from the start, as the repository's secrets are. The tokens above always are. */
  secrets?: string[];
  /** Shows `::debug::`. */
  debug?: boolean;
  /** Whether post is started; default always, as on the real runner. */
  post?: (main: MainEnd) => boolean;
  /** Wait real seconds, not virtual ones, between the signals of a cancel. */
  realSignals?: boolean;
}
