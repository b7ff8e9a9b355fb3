import { describe, expect, it } from 'vitest';
import { askedBy, type KeyRules } from '../../src/request/keys.ts';
import { keyOf, type TargetRef } from '../../src/request/request.ts';
import { forkHead, livePull } from '../gate/build.ts';
import { main, passing, subject } from './build.ts';

const rules: KeyRules = {
  github: { repository: 'acme/engine' },
  selection: { prefix: 'test-', tests: undefined, defaultTests: ['test-all'], allLabel: 'test-all' },
  pipeline: { ...passing, ref: { ref: undefined, twinPatterns: [] } },
};
const twin: TargetRef = { name: 'feature/x', shown: 'feature/x', twin: true };

describe('the keys that a pull request asks for', () => {
  it('on the usual ref, and on the branch of the same name', () => {
    expect(askedBy(livePull(), rules)).toEqual({
      tests: ['test-all'],
      keys: [keyOf(subject(), main, passing), keyOf(subject(), twin, passing)],
    });
  });

  it('on the usual ref alone, where it comes from a fork', () => {
    const keys = [keyOf(subject({ branch: forkHead.sha, twin: undefined }), main, passing)];
    expect(askedBy(livePull({ head: forkHead }), rules)).toMatchObject({ keys });
  });

  it('on the ref that is configured', () => {
    const on = { ...rules, pipeline: { ...rules.pipeline, ref: { ref: 'next', twinPatterns: [] } } };
    const next = { name: 'next', shown: 'next', twin: false };
    expect(askedBy(livePull({ head: forkHead }), on)?.keys).toEqual([keyOf(subject(), next, passing)]);
  });

  it('for the tests of its labels', () => {
    const labelled = askedBy(livePull({ labels: ['test-b', 'test-a', 'bug'] }), rules);
    expect(labelled?.tests).toEqual(['test-a', 'test-b']);
    expect(labelled?.keys[0]).toBe(
      keyOf(subject({ tests: ['test-a', 'test-b'], all: false }), main, passing),
    );
  });

  it('none, where a label may not be sent on', () =>
    expect(askedBy(livePull({ labels: ['test-$x'] }), rules)).toBeUndefined());

  it('an approved commit is found again under them, though it was sent as a fork is', () => {
    const sent = subject({ branch: livePull().head.sha, twin: undefined });
    expect(askedBy(livePull(), rules)?.keys).toContain(keyOf(sent, main, passing));
  });
});
