import { describe, expect, it } from 'vitest';
import { faults, type Inputs, settings } from './build.ts';

const proven: Inputs = { 'pass-as': 'inputs', proof: 'true' };
const variables = (count: number, value = 'x'): string =>
  [...Array(count).keys()].map((n) => `MINE_${n}: ${value}`).join('\n');
const byVault: Inputs = {
  'vault-url': 'https://vault.example',
  'vault-secrets': 'secret/ci/gitlab trigger = gitlab-trigger-token',
};

describe('the input `proof`', () => {
  it.each<[string, Inputs, RegExp]>([
    ['variables are passed', { proof: 'true' }, /^proof: needs `pass-as: inputs`/],
    [
      'a trigger token starts',
      { ...proven, 'gitlab-trigger-token': 'glptt-x' },
      /^proof: needs `gitlab-token` to start/,
    ],
    ['Vault has a trigger token', { ...proven, ...byVault }, /^proof: needs `gitlab-token` to start/],
    ['it is neither true nor false', { ...proven, proof: 'M4RK3R' }, /^proof: must be true or false/],
    [
      'there are too many inputs',
      { ...proven, variables: variables(9) },
      /^variables: has 9 entries, and may have 8 with `proof: true`/,
    ],
    [
      'there are too many without a proof',
      { 'pass-as': 'inputs', variables: variables(14) },
      /^variables: has 14 entries, and may have 13:/,
    ],
    [
      'a value is too long',
      { ...proven, variables: variables(2, 'x'.repeat(1_001)) },
      /^variables: the value of entry 1 is longer than the 1000/,
    ],
    [
      'a part of a proof is given',
      { ...proven, variables: 'DRAWBRIDGE_PROOF_1: x' },
      /^variables: the name DRAWBRIDGE_PROOF_1 is reserved/,
    ],
    [
      'a part that there is not is given',
      { variables: 'drawbridge_proof_6: x' },
      /^variables: the name drawbridge_proof_6 is reserved/,
    ],
    [
      'the branch is called like a part',
      { ...proven, 'branch-variable': 'DRAWBRIDGE_PROOF_2' },
      /^branch-variable: must be a name that is not reserved/,
    ],
    [
      'the tests are called like a part',
      { ...proven, 'tests-variable': 'DRAWBRIDGE_PROOF_5' },
      /^tests-variable: must be a name that is not reserved/,
    ],
  ])('is told what is wrong where %s', async (_, inputs, told) => {
    expect(await faults(inputs)).toEqual([expect.stringMatching(told)]);
  });

  it.each<[string, Inputs]>([
    ['as many inputs as GitLab takes', { ...proven, variables: variables(8, 'x'.repeat(1_000)) }],
    ['the same without a proof', { 'pass-as': 'inputs', variables: variables(13) }],
    ['as many variables as anybody likes', { variables: variables(30, 'x'.repeat(2_000)) }],
    [
      'a mode that asks nothing of GitLab',
      { ...proven, mode: 'require-all', 'gitlab-trigger-token': 'glptt-x' },
    ],
  ])('takes %s', async (_, inputs) => {
    expect((await settings(inputs)).pipeline.proof).toBe(inputs['proof'] === 'true');
  });
});
