import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/proof/parts.ts';
import { audienceOf } from '../../../src/proof/request.ts';
import { play, roomFor, withoutHashes } from './cli.ts';
import { servers, startStage, type VaultStage } from './vault-stage.ts';

const room = roomFor();
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const isRecord = ajv.compile(JSON.parse(readFileSync('docs/verification.schema.json', 'utf8')));

const workflow = 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/main';
const commit = '4'.repeat(40);
const values = {
  GITHUB_ENGINE_BRANCH_NAME: 'feature/x',
  TESTS_TO_RUN: 'dns,mail',
  GITHUB_COMMIT_ID: commit,
  FORCE_CHECKOUT_CUSTOM_BRANCH: 'false',
  GITHUB_PULL_REQUEST: '42',
  GITHUB_REPOSITORY_FULL_NAME: 'acme/engine',
  DRAWBRIDGE_KEY: `acme/engine#42@${commit}:abcd01234567`,
};

describe.each(servers.filter(({ plays }) => plays))('a job of GitLab, with secrets on $name', (server) => {
  let stage: VaultStage;
  let options: string[];
  let honest: Record<string, string>;
  const exec = (env: Record<string, string>, ...more: string[]) => {
    const seen = 'echo "$TOKEN"; env | grep -c DRAWBRIDGE_PROOF; echo "$TESTS_TO_RUN"';
    const args = [
      'exec',
      '--verify',
      ...options,
      ...more,
      '--secrets',
      'tests#TOKEN',
      '--',
      'sh',
      '-c',
      seen,
    ];
    return play(room, args, { env: { ...honest, ...env } });
  };
  const asked = (service: string) => stage.sandbox.recorder.of(service as 'gitlab').length;

  beforeAll(async () => {
    stage = await startStage(server);
    const { github, gitlab, issuer } = stage.sandbox;
    const id = (login: string) => String(github.world.accounts.get(login)?.id);
    const repositoryId = String(
      [...github.world.repositories.values()].find(({ name }) => name === 'engine')?.id,
    );
    issuer.claims = {
      ...{
        actor: 'bob',
        actor_id: id('bob'),
        event_name: 'pull_request_target',
        run_id: '7',
        run_attempt: '1',
      },
      ...{ repository: 'acme/engine', repository_id: repositoryId, repository_owner_id: id('acme') },
      ...{ job_workflow_ref: workflow, workflow_ref: workflow },
    };
    await stage.vault.ask('POST', 'secret/data/tests', { data: { TOKEN: 'value-of-the-token' } });
    const { id: project } = gitlab.addProject({
      path: 'acme/small',
      files: { '.gitlab-ci.yml': "dns: { script: ['true'] }\n" },
    });
    const signed = await issuer.app.request(
      `/token?audience=${audienceOf({ project, ref: 'main', values })}`,
      { headers: { authorization: `bearer ${issuer.requestToken}` } },
    );
    const { value } = (await signed.json()) as { value: string };
    gitlab.hold('next', 'running');
    const pipeline = await gitlab.startPipeline('acme/small', { user: 'drawbridge-bot' });
    const [job] = pipeline.jobs;
    if (job === undefined) throw new Error('there is no job');
    job.status = 'running';
    honest = {
      ...{ CI_JOB_TOKEN: job.token, VAULT_ADDR: stage.url, VAULT_TOKEN: stage.vault.rootToken },
      ...values,
      ...partsOf(value),
    };
    options = [
      ...['--gitlab-url', gitlab.url, '--issuer', issuer.url, '--workflow', workflow],
      ...['--repository-id', repositoryId, '--owner-id', id('acme'), '--known-tests', 'dns,mail'],
    ];
  });
  afterAll(() => stage.close());

  it('gives its secrets to who was asked for, whatever its environment says of where to ask', async () => {
    // Nobody listens there.
    const evil = 'http://127.0.0.1:9';
    const proxies = {
      HTTP_PROXY: evil,
      HTTPS_PROXY: evil,
      ALL_PROXY: evil,
      http_proxy: evil,
      NODE_USE_ENV_PROXY: '1',
    };
    const ci = { CI_API_V4_URL: evil, CI_SERVER_URL: evil, CI_PIPELINE_CREATED_AT: '1970-01-01T00:00:00Z' };
    const { exit, stdout, stderr } = await exec({ ...proxies, ...ci, CI_PROJECT_ID: '1' });
    expect([exit, withoutHashes(stdout), stderr]).toEqual([0, '**\n0\ndns,mail\n', '']);
    expect(stage.asked()).toEqual(expect.arrayContaining(['GET /v1/secret/data/tests']));
  });

  it('writes who asked, and for what, into the log of the job before all others', async () => {
    const member = ['--organization', 'acme', '--github-api-url', stage.sandbox.apiUrl];
    const token = stage.sandbox.github.issueToken({ kind: 'app', permissions: { members: 'read' } });
    const env = { ...honest, DRAWBRIDGE_GITHUB_TOKEN: token };
    const { exit, stdout, stderr } = await play(room, ['verify', ...options, ...member], { env });
    expect([exit, stderr]).toEqual([0, '']);
    const [said, line = ''] = stdout.split('\n');
    expect(said).toBe('proven: asked for by run 7 of acme/engine, tests dns,mail');
    const record: unknown = JSON.parse(line.replace(/^audit: /, ''));
    expect([isRecord(record), isRecord.errors]).toEqual([true, null]);
    expect(record).toMatchObject({
      proven: true,
      request: { commit, pullRequest: 42, tests: ['dns', 'mail'] },
    });
  });

  it('asks Vault for nothing where the proof is not that of its request, and starts nothing', async () => {
    const before = stage.asked().length;
    const { VAULT_TOKEN: _, ...early } = honest;
    const runs = await Promise.all([
      exec({ GITHUB_COMMIT_ID: '5'.repeat(40) }),
      exec(partsOf('') ?? {}),
      exec({}, '--environment', 'production'),
      play(room, ['verify', ...options, '--json'], { env: { ...early, TESTS_TO_RUN: 'dns' } }),
    ]);
    const codes = runs.map(({ exit, stderr }) => [exit, /^drawbridge \w+: ([a-z-]+):/.exec(stderr)?.[1]]);
    expect(codes).toEqual([
      [1, 'proof-audience'],
      [1, 'proof-missing'],
      [1, 'proof-environment-claim'],
      [1, 'proof-audience'],
    ]);
    const [record, ...others] = runs.map(({ stdout }) => stdout).filter((stdout) => stdout !== '');
    expect([isRecord(JSON.parse(record ?? '')), others]).toEqual([true, []]);
    expect(stage.asked().slice(before)).toEqual([]);
  });

  it('asks nobody for anything in an environment that may have changed us', async () => {
    const before = [stage.asked().length, asked('gitlab'), asked('oidc')];
    const { exit, stdout, stderr } = await exec({
      NODE_OPTIONS: '--no-warnings',
      LD_LIBRARY_PATH: '/nowhere',
    });
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^drawbridge exec: proof-hostile-environment: /);
    expect(stderr.split('\n')[1]).toBe('drawbridge exec: set are: LD_*, NODE_OPTIONS');
    expect([stage.asked().length, asked('gitlab'), asked('oidc')]).toEqual(before);
  });
});
