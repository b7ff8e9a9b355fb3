/** The status of a pipeline by its jobs, as GitLab's own rule has it (lib/gitlab/ci/status/composite.rb). */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compositeOf, hasWarnings } from '../../src/pipeline/composite.ts';
import type { Job } from '../../src/pipeline/pipeline.ts';
import { meaningOf, type PipelineStatus, toStatus } from '../../src/pipeline/status.ts';
import { exploring } from '../properties.ts';
import { alive, blocked, ended, job } from './build.ts';

/** `failed?` is a job that may fail. */
const jobsOf = (text: string): readonly Job[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => job({ status: toStatus(word.replace('?', '')), mayFail: word.endsWith('?') }));

describe('the status of a pipeline', () => {
  it.each([
    ['', 'skipped'],
    ['success success', 'success'],
    ['success skipped', 'success'],
    ['success failed?', 'success'],
    ['failed?', 'success'],
    ['canceled? skipped', 'success'],
    ['success manual?', 'success'],
    ['skipped manual?', 'skipped'],
    ['manual?', 'skipped'],
    ['success failed', 'failed'],
    ['canceled failed', 'failed'],
    ['canceled success', 'canceled'],
    ['failed running', 'running'],
    ['success created', 'running'],
    ['created', 'running'],
    ['success manual created', 'manual'],
    ['failed manual', 'manual'],
    ['running? success', 'running'],
    ['scheduled created success', 'scheduled'],
    ['canceling failed', 'running'],
    ['success of-the-future', 'running'],
  ])('of jobs that are %j is %s', (jobs, status) => expect(compositeOf(jobsOf(jobs))).toBe(status));

  it.each([
    ['success failed?', true],
    ['canceled?', true],
    ['success manual?', false],
    ['success failed', false],
  ])('of jobs that are %j has warnings: %s', (jobs, warns) => expect(hasWarnings(jobsOf(jobs))).toBe(warns));

  it('is no end while a job that counts may still run, and no success where one has failed', () => {
    const anyJob = fc.record({
      status: fc.constantFrom<PipelineStatus>(...alive, ...blocked, ...ended, 'unknown'),
      mayFail: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyJob, { minLength: 1, maxLength: 5 }), (parts) => {
        const status = compositeOf(parts.map(job));
        if (parts.some((one) => !one.mayFail && meaningOf(one.status) !== 'ended'))
          expect(meaningOf(status)).not.toBe('ended');
        if (parts.some((one) => meaningOf(one.status) === 'alive'))
          expect(meaningOf(status)).not.toBe('ended');
        if (parts.some((one) => one.status === 'failed' && !one.mayFail)) expect(status).not.toBe('success');
        if (!parts.some((one) => one.status === 'success' || one.mayFail)) expect(status).not.toBe('success');
      }),
      exploring(300),
    );
  });
});
