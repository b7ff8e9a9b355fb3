import { describe, expect, it } from 'vitest';
import type { LivePull } from '../../src/facts/pull.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import { run } from '../../src/modes/run.ts';
import { claimingUrl, digestOf } from '../../src/report/claim.ts';
import { exitCode } from '../../src/report/exit.ts';
import {
  alice,
  comment,
  commentEvent,
  event,
  githubFailure,
  head,
  livePull,
  mallory,
  refEvent,
} from '../gate/build.ts';
import { roundTrips } from '../world/calls.ts';
import { githubClient } from '../world/github.ts';
import { ending, openStage, read, type Stage, type StageOptions } from './stage.ts';

const otherRun = 'https://github.com/acme/engine/actions/runs/77';
const paths = 'dns: dns/**\naws: aws/**\ntest-all: core/**';

/** A stage where alice's pull request changes these files, and `paths` is set. */
async function changing(files: readonly string[], options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage({ ...options, inputs: { paths, ...options.inputs } });
  stage.github.files = files.map((path) => ({ path, from: undefined }));
  return stage;
}

const testsSent = ({ gitlab }: Stage) => gitlab.made.map(({ request }) => request?.values['TESTS_TO_RUN']);

describe('a pull request whose files need no test', () => {
  it('is green, and nothing is asked of GitLab', async () => {
    const stage = await changing(['README.md', 'docs/a.md']);
    const result = await run(stage.ports);
    expect([ending(result), exitCode(result, 'drawbridge')]).toEqual(['allowed no-test-needed', 0]);
    expect(result).toMatchObject({ tests: [], allSelected: false });
    expect([stage.of('gitlab'), stage.of('save key')]).toEqual([[], []]);
    expect(stage.audit.at(-1)).toMatchObject({
      decision: 'allowed',
      outcome: { verdict: null, reason: 'no-test-needed' },
    });
    expect(read(stage)).toMatchInlineSnapshot(`
      "log:
      gate: allowed (all-members)
      tests: none (by the changed files)

      statuses:
      drawbridge: success: no private test concerns these files"
    `);
  });

  it('claims its status, as what was let through does', async () => {
    const stage = await changing(['README.md']);
    await run(stage.ports);
    expect(stage.github.statuses.at(-1)?.targetUrl).toMatch(/\?pr=42&tests=none&full=1$/);
  });

  it('claims it where a pass of another pull request stays: labels may ask for more, without an event', async () => {
    const stage = await changing(['README.md']);
    const tests = digestOf({ ids: ['test-dns'], all: false });
    stage.github.pulls.set(41, livePull({ number: 41, labels: ['test-dns'] }));
    const passed = {
      commit: head,
      at: 0,
      context: 'drawbridge',
      state: 'success',
      description: 'x',
    } as const;
    stage.github.statuses.push({
      ...passed,
      targetUrl: claimingUrl(otherRun, { pull: 41, tests, full: true }),
    });
    await run(stage.ports);
    expect(stage.github.statuses.at(-1)).toMatchObject({ state: 'success', description: 'x' });
    stage.github.pulls.set(42, livePull({ labels: ['test-all'] }));
    const sweeper = await openStage({
      run: { event: { kind: 'schedule' } },
      beside: stage,
      inputs: { mode: 'sweep', paths },
    });
    await dispatch(sweeper.ports);
    expect(stage.github.statuses.at(-1)).toMatchObject({
      state: 'pending',
      description: 'passed: test-dns; #42 asks for more',
    });
  });

  it('gives back the pass that was held back for more, which it asks for no longer', async () => {
    const stage = await changing(['README.md']);
    const claim = (pull: number, id: string) =>
      claimingUrl(otherRun, { pull, tests: digestOf({ ids: [id], all: false }), full: true });
    stage.github.pulls.set(41, livePull({ number: 41, labels: ['test-dns'] }));
    const pending = { commit: head, at: 0, context: 'drawbridge', state: 'pending' } as const;
    stage.github.statuses.push(
      { ...pending, description: 'private tests are running', targetUrl: claim(42, 'test-aws') },
      { ...pending, description: 'passed: test-dns; #42 asks for more', targetUrl: claim(41, 'test-dns') },
    );
    await run(stage.ports);
    expect(stage.github.statuses.at(-1)).toMatchObject({
      state: 'success',
      description: 'private tests passed (test-dns)',
    });
  });

  it('has a status alone where one is configured; the job ends 0 in any case', async () => {
    const stage = await changing(['README.md'], { inputs: { 'status-context': '' } });
    const result = await run(stage.ports);
    expect([ending(result), exitCode(result, undefined), stage.of('status')]).toEqual([
      'allowed no-test-needed',
      0,
      [],
    ]);
  });

  it.each([
    [
      'a label',
      livePull({ labels: ['test-dns'] }),
      'pipeline-success success none',
      'private tests passed (test-dns)',
    ],
    ['another base branch', livePull({ baseBranch: 'next' }), 'no-test-needed', 'no private test concerns'],
  ])(
    '%s before the word is said: it is not said, and what holds now a minute later, where no other run speaks',
    async (...row) => {
      const [, pull, reason, said] = row;
      const stage = await changing(['README.md']);
      stage.on('github pull 42', () => stage.github.pulls.set(42, pull), 2);
      const result = await run(stage.ports);
      expect(ending(result)).toBe(`allowed ${reason}`);
      expect(stage.of('status').at(-1)).toContain(`success: ${said}`);
      expect(stage.of('status').filter((line) => line.includes('success'))).toHaveLength(1);
    },
  );

  it('a label before the word is said, of which another run has heard: nothing is said', async () => {
    const stage = await changing(['README.md']);
    const heard = { state: 'pending', description: '', targetUrl: `${otherRun}?pr=42` } as const;
    const label = () => {
      stage.github.pulls.set(42, livePull({ labels: ['test-dns'] }));
      stage.github.statuses.push({ commit: head, context: 'drawbridge', at: stage.clock.now(), ...heard });
    };
    stage.on('github pull 42', label, 2);
    const result = await run(stage.ports);
    expect([ending(result), stage.of('status')]).toEqual(['allowed superseded', []]);
  });

  it('its end before the word is said: nothing is said', async () => {
    const stage = await changing(['README.md']);
    stage.on('github pull 42', () => stage.github.pulls.set(42, livePull({ open: false })), 2);
    const result = await run(stage.ports);
    expect([ending(result), stage.of('status')]).toEqual(['allowed pull-request-closed', []]);
  });

  it('is not green where GitHub does not say whether that still holds', async () => {
    const stage = await changing(['README.md']);
    stage.fail('github pull 42', githubFailure('unavailable'), 2);
    const result = await run(stage.ports);
    expect([ending(result), exitCode(result, 'drawbridge')]).toEqual(['allowed github-unavailable', 1]);
    expect(stage.of('status').map((line) => line.split(': ')[1])).toEqual(['error']);
  });

  it("an outsider's needs an approval all the same", async () => {
    const stage = await changing(['README.md'], {
      run: { event: event({ sender: mallory, author: mallory }) },
    });
    stage.github.pulls.set(42, livePull({ author: mallory }));
    const result = await run(stage.ports);
    expect(ending(result)).toBe('denied approval-needed');
    expect(stage.of('status').map((line) => line.split(': ')[1])).toEqual(['pending']);
  });

  it('by workflow_run too', async () => {
    const { head: found } = livePull();
    const requested = { kind: 'workflow-run', action: 'requested', head: found, sender: alice } as const;
    const stage = await changing(['README.md'], { run: { event: { ...requested, rerunner: undefined } } });
    const result = await dispatch(stage.ports);
    expect([ending(result), stage.of('gitlab')]).toEqual(['allowed no-test-needed', []]);
    expect(stage.of('status')).toEqual(['status drawbridge: success: no private test concerns these files']);
  });

  it('by a command too', async () => {
    const command = { name: 'retest', all: true } as const;
    const stage = await changing(['README.md'], {
      run: { event: commentEvent({ parsed: { kind: 'command', command } }) },
    });
    stage.github.comments = [comment({ body: '/retest all' })];
    expect(ending(await run(stage.ports))).toBe('allowed no-test-needed');
    expect(stage.of('react')).toEqual(['react 7 eyes']);
  });
});

