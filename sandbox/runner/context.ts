import type { JobOptions } from './options.ts';

/** The `github` context of a job (docs: Contexts, github context), as far as a default of an input may ask for it. */
export type GitHubContext = Record<string, unknown>;

/** A job's ref where none is given: the default branch, as for `pull_request_target`. */
export const DEFAULT_REF = 'refs/heads/main';

/** Builds the context from the options of a job. Values that are not known are left out. */
export function githubContext(options: JobOptions, workspace: string): GitHubContext {
  const ref = options.ref ?? DEFAULT_REF;
  // Head and base are there on these events only (docs: Contexts, github context).
  const isPull = ['pull_request', 'pull_request_target'].includes(options.event.name);
  const pull = isPull ? at(options.event.payload, ['pull_request']) : undefined;
  return {
    token: options.githubToken,
    event: options.event.payload,
    event_name: options.event.name,
    repository: options.repository,
    repository_id: at(options.event.payload, ['repository', 'id']),
    repository_owner: options.repository.split('/')[0],
    repository_owner_id: at(options.event.payload, ['repository', 'owner', 'id']),
    actor: options.actor,
    actor_id: options.actorId,
    triggering_actor: options.triggeringActor ?? options.actor,
    run_id: options.runId ?? 1,
    run_number: options.runNumber ?? 1,
    run_attempt: options.runAttempt ?? 1,
    job: 'drawbridge',
    action: '__drawbridge',
    workflow: 'drawbridge',
    workflow_ref: `${options.repository}/${options.workflowPath ?? '.github/workflows/drawbridge.yml'}@${ref}`,
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    sha: options.sha ?? '0'.repeat(40),
    head_ref: at(pull, ['head', 'ref']),
    base_ref: at(pull, ['base', 'ref']),
    server_url: options.githubUrl,
    api_url: options.githubApiUrl,
    graphql_url: graphqlUrl(options.githubApiUrl),
    workspace,
  };
}

// On GitHub Enterprise Server REST is at /api/v3 and GraphQL at /api/graphql.
const graphqlUrl = (apiUrl: string) =>
  apiUrl.endsWith('/api/v3') ? apiUrl.replace(/\/v3$/, '/graphql') : `${apiUrl}/graphql`;

/**
 * Replaces `${{ github.a.b }}` in the default of an input. Throws on any other expression: the sandbox would have to
 * guess what the real runner makes of it.
 */
export function evaluate(text: string, github: GitHubContext): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const match = /^\s*github((?:\.[\w-]+)+)\s*$/.exec(expression);
    if (!match?.[1]) throw new Error(`expression not played by this runner:${expression}`);
    const value = at(github, match[1].slice(1).split('.'));
    return value === undefined || value === null ? '' : String(value);
  });
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    value,
  );
}
