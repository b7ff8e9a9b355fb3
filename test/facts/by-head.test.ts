import { describe, expect, it } from 'vitest';
import { byHead, eventFor } from '../../src/facts/by-head.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { alice, bob, carol, head, livePull, mallory, sha } from '../gate/build.ts';

const here = { sha: head, branch: 'feature/x', repository: 'acme/engine' };
const pull = (number: number, over: Partial<LivePull> = {}) => livePull({ number, head: here, ...over });
const numbers = (pulls: readonly LivePull[]) => pulls.map(({ number }) => number);

describe('the pull requests of a run', () => {
  it('are those of its repository, branch and commit, in order of number', () => {
    const found = byHead(
      [pull(9), pull(3), pull(7, { open: false }), pull(5, { open: false }), pull(4, { draft: true })],
      here,
    );
    expect([numbers(found.open), numbers(found.closed), found.moved]).toEqual([[3, 4, 9], [5, 7], false]);
  });

  it.each([
    ['a fork of the same owner', { ...here, repository: 'acme/engine-fork' }],
    ['a fork that is gone', { ...here, repository: null }],
  ])('are not those of %s', (_, other) =>
    expect(byHead([pull(1, { head: other })], here)).toEqual({ open: [], closed: [], moved: false }),
  );

  it('are those of the repository in any case of letters', () =>
    expect(numbers(byHead([pull(1)], { ...here, repository: 'Acme/Engine' }).open)).toEqual([1]));

  it('are none where the run names no repository', () => {
    const gone = pull(1, { head: { ...here, repository: null } });
    expect(byHead([gone], { ...here, repository: null }).open).toEqual([]);
  });

  it('have moved where an open one has another commit; a closed one has not', () => {
    const other = { ...here, sha: sha('b') };
    expect(byHead([pull(1, { head: other })], here)).toEqual({ open: [], closed: [], moved: true });
    expect(byHead([pull(1, { head: other, open: false })], here).moved).toBe(false);
  });
});

it('the event of a pull request that was found names the people of the run and the live author', () => {
  const run = {
    kind: 'workflow-run',
    action: 'completed',
    head: here,
    sender: bob,
    rerunner: carol,
  } as const;
  const { head: _, ...event } = eventFor(run, pull(9, { author: mallory }));
  expect(event).toEqual({
    ...{ kind: 'pull-request', action: 'completed', number: 9, sender: bob, rerunner: carol },
    ...{
      author: mallory,
      base: 'main',
      labels: [],
      label: undefined,
      at: 0,
      rebased: false,
      moved: undefined,
    },
  });
  expect(eventFor(run, pull(9, { author: alice })).head).toBe(here);
});
