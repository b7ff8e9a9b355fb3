/** How a repository is set up: what the doctor asks beside what the gate asks. Nothing here changes anything. */
import * as v from 'valibot';
import type { Environment } from '../doctor/job.ts';
import type { SetUpSource } from '../doctor/patient.ts';
import type { Policy } from '../doctor/policy.ts';
import type { RequiredCheck, Writer } from '../doctor/required.ts';
import type { WorkflowFile } from '../doctor/workflow.ts';
import type { Octokit } from './octokit.ts';
import { absentAs, read, readAll } from './read.ts';

const repositoryShape = v.object({
  id: v.number(),
  full_name: v.string(),
  owner: v.object({ id: v.number() }),
  private: v.boolean(),
  default_branch: v.string(),
  permissions: v.optional(v.object({ admin: v.boolean(), push: v.optional(v.boolean()) })),
  archived: v.optional(v.boolean(), false),
});
const texts = v.array(v.string());
const policiesShape = v.object({
  policies: v.array(
    v.object({
      enforcement: v.string(),
      conditions: v.optional(
        v.nullable(
          v.object({
            workflow_path: v.optional(v.object({ include: v.optional(texts), exclude: v.optional(texts) })),
          }),
        ),
      ),
      rules: v.optional(
        v.array(
          v.object({
            type: v.string(),
            parameters: v.optional(v.object({ allowed_events: v.optional(texts) })),
          }),
        ),
      ),
    }),
  ),
});
const entryShape = v.object({ path: v.string(), type: v.string() });
const fileShape = v.object({ content: v.string(), encoding: v.literal('base64') });
const ruleShape = v.object({
  type: v.string(),
  parameters: v.optional(
    v.object({
      required_status_checks: v.optional(
        v.array(v.object({ context: v.string(), integration_id: v.optional(v.nullable(v.number())) })),
      ),
    }),
  ),
});
const branchShape = v.object({
  protection: v.optional(
    v.object({
      required_status_checks: v.optional(
        v.object({
          contexts: v.optional(texts),
          checks: v.optional(v.array(v.object({ context: v.string(), app_id: v.nullable(v.number()) }))),
        }),
      ),
    }),
  ),
});
const environmentShape = v.object({
  deployment_branch_policy: v.optional(v.nullable(v.object({ protected_branches: v.boolean() }))),
});
const secretsShape = v.object({ total_count: v.number(), secrets: v.array(v.object({ name: v.string() })) });
const pullsShape = v.array(v.object({ head: v.object({ sha: v.string() }) }));
const statusesShape = v.array(
  v.object({
    context: v.string(),
    creator: v.optional(v.nullable(v.object({ login: v.string(), type: v.string() }))),
  }),
);
const appShape = v.object({ id: v.number() });
const permissionsShape = v.object({ default_workflow_permissions: v.picklist(['read', 'write']) });

/** So many pull requests are looked at for a status. */
const heads = 3;
/** The account of an App; nobody else's name can have brackets (docs/facts/github.md, "Set-up"). */
const botName = /^([a-z0-9][a-z0-9-]{0,99})\[bot\]$/;

