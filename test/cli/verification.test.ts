import { describe, expect, it } from 'vitest';
import { type VerifyPorts, verification } from '../../src/cli/verification.ts';
import type { VerifyWishes } from '../../src/cli/verify-wishes.ts';
import { known, unknown } from '../../src/facts/fact.ts';
import { ServiceFailure, type ServiceFailureKind } from '../../src/net/failure.ts';
import type { OwnJob } from '../../src/pipeline/own-job.ts';
import { partsOf } from '../../src/proof/parts.ts';
import { audienceOf } from '../../src/proof/request.ts';
import { keys, noon, policy, request, tokenOf } from '../proof/build.ts';

const wishes: VerifyWishes = {
  gitlabUrl: 'https://gitlab.example',
  policy,
  covers: ['REGION'],
  branchVariable: 'GITHUB_ENGINE_BRANCH_NAME',
  testsVariable: 'TESTS_TO_RUN',
  knownTests: ['dns', 'mail', 'web'],
  allLabel: 'test-all',
  member: undefined,
  proxy: undefined,
  certificates: undefined,
};
const job: OwnJob = {
  ...{ id: 9, name: 'private name', project: request.project, pipeline: 5 },
  ...{ ref: request.ref, createdAt: noon },
};
const token = await tokenOf();

/** The environment of an honest job: what was sent, and what GitLab and an image put beside it. */
const honest: Readonly<Record<string, string | undefined>> = {
  ...{ PATH: '/bin', CI_JOB_TOKEN: 'glcbt-secret', CI_PIPELINE_SOURCE: 'api' },
  ...request.values,
  ...partsOf(token),
};

interface Case {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly job?: Partial<OwnJob> | ServiceFailureKind;
  readonly wishes?: Partial<VerifyWishes>;
  readonly isMember?: VerifyPorts['isMember'];
}

const failing = (kind: ServiceFailureKind) =>
  new ServiceFailure({ service: 'gitlab', status: undefined, kind, mayHaveActed: false });

async function play(one: Case) {
  const asked: string[] = [];
  const ports: VerifyPorts = {
    job: async () => {
      asked.push('job');
      if (typeof one.job === 'string') throw failing(one.job);
      return { ...job, ...one.job };
    },
    keys,
    isMember: one.isMember,
  };
  const verified = await verification({ ...wishes, ...one.wishes }, { ...honest, ...one.env }, ports);
  return { verified, asked };
}

const reasonFor = async (one: Case) => {
  const { verified } = await play(one);
  if (verified.ok) return 'proven';
  expect(verified.exit).toBe(1);
  expect(verified.said.join('\n')).not.toMatch(/glcbt|eyJ|private name/);
  return verified.reason;
};

describe('a request', () => {
  it('is proven: who asked, for what, which tests, in which job', async () => {
    const { verified } = await play({ isMember: async (id) => known(id === '1001') });
    expect(verified).toEqual({
      ...{ ok: true, job, values: request.values, tests: ['dns', 'mail'] },
      claims: expect.objectContaining({ repository: 'acme/engine', actorId: '1001', runId: '555' }),
    });
  });

  it('is proven after two hours in the queue, and whatever the environment says of its pipeline', async () => {
    const ci = { CI_PIPELINE_CREATED_AT: '1970-01-01T00:00:00Z', CI_API_V4_URL: 'https://evil.example' };
    const net = { HTTPS_PROXY: 'http://evil', ALL_PROXY: 'http://evil', NODE_EXTRA_CA_CERTS: '/evil.pem' };
    const others = { CI_PROJECT_ID: '1', CI_COMMIT_REF_NAME: 'evil', CI_PROJECT_PATH: 'evil/evil' };
    expect(await reasonFor({ env: { ...ci, ...net, ...others } })).toBe('proven');
  });

  it('tells nothing but what was signed', async () => {
    const { verified } = await play({ env: { EXTRA: 'x', REGION_2: 'y' } });
    expect(verified.ok && Object.keys(verified.values).sort()).toEqual(Object.keys(request.values).sort());
  });
});

