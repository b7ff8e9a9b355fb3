import { describe, expect, it } from 'vitest';
import { verifyProof } from '../../src/proof/verify.ts';
import { keys, noon, policy, receivedWith, tokenOf } from './build.ts';

describe('an honest proof', () => {
  it('tells who has caused which run', async () => {
    expect(await verifyProof(receivedWith(await tokenOf()), policy, keys)).toEqual({
      proven: true,
      claims: {
        repository: 'acme/engine',
        repositoryId: '123',
        ownerId: '77',
        actor: 'maria',
        actorId: '1001',
        event: 'pull_request_target',
        workflow: 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/main',
        environment: undefined,
        runId: '555',
        runAttempt: '1',
        issuedAt: noon - 2_000,
      },
    });
  });
});
