import type { Job, Pipeline } from '../pipeline.ts';
import type { World } from '../world.ts';
import { expandAll } from './expand.ts';

/** Predefined variables that `rules` may use (GitLab docs: "Predefined variables", availability "pipeline"). */
export function pipelineEnvironment(
  world: World,
  pipeline: Omit<Pipeline, 'jobs' | 'report'>,
): Record<string, string> {
  const { project, ref, tag, sha, source } = pipeline;
  const at = world.url === '' ? new URL('http://gitlab.invalid') : new URL(world.url);
  const [namespace = '', ...rest] = project.path.split('/');
  return {
    CI: 'true',
    GITLAB_CI: 'true',
    CI_API_V4_URL: `${world.url}/api/v4`,
    CI_SERVER_URL: world.url,
    CI_SERVER_HOST: at.hostname,
    CI_SERVER_FQDN: at.host,
    CI_COMMIT_SHA: sha,
    CI_COMMIT_SHORT_SHA: sha.slice(0, 8),
    CI_COMMIT_REF_NAME: ref,
    CI_COMMIT_REF_SLUG: ref
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 63),
    CI_COMMIT_REF_PROTECTED: String(project.protectedBranches.has(ref)),
    ...(tag ? { CI_COMMIT_TAG: ref } : { CI_COMMIT_BRANCH: ref }),
    CI_DEFAULT_BRANCH: project.defaultBranch,
    CI_PIPELINE_SOURCE: source,
    ...(source === 'trigger' && { CI_PIPELINE_TRIGGERED: 'true' }),
    CI_PROJECT_ID: String(project.id),
    CI_PROJECT_NAME: rest.at(-1) ?? '',
    CI_PROJECT_NAMESPACE: namespace,
    CI_PROJECT_PATH: project.path,
    CI_PROJECT_URL: `${world.url}/${project.path}`,
    GITLAB_USER_LOGIN: pipeline.user.username,
    GITLAB_USER_ID: String(pipeline.user.id),
  };
}

/**
 * Everything a job sees, the stronger over the weaker: predefined, YAML, then pipeline variables (GitLab docs:
 * "CI/CD variable precedence"), expanded among themselves.
 */
export function jobEnvironment(world: World, pipeline: Pipeline, job: Job): Record<string, string> {
  const predefined = {
    ...pipelineEnvironment(world, pipeline),
    CI_PIPELINE_ID: String(pipeline.id),
    CI_PIPELINE_IID: String(pipeline.iid),
    CI_PIPELINE_NAME: pipeline.name ?? '',
    CI_PIPELINE_URL: `${world.url}/${pipeline.project.path}/-/pipelines/${pipeline.id}`,
    CI_PIPELINE_CREATED_AT: new Date(pipeline.createdAt).toISOString(),
    CI_JOB_ID: String(job.id),
    CI_JOB_NAME: job.plan.name,
    CI_JOB_STAGE: job.plan.stage,
    CI_JOB_TOKEN: job.token,
    CI_JOB_URL: `${world.url}/${pipeline.project.path}/-/jobs/${job.id}`,
  };
  // What was sent is expanded already; a second time would turn its `$$` into a reference.
  return { ...expandAll({ ...predefined, ...job.plan.variables, ...escaped(pipeline.expanded) }) };
}

/** The variables that jobs find in files: name → content. */
export const fileVariables = ({ variables, expanded }: Pipeline): Record<string, string> =>
  Object.fromEntries(
    variables.filter((one) => one.variable_type === 'file').map(({ key }) => [key, expanded[key] ?? '']),
  );

const escaped = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.replaceAll('$', '$$$$')]));
