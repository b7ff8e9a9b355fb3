/** The shape of a project. */
import type { AccessToken } from '../people.ts';
import type { Project } from '../project.ts';
import type { World } from '../world.ts';
import { time } from './time.ts';

/** The fields of entity `ProjectWithAccess` that a bridge has use for. */
export function projectShape(world: World, of: Project, token: AccessToken) {
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
    ssh_url_to_repo: `git@${new URL(world.url || 'http://gitlab.invalid').hostname}:${of.path}.git`,
    http_url_to_repo: `${world.url}/${of.path}.git`,
    web_url: `${world.url}/${of.path}`,
    visibility: of.settings.visibility,
    public_jobs: of.settings.publicJobs,
    ci_config_path: '',
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
