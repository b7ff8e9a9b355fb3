import { detailedStatus } from './detailed.ts';
import type { Commit } from './repository.ts';
import { hasWarnings, pipelineStatus } from './state.ts';
import { type AccessToken, isEnded, type Job, type Pipeline, type Project, type User } from './world.ts';

/** Virtual milliseconds as GitLab prints a time; null when there is none. */
export const time = (ms: number | undefined): string | null =>
  ms === undefined ? null : new Date(ms).toISOString();

const wholeSeconds = (from: number | undefined, to: number | undefined): number | null =>
  from === undefined || to === undefined ? null : Math.round((to - from) / 1000);

const seconds = (from: number | undefined, to: number | undefined): number | null =>
  from === undefined || to === undefined ? null : (to - from) / 1000;

/** Entity `UserBasic`. */
export function userBasic(user: User, url: string) {
  return {
    id: user.id,
    username: user.username,
    public_email: null,
    name: user.name,
    state: 'active',
    locked: false,
    avatar_url: null,
    web_url: `${url}/${user.username}`,
  };
}

const pipelinePath = (pipeline: Pipeline) => `/${pipeline.project.path}/-/pipelines/${pipeline.id}`;

/** Entity `Ci::PipelineBasic`. */
export function pipelineBasic(pipeline: Pipeline, url: string) {
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
    web_url: url + pipelinePath(pipeline),
  };
}

/** An entry of a list: the description leaves `name` out, GitLab sends it (reference: "Other calls"). */
export const pipelineListed = (pipeline: Pipeline, url: string) => ({
  ...pipelineBasic(pipeline, url),
  name: pipeline.name,
});

/** Entity `Ci::Pipeline`: the answer to a creation, retry or cancel. */
export function pipelineFull(pipeline: Pipeline, url: string) {
  const { startedAt, createdAt, project, sha } = pipeline;
  const status = pipelineStatus(pipeline);
  const finishedAt = isEnded(status) ? (pipeline.finishedAt ?? pipeline.updatedAt) : undefined;
  return {
    ...pipelineBasic(pipeline, url),
    before_sha: '0'.repeat(40),
    tag: project.repository.tags.has(pipeline.ref) && !project.repository.branches.has(pipeline.ref),
    yaml_errors: pipeline.yamlErrors,
    user: userBasic(pipeline.user, url),
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
export const pipelineWithMetadata = (pipeline: Pipeline, url: string) => ({
  ...pipelineFull(pipeline, url),
  name: pipeline.name,
});

/** Entity `Commit`. */
export function commit(of: Commit, project: Project, url: string) {
  return {
    id: of.sha,
    short_id: of.sha.slice(0, 8),
    created_at: time(of.at),
    parent_ids: of.parent === undefined ? [] : [of.parent],
    title: of.title,
    message: of.title,
    author_name: 'Sandbox',
    author_email: 'sandbox@example.com',
    authored_date: time(of.at),
    committer_name: 'Sandbox',
    committer_email: 'sandbox@example.com',
    committed_date: time(of.at),
    trailers: {},
    extended_trailers: {},
    web_url: `${url}/${project.path}/-/commit/${of.sha}`,
  };
}

const commitOf = (project: Project, sha: string, url: string) => {
  const found = project.repository.commits.get(sha);
  return found ? commit(found, project, url) : null;
};

/** Entities `Ci::Job` and, with `downstream_pipeline`, `Ci::Bridge`. */
export function job(of: Job, pipeline: Pipeline, url: string) {
  const { plan } = of;
  const both = {
    id: of.id,
    status: of.status,
    stage: plan.stage,
    name: plan.name,
    ref: pipeline.ref,
    tag: false,
    coverage: null,
    allow_failure: plan.allowFailure,
    created_at: time(of.createdAt),
    started_at: time(of.startedAt),
    finished_at: time(of.finishedAt),
    erased_at: null,
    duration: seconds(of.startedAt, of.finishedAt),
    queued_duration: seconds(of.queuedAt, of.startedAt),
    user: userBasic(pipeline.user, url),
    commit: commitOf(pipeline.project, pipeline.sha, url),
    pipeline: pipelineBasic(pipeline, url),
    web_url: `${url}/${pipeline.project.path}/-/jobs/${of.id}`,
    project: { ci_job_token_scope_enabled: false },
    ...(of.status === 'failed' && { failure_reason: 'script_failure' }),
  };
  if (plan.kind === 'bridge') return { ...both, downstream_pipeline: null };
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

/** Entity `Branch`. */
export function branch(project: Project, name: string, canPush: boolean, url: string) {
  const sha = project.repository.branches.get(name) ?? '';
  const least = project.protectedBranches.get(name);
  return {
    name,
    commit: commitOf(project, sha, url),
    merged: false,
    protected: least !== undefined,
    developers_can_push: least === 'developer',
    developers_can_merge: least === 'developer',
    can_push: canPush,
    default: name === project.defaultBranch,
    web_url: `${url}/${project.path}/-/tree/${name}`,
  };
}

/** Entity `Tag`, of a lightweight one. */
export function tag(project: Project, name: string, url: string) {
  const sha = project.repository.tags.get(name) ?? '';
  return {
    name,
    message: '',
    target: sha,
    commit: commitOf(project, sha, url),
    release: null,
    protected: false,
    created_at: null,
  };
}

/** The fields of entity `ProjectWithAccess` that a bridge has use for. */
export function project(of: Project, url: string, token: AccessToken) {
  const [namespace = '', ...rest] = of.path.split('/');
  const name = rest.at(-1) ?? of.path;
  return {
    id: of.id,
    description: null,
    name,
    name_with_namespace: of.path.replaceAll('/', ' / '),
    path: name,
    path_with_namespace: of.path,
    created_at: time(of.createdAt),
    default_branch: of.defaultBranch,
    topics: [],
    ssh_url_to_repo: `git@${new URL(url || 'http://gitlab.invalid').hostname}:${of.path}.git`,
    http_url_to_repo: `${url}/${of.path}.git`,
    web_url: `${url}/${of.path}`,
    visibility: 'private',
    namespace: { id: 1, name: namespace, path: namespace, kind: 'group', full_path: namespace },
    empty_repo: false,
    archived: false,
    jobs_enabled: true,
    ...(token.role === 'maintainer' || token.role === 'owner'
      ? {
          restrict_user_defined_variables: of.settings.pipelineVariablesMinimumOverrideRole !== 'developer',
          ci_pipeline_variables_minimum_override_role: of.settings.pipelineVariablesMinimumOverrideRole,
        }
      : {}),
    permissions: {
      project_access: { access_level: ACCESS_LEVELS[token.role], notification_level: 3 },
      group_access: null,
    },
  };
}

const ACCESS_LEVELS = { guest: 10, reporter: 20, developer: 30, maintainer: 40, owner: 50 } as const;

/** Entity `Ci::Variable` as pipelines show it. */
export const variable = ({ key, value }: { key: string; value: string }) => ({
  variable_type: 'env_var',
  key,
  value,
  raw: false,
});

/** Entity `PersonalAccessTokenWithLastUsedIps`. */
export function accessToken(of: AccessToken, now: number) {
  return {
    id: of.id,
    name: `token-${of.id}`,
    revoked: of.state === 'revoked',
    created_at: time(of.createdAt),
    description: null,
    scopes: of.scopes,
    user_id: of.user.id,
    last_used_at: time(now),
    active: of.state === 'active',
    expires_at: time(of.createdAt + 90 * 86_400_000)?.slice(0, 10) ?? null,
    last_used_ips: ['127.0.0.1'],
  };
}
