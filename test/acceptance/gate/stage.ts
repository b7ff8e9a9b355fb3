import { afterAll, beforeEach, expect } from 'vitest';
import type { JobOptions } from '../../../sandbox/runner/job.ts';
import type { StepResult } from '../../../sandbox/runner/step.ts';
import type { Scene, SceneJob, ScenePull } from '../../../sandbox/scene.ts';
import { type AttackStage, openAttackStage } from '../../attacks/stage.ts';

/** What a run asked GitLab for. */
export interface Asked {
  readonly ref: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The stage of the attacks, for what is allowed. */
export interface GateStage extends AttackStage {
  /** Plays a job that must start a pipeline and leave it to GitLab; gives what GitLab was asked for. */
  started(job: JobOptions): Promise<StepResult & { readonly asked: Asked }>;
  /** The job of an event, told not to wait for its pipeline. */
  detached(pull: ScenePull, options?: SceneJob): JobOptions;
  /** The audit record of a result. */
  audit(result: StepResult): Readonly<Record<string, unknown>>;
  /** Reactions to the newest comment of a person on a pull request. */
  reactions(pull: ScenePull): readonly string[];
  /** Bodies of all comments of a pull request, oldest first. */
  comments(pull: ScenePull): readonly string[];
  /** Every status on a commit, oldest first: `context state`. */
  statuses(sha: string): readonly string[];
  idOf(login: string): number;
  issue(pull: Pick<ScenePull, 'number'>): NonNullable<ReturnType<typeof issueOf>>;
}

const issueOf = ({ sandbox, repository }: Scene, number: number) =>
  sandbox.github.world.repositories.get(repository)?.issues.get(number);

/** Does not wait for pipelines: what comes after the start has tests of its own. */
export const unwatched = { wait: 'false' } as const;

/** One stage for a test file. */
export async function openGateStage(): Promise<GateStage> {
  const stage = await openAttackStage();
  const { sandbox, scene, play, event } = stage;
  beforeEach(() => {
    sandbox.recorder.clear();
    sandbox.faults.clear();
  });
  afterAll(() => sandbox.close());
  const issue = ({ number }: Pick<ScenePull, 'number'>) => {
    const found = issueOf(scene, number);
    if (!found) throw new Error(`no pull request ${number}`);
    return found;
  };
  return {
    ...stage,
    issue,
    detached: (pull, options = {}) => event(pull, { ...options, with: { ...unwatched, ...options.with } }),
    started: async (job) => {
      const before = sandbox.recorder.all().length;
      const result = await play(job);
      const { decision, reason, verdict } = result.outputs;
      expect([decision, reason, verdict, result.exitCode]).toEqual(['allowed', 'detached', 'pending', 0]);
      const creations = sandbox.recorder
        .all()
        .slice(before)
        .filter(({ method, path }) => method === 'POST' && path.endsWith('/pipeline'));
      expect(creations).toHaveLength(1);
      const { ref, variables } = JSON.parse(creations[0]?.body ?? '{}');
      const pairs = variables.map(({ key, value }: { key: string; value: string }) => [key, value]);
      return { ...result, asked: { ref, variables: Object.fromEntries(pairs) } };
    },
    audit: ({ outputs }) => JSON.parse(outputs['audit'] ?? '{}'),
    reactions: (pull) => {
      const byPerson = issue(pull).comments.findLast(({ author }) => author.type === 'User');
      return (byPerson?.reactions ?? []).map(({ content }) => content);
    },
    comments: (pull) => issue(pull).comments.map(({ body }) => body),
    statuses: (sha) =>
      sandbox.github.statuses(scene.repository, sha).map(({ context, state }) => `${context} ${state}`),
    idOf: (login) => sandbox.github.world.accounts.get(login)?.id ?? 0,
  };
}
