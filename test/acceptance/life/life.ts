import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { SceneJob } from '../../../sandbox/scene.ts';
import type { Case, Cases } from '../bridge/cases.ts';
import { ownScript, scriptFiles } from '../scripts.ts';
import type { Story } from '../story.ts';

const folder = join(tmpdir(), 'drawbridge-switches');

/** For scripts: whether the test has turned the switch of their case on. The port tells this sandbox from others. */
export const isOn = `test -e ${folder}/\${CI_SERVER_URL##*:}-$CI_PROJECT_NAME`;

/** A script that runs until the switch is on: a pipeline that ends when the test wants it to. */
export const untilOn = `while ! ${isOn}; do sleep 5; done`;

/** The switches of the cases of one sandbox, all off. Gives what turns one on. */
export function switchesOf({ sandbox }: Cases): (one: Case) => void {
  const { port } = new URL(sandbox.gitlab.url);
  const clear = () => {
    for (const file of globSync(join(folder, `${port}-*`))) rmSync(file);
  };
  mkdirSync(folder, { recursive: true });
  clear();
  afterAll(clear);
  return ({ project }) => writeFileSync(join(folder, `${port}-${basename(project)}`), '');
}

/** Files of a project with jobs by name, each with one line of script; one beginning with `trigger:` makes a bridge. */
export const ciFile = (jobs: Readonly<Record<string, string>>): Record<string, string> => ({
  '.gitlab-ci.yml': [
    "workflow:\n  name: '$DRAWBRIDGE_KEY'",
    ...Object.entries(jobs).map(([name, line]) =>
      line.startsWith('trigger:') ? `${name}:\n  ${line}` : `${name}:\n  ${ownScript(name)}`,
    ),
    '',
  ].join('\n'),
  ...scriptFiles(jobs),
});

/** The job again, as "Re-run jobs" starts it: same payload, next attempt, by bob. */
export const again = (attempt = 2, given: Readonly<Record<string, string>> = {}): SceneJob => ({
  with: given,
  job: { runAttempt: attempt, triggeringActor: 'bob' },
});

/** What a case's pipelines have come to, eldest first. */
export const statusesOf = (one: Case): string[] => one.pipelines().map(pipelineStatus);

/** Names of the processes that have run for a case, in order of their names. */
export const processesOf = ({ sandbox }: Cases, one: Case): string[] => {
  const ids = new Set(one.pipelines().map(({ id }) => id));
  return sandbox.gitlab.world.processes
    .filter(({ pipelineId }) => ids.has(pipelineId))
    .map(({ job }) => job)
    .sort();
};

/** Whether a private job of a case is running now. */
export const isRunning = ({ sandbox }: Cases, one: Case, name: string): boolean => {
  const ids = new Set(one.pipelines().map(({ id }) => id));
  return sandbox.gitlab.world.processes.some(
    ({ pipelineId, job, alive }) => alive && job === name && ids.has(pipelineId),
  );
};

/**
 * The same, and a run has looked at the pipeline twice: by the second look it has found out that its pull request still
 * wants it, so that what a test changes now is not seen by the start itself.
 */
export const isWatched = (cases: Cases, one: Case, name: string): boolean => {
  const look = new RegExp(`/projects/${encodeURIComponent(one.project)}/pipelines/\\d+$`);
  const looks = cases.sandbox.recorder
    .of('gitlab')
    .filter(({ method, path, status }) => method === 'GET' && status === 200 && look.test(path));
  return looks.length >= 2 && isRunning(cases, one, name);
};

/** The calls of a story that make or change pipelines. */
export const changes = ({ requests }: Story): string[] =>
  requests.filter((line) => line.startsWith('gitlab ') && !line.startsWith('gitlab GET '));
