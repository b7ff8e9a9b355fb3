/** What a job in GitLab may ask about itself and the jobs beside it. The gitlab room satisfies it. */
import type { Job } from './pipeline.ts';

/**
 * The job of a token. Everything of its pipeline is what GitLab has recorded, whatever the job's environment says
 * (docs/facts/gitlab.md, "Tokens"). `name` and `ref` are private texts: compared, never printed as they are.
 */
export interface OwnJob {
  readonly id: number;
  readonly name: string;
  /** Id of the project whose pipeline it is. */
  readonly project: number;
  /** Id of that pipeline. */
  readonly pipeline: number;
  /** The pipeline's branch or tag, without `refs/heads/`. */
  readonly ref: string;
  /** When the pipeline was made, epoch ms: a job that is retried has a new time, its pipeline has not. */
  readonly createdAt: number;
}

/** What a job may ask. Each call throws a ServiceFailure where GitLab gave no usable answer. */
export interface OwnJobApi {
  /** The job itself. An answer without one of the fields is `unexpected`: an old GitLab does not tell `created_at`. */
  job(): Promise<OwnJob>;
  /**
   * The jobs of a pipeline of the job's project, of the newest attempt, all pages. Bridges are hidden from a job token:
   * they are among them where an access token is there.
   */
  jobs(project: number, pipeline: number): Promise<readonly Job[]>;
}
