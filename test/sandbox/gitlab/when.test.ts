/** What becomes of a job when those of earlier stages are over (docs/facts/gitlab.md, "Jobs"). */
import { expect, it } from 'vitest';
import type { Job, Pipeline } from '../../../sandbox/gitlab/pipeline.ts';
import { nextStep } from '../../../sandbox/gitlab/state.ts';
import type { Status } from '../../../sandbox/gitlab/status.ts';

const job = (status: Status, plan: Partial<Job['plan']> = {}) =>
  ({
    status,
    retried: false,
    plan: { stageIndex: 1, allowFailure: false, when: 'on_success', ...plan },
  }) as Job;

it.each<[string, Job[], 'always' | 'on_failure' | 'on_success', string]>([
  ['a pass', [job('success')], 'on_success', 'start'],
  ['a pass', [job('success')], 'on_failure', 'skip'],
  ['a failure', [job('failed'), job('success')], 'on_success', 'skip'],
  ['a failure', [job('failed'), job('success')], 'on_failure', 'start'],
  ['a failure', [job('failed')], 'always', 'start'],
  ['a failure that is allowed', [job('failed', { allowFailure: true })], 'on_success', 'start'],
  ['a failure that is allowed', [job('failed', { allowFailure: true })], 'on_failure', 'skip'],
  ['a cancel', [job('canceled'), job('success')], 'always', 'skip'],
  ['a cancel', [job('canceled'), job('success')], 'on_failure', 'skip'],
  ['a cancel and a failure', [job('canceled'), job('failed')], 'on_failure', 'start'],
  ['nothing', [], 'always', 'start'],
  ['nothing', [], 'on_failure', 'skip'],
  ['nothing', [], 'on_success', 'start'],
  ['one that runs', [job('failed'), job('running')], 'on_failure', 'wait'],
])('after %s', (_what, before, when, step) => {
  const last = job('created', { stageIndex: 2, when });
  expect(nextStep(last, { jobs: [...before, last] } as Pipeline)).toBe(step);
});
