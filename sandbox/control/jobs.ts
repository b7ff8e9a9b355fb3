/** From a run that GitHub has started to the job of the runner: inputs, token, secrets, ID token. */
import { filled, holds } from '../github/actions/expression.ts';
import type { Run } from '../github/actions/run.ts';
import { claimsOf } from '../runner/claims.ts';
import type { JobOptions } from '../runner/options.ts';
import type { Scene } from '../scene.ts';
import { defaultPermissions, readOnly } from './permissions.ts';
import type { Places } from './places.ts';
import type { OwnJob, OwnWorkflow } from './workflow.ts';

/** What becomes of a job before it starts. */
export type Prepared =
  | { readonly kind: 'starts'; readonly options: JobOptions; readonly notes: readonly string[] }
  | { readonly kind: 'passes' | 'fails'; readonly notes: readonly string[] };

/** Makes a job ready. Throws where an expression of it is not played. */
export function prepare(scene: Scene, places: Places, own: OwnWorkflow, job: OwnJob, run: Run): Prepared {
  const { sandbox, repository } = scene;
  const { step } = job;
  const isFork = run.event === 'pull_request' && isFromFork(run);
  const limit = limitOf(scene, job, run);
  if (limit !== undefined) return { kind: 'fails', notes: [limit] };
  if (step === undefined)
    return { kind: 'passes', notes: ['none of its steps is Drawbridge’s: taken for passed'] };
  const github = contextOf(run);
  if (step.condition !== undefined && !holds(step.condition, github))
    return { kind: 'passes', notes: ['the `if:` of its step does not hold'] };

  const asked = job.permissions ?? defaultPermissions;
  const permissions = isFork ? readOnly(asked) : asked;
  const githubToken = sandbox.github.issueToken({ kind: 'actions', permissions, repositories: [repository] });
  const secrets = secretsOf(places, job, isFork);
  const contexts = {
    github: { ...github, token: githubToken },
    inputs: run.event === 'workflow_dispatch' ? { ...own.inputs, ...Object(run.payload['inputs']) } : {},
    secrets: { ...secrets, GITHUB_TOKEN: githubToken },
    vars: places.vars,
    env: step.env,
    steps: Object.fromEntries(
      job.makesToken.map((id) => [id, { outputs: { token: scene.tokens.membership } }]),
    ),
  };
  const fill = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).map(([name, text]) => [name, filled(text, contexts)]));
  const options = scene.jobOf(run, {
    job: {
      uses: step.uses,
      with: { ...fill(step.with), 'gitlab-url': sandbox.gitlab.url },
      env: fill(step.env),
      githubToken,
      secrets: [...Object.values(secrets), ...(job.makesToken.length > 0 ? [scene.tokens.membership] : [])],
    },
  });
  const environment = job.environment === undefined ? {} : { environment: job.environment };
  const withIdToken =
    permissions['id-token'] === 'write'
      ? { ...options, idToken: sandbox.issuer.admit(claimsOf(options, environment)) }
      : options;
  return { kind: 'starts', options: withIdToken, notes: notesOf(job, isFork, places) };
}

/** What `github.…` is in the expressions of a step. */
const contextOf = (run: Run): Record<string, unknown> => ({
  event_name: run.event,
  event: run.payload,
  actor: run.actor,
  triggering_actor: run.triggeringActor,
  repository: run.repository,
  repository_owner: run.repository.split('/')[0],
  run_id: run.id,
  run_attempt: run.attempt,
  ref: run.ref,
  ref_name: run.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
  sha: run.sha,
  workflow: run.workflow.name,
});

function isFromFork({ payload, repository }: Run): boolean {
  const pull = Object(payload['pull_request']) as { head?: { repo?: { full_name?: string } | null } };
  return pull.head?.repo?.full_name !== repository;
}

/** GitHub's words where the environment is limited to the default branch, as set-up says, and the run is elsewhere. */
function limitOf({ sandbox, repository }: Scene, { environment }: OwnJob, { ref }: Run): string | undefined {
  const branch = sandbox.github.world.repositories.get(repository.toLowerCase())?.defaultBranch ?? '';
  if (environment === undefined || ref === `refs/heads/${branch}`) return undefined;
  const short = ref.replace(/^refs\/(heads|tags|pull)\//, '');
  return `Branch "${short}" is not allowed to deploy to ${environment} due to environment protection rules.`;
}

/** Secrets are where the set-up puts them; a run on `pull_request` of a fork gets none. */
function secretsOf(places: Places, { step, environment }: OwnJob, isFork: boolean): Record<string, string> {
  const inEnvironment = places.environments.length > 0;
  if (isFork || step === undefined || (inEnvironment && environment === undefined)) return {};
  return { ...places.secretsFor(step) };
}

function notesOf({ environment, permissions }: OwnJob, isFork: boolean, places: Places): string[] {
  return [
    ...(isFork ? ['pull_request from a fork: no secrets, and a token that only reads'] : []),
    ...(environment === undefined && places.environments.length > 0
      ? [`names no environment: the secrets of ${places.environments.join(', ')} are empty`]
      : []),
    ...(permissions === undefined ? ['no `permissions:`: its token reads contents, and nothing else'] : []),
  ];
}
