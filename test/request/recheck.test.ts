import { describe, expect, it } from 'vitest';
import type { LivePull } from '../../src/facts/pull.ts';
import { recheck, stillAsks } from '../../src/request/recheck.ts';
import type { Subject } from '../../src/request/subject.ts';
import type { SelectionRules } from '../../src/request/tests.ts';
import { everyKind, githubFailure, livePull } from '../gate/build.ts';
import { changes } from '../modes/stage.ts';
import { pathsOf, subject } from './build.ts';

const rules: SelectionRules = {
  prefix: 'test-',
  tests: undefined,
  defaultTests: ['test-all'],
  allLabel: 'test-all',
};
const changed = (pull: LivePull, over: Partial<Subject> = {}, drafts = false) =>
  recheck({ pull: async () => pull }, 42, stillAsks(subject(over), rules, drafts));

describe('whether a pull request still asks for what a run is for', () => {
  it.each([
    ['as it was', livePull(), undefined],
    ['with labels that mean nothing', livePull({ labels: ['bug'] }), undefined],
    ['with the same tests by label', livePull({ labels: ['test-all', 'test-a'] }), undefined],
    ['with a new head', changes['a new head'], 'superseded'],
    ['with other labels', changes['other labels'], 'superseded'],
    ['with a label that may not be passed on', livePull({ labels: ['test-$x'] }), 'superseded'],
    ['closed', changes.closed, 'pull-request-closed'],
    ['made a draft', livePull({ draft: true }), 'superseded'],
  ])('%s', async (_, pull, expected) => expect(await changed(pull)).toBe(expected));

  it('a draft that was let through stays wanted', async () => {
    expect(await changed(livePull({ draft: true }), {}, true)).toBeUndefined();
    expect(await changed(livePull(), {}, true)).toBeUndefined();
  });

  it('labels say nothing of a run on request', async () => {
    expect(await changed(changes['other labels'], { onRequest: true })).toBeUndefined();
    expect(await changed(changes['a new head'], { onRequest: true })).toBe('superseded');
  });

  it('what files have chosen is wanted for the same head and base branch, while no label chooses', async () => {
    const byFiles = { ...rules, paths: pathsOf({ dns: ['dns/**'] }) };
    const check = (pull: LivePull, over: Partial<Subject>) =>
      recheck({ pull: async () => pull }, 42, stillAsks(subject(over), byFiles, false));
    for (const tests of [['dns'], []]) {
      const chosen = { tests, against: 'main' };
      expect(await check(livePull({ labels: ['bug'] }), chosen)).toBeUndefined();
      expect(await check(changes['a new head'], chosen)).toBe('superseded');
      expect(await check(livePull({ baseBranch: 'next' }), chosen)).toBe('superseded');
      expect(await check(livePull({ labels: ['test-a'] }), chosen)).toBe('superseded');
    }
    // The label was taken away: its files may need something else.
    expect(await check(livePull(), { tests: ['test-a'] })).toBe('superseded');
    expect(await check(livePull({ labels: ['test-a'] }), { tests: ['test-a'] })).toBeUndefined();
  });

  it.each(everyKind)('a GitHub that fails with %s has not said so', async (kind) => {
    const failing = { pull: () => Promise.reject(githubFailure(kind)) };
    const reason = await recheck(failing, 42, () => true);
    expect(reason).toMatch(/^(github-|pull-request-not-found)/);
  });
});
