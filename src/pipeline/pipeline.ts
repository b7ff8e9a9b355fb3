import type { PipelineRequest } from '../request/request.ts';
import type { RequestBudget } from './pace.ts';
import type { PipelineStatus } from './status.ts';

/** A GitLab pipeline, reduced to what may be acted on. Only `id`, `status`, `warnings` and times may be shown. */
export interface Pipeline {
  readonly id: number;
  /** The commit of the GitLab project that the pipeline runs on: 40 hex digits. Private. */
  readonly sha: string;
  readonly status: PipelineStatus;
  /** Passed, though a job that may fail did fail (`detailed_status.group` is `success-with-warnings`). */
  readonly warnings: boolean;
  /** GitLab kept a pipeline although its CI configuration has errors. */
  readonly invalidConfiguration: boolean;
  /** The pipeline's name in GitLab, compared with our key and never shown; undefined where the answer has none. */
  readonly name: string | undefined;
  /** Milliseconds since the epoch, by GitLab's clock. */
  readonly createdAt: number;
  /** The last change of its state; where the answer tells it. By GitLab's clock, like the others. */
  readonly updatedAt?: number;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  /** What GitLab said of our budget of requests along with this answer, where it did. */
  readonly budget?: RequestBudget;
  /** Whether it was started by a trigger token or through the API, as ours are; where the answer tells it. */
  readonly byRequest?: boolean;
}

/** A job or bridge of a pipeline. `name` is private unless it equals a test id. */
export interface Job {
  readonly name: string;
  readonly status: PipelineStatus;
  readonly bridge: boolean;
  readonly mayFail: boolean;
}

/**
 * The life of pipelines in one GitLab project. Each call throws a ServiceFailure when it did not do what was asked;
 * its `mayHaveActed` says whether GitLab may have done it all the same. The gitlab client satisfies it.
 */
export interface Pipelines {
  /** Starts a pipeline. Sent once; never repeated by a client. */
  create(request: PipelineRequest): Promise<Pipeline>;
  /** Pipelines whose name is exactly this key, newest first. */
  find(key: string): Promise<readonly Pipeline[]>;
  /**
   * All pipelines of the project in which something has changed since a time (epoch ms), newest first: an old one
   * that was retried among them.
   */
  recent(since: number): Promise<readonly Pipeline[]>;
  /** How long (ms) the last successful pipelines of this key's selection took, newest first. */
  durations(keyEnding: string): Promise<readonly number[]>;
  /** The value of `DRAWBRIDGE_KEY` among a pipeline's variables. Throws `forbidden` for somebody else's pipeline. */
  keyVariable(id: number): Promise<string | undefined>;
  /** Jobs and bridges of the newest attempt. */
  jobs(id: number): Promise<readonly Job[]>;
  get(id: number): Promise<Pipeline>;
  /** Runs the failed and cancelled jobs again. */
  retry(id: number): Promise<Pipeline>;
  cancel(id: number): Promise<void>;
  /** The scopes of the access token itself. */
  scopes(): Promise<readonly string[]>;
  rename(id: number, name: string): Promise<void>;
}
