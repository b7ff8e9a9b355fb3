/** What becomes of a commit that several pull requests have as their head, where runs meet in ways that models have found. */
import { describe, expect, it } from 'vitest';
import type { WorkflowRunEvent } from '../../src/facts/event.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import { sweep } from '../../src/modes/sweep.ts';
import { alice, event, head, livePull, record } from '../gate/build.ts';
import { standingOn } from '../world/github.ts';
import { ending, openStage, type Stage, type StageOptions } from './stage.ts';

const here = { sha: head, branch: 'feature/x', repository: 'acme/engine' };
const byHead: WorkflowRunEvent = {
  ...{ kind: 'workflow-run', action: 'requested', head: here, sender: alice, rerunner: undefined },
};
const hours = 3_600_000;

/** Pull requests 1 and 2 of one branch, to two bases. */
async function twoBases(
  labels: readonly (readonly string[])[],
  { inputs, ...options }: StageOptions = {},
): Promise<Stage> {
  const stage = await openStage({ inputs: { 'settle-seconds': '0', ...inputs }, ...options });
  if (options.beside) return stage;
  const { github } = stage;
  github.pulls.clear();
  for (const [nth, some] of labels.entries())
    github.pulls.set(
      nth + 1,
      livePull({ number: nth + 1, labels: some, baseBranch: ['main', 'old'][nth] ?? '' }),
    );
  github.pushes = record([alice, head]);
  return stage;
}
const change = ({ github }: Stage, number: number, over: Parameters<typeof livePull>[0]) => {
  const pull = github.pulls.get(number);
  if (pull && 'labels' in pull) github.pulls.set(number, { ...pull, ...over });
};
const stands = ({ github }: Stage) =>
  standingOn(github, head).map(({ state, description }) => `${state}: ${description}`);

describe('by workflow_run', () => {
  it('the other one is told what its tests gave, where one is closed meanwhile', async () => {
    const stage = await twoBases([['test-a'], ['test-b']], { run: { event: byHead } });
    stage.clock.at(30_000, () => change(stage, 1, { open: false }));
    expect(ending(await dispatch(stage.ports))).toBe('allowed pipeline-success success none');
    expect(stands(stage)).toEqual(['success: private tests passed (test-b)']);
  });

  it('where the only one is closed meanwhile, that is what came of it', async () => {
    const stage = await twoBases([['test-a']], { run: { event: byHead } });
    stage.clock.at(30_000, () => change(stage, 1, { open: false }));
    expect((await dispatch(stage.ports)).reason).toBe('pull-request-closed');
    expect(stands(stage)).toEqual(['failure: the pull request is closed']);
  });

  it('goes on with the other, where one becomes a draft', async () => {
    const stage = await twoBases([['test-a'], ['test-b']], { run: { event: byHead } });
    stage.clock.at(30_000, () => change(stage, 2, { draft: true }));
    await dispatch(stage.ports);
    expect(stands(stage)).toEqual(['success: private tests passed (test-a)']);
  });

  it('two runs that both are out of date do not give way to each other', async () => {
    const stage = await twoBases([['test-a']], { run: { event: byHead } });
    const second = await twoBases([], { beside: stage, run: { event: byHead } });
    const runs = [dispatch(stage.ports), stage.clock.sleep(100).then(() => dispatch(second.ports))];
    stage.clock.at(30_000, () => change(stage, 1, { labels: ['test-b'] }));
    await Promise.all(runs);
    expect(stands(stage)).toEqual(['success: private tests passed (test-b)']);
  });
});

describe('where each needs its files and all of that is required', () => {
  it('one that needs fewer does not turn the other green', async () => {
    const inputs = { paths: 'test-a: a/**\ntest-b: b/**', 'require-all': 'true' };
    const stage = await twoBases([['test-a'], ['test-a']], { inputs, run: { event: event({ number: 2 }) } });
    const files = (base: string) => (base === 'main' ? ['a/x'] : ['a/x', 'b/x']);
    const withFiles = ({ ports }: Stage): Stage['ports'] => ({
      ...ports,
      github: {
        ...ports.github,
        filesOf: async (base) => ({
          files: files(base).map((path) => ({ path, from: undefined })),
          complete: true,
        }),
      },
    });
    await dispatch(withFiles(stage));
    expect(stands(stage)).toEqual(['pending: passed: test-a; all tests are needed to merge']);
    const first = await twoBases([], { beside: stage, inputs, run: { event: event({ number: 1 }) } });
    await dispatch(withFiles(first));
    expect(stands(stage)).toEqual(['pending: passed: test-a; #2 asks for more']);
  });
});

describe('the sweep', () => {
  /** A sweep hours later. */
  const swept = async (stage: Stage): Promise<readonly string[]> => {
    await stage.clock.sleep(3 * hours);
    const later = await twoBases([], {
      beside: stage,
      inputs: { mode: 'sweep' },
      run: { event: { kind: 'schedule' } },
    });
    await sweep(later.ports);
    return stands(stage);
  };
  const runs = 'https://github.com/acme/engine/actions/runs';
  const say = ({ github, clock }: Stage, targetUrl: string, description = '') =>
    github.statuses.push({
      ...{ commit: head, context: 'drawbridge', state: 'pending', description },
      ...{ targetUrl: `${runs}/${targetUrl}`, at: clock.now() },
    });

  it('settles what one that is closed has left, for the one that has claimed the commit too', async () => {
    const stage = await twoBases([[], ['test-b']]);
    say(stage, '5?pr=2&tests=all&full=1');
    say(stage, '6?pr=1&tests=all&full=1');
    change(stage, 1, { open: false });
    expect(await swept(stage)).toEqual(['error: the run for these tests ended without a verdict (test-b)']);
  });

  it('and leaves it where the other has claimed nothing', async () => {
    const stage = await twoBases([[], ['test-b']]);
    say(stage, '6?pr=1&tests=all&full=1', 'private tests are running');
    change(stage, 1, { open: false });
    expect(await swept(stage)).toEqual(['pending: private tests are running']);
  });

  it('tells a pass again that was held back for tests that are not asked for any more', async () => {
    const stage = await twoBases([['test-a']], { run: { event: event({ number: 1 }) } });
    await dispatch(stage.ports);
    say(stage, '7?pr=1&tests=0123456789ab&full=1', 'passed; #1 asks for more');
    expect(await swept(stage)).toEqual(['success: private tests passed (test-a)']);
  });

  it('leaves one where nothing was tested for what is asked now', async () => {
    const stage = await twoBases([['test-a']]);
    say(stage, '7?pr=1&tests=0123456789ab&full=1', 'passed; #1 asks for more');
    expect(await swept(stage)).toEqual(['pending: passed; #1 asks for more']);
  });
});
