import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { pipelineStatus } from '../../../sandbox/gitlab/state.ts';
import type { SceneJob } from '../../../sandbox/scene.ts';
import type { Case, Cases } from '../bridge/cases.ts';
import type { Story } from '../story.ts';

/** A file that private jobs wait for or look at; a test makes it when it pleases. */
export interface Switch {
  /** For scripts: whether it is on. */
  readonly isOn: string;
  readonly file: string;
  turnOn(): void;
}

const folder = mkdtempSync(join(tmpdir(), 'drawbridge-life-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let switches = 0;

/** A switch that is off. */
export function makeSwitch(): Switch {
  switches += 1;
  const file = join(folder, `switch-${switches}`);
  return { file, isOn: `test -e ${file}`, turnOn: () => writeFileSync(file, '') };
}

/** A script that runs until the switch is on: a pipeline that ends when the test wants it to. */
export const untilOn = ({ isOn }: Switch): string => `while ! ${isOn}; do sleep 0.02; done`;

/** A CI file of jobs by name, each with one line of script; a line beginning with `trigger:` makes a bridge. */
export const ciFile = (jobs: Readonly<Record<string, string>>): Record<string, string> => ({
  '.gitlab-ci.yml': [
    "workflow:\n  name: '$DRAWBRIDGE_KEY'",
    ...Object.entries(jobs).map(([name, line]) =>
      line.startsWith('trigger:') ? `${name}:\n  ${line}` : `${name}:\n  script: ['${line}']`,
    ),
  ].join('\n'),
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

/** The calls of a story that make or change pipelines. */
export const changes = ({ requests }: Story): string[] =>
  requests.filter((line) => line.startsWith('gitlab ') && !line.startsWith('gitlab GET '));
