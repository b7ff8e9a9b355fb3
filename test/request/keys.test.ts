import { describe, expect, it } from 'vitest';
import type { LivePull } from '../../src/facts/pull.ts';
import { askedBy, asksFor, type KeyRules } from '../../src/request/keys.ts';
import { keyOf, type TargetRef } from '../../src/request/request.ts';
import { select } from '../../src/request/tests.ts';
import { forkHead, livePull } from '../gate/build.ts';
import { main, passing, subject } from './build.ts';

const rules: KeyRules = {
  github: { repository: 'acme/engine' },
  pipeline: { ...passing, ref: { ref: undefined, twinPatterns: [] } },
};
const selection = { prefix: 'test-', tests: undefined, defaultTests: ['test-all'], allLabel: 'test-all' };
const asked = (pull: LivePull, by = rules) => askedBy(pull, select(pull.labels, selection), by);
const twin: TargetRef = { name: 'feature/x', shown: 'feature/x', twin: true };

describe('the keys that a pull request asks for', () => {
  it('on the usual ref, and on the branch of the same name', () => {
    expect(asked(livePull())).toEqual({
      tests: ['test-all'],
      all: true,
      requests: [
        { key: keyOf(subject(), main, passing), ref: undefined },
        { key: keyOf(subject(), twin, passing), ref: 'feature/x' },
      ],
    });
  });

  it('on the usual ref alone, where it comes from a fork', () => {
    const key = keyOf(subject({ branch: forkHead.sha, twin: undefined }), main, passing);
    expect(asked(livePull({ head: forkHead }))?.requests).toEqual([{ key, ref: undefined }]);
  });

  it('on the ref that is configured', () => {
    const on = { ...rules, pipeline: { ...rules.pipeline, ref: { ref: 'next', twinPatterns: [] } } };
    const next = { name: 'next', shown: 'next', twin: false };
    const key = keyOf(subject(), next, passing);
    expect(asked(livePull({ head: forkHead }), on)?.requests).toEqual([{ key, ref: 'next' }]);
  });

  it('for the tests of its labels', () => {
    const labelled = asked(livePull({ labels: ['test-b', 'test-a', 'bug'] }));
    expect(labelled?.tests).toEqual(['test-a', 'test-b']);
    const of = (tests: string[]) => keyOf(subject({ tests, all: false }), main, passing);
    expect(asksFor(labelled, of(['test-a', 'test-b']))).toBe(true);
    expect(asksFor(labelled, of(['test-a']))).toBe(false);
    expect(asksFor(undefined, of(['test-a']))).toBe(false);
    expect(asksFor(labelled, undefined)).toBe(false);
  });

  it('none, where a label may not be sent on', () =>
    expect(asked(livePull({ labels: ['test-$x'] }))).toBeUndefined());

  it('none, where no test is needed', () =>
    expect(askedBy(livePull(), { selected: true, tests: [], all: false }, rules)).toBeUndefined());

  it('an approved commit is found again under them, though it was sent as a fork is', () => {
    const sent = subject({ branch: livePull().head.sha, twin: undefined });
    expect(asksFor(asked(livePull()), keyOf(sent, main, passing))).toBe(true);
  });
});