describe('a request is refused', () => {
  it.each<[string, string, Case]>([
    // The environment.
    ['proof-hostile-environment', 'NODE_OPTIONS', { env: { NODE_OPTIONS: '--require ./evil.cjs' } }],
    ['proof-hostile-environment', 'no check of certificates', { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } }],
    ['proof-hostile-environment', 'a library', { env: { LD_PRELOAD: './evil.so' } }],
    ['proof-hostile-environment', 'a file of the shell', { env: { BASH_ENV: './evil.sh' } }],
    ['proof-job-token-missing', 'no job token', { env: { CI_JOB_TOKEN: undefined } }],
    ['proof-job-token-missing', 'an empty one', { env: { CI_JOB_TOKEN: '' } }],
    // What GitLab says.
    ['proof-job-refused', 'a job token that is not its', { job: 'unauthorized' }],
    ['proof-job-refused', 'one that may not', { job: 'forbidden' }],
    ['proof-job-refused', 'a server without such a route', { job: 'not-found' }],
    ['proof-job-unavailable', 'a server that is down', { job: 'unavailable' }],
    ['proof-job-unavailable', 'too many questions', { job: 'rate-limited' }],
    ['proof-job-untrusted', 'another certificate', { job: 'untrusted' }],
    ['proof-job-unreadable', 'a redirect', { job: 'moved' }],
    ['proof-job-unreadable', 'an old GitLab', { job: 'unexpected' }],
    ['proof-audience', 'another project', { job: { project: 4712 } }],
    ['proof-audience', 'another ref', { job: { ref: 'evil' } }],
    ['proof-expired', 'a pipeline of later', { job: { createdAt: noon + 400_000 } }],
    ['proof-early', 'a pipeline of before', { job: { createdAt: noon - 90_000 } }],
    // What has arrived.
    ['proof-missing', 'no proof', { env: partsOf('') ?? {} }],
    [
      'proof-missing',
      'no variable of a proof',
      { env: { ...Object.fromEntries(Object.keys(partsOf('') ?? {}).map((name) => [name, undefined])) } },
    ],
    ['proof-malformed', 'the first part missing', { env: { DRAWBRIDGE_PROOF_1: '' } }],
    ['proof-audience', 'another commit', { env: { GITHUB_COMMIT_ID: '5'.repeat(40) } }],
    ['proof-audience', 'other tests', { env: { TESTS_TO_RUN: 'web' } }],
    ['proof-audience', 'no tests', { env: { TESTS_TO_RUN: '' } }],
    ['proof-audience', 'a value that is not there', { env: { GITHUB_PULL_REQUEST: undefined } }],
    ['proof-audience', 'another value of the maintainer', { env: { REGION: 'us' } }],
    ['proof-audience', 'a value that is not covered here', { wishes: { covers: [] } }],
    [
      'proof-audience',
      'a covered one that was not sent',
      { env: { SIZE: 'x' }, wishes: { covers: ['REGION', 'SIZE'] } },
    ],
    ['proof-audience', 'the tests in another variable', { wishes: { testsVariable: 'OTHER' } }],
    ['proof-repository', 'another repository', { wishes: { policy: { ...policy, repositoryId: '9' } } }],
    ['proof-environment-claim', 'no environment', { wishes: { policy: { ...policy, environment: 'x' } } }],
    // Tests.
    ['proof-tests-unknown', 'a test that is not known', { wishes: { knownTests: ['dns'] } }],
    // Membership.
    ['proof-actor', 'who is a member no more', { isMember: async () => known(false) }],
    ['membership-hidden', 'nobody can say', { isMember: async () => unknown('membership-hidden') }],
    ['github-unavailable', 'GitHub does not say', { isMember: async () => unknown('github-unavailable') }],
  ])('%s: %s', async (reason, _, one) => {
    expect(await reasonFor(one)).toBe(reason);
  });

  it.each([
    ['proof-tests-missing', ''],
    ['proof-tests-missing', ',,'],
    ['proof-tests-unknown', 'dns,,mail'],
    ['proof-tests-unknown', 'dns, mail'],
    ['proof-tests-unknown', '$(id)'],
    ['proof-tests-unknown', 'DNS'],
    ['proven', 'test-all'],
    ['proven', 'web'],
  ])('%s, signed as it is: %j', async (reason, tests) => {
    const values = { ...request.values, TESTS_TO_RUN: tests };
    const signed = partsOf(await tokenOf({ aud: audienceOf({ ...request, values }) })) ?? {};
    expect(await reasonFor({ env: { ...values, ...signed } })).toBe(reason);
  });

  it('without a word to anybody where the environment may have changed us', async () => {
    const { asked } = await play({
      env: { LD_AUDIT: 'x' },
      isMember: () => Promise.reject(new Error('asked')),
    });
    expect(asked).toEqual([]);
  });

  it('in words for a person', async () => {
    const said = async (one: Case) => {
      const { verified } = await play(one);
      return verified.ok ? [] : verified.said;
    };
    expect(await said({ wishes: { knownTests: ['web', 'dns'] } })).toMatchInlineSnapshot(`
      [
        "proof-tests-unknown: a test is asked for that this project does not know. Correct the label or the input \`tests\` on GitHub, or add the test to \`--known-tests\`.",
        "not known: mail",
        "known: dns, test-all, web",
      ]
    `);
    expect(await said({ env: { NODE_OPTIONS: '-r x', LD_evil: 'x' } })).toMatchInlineSnapshot(`
      [
        "proof-hostile-environment: a variable in the environment of the job can change what the check does. Forbid pipeline variables under Settings > CI/CD > Variables in GitLab, and take the one that the log names away.",
        "set are: LD_*, NODE_OPTIONS",
      ]
    `);
  });
});
