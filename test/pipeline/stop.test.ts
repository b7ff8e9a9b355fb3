import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceFailure, type ServiceFailureKind } from '../../src/net/failure.ts';
import { patientStop, quickStop, type StopLimits, stop } from '../../src/pipeline/stop.ts';
import { virtualClock } from '../world/clock.ts';
import { alive, blocked, ended, everyKind, gitlabFailure } from './build.ts';
import { type Script, scripted } from './scripted.ts';

async function stopped(script: Script, limits: StopLimits = quickStop) {
  const clock = virtualClock();
  const gitlab = scripted({ cancel: ['accepted'], ...script });
  const end = await stop(gitlab, 5, clock, limits);
  const how = end.stopped === 'refused' ? `refused: ${end.reason}` : end.stopped;
  return { how, calls: gitlab.calls, elapsed: clock.elapsed() };
}

const unavailable = gitlabFailure('unavailable');

describe('stopping a pipeline', () => {
  it.each([...ended, 'canceling' as const])('is done when GitLab shows %s', async (status) => {
    expect(await stopped({ get: [{ status }] })).toEqual({
      how: 'ended',
      calls: ['cancel 5', 'get 5'],
      elapsed: 0,
    });
  });

  it.each([...alive.filter((status) => status !== 'canceling'), ...blocked, 'unknown' as const])(
    'looks on while GitLab shows %s',
    async (status) => {
      const { how, calls } = await stopped({ get: [{ status }, { status }, { status: 'canceled' }] });
      expect([how, calls]).toEqual(['ended', ['cancel 5', 'get 5', 'get 5', 'get 5']]);
    },
  );

  it('asks again when it was not heard', async () => {
    const { how, calls } = await stopped({
      cancel: [unavailable, unavailable, 'accepted'],
      get: [{ status: 'canceled' }],
    });
    expect([how, calls]).toEqual(['ended', ['cancel 5', 'cancel 5', 'cancel 5', 'get 5']]);
  });

  it('asks no second time once it was heard', async () => {
    const { calls } = await stopped({ get: [unavailable, { status: 'running' }, { status: 'canceled' }] });
    expect(calls.filter((call) => call === 'cancel 5')).toHaveLength(1);
  });

  it.each<[ServiceFailureKind, string]>([
    ['not-found', 'vault-unexpected'],
    ['forbidden', 'vault-policy-denied'],
    ['unauthorized', 'vault-token-refused'],
    ['moved', 'vault-moved'],
  ])(
    'says of a token that Vault did not give what Vault said, and never that it is done: %s',
    async (kind, reason) => {
      const fromVault = new ServiceFailure({
        service: 'vault',
        status: undefined,
        kind,
        mayHaveActed: false,
      });
      const { how } = await stopped({ cancel: [fromVault] }, patientStop);
      expect(how).toBe(`refused: ${reason}`);
    },
  );

  it.each([
    ['unauthorized', undefined, 'gitlab-token-refused', 3],
    ['forbidden', undefined, 'cancel-needs-api', 3],
    ['forbidden', 'insufficient-scope', 'cancel-needs-api', 3],
    ['forbidden', 'insufficient-granular-scope', 'gitlab-permission-missing', 3],
    ['moved', 'project-moved', 'gitlab-moved', 3],
    ['not-found', 'project-not-found', 'gitlab-project-not-found', 3],
    ['not-found', 'foreign-not-found', 'gitlab-not-there', 3],
    ['untrusted', undefined, 'gitlab-untrusted', 1],
    ['invalid', undefined, 'gitlab-unexpected', 1],
    ['conflict', undefined, 'gitlab-unexpected', 1],
    ['unexpected', undefined, 'gitlab-unexpected', 1],
  ] as const)('is at its end with a clear no, and says why: %s, %s', async (kind, refusal, reason, times) => {
    const failure = gitlabFailure(kind, { mayHaveActed: false, ...(refusal && { refusal }) });
    for (const limits of [patientStop, quickStop]) {
      const { how, calls } = await stopped({ cancel: [failure] }, limits);
      expect([how, calls]).toEqual([`refused: ${reason}`, Array(times).fill('cancel 5')]);
    }
  });

  it.each(['unauthorized', 'forbidden', 'moved'] as const)('takes one no for none: %s', async (kind) => {
    const failure = gitlabFailure(kind, { mayHaveActed: false });
    const script = {
      cancel: [failure, 'accepted' as const],
      get: [failure, { status: 'canceled' as const }],
    };
    for (const limits of [patientStop, quickStop]) expect((await stopped(script, limits)).how).toBe('ended');
  });

  it('does not call a cancel refused that was accepted, when only looking is', async () => {
    expect((await stopped({ get: [gitlabFailure('forbidden', { mayHaveActed: false })] })).how).toBe(
      'unconfirmed',
    );
  });

  it('has nothing to do when the pipeline is no more', async () => {
    expect((await stopped({ get: [gitlabFailure('not-found')] })).how).toBe('ended');
    const absent = await stopped({ cancel: [gitlabFailure('not-found')] }, patientStop);
    expect([absent.how, absent.elapsed]).toEqual(['ended', 16_000]);
  });

  it('is not sure of a pipeline that a replica may not show yet', async () => {
    expect((await stopped({ cancel: [gitlabFailure('not-found')] }, quickStop)).how).toBe('unconfirmed');
  });

  it.each([
    ['quick', quickStop],
    ['patient', patientStop],
  ])('gives up in time: %s', async (_, limits) => {
    for (const script of [
      { cancel: [unavailable] },
      { get: [{ status: 'running' as const }] },
      { get: [unavailable] },
    ]) {
      const { how, elapsed } = await stopped(script, limits);
      expect(how).toBe('unconfirmed');
      expect(elapsed).toBeLessThan(limits.confirmMs);
      expect(elapsed).toBeGreaterThan(limits.confirmMs / 2);
    }
  });

  it('is quick enough for a runner that kills after 7.5 s', () =>
    expect(quickStop.confirmMs).toBeLessThan(7_500));

  it('throws a fault of our own on', async () => {
    await expect(stopped({ get: [] })).rejects.toThrow('no answer is planted');
  });

  it('ends in time whatever GitLab says', async () => {
    const failure = fc
      .tuple(fc.constantFrom(...everyKind), fc.boolean())
      .map(([kind, mayHaveActed]) => gitlabFailure(kind, { mayHaveActed }));
    const status = fc.constantFrom(...alive, ...blocked, ...ended).map((one) => ({ status: one }));
    const cancels = fc.array(fc.oneof(failure, fc.constant('accepted' as const)), {
      minLength: 1,
      maxLength: 9,
    });
    const gets = fc.array(fc.oneof(failure, status), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(cancels, gets, async (cancel, get) => {
        const { how, elapsed, calls } = await stopped({ cancel, get });
        expect(how).toMatch(/^(ended|unconfirmed|refused: [a-z-]+)$/);
        expect(elapsed).toBeLessThan(quickStop.confirmMs);
        expect(calls[0]).toBe('cancel 5');
      }),
    );
  });
});
