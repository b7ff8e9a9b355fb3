import { describe, expect, it } from 'vitest';
import type { LivePull } from '../../src/gate/facts.ts';
import { type RunSubject, whatChanged } from '../../src/modes/current.ts';
import type { SelectionRules } from '../../src/selection/select.ts';
import { everyKind, githubFailure, head, livePull } from '../gate/build.ts';
import { changes } from './stage.ts';

const rules: SelectionRules = {
  prefix: 'test-',
  tests: undefined,
  defaultTests: ['test-all'],
  allLabel: 'test-all',
};
const all: RunSubject = { number: 42, commit: head, tests: ['test-all'], mayBeDraft: false };
const onRequest: RunSubject = { ...all, tests: undefined };

const changed = (pull: LivePull, subject: RunSubject | undefined = all) =>
  whatChanged({ pull: async () => pull }, subject, rules);

describe('whether a pull request still asks for what a run is for', () => {
  it.each([
    ['as it was', livePull(), undefined],
    ['with labels that mean nothing', livePull({ labels: ['bug'] }), undefined],
    ['with the same tests by label', livePull({ labels: ['test-all', 'test-a'] }), undefined],
    ['with a new head', changes['a new head'], 'superseded'],
    ['with other labels', changes['other labels'], 'superseded'],
    ['with a label that may not be passed on', livePull({ labels: ['test-$x'] }), 'superseded'],
    ['closed', changes.closed, 'superseded'],
    ['made a draft', livePull({ draft: true }), 'superseded'],
  ])('%s', async (_, pull, expected) => expect(await changed(pull)).toBe(expected));

  it('a draft that was let through stays wanted', async () => {
    expect(await changed(livePull({ draft: true }), { ...all, mayBeDraft: true })).toBeUndefined();
    expect(await changed(livePull(), { ...all, mayBeDraft: true })).toBeUndefined();
  });

  it('labels say nothing of a run on request', async () => {
    expect(await changed(changes['other labels'], onRequest)).toBeUndefined();
    expect(await changed(changes['a new head'], onRequest)).toBe('superseded');
  });

  it('nothing can change about a commit of the repository itself', async () => {
    expect(
      await whatChanged({ pull: () => Promise.reject(new Error('was asked')) }, undefined, rules),
    ).toBeUndefined();
  });

  it.each(everyKind)('a GitHub that fails with %s has not said so', async (kind) => {
    const reason = await whatChanged({ pull: () => Promise.reject(githubFailure(kind)) }, all, rules);
    expect(reason).toMatch(/^(github-|pull-request-not-found)/);
  });
});
