import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { type RowsIssuer, startIssuer } from '../contract/vault/issuer.ts';
import { type OpenBao, openbao, playsOnOpenBao, startOpenBao } from '../openbao.ts';
import { blocksOf } from './pages.ts';

/** docs/vault.md, applied as it stands: to a real OpenBao by its own program, and to the sandbox's Vault where there is none. */
const PAGE = 'docs/vault.md';
const isReal = playsOnOpenBao();
const sandbox = isReal ? undefined : await startSandbox();

let server: Pick<OpenBao, 'url' | 'rootToken'> & Partial<Pick<OpenBao, 'stop'>>;
let issuer: RowsIssuer;
const folder = mkdtempSync(join(tmpdir(), 'drawbridge-vault-'));
const values = {
  ...{ GITLAB_TOKEN: 'glpat-first', DNS_API_TOKEN: 'dns', PREPROD_KEY: 'pre', DEV_KEY: 'dev' },
  ...{ DO_TOKEN: 'do', GITHUB_STATUS_TOKEN: 'ghs-status' },
};

beforeAll(async () => {
  issuer = await startIssuer();
  server = sandbox ? sandbox.vault : await startOpenBao();
  const standIn = `${process.execPath} ${join(import.meta.dirname, 'vault-cli.ts')}`;
  const program = join(folder, 'vault');
  writeFileSync(program, `#!/bin/sh\nexec ${isReal ? openbao().file : standIn} "$@"\n`);
  chmodSync(program, 0o755);
  for (const { text } of blocksOf(PAGE).filter(({ language }) => language === 'bash')) await run(text);
  // A program is started for each command.
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop?.();
  await sandbox?.close();
  await issuer.close();
});

/** Runs a block of the page. Instead of GitHub and GitLab an issuer of our own is trusted; each line has to do. */
async function run(text: string, more: Record<string, string> = {}): Promise<string> {
  const here = text.replace(/https:\/\/(?:token\.actions\.githubusercontent|gitlab)\.com\b/g, issuer.url);
  const env = {
    PATH: `${folder}:${process.env['PATH']}`,
    HOME: folder,
    ...{ VAULT_ADDR: server.url, VAULT_TOKEN: server.rootToken },
    ...{ BAO_ADDR: server.url, BAO_TOKEN: server.rootToken },
    ...values,
    ...more,
  };
  const { exitCode, all } = await execa('bash', ['-euo', 'pipefail', '-c', here], {
    ...{ env, extendEnv: false, reject: false, all: true },
  });
  expect(exitCode, `${text}\n${all}`).toBe(0);
  return all;
}

/** What a server answers to a log-in and a read, as far as it is looked at here. */
interface Answer {
  readonly status: number;
  readonly json?: {
    readonly auth: {
      readonly client_token: string;
      readonly lease_duration: number;
      readonly token_type: string;
    };
    readonly data: { readonly data: Record<string, string> };
    readonly errors: readonly string[];
  };
}

