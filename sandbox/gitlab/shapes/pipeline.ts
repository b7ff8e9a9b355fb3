/** The shapes of a pipeline, from the short one of lists to the full one. */

import type { Pipeline, Variable } from '../pipeline.ts';
import { hasWarnings, pipelineStatus } from '../state.ts';
import { isEnded } from '../status.ts';
import type { World } from '../world.ts';
import { detailedStatus } from './detailed-status.ts';
import { userBasic } from './people.ts';
import { time, wholeSeconds } from './time.ts';

const pipelinePath = (pipeline: Pipeline) => `/${pipeline.project.path}/-/pipelines/${pipeline.id}`;

/** Entity `Ci::PipelineBasic`. */
export function pipelineBasic(world: World, pipeline: Pipeline) {
  return {
    id: pipeline.id,
    iid: pipeline.iid,
    project_id: pipeline.project.id,
    sha: pipeline.sha,
    ref: pipeline.ref,
    status: pipelineStatus(pipeline),
    source: pipeline.source,
    created_at: time(pipeline.createdAt),
    updated_at: time(pipeline.updatedAt),
    web_url: world.url + pipelinePath(pipeline),
  };
}

/** An entry of a list: the description leaves `name` out, GitLab sends it (docs/facts/gitlab.md, "Names"). */
export const pipelineListed = (world: World, pipeline: Pipeline) => ({
  ...pipelineBasic(world, pipeline),
  name: pipeline.name,
});

/** Entity `Ci::Pipeline`: the answer to a creation, retry or cancel. */
export function pipelineFull(world: World, pipeline: Pipeline) {
  const { startedAt, createdAt, project, sha } = pipeline;
  const status = pipelineStatus(pipeline);
  const finishedAt = isEnded(status) ? (pipeline.finishedAt ?? pipeline.updatedAt) : undefined;
  return {
    ...pipelineBasic(world, pipeline),
    before_sha: '0'.repeat(40),
    tag: pipeline.tag,
    yaml_errors: pipeline.yamlErrors,
    user: userBasic(world, pipeline.user),
    started_at: time(startedAt),
    finished_at: time(finishedAt),
    committed_at: time(project.repository.commits.get(sha)?.at),
    duration: wholeSeconds(startedAt, finishedAt),
    queued_duration: wholeSeconds(createdAt, startedAt),
    coverage: null,
    detailed_status: detailedStatus(status, hasWarnings(pipeline), pipelinePath(pipeline)),
  };
}

/** Entity `Ci::PipelineWithMetadata`: the answer to a look at one pipeline. */
export const pipelineWithMetadata = (world: World, pipeline: Pipeline) => ({
  ...pipelineFull(world, pipeline),
  name: pipeline.name,
});

/** Entity `Ci::Variable` as pipelines show it. */
export const variableShape = ({ key, value, variable_type }: Variable) => ({
  variable_type,
  key,
  value,
  raw: false,
});
