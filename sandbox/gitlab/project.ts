/** A project, with what its owner and a test set for it. */
import type { Role } from './people.ts';
import type { Repository } from './repository.ts';
import type { Status } from './status.ts';

/** What an owner sets for a project, and what a test sets for the sandbox. Times are virtual milliseconds. */
export interface ProjectSettings {
  /** `ci_pipeline_variables_minimum_override_role`. */
  pipelineVariablesMinimumOverrideRole: 'no_one_allowed' | 'developer' | 'maintainer' | 'owner';
  /** The releases whose `no_one_allowed` refuses a trigger token even when it sends inputs only. */
  refusesTriggerPayload: boolean;
  /** Pipelines for each minute, project, user and commit; more are refused with 400. */
  creationsPerMinute: number;
  /** How long a new pipeline answers 404 and is absent from lists (replica lag). */
  lagMs: number;
  /**
   * How a creation answers whose YAML is wrong, the failed pipeline being kept in each case, as releases have done. Undefined,
   * as the newest does: the trigger route keeps it and answers 422, the other one keeps nothing and answers 400.
   */
  yamlErrorStatus: 201 | 400 | 422 | undefined;
  /** How long a pipeline stays `created`, and each job `pending`. */
  createdMs: number;
  queueMs: number;
  /** Who may see it: GitLab's `visibility`. Another than `private` changes no answer to a stranger here. */
  visibility: 'private' | 'internal' | 'public';
  /** `public_jobs`: "Project-based pipeline visibility". */
  publicJobs: boolean;
  /** How trigger jobs (bridges) end. */
  bridgeStatus: Status;
}

/** A project: a git repository and its CI settings. */
export interface Project {
  id: number;
  path: string;
  formerPaths: string[];
  defaultBranch: string;
  repository: Repository;
  /** Protected branch → the least role that may push to it and run pipelines on it. */
  protectedBranches: Map<string, Role>;
  /** Who may push there, where that is not whoever may merge. */
  pushRoles: Map<string, Role>;
  settings: ProjectSettings;
  createdAt: number;
  nextIid: number;
}
