import '../properties.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backoffMs,
  isPassingAnswer,
  isPassingFailure,
  isRateLimited,
  isSafe,
  retryAfterMs,
  waitBeforeRetry,
} from '../../src/net/retry.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const of = (headers: Record<string, string>) => new Map(Object.entries(headers));

describe('isSafe', () => {
  it.each([
    ['GET', true],
    ['HEAD', true],
    ['POST', false],
    ['PUT', false],
    ['PATCH', false],
    ['DELETE', false],
    ['LIST', false],
  ])('%s: %s', (method, safe) => expect(isSafe(method)).toBe(safe));
});

describe('retryAfterMs', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['zero seconds', { 'retry-after': '0' }, 0],
    ['an HTTP date', { 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' }, 30_000],
    ['a date that has passed', { 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT' }, 0],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['nothing', {}, undefined],
    [
      'GitHub at its limit',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 12) },
      12_000,
    ],
    [
      'GitHub below its limit',
      { 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': String(NOW / 1000 + 12) },
      undefined,
    ],
    ['GitLab at its limit', { 'ratelimit-remaining': '0', 'ratelimit-reset': String(NOW / 1000 + 3) }, 3_000],
    [
      'both: the explicit wait',
      { 'retry-after': '1', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 99) },
      1_000,
    ],
  ])('reads %s', (_what, headers, expected) => {
    expect(retryAfterMs(of(headers as Record<string, string>), NOW)).toBe(expected);
  });

  it('never asks for a negative or broken wait, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = retryAfterMs(of({ 'retry-after': text }), NOW);
        expect(wait === undefined || wait >= 0).toBe(true);
      }),
    );
  });
});

describe('what passes', () => {
  it.each([
    [200, false],
    [302, false],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [412, false],
    [429, true],
    [500, true],
    [501, false],
    [502, true],
    [503, true],
    [504, true],
  ])('status %i: %s', (status, passing) => expect(isPassingAnswer(status, of({}))).toBe(passing));

  it('counts a status that the service is known for', () => {
    expect(isPassingAnswer(412, of({}), [412])).toBe(true);
  });

  it('tells a 403 by rate limit from a 403 by right', () => {
    expect(isRateLimited(403, of({ 'x-ratelimit-remaining': '0' }))).toBe(true);
    expect(isRateLimited(403, of({ 'retry-after': '60' }))).toBe(true);
    expect(isRateLimited(403, of({ 'x-ratelimit-remaining': '4999' }))).toBe(false);
    expect(isRateLimited(404, of({ 'x-ratelimit-remaining': '0' }))).toBe(false);
  });

  it.each([
    ['timeout', true],
    ['connection', true],
    ['bad-content', true],
    ['tls', false],
    ['too-large', false],
    ['refused-url', false],
    ['refused-header', false],
    ['run-deadline', false],
  ] as const)('failure %s: %s', (kind, passing) => expect(isPassingFailure(kind)).toBe(passing));
});

describe('waitBeforeRetry', () => {
  const state = {
    attempt: 1,
    maxAttempts: 3,
    random: 0.5,
    askedMs: undefined,
    maxWaitMs: 60_000,
    remainingMs: Number.POSITIVE_INFINITY,
  };

  it('backs off with full jitter, doubling up to 8 s', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => backoffMs(attempt, 0.5))).toEqual([
      250, 500, 1000, 2000, 4000, 4000, 4000,
    ]);
    expect(backoffMs(3, 0)).toBe(0);
  });

  it.each([
    ['first', state, 250],
    ['last attempt made', { ...state, attempt: 3 }, undefined],
    ['asked to wait', { ...state, askedMs: 5_000 }, 5_250],
    ['asked to wait as long as we are willing to', { ...state, askedMs: 60_000 }, 60_250],
    ['asked to wait too long', { ...state, askedMs: 60_001 }, undefined],
    ['the run would be over', { ...state, askedMs: 5_000, remainingMs: 5_250 }, undefined],
    ['the run would just not be over', { ...state, askedMs: 5_000, remainingMs: 5_251 }, 5_250],
  ])('%s', (_what, given, expected) => expect(waitBeforeRetry(given)).toBe(expected));
});
