import { describe, expect, it } from 'vitest';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { TransportFailure } from '../../src/net/failure.ts';
import { asServiceFailure, kindOfAnswer, refusedBy } from '../../src/net/refusal.ts';

const none = new Map<string, string>();

describe('kindOfAnswer', () => {
  it.each([
    [301, 'moved'],
    [302, 'moved'],
    [307, 'moved'],
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'unavailable'],
    [409, 'conflict'],
    [410, 'not-found'],
    [418, 'unexpected'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('%i is %s', (status, kind) => expect(kindOfAnswer(status, none)).toBe(kind));

  it('takes a 403 with spent limits for rate-limited', () => {
    expect(kindOfAnswer(403, new Map([['x-ratelimit-remaining', '0']]))).toBe('rate-limited');
  });
});

describe('refusedBy', () => {
  it.each([
    [302, false],
    [400, false],
    [404, false],
    [408, true],
    [429, false],
    [500, true],
    [502, true],
  ])('status %i may have acted: %s', (status, mayHaveActed) => {
    expect(refusedBy('gitlab', { status, headers: none, body: '' }, []).mayHaveActed).toBe(mayHaveActed);
  });

  it('keeps a code and a wait, and drops every word of the service', () => {
    const answer = { status: 400, headers: none, body: '{"message":"slow down, s3cret"}', retryAfterMs: 5 };
    const known = [{ code: 'too-many-pipelines', text: /slow down/, kind: 'rate-limited' }] as const;
    const failure = refusedBy('gitlab', answer, known);
    expect(failure).toMatchObject({
      kind: 'rate-limited',
      refusal: 'too-many-pipelines',
      retryAfterMs: 5,
      status: 400,
    });
    expect(failure.message).toBe('gitlab: rate-limited (status 400, too-many-pipelines)');
    expect(JSON.stringify(Object.entries(failure))).not.toContain('s3cret');
  });
});

describe('asServiceFailure', () => {
  const from = (kind: TransportFailure['kind'], mayHaveActed: boolean): ServiceFailure =>
    asServiceFailure('vault', new TransportFailure({ kind, method: 'POST', host: 'v', mayHaveActed }));

  it('tells what did not work and whether it may have been done', () => {
    expect(from('timeout', true)).toMatchObject({
      kind: 'unavailable',
      transport: 'timeout',
      mayHaveActed: true,
    });
    expect(from('refused-url', false)).toMatchObject({ kind: 'unexpected', mayHaveActed: false });
    expect(from('connection', false).message).toBe('vault: unavailable (no answer, connection)');
  });

  it('lets no word of an unknown error out', () => {
    const failure = asServiceFailure('github', new Error('token s3cret', { cause: 's3cret' }));
    expect(failure).toMatchObject({ kind: 'unexpected', mayHaveActed: true, status: undefined });
    expect(`${failure.stack} ${JSON.stringify(failure)} ${failure.cause}`).not.toContain('s3cret');
  });
});

describe('a 4xx that is not in JSON', () => {
  const page = '<html><h1>403 Forbidden</h1></html>';
  const answered = (status: number, body: string, headers: ReadonlyMap<string, string> = none) =>
    refusedBy('gitlab', { status, headers, body }, [{ code: 'project-moved', text: /./, kind: 'moved' }]);

  it.each([
    [401, page],
    [403, page],
    [404, page],
    [405, page],
    [400, page],
    [403, 'Forbidden\n'],
    [403, '403'],
    [403, '{"message":"cut sh'],
    [401, ''],
    [403, ''],
  ])('%i %j is of a gateway: it says nothing, and the service may have acted', (status, body) => {
    expect(answered(status, body)).toMatchObject({ kind: 'unavailable', mayHaveActed: true, status });
    expect(answered(status, body).refusal).toBeUndefined();
  });

  it.each([
    [404, '', 'not-found'],
    [413, page, 'invalid'],
    [403, '{"message":"403 Forbidden"}', 'moved'],
    [429, 'Retry later\n', 'moved'],
  ])('%i %j is an answer', (status, body, kind) => {
    expect(answered(status, body)).toMatchObject({ kind, mayHaveActed: false });
  });

  it('with a limit that is used up is a limit', () => {
    expect(answered(403, page, new Map([['retry-after', '7']]))).toMatchObject({
      kind: 'rate-limited',
      mayHaveActed: false,
    });
  });
});
