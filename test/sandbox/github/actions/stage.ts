/** The stage with workflows on it, and what tests of the Actions service read from runs. */
import type { Run } from '../../../../sandbox/github/actions/run.ts';
import { stage } from '../../../contract/github/stage.ts';

/** The repository of the stage. */
export const repo = 'acme/engine';
/** Where the workflows are. */
export const paths = {
  event: '.github/workflows/event.yml',
  tests: '.github/workflows/tests.yml',
  target: '.github/workflows/target.yml',
};
/** A job without a condition. */
export const job = 'jobs: { run: { runs-on: x, steps: [{ run: "true" }] } }';
/** The empty workflow on `pull_request`. */
export const event = `name: the event\non: { pull_request: { types: [opened, synchronize, labeled, closed] } }\n${job}`;
/** A workflow on `pull_request_target` and comments, without a name. */
export const target = `on: { pull_request_target: , issue_comment: { types: [created] } }\n${job}`;
/** The workflow on `workflow_run` of the empty one. */
export const tests = `
name: the tests
on: { workflow_run: { workflows: [the event], types: [requested, completed] } }
jobs:
  run:
    if: github.event.action == 'requested' || github.event.workflow_run.run_attempt > 1
    runs-on: x
    steps: [{ run: 'true' }]
`;

/**
 * The stage with both workflows of the second way. Eve has had something merged, so nothing of hers is held, and her
 * branch is up to date.
 */
export function installed() {
  const s = stage();
  s.github.actions.install(repo, paths.event, event);
  const main = s.github.actions.install(repo, paths.tests, tests);
  s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', sha: main });
  const sha = s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
  const old = s.github.openPullRequest({ repo, headRepo: 'eve/engine', branch: 'old', author: 'eve' });
  s.github.closePullRequest(repo, old.number, { merged: true });
  const opened = (sender = 'eve') =>
    s.github.actions.happen('pull_request', 'opened', { repo, number: 1, sender });
  return { ...s, sha, actions: s.github.actions, opened };
}

/** The same before anything of Eve's was merged. */
export function newcomer() {
  const s = stage();
  s.github.actions.install(repo, paths.event, event);
  s.github.actions.install(repo, paths.tests, tests);
  const open = (sender: string) =>
    s.github.actions.happen('pull_request', 'opened', { repo, number: 1, sender });
  return { ...s, actions: s.github.actions, open };
}

/** Each run in a line: file, event and type, and what became of it. */
export const lines = (runs: readonly Run[]) =>
  runs.map(({ workflow, event: name, payload, outcome }) =>
    [workflow.path.slice(18), name, payload['action'], outcome]
      .filter((word) => word !== undefined)
      .join(' '),
  );

/** What the payload of a run on `workflow_run` says, loosely typed. */
export const told = (run: Run | undefined) => JSON.parse(JSON.stringify(run?.payload ?? null)).workflow_run;