/** Of one repository, asked with one token. */
export function createSetUp(octokit: Octokit, here: { owner: string; repo: string }): SetUpSource {
  const get = (path: string, more: Readonly<Record<string, unknown>> = {}) =>
    octokit.request(`GET /repos/{owner}/{repo}${path}`, { ...here, ...more });

  const rulesOf = async (branch: string): Promise<readonly RequiredCheck[]> => {
    const rules = await readAll(octokit, ruleShape, 'GET /repos/{owner}/{repo}/rules/branches/{branch}', {
      ...here,
      branch,
    });
    return rules
      .filter(({ type }) => type === 'required_status_checks')
      .flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
      .map(({ context, integration_id: id }) => ({ context, source: id ?? undefined }));
  };
  /** The older protection of a branch, which rulesets stand beside. */
  const protectionOf = async (branch: string): Promise<readonly RequiredCheck[]> => {
    const answer = await absentAs(undefined, get('/branches/{branch}', { branch }));
    const { contexts = [], checks } =
      (answer && read(branchShape, answer.data).protection?.required_status_checks) ?? {};
    return (
      checks?.map(({ context, app_id: id }) => ({
        context,
        source: id === null || id < 0 ? undefined : id,
      })) ?? contexts.map((context) => ({ context, source: undefined }))
    );
  };

  /** Undefined: 404. The list is asked for to its end. */
  const namesFrom = async (path: string, more: Readonly<Record<string, unknown>> = {}) => {
    const names: string[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await absentAs(undefined, get(path, { ...more, per_page: 100, page }));
      if (answer === undefined) return undefined;
      const { secrets, total_count: all } = read(secretsShape, answer.data);
      names.push(...secrets.map(({ name }) => name));
      if (secrets.length === 0 || names.length >= all) return names;
    }
  };

  const appOf = async (slug: string | undefined): Promise<Writer> => {
    if (slug === undefined) return 'person';
    const answer = await absentAs(undefined, octokit.request('GET /apps/{app_slug}', { app_slug: slug }));
    return answer === undefined ? 'hidden' : read(appShape, answer.data).id;
  };

  return {
    settings: async () => {
      const answer = await get('');
      const {
        id,
        full_name: fullName,
        owner,
        private: isPrivate,
        default_branch: defaultBranch,
        permissions,
        archived: isArchived,
      } = read(repositoryShape, answer.data);
      const scopes = answer.headers['x-oauth-scopes'];
      return {
        ...{ id, fullName, ownerId: owner.id },
        isPublic: !isPrivate,
        defaultBranch,
        isArchived,
        isAdmin: permissions?.admin === true,
        mayPush: permissions?.push,
        scopes:
          typeof scopes === 'string'
            ? scopes
                .split(',')
                .map((scope) => scope.trim())
                .filter(Boolean)
            : undefined,
      };
    },

    policies: async () => {
      const answer = await absentAs(undefined, get('/actions/policies', { per_page: 100 }));
      return answer && read(policiesShape, answer.data).policies.map(toPolicy);
    },

    workflowFiles: async () => {
      const folder = await absentAs(undefined, get('/contents/{path}', { path: '.github/workflows' }));
      const entries = folder === undefined ? [] : read(v.array(entryShape), folder.data);
      const paths = entries
        .filter(({ path, type }) => type === 'file' && /\.ya?ml$/.test(path))
        .map(({ path }) => path);
      return Promise.all(
        paths.map(async (path): Promise<WorkflowFile> => {
          const { content } = read(fileShape, (await get('/contents/{path}', { path })).data);
          return { path, text: Buffer.from(content, 'base64').toString('utf8') };
        }),
      );
    },

    requiredChecks: async (branch) => (await Promise.all([rulesOf(branch), protectionOf(branch)])).flat(),

    labels: async () => {
      const shape = v.object({ name: v.string() });
      return (await readAll(octokit, shape, 'GET /repos/{owner}/{repo}/labels', here)).map(
        ({ name }) => name,
      );
    },

    environment: async (name): Promise<Environment | undefined> => {
      const answer = await absentAs(
        undefined,
        get('/environments/{environment_name}', { environment_name: name }),
      );
      if (answer === undefined) return undefined;
      const policy = read(environmentShape, answer.data).deployment_branch_policy;
      return { branches: policy == null ? 'any' : policy.protected_branches ? 'protected' : 'named' };
    },

    secretNames: async (environments) => {
      const [own, organization = [], ...others] = await Promise.all([
        namesFrom('/actions/secrets'),
        namesFrom('/actions/organization-secrets'),
        ...environments.map((name) =>
          namesFrom('/environments/{environment_name}/secrets', { environment_name: name }),
        ),
      ]);
      // GitHub hides what one may not see as what is not there.
      if (own === undefined) return undefined;
      return {
        everywhere: [...own, ...organization],
        inEnvironment: new Map(environments.map((name, n) => [name, others[n] ?? []])),
      };
    },

    usualPermissions: async () =>
      read(permissionsShape, (await get('/actions/permissions/workflow')).data).default_workflow_permissions,

    writers: async (context) => {
      const newest = { state: 'all', sort: 'updated', direction: 'desc', per_page: heads };
      const pulls = read(pullsShape, (await get('/pulls', newest)).data);
      const lists = await Promise.all(
        pulls.map(async ({ head }) => {
          const { data } = await get('/commits/{ref}/statuses', { ref: head.sha, per_page: 100 });
          return read(statusesShape, data).filter((status) => status.context === context);
        }),
      );
      const found = lists.find((list) => list.length > 0) ?? [];
      const bots = found.map(({ creator }) =>
        creator?.type === 'Bot' ? botName.exec(creator.login)?.[1] : undefined,
      );
      return Promise.all([...new Set(bots)].map(appOf));
    },

    reads: async (branch) => {
      await Promise.all([
        get('/pulls', { state: 'open', per_page: 1 }),
        get('/commits/{ref}/statuses', { ref: branch, per_page: 1 }),
      ]);
    },
  };
}

function toPolicy(raw: v.InferOutput<typeof policiesShape>['policies'][number]): Policy {
  const { enforcement, conditions, rules } = raw;
  const events = rules?.find(({ type }) => type === 'restrict_action_events')?.parameters?.allowed_events;
  return {
    enforcement,
    include: conditions?.workflow_path?.include ?? [],
    exclude: conditions?.workflow_path?.exclude ?? [],
    events,
    restrictsActors: rules?.some(({ type }) => type === 'restrict_actions_actors') ?? false,
    complete: rules !== undefined,
  };
}
