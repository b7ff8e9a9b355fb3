import type { PipelineRequest } from '../request/request.ts';
import type { RequestBudget } from './pace.ts';
import type { PipelineStatus } from './status.ts';

/** How a pipeline was started: through the API, by a trigger token, or in a way in which none of ours ever is. */
export type Source = 'api' | 'trigger' | 'other';

/** A GitLab pipeline, reduced to what may be acted on. Only `id`, `status`, `warnings` and times may be shown. */
export interface Pipeline {
  readonly id: number;
  /** The branch or tag that it runs on, without `refs/…/`. Private. */
  readonly ref: string;
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
  readonly source: Source;
  /** Id of the user with whose token it was started. A list does not tell it. */
  readonly creator?: number;
  /** Of one that was just started: whether it is in a project of another path than was asked for: that one has moved. */
  readonly moved?: boolean;
}

/** One of a list, with what it belongs to: its name may be another one now, or not be given yet. */
export interface KeyedPipeline extends Pipeline {
  /** Key of the request that it was started for; undefined: for none. Any other text that was its name where hidden. */
  readonly key: string | undefined;
  /** Whether that cannot be read: then the name stands for it, which anybody may have given it. */
  readonly keyHidden: boolean;
}

/** A job or bridge of a pipeline. `name` is private unless it equals a test id. */
export interface Job {
  readonly name: string;
  readonly status: PipelineStatus;
  readonly bridge: boolean;
  readonly mayFail: boolean;
  /** Of a bridge: the status of the pipeline that it has started; undefined where GitLab shows none. */
  readonly downstream?: PipelineStatus;
  /** When it began to run and when it ended, epoch ms by GitLab's clock; where GitLab tells. */
  readonly startedAt?: number;
  readonly finishedAt?: number;
}

/** Whom an access token stands for. */
export interface TokenOwner {
  /** Id of the user; a project's token has a user of its own, which stays when it is rotated. */
  readonly user: number;
  readonly scopes: readonly string[];
}

/**
 * What can be done with one pipeline of one GitLab project. Each call throws a ServiceFailure when it did not do what
 * was asked; its `mayHaveActed` says whether GitLab may have done it all the same.
 */
export interface PipelineCalls {
  /** Starts a pipeline. Sent once; never repeated by a client. */
  create(request: PipelineRequest): Promise<Pipeline>;
  /** How long (ms) the last successful pipelines of this key's selection took, newest first. */
  durations(keyEnding: string): Promise<readonly number[]>;
  /** Jobs and bridges of the newest attempt. */
  jobs(id: number): Promise<readonly Job[]>;
  get(id: number): Promise<Pipeline>;
  /** Runs the failed and cancelled jobs again. */
  retry(id: number): Promise<Pipeline>;
  cancel(id: number): Promise<void>;
  /** Whose the access token is, and what it may do. */
  self(): Promise<TokenOwner>;
  /** Gives it a name. Gives it as it is afterwards. */
  rename(id: number, name: string): Promise<Pipeline>;
}

/** The same with GitLab's lists, in which there is everybody's. The gitlab client satisfies it. */
export interface PipelineApi extends PipelineCalls {
  /** Pipelines whose name is exactly this, newest first: anybody can give one such a name. */
  named(name: string): Promise<readonly Pipeline[]>;
  /** The value of `DRAWBRIDGE_KEY` among a pipeline's variables. Throws `forbidden` for somebody else's pipeline. */
  keyVariable(id: number): Promise<string | undefined>;
  /**
   * All pipelines of the project in which something has changed since a time (epoch ms), newest first: an old one
   * that was retried among them.
   */
  changedSince(since: number): Promise<readonly Pipeline[]>;
}

/** The same with lists of ours alone (`ours.ts`), newest first. It is all that the rooms ever see. */
export interface Pipelines extends PipelineCalls {
  /** Ours of this key, among those that bear it as their name. */
  find(key: string): Promise<readonly KeyedPipeline[]>;
  /**
   * Ours in which something has changed since a time (epoch ms), and that fit by their key. Only of those that fit by
   * their name it is asked whose they are.
   */
  recent(since: number, fits: (one: KeyedPipeline) => boolean): Promise<readonly KeyedPipeline[]>;
}
