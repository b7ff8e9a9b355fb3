import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { proofRecord } from '../../src/cli/proof-record.ts';
import { refused, type Verified } from '../../src/cli/verification.ts';
import { noon, request } from '../proof/build.ts';

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const isRecord = ajv.compile(JSON.parse(readFileSync('docs/verification.schema.json', 'utf8')));

const verified: Verified = {
  ok: true,
  claims: {
    ...{ repository: 'acme/engine', repositoryId: '123', ownerId: '77', actor: 'maria', actorId: '1001' },
    ...{ event: 'pull_request_target', environment: undefined, runId: '555', runAttempt: '2' },
    workflow: 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/main',
    issuedAt: noon - 2_000,
  },
  job: { id: 9, name: 'private name', project: 4711, pipeline: 5, ref: 'main', createdAt: noon },
  values: request.values,
  tests: ['dns', 'mail'],
};

/** The record, which the schema takes. */
function recordOf(of: Parameters<typeof proofRecord>[0]) {
  const made = proofRecord(of, { branchVariable: 'GITHUB_ENGINE_BRANCH_NAME' }, new Date(noon));
  expect([isRecord(JSON.parse(JSON.stringify(made))), isRecord.errors]).toEqual([true, null]);
  return made;
}

it('says who asked, for what, when and how, and names no person and no job', () => {
  expect(recordOf(verified)).toEqual({
    ...{ version: 1, when: '2026-11-30T12:00:00.000Z', proven: true, reason: null },
    github: {
      ...{ repository: 'acme/engine', repositoryId: '123', ownerId: '77', actor: '1001' },
      ...{ event: 'pull_request_target', environment: null, run: '555', attempt: '2' },
      workflow: 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/main',
      signed: '2026-11-30T11:59:58.000Z',
    },
    gitlab: { project: 4711, pipeline: 5, job: 9, ref: 'main' },
    request: {
      ...{ commit: '4'.repeat(40), branch: 'feature/x', pullRequest: 42 },
      ...{ key: request.values['DRAWBRIDGE_KEY'], tests: ['dns', 'mail'] },
    },
  });
});

it('has null where a value has not its form', () => {
  const values = {
    GITHUB_ENGINE_BRANCH_NAME: '\u001b[31m',
    GITHUB_COMMIT_ID: 'main',
    GITHUB_PULL_REQUEST: '0',
    DRAWBRIDGE_KEY: 'a b',
  };
  const { gitlab, request: of } = recordOf({ ...verified, values, job: { ...verified.job, ref: 'a b' } });
  expect([gitlab?.ref, of]).toEqual([
    null,
    { commit: null, branch: null, pullRequest: null, key: null, tests: ['dns', 'mail'] },
  ]);
  expect(recordOf({ ...verified, values: {} }).request?.commit).toBeNull();
});

it('of what is not proven there is the reason alone', () => {
  const nothing = { github: null, gitlab: null, request: null };
  expect(recordOf(refused('proof-signature'))).toMatchObject({
    ...{ proven: false, reason: 'proof-signature' },
    ...nothing,
  });
  expect(recordOf({ ok: false, exit: 1, said: ['x'] })).toMatchObject({ reason: null, ...nothing });
});