describe('a pull request whose files need tests', () => {
  it.each([
    ['one', ['dns/zone.tf', 'README.md'], 'dns'],
    ['two', ['dns/zone.tf', 'aws/main.tf'], 'aws,dns'],
    ['all', ['dns/zone.tf', 'core/x'], 'test-all'],
    ['all, for a workflow', ['.github/workflows/ci.yml'], 'test-all'],
  ])('%s', async (_, files, sent) => {
    const stage = await changing(files);
    const result = await run(stage.ports);
    expect([ending(result), testsSent(stage)]).toEqual(['allowed pipeline-success success none', [sent]]);
    // Read once: the last look takes the same files for the same head.
    expect(stage.of('github files')).toHaveLength(1);
  });

  it.each([
    ['a label', { labels: ['test-aws'] }, 'test-aws'],
    ['a label for all', { labels: ['test-all'] }, 'test-all'],
  ])('%s wins, and files are not asked for', async (_, over, sent) => {
    const stage = await changing(['README.md'], { run: { event: event(over) } });
    stage.github.pulls.set(42, livePull(over));
    await run(stage.ports);
    expect([testsSent(stage), stage.of('github files')]).toEqual([[sent], []]);
  });

  it('against its live base branch', async () => {
    const stage = await changing(['dns/zone.tf'], { run: { event: event({ base: 'release/1' }) } });
    stage.github.pulls.set(42, livePull({ baseBranch: 'release/1' }));
    await run(stage.ports);
    expect(stage.of('github files')).toEqual([`github files release/1...${head}`]);
  });

  it('a label that comes while they are tested is tested too, where no run of its own speaks', async () => {
    const stage = await changing(['dns/zone.tf']);
    stage.on('gitlab create', () => stage.github.pulls.set(42, livePull({ labels: ['test-aws'] })));
    expect(ending(await run(stage.ports))).toBe('allowed pipeline-success success none');
    expect(testsSent(stage).at(-1)).toBe('test-aws');
  });

  it.each(['forbidden', 'unavailable', 'not-found'] as const)(
    'files that cannot be read (%s) mean all tests, and the log says so',
    async (kind) => {
      const stage = await changing(['README.md']);
      stage.fail('github files', githubFailure(kind));
      await run(stage.ports);
      expect(testsSent(stage)).toEqual(['test-all']);
      const line = expect.stringMatching(
        /^warning: the changed files could not be read, so all tests are needed/,
      );
      expect(stage.log).toContainEqual(line);
    },
  );

  it('a list that GitHub cut means all tests', async () => {
    const stage = await changing(['README.md']);
    stage.github.filesComplete = false;
    await run(stage.ports);
    expect(testsSent(stage)).toEqual(['test-all']);
  });

  it('who may run them counts as for labels', async () => {
    const inputs = { 'who-may-run': 'write: dns' };
    const refused = await changing(['aws/main.tf'], { inputs });
    expect(ending(await run(refused.ports))).toBe('denied test-not-allowed');
    expect(refused.of('gitlab')).toEqual([]);
    const allowed = await changing(['dns/zone.tf'], { inputs });
    expect(ending(await run(allowed.ports))).toBe('allowed pipeline-success success none');
  });
});

