import { githubContext } from './context.ts';
import type { Claims } from './oidc.ts';
import type { JobOptions } from './options.ts';

/** What a job's claims need beyond its options. */
export interface ClaimExtras {
  /** The deployment environment of the job. */
  environment?: string;
  visibility?: 'public' | 'private' | 'internal';
  checkRunId?: number;
  /** 40 hex: the commit of the workflow file; default the job's. */
  workflowSha?: string;
}

/**
 * The claims that GitHub would put into a token for this job (docs/facts/runner.md, "ID tokens"). `sub` has the form
 * with ids where the payload tells the ids, as repositories made since 2026-07-15 have it.
 */
export function claimsOf(options: JobOptions, extras: ClaimExtras = {}): Claims {
  const github = githubContext(options, '');
  const text = (name: string) => String(github[name] ?? '');
  const owner = text('repository_owner');
  const name = options.repository.slice(owner.length + 1);
  const ids = { owner: text('repository_owner_id'), repository: text('repository_id') };
  const subject =
    ids.owner && ids.repository ? `${owner}@${ids.owner}/${name}@${ids.repository}` : options.repository;
  const workflowSha = extras.workflowSha ?? text('sha');
  return {
    sub: `repo:${subject}:${subjectContext(options.event.name, text('ref'), extras.environment)}`,
    actor: text('actor'),
    actor_id: text('actor_id'),
    base_ref: text('base_ref'),
    head_ref: text('head_ref'),
    check_run_id: String(extras.checkRunId ?? 1),
    ...(extras.environment !== undefined && { environment: extras.environment }),
    event_name: options.event.name,
    job_workflow_ref: text('workflow_ref'),
    job_workflow_sha: workflowSha,
    ref: text('ref'),
    ref_type: text('ref_type'),
    repository: options.repository,
    repository_id: ids.repository,
    repository_owner: owner,
    repository_owner_id: ids.owner,
    repository_visibility: extras.visibility ?? 'public',
    run_id: text('run_id'),
    run_number: text('run_number'),
    run_attempt: text('run_attempt'),
    runner_environment: 'github-hosted',
    sha: text('sha'),
    workflow: text('workflow'),
    workflow_ref: text('workflow_ref'),
    workflow_sha: workflowSha,
  };
}

function subjectContext(event: string, ref: string, environment: string | undefined): string {
  if (environment !== undefined) return `environment:${environment}`;
  // The docs say it of "a pull request event"; that pull_request_target is one is inferred. Bind roles to other claims.
  if (event === 'pull_request' || event === 'pull_request_target') return 'pull_request';
  // `workflow_run` is none, whatever the run was about: its job belongs to the default branch.
  return `ref:${ref}`;
}
