import { describe, expect, it } from 'vitest';
import { cancel } from '../../src/modes/cancel.ts';
import { exitCode } from '../../src/report/exit.ts';
import { askedBy } from '../../src/request/keys.ts';
import { select } from '../../src/request/tests.ts';
import { bob, commentEvent, event, githubFailure, head, livePull, mallory, other } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { eveUser, lasts } from '../world/gitlab.ts';
import { changes, ending, keyNamed, openStage, type Stage } from './stage.ts';

const minute = 60_000;
const own = (commit = head) => keyNamed(commit);

describe('mode cancel', () => {
  const stop = async (over: Parameters<typeof openStage>[0], prepare: (stage: Stage) => void = () => {}) => {
    const stage = await openStage(over);
    for (const name of [own(), own(other), keyNamed(head, 421)]) stage.gitlab.add({ name, course: lasts });
    prepare(stage);
    const result = await cancel(stage.ports);
    const left = stage.gitlab.made
      .filter(({ id }) => stage.gitlab.status(id) === 'running')
      .map(({ id }) => id);
    return { stage, left, ending: ending(result), exit: exitCode(result, 'x') };
  };

  /** A pull request that is over when the run for its end has its turn. */
  const over = {
    closed: changes.closed,
    converted_to_draft: livePull({ draft: true }),
  } as const;
  const ends = Object.keys(over) as (keyof typeof over)[];

  it.each(ends)('%s: all of the pull request and none of others', async (action) => {
    const { left, ending, exit, stage } = await stop(
      { run: { event: event({ action, sender: mallory }) } },
      (stage) => stage.github.pulls.set(42, over[action]),
    );
    expect([left, ending, exit, stage.of('status')]).toEqual([[102], 'allowed cancel-done', 0, []]);
  });

  it.each(ends)('%s, and opened again or ready when its turn comes: nothing', async (action) => {
    const { left, ending } = await stop({ run: { event: event({ action }) } });
    expect([left.length, ending]).toEqual([3, 'allowed cancel-done']);
  });

  it.each(ends)(
    '%s, and GitHub does not tell its state: undecided, and nothing is cancelled',
    async (action) => {
      const { left, ending } = await stop({ run: { event: event({ action }) } }, (stage) =>
        stage.fail('github pull', githubFailure('unavailable')),
      );
      expect([left.length, ending]).toEqual([3, 'undecided github-unavailable']);
    },
  );

  it('what bears such a name and is not ours: nothing', async () => {
    const { left, stage } = await stop({ run: { event: event({ action: 'closed' }) } }, (stage) => {
      stage.github.pulls.set(42, changes.closed);
      stage.gitlab.add({ name: own(), course: lasts, creator: eveUser });
      stage.gitlab.add({ name: own(), course: lasts, source: 'trigger' });
      stage.gitlab.add({ name: own(), course: lasts, source: 'other' });
    });
    expect(left).toEqual([102, 103, 104, 105]);
    // A workflow that starts with a trigger token, and a cancel without it: nobody sees why they run on, but by this.
    const warned = stage.log.filter((line) => line.includes('has the name of ours'));
    expect(warned.map((line) => /#\d+/.exec(line)?.[0])).toEqual(['#105', '#104', '#103']);
  });

  it('what is ours, whatever has become of its branch: all', async () => {
    const { left } = await stop({ run: { event: event({ action: 'closed' }) } }, (stage) => {
      stage.github.pulls.set(42, changes.closed);
      stage.gitlab.add({ name: own(), course: lasts, ref: 'deleted' });
      stage.gitlab.branches.set('main', { protected: true, sha: 'e'.repeat(40) });
    });
    expect(left).toEqual([102]);
  });

  it('a label taken away: only what was there before', async () => {
    const at = Date.UTC(2026, 0, 1) + minute;
    const { left } = await stop(
      { run: { event: event({ action: 'unlabeled', label: 'test-a', at }) } },
      (stage) => {
        stage.gitlab.add({ name: own(), course: lasts, createdAt: at + 1 });
      },
    );
    expect(left).toEqual([102, 103]);
  });

  /** The name of the pipeline that a run for the pull request with these labels starts. */
  const keyFor = (stage: Stage, labels: string[]) =>
    askedBy(
      livePull({ labels }),
      select(labels, stage.ports.settings.selection),
      stage.ports.settings,
    )?.requests.at(-1)?.key;
  const unlabeled = (label: string) =>
    event({ action: 'unlabeled', label, at: Date.UTC(2026, 0, 1) + minute });

  it('a label taken away that changes nothing: what the others ask for runs on', async () => {
    const { left, ending } = await stop({ run: { event: unlabeled('test-dns') } }, (stage) => {
      stage.github.pulls.set(42, livePull({ labels: ['test-all'] }));
      stage.gitlab.add({ name: keyFor(stage, ['test-all', 'test-dns']), course: lasts });
      stage.gitlab.add({ name: keyFor(stage, ['test-a']), course: lasts });
    });
    expect([left, ending]).toEqual([[102, 103], 'allowed cancel-done']);
  });

  const byFiles = (path: string, labels: string[]) => (stage: Stage) => {
    stage.github.files = [{ path, from: undefined }];
    stage.gitlab.add({ name: keyFor(stage, labels), course: lasts });
  };
  const withPaths = { inputs: { paths: 'test-dns: dns/**' }, run: { event: unlabeled('test-dns') } };

  it('a label taken away, and the files ask for the same: that runs on', async () => {
    const { left } = await stop(withPaths, byFiles('dns/x', ['test-dns']));
    expect(left).toEqual([102, 103]);
  });

  it('a label taken away, and the files need no test: nothing runs on', async () => {
    const { left } = await stop(withPaths, byFiles('README.md', ['test-dns']));
    expect(left).toEqual([102]);
  });

  it('a label taken away, and the files cannot be read: undecided, and nothing is cancelled', async () => {
    const { left, ending } = await stop(withPaths, (stage) => {
      byFiles('dns/x', ['test-dns'])(stage);
      stage.fail('github files', githubFailure('unavailable'));
    });
    expect([left.length, ending]).toEqual([4, 'undecided github-unavailable']);
  });

  it('a label taken away from a pull request that is closed since: nothing is spared', async () => {
    const { left } = await stop({ run: { event: unlabeled('test-dns') } }, (stage) => {
      stage.github.pulls.set(42, changes.closed);
      stage.gitlab.add({ name: keyFor(stage, []), course: lasts });
    });
    expect(left).toEqual([102]);
  });

  it('a label taken away, and nobody tells which are left: undecided, and nothing is cancelled', async () => {
    const { left, ending, exit, stage } = await stop({ run: { event: unlabeled('test-a') } }, (stage) =>
      stage.fail('github pull', githubFailure('unavailable')),
    );
    expect([left.length, ending, exit]).toEqual([3, 'undecided github-unavailable', 1]);
    expect(stage.log).toEqual([expect.stringMatching(/^warning: nothing is cancelled/)]);
  });

  it('another label taken away: nothing', async () => {
    const { left, ending } = await stop({ run: { event: event({ action: 'unlabeled', label: 'bug' }) } });
    expect([left.length, ending]).toEqual([3, 'not-run label-without-prefix']);
  });

  const command = { kind: 'command', command: { name: 'cancel' } } as const;
  it.each([
    [bob, [102], 'allowed cancel-done', 'react 7 eyes'],
    [mallory, [100, 101, 102], 'denied command-not-allowed', 'react 7 -1'],
  ])('a comment of %j', async (sender, expected, told, reaction) => {
    const { left, ending, stage } = await stop({ run: { event: commentEvent({ sender, parsed: command }) } });
    expect([left, ending, stage.of('react')]).toEqual([expected, told, [reaction]]);
  });

  it.each([
    ['GitLab refuses it', 'gitlab cancel 101', 'forbidden'],
    ['GitLab cannot be asked', 'gitlab recent', 'unavailable'],
  ] as const)('a comment whose outcome is bad is answered by more than eyes: %s', async (_, call, kind) => {
    const { stage } = await stop(
      { run: { event: commentEvent({ sender: bob, parsed: command }) } },
      (stage) => stage.fail(call, gitlabFailure(kind, { mayHaveActed: false })),
    );
    expect(stage.of('react')).toEqual(['react 7 eyes', 'react 7 confused']);
  });

  it('what is left running is told by the exit', async () => {
    const { ending, exit, stage } = await stop({ run: { event: event({ action: 'closed' }) } }, (stage) => {
      stage.github.pulls.set(42, changes.closed);
      stage.fail('gitlab cancel 101', gitlabFailure('forbidden', { mayHaveActed: false }));
    });
    expect([ending, exit]).toEqual(['allowed cancel-needs-api', 1]);
    expect(stage.log.filter((line) => line.includes('#101'))).toHaveLength(1);
  });

  it('a GitLab that cannot be asked: undecided', async () => {
    const { ending } = await stop({ run: { event: event({ action: 'closed' }) } }, (stage) =>
      stage.fail('gitlab recent', gitlabFailure('unavailable')),
    );
    expect(ending).toBe('undecided gitlab-unavailable');
  });
});