it.each<[string, Partial<LivePull>, Record<string, string>]>([
  ['no label', {}, {}],
  ['a label, and all that files need is to be run', { labels: ['test-dns'] }, { 'require-all': 'true' }],
])('files are asked for beside the pull request: %s', async (_, over, inputs) => {
  const stage = await changing(['README.md'], {
    inputs,
    run: { event: event({ labels: over.labels ?? [] }) },
  });
  stage.github.pulls.set(42, livePull(over));
  const { carry, rounds } = roundTrips();
  await run({ ...stage.ports, github: githubClient(stage.github, carry) });
  const asking = rounds.filter((lines) => lines.some((line) => line.startsWith('files')));
  expect(asking).toEqual([expect.arrayContaining(['pull 42'])]);
});

it('files of another head or base than the live ones are asked for again', async () => {
  const stage = await changing(['README.md'], { run: { event: event({ base: 'next' }) } });
  expect(ending(await run(stage.ports))).toBe('allowed no-test-needed');
  expect(stage.of('github files').map((line) => line.split(' ')[2])).toEqual([
    expect.stringMatching(/^next/),
    expect.stringMatching(/^main/),
  ]);
});

describe('no pull request', () => {
  it.each([
    ['queue', 'test-all'],
    ['push', 'aws'],
  ] as const)('%s: files are not asked for', async (on, sent) => {
    const stage = await changing(['README.md'], {
      inputs: { 'default-tests': 'aws' },
      run: { event: refEvent({ on }) },
    });
    await run(stage.ports);
    expect([testsSent(stage), stage.of('github files')]).toEqual([[sent], []]);
  });
});

it('without `paths` no files are asked for', async () => {
  const stage = await openStage();
  await run(stage.ports);
  expect([testsSent(stage), stage.of('github files')]).toEqual([['test-all'], []]);
});
