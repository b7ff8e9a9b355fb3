/** How a GitLab project is set up, as its token sees it. Nothing here changes anything. */
import * as v from 'valibot';
import type { GitLabSource } from '../doctor/project.ts';
import { serviceFailureAs } from '../net/failure.ts';
import { readerOf } from '../net/shape.ts';
import type { Send } from '../net/transport.ts';
import { createGitbeaker, endpoint } from './gitbeaker.ts';

const access = v.optional(v.nullable(v.object({ access_level: v.number() })));
const projectShape = v.object({
  visibility: v.picklist(['private', 'internal', 'public']),
  default_branch: v.optional(v.nullable(v.string())),
  archived: v.optional(v.nullable(v.boolean())),
  public_jobs: v.optional(v.nullable(v.boolean())),
  ci_config_path: v.optional(v.nullable(v.string())),
  ci_pipeline_variables_minimum_override_role: v.optional(
    v.nullable(v.picklist(['no_one_allowed', 'developer', 'maintainer', 'owner'])),
  ),
  restrict_user_defined_variables: v.optional(v.nullable(v.boolean())),
  permissions: v.optional(v.nullable(v.object({ project_access: access, group_access: access }))),
});
const tokenShape = v.object({
  scopes: v.array(v.string()),
  expires_at: v.optional(v.nullable(v.pipe(v.string(), v.isoDate()))),
});
const branchShape = v.object({
  protected: v.boolean(),
  can_push: v.boolean(),
  developers_can_push: v.boolean(),
  developers_can_merge: v.boolean(),
});
const fileShape = v.object({ content: v.string(), encoding: v.literal('base64') });

const read = readerOf('gitlab');

/** Of one project, asked with one token. @param options.project path or numeric id */
export function createSetUp(options: {
  readonly url: string;
  readonly project: string;
  readonly token: string;
  readonly send: Send;
}): GitLabSource {
  const { url, project, token, send } = options;
  const { requester } = createGitbeaker({ url, token, send });
  return {
    project: async () => {
      const { body } = await requester.get(endpoint`projects/${project}`);
      const raw = read(projectShape, body);
      const levels = [raw.permissions?.project_access, raw.permissions?.group_access].flatMap(
        (one) => one?.access_level ?? [],
      );
      // Where it is off, every developer may, whatever the role says (GitLab docs, "Projects API").
      const isFree = raw.restrict_user_defined_variables === false;
      return {
        visibility: raw.visibility,
        isArchived: raw.archived === true,
        publicPipelines: raw.public_jobs ?? undefined,
        level: levels.length === 0 ? undefined : Math.max(...levels),
        overrideRole: isFree ? 'developer' : (raw.ci_pipeline_variables_minimum_override_role ?? undefined),
        defaultBranch: raw.default_branch ?? 'main',
        configPath: raw.ci_config_path || undefined,
      };
    },

    accessToken: async () => {
      const { scopes, expires_at: end } = read(
        tokenShape,
        (await requester.get('personal_access_tokens/self')).body,
      );
      return { scopes, expiresAt: end == null ? undefined : Date.parse(end) };
    },

    branchRights: async (name) => {
      const path = endpoint`projects/${project}/repository/branches/${name}`;
      const answer = await requester
        .get(path)
        .catch(serviceFailureAs(undefined, ({ refusal }) => refusal === 'branch-not-found'));
      if (answer === undefined) return undefined;
      const raw = read(branchShape, answer.body);
      return {
        protected: raw.protected,
        canPush: raw.can_push,
        developersCanPush: raw.developers_can_push,
        developersCanMerge: raw.developers_can_merge,
      };
    },

    file: async (path, ref) => {
      const answer = await requester
        .get(endpoint`projects/${project}/repository/files/${path}`, { searchParams: { ref } })
        .catch(serviceFailureAs(undefined, ({ kind }) => kind === 'not-found'));
      return answer && Buffer.from(read(fileShape, answer.body).content, 'base64').toString('utf8');
    },
  };
}
