import { describe, expect, it } from 'vitest';
import { gitlabReason } from '../../src/pipeline/failures.ts';
import { everyKind, gitlabFailure } from './build.ts';

describe('why a call to GitLab failed', () => {
  it.each([
    ['unauthorized', 'gitlab-token-refused'],
    ['forbidden', 'gitlab-forbidden'],
    ['not-found', 'gitlab-project-not-found'],
    ['conflict', 'gitlab-unexpected'],
    ['invalid', 'gitlab-unexpected'],
    ['rate-limited', 'gitlab-rate-limited'],
    ['unavailable', 'gitlab-unavailable'],
    ['moved', 'gitlab-moved'],
    ['unexpected', 'gitlab-unexpected'],
  ] as const)('%s → %s', (kind, reason) => {
    expect(gitlabReason(gitlabFailure(kind))).toBe(reason);
    expect(gitlabReason(gitlabFailure(kind, { refusal: 'not-in-the-list' }))).toBe(reason);
  });

  it.each([
    ['reference-not-found', 'gitlab-ref-not-found'],
    ['variables-refused', 'gitlab-variables-refused'],
    ['inputs-invalid', 'gitlab-inputs-refused'],
    ['filtered-by-workflow', 'gitlab-filtered'],
    ['no-jobs', 'gitlab-no-jobs'],
    ['too-many-pipelines', 'gitlab-throttled'],
    ['name-too-long', 'gitlab-name-refused'],
    ['insufficient-scope', 'gitlab-scope-missing'],
    ['insufficient-granular-scope', 'gitlab-permission-missing'],
  ] as const)('refused with %s → %s, whatever the status', (refusal, reason) => {
    for (const kind of everyKind) expect(gitlabReason(gitlabFailure(kind, { refusal }))).toBe(reason);
  });

  it('throws a fault of our own on', () => {
    const fault = new TypeError('ours');
    expect(() => gitlabReason(fault)).toThrow(fault);
  });
});