async function ask(method: string, path: string, token = '', body?: unknown): Promise<Answer> {
  const answer = await fetch(`${server.url}/v1/${path}`, {
    method,
    headers: token === '' ? {} : { 'x-vault-token': token },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    ...(text !== '' && { json: JSON.parse(text) as NonNullable<Answer['json']> }),
  };
}

const times = () => {
  const now = Math.floor(Date.now() / 1000);
  return { iat: now, nbf: now - 5, exp: now + 300 };
};
const login = async (mount: string, role: string, claims: Record<string, unknown>) => {
  const jwt = await issuer.sign({ iss: issuer.url, ...times(), ...claims });
  return ask('POST', `auth/${mount}/login`, '', { role, jwt });
};
const tokenOf = async (answer: Promise<Answer>): Promise<string> =>
  (await answer).json?.auth.client_token ?? '';
const read = async (token: string, path: string) => {
  const { status, json } = await ask('GET', `secret/data/${path}`, token);
  return status === 200 ? json?.data.data : status;
};

/** The job of the page's workflow, as GitHub describes it. */
const github = {
  aud: 'drawbridge.acme.example',
  sub: 'repo:acme@9876543/engine@123456789:environment:private-tests',
  repository_id: '123456789',
  repository_owner_id: '9876543',
  environment: 'private-tests',
  ref: 'refs/heads/main',
  job_workflow_ref: 'acme/engine/.github/workflows/private-tests.yml@refs/heads/main',
};

describe("GitHub's role", () => {
  it('reads the token for GitLab for five minutes, nothing else, and gives its token back', async () => {
    const answer = await login('jwt', 'drawbridge', github);
    expect(answer.json?.auth).toMatchObject({ lease_duration: 300, token_type: 'service' });
    const token = answer.json?.auth.client_token ?? '';
    expect(await read(token, 'ci/gitlab')).toEqual({ token: 'glpat-first' });
    expect(await read(token, 'tests/dns')).toBe(403);
    expect((await ask('POST', 'auth/token/revoke-self', token)).status).toBe(204);
    expect(await read(token, 'ci/gitlab')).toBe(403);
  });

  it('hides that the token is replaced: the next run reads the new one', async () => {
    const [rotation] = blocksOf(PAGE).filter(
      ({ heading, language }) => heading === 'Rotation' && language === 'bash',
    );
    await run('printf %s trigger | vault kv patch secret/ci/gitlab trigger=-');
    await run(rotation?.text ?? 'false', { GITLAB_TOKEN: 'glpat-second' });
    const token = await tokenOf(login('jwt', 'drawbridge', github));
    expect(await read(token, 'ci/gitlab')).toEqual({ token: 'glpat-second', trigger: 'trigger' });
  });

  it.each(Object.keys(github).filter((name) => name !== 'ref' && name !== 'sub'))(
    'refuses a job whose %s is another',
    async (name) => {
      const { status, json } = await login('jwt', 'drawbridge', { ...github, [name]: 'another' });
      expect(status).toBe(400);
      expect(json?.errors.join()).toContain(name);
    },
  );
});

/** A job of the page's private project, on a branch. */
const gitlab = (aud: string, ref: string, isProtected: boolean) => ({
  aud,
  project_id: '4242',
  ref,
  ref_type: 'branch',
  ref_protected: String(isProtected),
});
const dns = gitlab('tests-dns.vault.acme.example', 'main', true);
const preprod = gitlab('preprod.vault.acme.example', 'preprod', true);
const dev = gitlab('dev.vault.acme.example', 'dev', false);

/** A job of the template, in a pipeline that a token has started. */
const started = {
  ...gitlab('functional-tests.vault.acme.example', 'main', true),
  pipeline_source: 'api',
};
const report = { ...started, aud: 'drawbridge-report' };

describe("GitLab's roles", () => {
  it('give the template its secrets', async () => {
    const token = await tokenOf(login('gitlab', 'functional-tests', started));
    expect(await read(token, 'functional-tests')).toEqual({ DO_TOKEN: 'do' });
    expect(await read(token, 'ci/github-status')).toBe(403);
  });

  it('give the report its token', async () => {
    const token = await tokenOf(login('gitlab', 'report', report));
    expect(await read(token, 'ci/github-status')).toEqual({ TOKEN: 'ghs-status' });
    expect(await read(token, 'functional-tests')).toBe(403);
  });

  it('give a group of tests its own path', async () => {
    const token = await tokenOf(login('gitlab', 'tests-dns', dns));
    expect(await read(token, 'tests/dns')).toEqual({ DNS_API_TOKEN: 'dns' });
    expect(await read(token, 'ci/gitlab')).toBe(403);
    expect(await read(token, 'environments/preprod')).toBe(403);
  });

  it('give each environment its own key under one name', async () => {
    const tokens = {
      preprod: await tokenOf(login('gitlab', 'env-preprod', preprod)),
      dev: await tokenOf(login('gitlab', 'env-dev', dev)),
    };
    expect(await read(tokens.preprod, 'environments/preprod')).toEqual({ DEPLOY_KEY: 'pre' });
    expect(await read(tokens.dev, 'environments/dev')).toEqual({ DEPLOY_KEY: 'dev' });
    expect(await read(tokens.dev, 'environments/preprod')).toBe(403);
    expect(await read(tokens.preprod, 'environments/dev')).toBe(403);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['a schedule', 'functional-tests', { ...started, pipeline_source: 'schedule' }],
    ['a test that is no report', 'report', started],
    ['a report of another project', 'report', { ...report, project_id: '4243' }],
    ['a report that somebody starts by hand', 'report', { ...report, pipeline_source: 'web' }],
    ['another branch', 'env-preprod', { ...preprod, ref: 'dev' }],
    ["dev's own token", 'env-preprod', dev],
    ['a branch of that name that is not protected', 'env-preprod', { ...preprod, ref_protected: 'false' }],
    ['a tag of that name', 'env-preprod', { ...preprod, ref_type: 'tag' }],
    ['another project', 'env-preprod', { ...preprod, project_id: '4243' }],
    ['the token for another group', 'tests-dns', preprod],
    ['a twin that is not protected', 'tests-dns', { ...dns, ref: 'feature', ref_protected: 'false' }],
  ])('refuse %s', async (_, role, claims) => {
    expect((await login('gitlab', role, claims)).status).toBe(400);
  });
});

describe('what stands beside', () => {
  const yaml = blocksOf(PAGE).filter(({ language }) => language === 'yaml');
  const [inputs, jobs] = yaml.map(({ text }) => parse(text) as Record<string, Record<string, unknown>>);

  it("names the action's role and audience, and a path that the role may read", async () => {
    const { 'vault-role': role, 'vault-audience': aud, 'vault-secrets': secrets } = inputs?.['with'] ?? {};
    const token = await tokenOf(login('jwt', String(role), { ...github, aud }));
    const [, path = '', key = ''] = /^secret\/(\S+) (\w+) = gitlab-token$/.exec(String(secrets)) ?? [];
    expect(await read(token, path)).toHaveProperty(key);
  });

  it('gives each job of GitLab the audience of its own role', async () => {
    const deploys = Object.entries(jobs ?? {}).filter(([name]) => name.startsWith('deploy-'));
    expect(deploys.map(([name]) => name)).toEqual(['deploy-preprod', 'deploy-dev']);
    for (const [name, { id_tokens }] of deploys) {
      const branch = name.replace('deploy-', '');
      const { aud } = (id_tokens as Record<string, { aud: string }>)['VAULT_ID_TOKEN'] ?? { aud: '' };
      const token = await tokenOf(
        login('gitlab', `env-${branch}`, gitlab(aud, branch, branch === 'preprod')),
      );
      expect(await read(token, `environments/${branch}`)).toHaveProperty('DEPLOY_KEY');
    }
  });

  it('lets engineers read what their tests need, and nothing else', async () => {
    await run('vault kv put secret/functional-tests A=1');
    const made = await ask('POST', 'auth/token/create', server.rootToken, {
      policies: ['engineers'],
      ttl: '1m',
    });
    const token = made.json?.auth.client_token ?? '';
    expect(await read(token, 'functional-tests')).toEqual({ A: '1' });
    expect(await read(token, 'ci/gitlab')).toBe(403);
  });
});
