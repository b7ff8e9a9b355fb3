import { describe, expect, it } from 'vitest';
import { isRefusal, pauseAfter } from '../../src/pipeline/failures.ts';
import { everyKind, gitlabFailure } from './build.ts';

const certain = { mayHaveActed: false };

describe('what a failed call allows to do next', () => {
  it.each(everyKind)('%s is a refusal where it is certain and does not pass by waiting', (kind) => {
    const passes = ['unavailable', 'rate-limited'].includes(kind);
    expect(isRefusal(gitlabFailure(kind, certain))).toBe(!passes);
    expect(isRefusal(gitlabFailure(kind))).toBe(false);
  });

  it('waits as long as GitLab says, else five seconds, and past the minute by which it counts', () => {
    expect(pauseAfter(gitlabFailure('rate-limited', { retryAfterMs: 7 }))).toBe(7);
    expect(pauseAfter(gitlabFailure('unavailable'))).toBe(5_000);
    expect(pauseAfter(gitlabFailure('rate-limited'))).toBe(61_000);
  });
});
