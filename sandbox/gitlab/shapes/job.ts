/** The shape of a job or a bridge. */

import type { Job, Pipeline } from '../pipeline.ts';
import { jobStatus } from '../state.ts';
import type { World } from '../world.ts';
import { commitOf } from './git.ts';
import { userBasic } from './people.ts';
import { pipelineBasic } from './pipeline.ts';
import { seconds, time } from './time.ts';

/** Entities `Ci::Job` and, with `downstream_pipeline`, `Ci::Bridge`. */
export function jobShape(world: World, pipeline: Pipeline, of: Job) {
  const { plan } = of;
  const status = jobStatus(pipeline, of);
  const both = {
    id: of.id,
    status,
    stage: plan.stage,
    name: plan.name,
    ref: pipeline.ref,
    tag: pipeline.tag,
    coverage: null,
    allow_failure: plan.allowFailure,
    created_at: time(of.createdAt),
    started_at: time(of.startedAt),
    finished_at: time(of.finishedAt),
    erased_at: null,
    duration: seconds(of.startedAt, of.finishedAt),
    queued_duration: seconds(of.queuedAt, of.startedAt),
    user: userBasic(world, pipeline.user),
    commit: commitOf(world, pipeline.project, pipeline.sha),
    pipeline: pipelineBasic(world, pipeline),
    web_url: `${world.url}/${pipeline.project.path}/-/jobs/${of.id}`,
    project: { ci_job_token_scope_enabled: false },
    ...(of.status === 'failed' && { failure_reason: 'script_failure' }),
  };
  if (plan.kind === 'bridge') {
    // Its end is that of the pipeline that it has started.
    const downstream = {
      ...pipelineBasic(world, pipeline),
      id: of.id + 1,
      source: 'parent_pipeline',
      status,
    };
    const hasStarted = status === 'success' || status === 'failed';
    return { ...both, downstream_pipeline: hasStarted ? downstream : null };
  }
  return {
    ...both,
    artifacts: [],
    runner: null,
    runner_manager: null,
    artifacts_expire_at: null,
    archived: false,
    tag_list: plan.tags,
  };
}
