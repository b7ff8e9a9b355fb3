import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import { partNames, tokenIn } from '../../src/proof/parts.ts';
import { audienceOf } from '../../src/proof/request.ts';
import { proving } from '../../src/proof/sign.ts';
import type { PipelineRequest } from '../../src/request/request.ts';

const request: PipelineRequest = {
  key: 'k',
  ref: { name: 'main', shown: 'default', twin: false },
  passAs: 'inputs',
  values: { TESTS_TO_RUN: 'dns', DRAWBRIDGE_KEY: 'k' },
};
const failure = (facts: Partial<ServiceFailure>) =>
  new ServiceFailure({ service: 'github', status: 503, kind: 'unavailable', mayHaveActed: true, ...facts });

/** Pipelines that note what is sent, and an issuer whose tokens have a number. */
function world(idToken?: () => Promise<string>, project: () => Promise<number> = async () => 7) {
  const sent: PipelineRequest[] = [];
  const audiences: string[] = [];
  const pipelines = {
    create: async (one: PipelineRequest) => {
      sent.push(one);
      throw failure({ service: 'gitlab', mayHaveActed: false });
    },
  };
  const proven = proving(pipelines, {
    project,
    idToken: async (audience) => {
      audiences.push(audience);
      return idToken ? idToken() : `a.b.${audiences.length}`;
    },
  });
  const create = () => proven.create(request).catch((error: unknown) => error as ServiceFailure);
  return { sent, audiences, create };
}

describe('a start with a proof', () => {
  it('sends all that it sends without one, and a token for exactly that', async () => {
    const { sent, audiences, create } = world();
    await create();
    expect(audiences).toEqual([audienceOf({ project: 7, ref: 'main', values: request.values })]);
    const [first] = sent;
    expect(first).toMatchObject({ ...request, values: request.values });
    expect(Object.keys(first?.values ?? {})).toEqual([...Object.keys(request.values), ...partNames]);
    expect(tokenIn(first?.values ?? {})).toEqual({ found: true, token: 'a.b.1' });
  });

  it('asks for a fresh token each time', async () => {
    const { sent, create } = world();
    await create();
    await create();
    expect(sent.map(({ values }) => values['DRAWBRIDGE_PROOF_1'])).toEqual(['a.b.1', 'a.b.2']);
  });

  it('starts nothing where there is no token, and says that nothing has happened', async () => {
    for (const [idToken, told] of [
      [async () => Promise.reject(failure({})), ['unavailable', undefined, false]],
      [
        async () => Promise.reject(failure({ kind: 'forbidden', refusal: 'id-token-not-allowed' })),
        ['forbidden', 'id-token-not-allowed', false],
      ],
      [async () => 'a'.repeat(5_001), ['invalid', 'id-token-too-long', false]],
    ] as const) {
      const { sent, create } = world(idToken);
      const { kind, refusal, mayHaveActed } = (await create()) as ServiceFailure;
      expect([kind, refusal, mayHaveActed]).toEqual(told);
      expect(sent).toEqual([]);
    }
  });

  it('asks for no token where the project cannot be read', async () => {
    const { sent, audiences, create } = world(undefined, () =>
      Promise.reject(failure({ service: 'gitlab' })),
    );
    expect(await create()).toMatchObject({ service: 'gitlab', mayHaveActed: false });
    expect([sent, audiences]).toEqual([[], []]);
  });
});
