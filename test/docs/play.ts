import type { Recorded } from '../../sandbox/base/record.ts';
import type { Run } from '../../sandbox/github/actions/run.ts';
import type { EventName } from '../../sandbox/github/events.ts';
import type { Permissions } from '../../sandbox/github/tokens.ts';
import type { JobOptions } from '../../sandbox/runner/job.ts';
import type { StepResult } from '../../sandbox/runner/step.ts';
import type { Scene } from '../../sandbox/scene.ts';
import { isOurs, type Job, parseWorkflow, type Step } from './workflows.ts';

/** The values of `${{ … }}` by what stands inside, for one play. */
export type Values = Readonly<Record<string, string>>;

/** Replaces `${{ name }}`. Throws on a name that has no value: a secret that does not exist would be empty on GitHub. */
export function fill(text: unknown, values: Values): string {
  return String(text).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return value;
  });
}

/** What the workflows of the pages ask for, in the example. */
export function valuesOf({ sandbox, repository, tokens }: Scene, more: Values = {}): Values {
  const duplicate: Permissions = { contents: 'write', 'pull-requests': 'write', workflows: 'write' };
  return {
    // Without `workflow_dispatch` there are no inputs.
    'inputs.pull-request': '',
    'secrets.GITLAB_TOKEN': tokens.gitlab,
    'secrets.GITLAB_TRIGGER_TOKEN': tokens.trigger,
    'secrets.MEMBERSHIP_TOKEN': tokens.membership,
    'steps.members.outputs.token': tokens.membership,
    'secrets.DUPLICATE_TOKEN': sandbox.github.issueToken({
      kind: 'app',
      permissions: duplicate,
      repositories: [repository],
    }),
    ...more,
  };
}

/** An event that starts a workflow. */
export interface Cause {
  readonly event: EventName;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly sender: string;
  readonly ref?: string;
  readonly sha?: string;
  /** What else the runner is told of a run that GitHub has started, and where its ID tokens are. */
  readonly run?: Pick<JobOptions, 'triggeringActor' | 'runAttempt' | 'workflowPath' | 'runId' | 'idToken'>;
}

/** The cause of a run that GitHub has started. */
export const causeOfRun = ({ event, payload, actor, ref, sha, ...run }: Run): Cause => ({
  ...{ event, payload, sender: actor, ref, sha },
  run: {
    triggeringActor: run.triggeringActor,
    runAttempt: run.attempt,
    workflowPath: run.workflow.path,
    runId: run.id,
  },
});

/** The job of a workflow that the test is about. Throws when the workflow does not listen to the event. */
export function jobFor(text: string, name: string, { event, payload }: Cause): { job: Job; step: Step } {
  const workflow = parseWorkflow(text);
  const types = workflow.on[event]?.types;
  const action = payload['action'];
  if (!(event in workflow.on) || (types && !types.includes(String(action))))
    throw new Error(`the workflow does not listen to ${event}: ${String(action)}`);
  const job = workflow.jobs[name];
  const step = job?.steps.find(isOurs);
  if (!job || !step) throw new Error(`the workflow has no job ${name} with our step`);
  return { job: { ...job, permissions: job.permissions ?? workflow.permissions ?? {} }, step };
}

/** What a play came to. */
export interface Played extends StepResult {
  /** Requests to GitHub with the job's own token, in order. */
  readonly own: readonly Recorded[];
}

/**
 * Plays the built action as a job of a documented workflow: its `with:`, and a token with exactly its permissions. Only
 * the address of GitLab is added, and, as GitHub does, the secrets.
 */
export async function playJob(
  scene: Scene,
  { job, step }: { job: Job; step: Step },
  cause: Cause,
  values: Values,
): Promise<Played> {
  const { sandbox, repository } = scene;
  const githubToken = sandbox.github.issueToken({
    kind: 'actions',
    permissions: job.permissions as Permissions,
    repositories: [repository],
  });
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, fill(value, values)] as const);
  const { event, payload, sender, ref, sha, run } = cause;
  const running = scene.start(1, {
    sender,
    payload: { ...payload },
    job: {
      with: { 'gitlab-url': sandbox.gitlab.url, ...Object.fromEntries(given) },
      event: { name: event, payload: { ...payload } },
      githubToken,
      ...(ref !== undefined && { ref }),
      ...(sha !== undefined && { sha }),
      ...run,
    },
  });
  const result = await running.done;
  const own = sandbox.recorder
    .of('github')
    .filter(({ headers }) => headers['authorization']?.endsWith(githubToken));
  return { ...result, own };
}
