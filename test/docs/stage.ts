/** A repository of the sandbox's GitHub with workflows on its default branch, for plays that begin with an event. */

import type { Run } from '../../sandbox/github/actions/run.ts';
import type { EventDetails, EventName } from '../../sandbox/github/events.ts';
import { repositoryOf } from '../../sandbox/github/world.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene, type Scene, type ScenePull } from '../../sandbox/scene.ts';
import { causeOfRun, jobFor, type Played, playJob, valuesOf } from './play.ts';
import type { Step } from './workflows.ts';

/** The example, with workflows. */
export interface Stage extends Scene {
  /** Path → text. */
  readonly texts: Readonly<Record<string, string>>;
  /** An event of a pull request: what GitHub starts, and what it does not. By its author, where nobody is named. */
  happen(event: EventName, action: string | null, pull: ScenePull, more?: Partial<EventDetails>): Run[];
  /** Plays the one job of a run. Throws when the run does not start. */
  play(run: Run | undefined, more?: Step['with']): Promise<Played>;
  /** `context: state` of each status, in order. */
  statuses(pull: ScenePull): string[];
}

/** Sets a stage up, and takes it down afterwards. */
export async function on<T>(
  texts: Readonly<Record<string, string>>,
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({ scale: 20 });
  try {
    return await act(stageOf(sandbox, texts));
  } finally {
    await sandbox.close();
  }
}

function stageOf(sandbox: Sandbox, texts: Stage['texts']): Stage {
  const scene = exampleScene(sandbox);
  const { repository } = scene;
  const { github } = sandbox;
  for (const [path, text] of Object.entries(texts)) github.actions.install(repository, path, text);
  return {
    ...scene,
    texts,
    happen: (event, action, { number }, more = {}) =>
      github.actions.happen(event, action, {
        ...{ repo: repository, number },
        sender: repositoryOf(github.world, repository).issues.get(number)?.author.login ?? '',
        ...more,
      }),
    play(run, more) {
      if (run?.outcome !== 'runs') throw new Error(`the run does not start: ${run?.message}`);
      const [job = ''] = run.jobs;
      const { step, ...rest } = jobFor(texts[run.workflow.path] ?? '', job, causeOfRun(run));
      const given = { ...rest, step: { ...step, with: { ...step.with, ...more } } };
      return playJob(scene, given, causeOfRun(run), valuesOf(scene));
    },
    statuses: ({ sha }) =>
      github.statuses(repository, sha).map(({ context, state }) => `${context}: ${state}`),
  };
}

/** Event and outcome of each run. */
export const outcomes = (runs: readonly Run[]): string[] =>
  runs.map(({ event, payload, outcome }) =>
    [event, ...(event === 'workflow_run' ? [payload['action']] : []), outcome].join(' '),
  );

/** The run of a workflow that follows another, if one starts. */
export const byFollowing = (runs: readonly Run[]) =>
  runs.find(({ event, outcome }) => event === 'workflow_run' && outcome === 'runs');

/** What GitLab was asked, each request once: how often is a matter of time. No number, name or commit is told. */
export function crossing({ sandbox }: Scene, branch: string): string[] {
  const plain = (text: string) =>
    text
      .replaceAll(branch, 'BRANCH')
      .replace(/[0-9a-f]{40}/g, 'COMMIT')
      .replace(/:[0-9a-f]{12}\b/g, ':DIGEST')
      .replace(/\d[\d:.TZ-]*/g, 'N');
  const requests = sandbox.recorder.of('gitlab');
  const lines = requests.map((one) => plain(`${one.method} ${decodeURIComponent(one.path)} ${one.body}`));
  return [...new Set(lines)].sort();
}
