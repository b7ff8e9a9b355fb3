/** What `drawbridge init` has written runs: both ways in, by its own files alone, to a green status with a proof. */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { prepare } from '../../sandbox/control/jobs.ts';
import { readOwn } from '../../sandbox/control/workflow.ts';
import { repositoryOf } from '../../sandbox/github/world.ts';
import { exampleEngine, template, withInputs } from '../../sandbox/gitlab/example.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/status.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import type { Plan } from '../../src/init/plan.ts';
import { byFollowing } from '../docs/stage.ts';
import { roomFor, start } from './exec/cli.ts';

const room = roomFor();
const sandbox = await startSandbox({ scale: 20 });
const { github, gitlab, vault, issuer } = sandbox;
const scene = exampleScene(sandbox);
const { repository, project } = scene;
afterAll(() => sandbox.close());

const { id, owner } = repositoryOf(github.world, repository);
const flags = {
  repository,
  'repository-id': id,
  'owner-id': owner.id,
  'action-commit': '0123456789abcdef0123456789abcdef01234567',
  'gitlab-url': gitlab.url,
  'gitlab-project': project,
  'gitlab-project-id': gitlab.project(project).id,
  tests: 'test-do-infra',
  image: 'debian',
  'vault-url': vault.url,
};

/** Starts it in an empty folder. Gives what it says, and reads what it has written. */
async function written(more: Readonly<Record<string, string>>) {
  const folder = join(room.path, more['event'] ?? '');
  mkdirSync(folder);
  const args = Object.entries({ ...flags, ...more, folder }).map(([name, value]) => `--${name}=${value}`);
  const { exit, stdout, stderr } = await start(room, ['init', '--json', ...args]).ended;
  expect([exit, stderr]).toEqual([0, '']);
  const plan = JSON.parse(stdout) as Plan;
  return { plan, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
}
type Written = Awaited<ReturnType<typeof written>>;

/** Does what the lines for Vault say, as root; GitHub's issuer is the sandbox's. */
async function applied({ plan, read }: Written) {
  const ask = async (method: string, path: string, body: unknown) => {
    const headers = { 'x-vault-token': vault.rootToken };
    const answer = await vault.app.request(`/v1/${path}`, { method, headers, body: JSON.stringify(body) });
    expect(answer.ok, `${path}: ${await answer.text()}`).toBe(true);
  };
  const lines = plan.steps.flatMap(({ commands }) => commands).filter((line) => /\bvault /.test(line));
  for (const line of lines) {
    const words = line.replace('https://token.actions.githubusercontent.com', issuer.url).split(' ');
    const [, first, path = '', from = '', ...rest] = words;
    const mount = /^vault auth enable -path=(\S+) jwt$/.exec(line)?.[1];
    if (mount !== undefined) {
      // Leave out those that are there, it says.
      if (!mounts.has(mount)) await ask('POST', `sys/auth/${mount}`, { type: 'jwt' });
      mounts.add(mount);
    } else if (line.startsWith('vault policy write ')) {
      await ask('PUT', `sys/policies/acl/${from}`, { policy: read(rest[0] ?? '') });
    } else if (line.startsWith('vault write ') && from === '-') {
      await ask('POST', path, JSON.parse(read(rest[1] ?? '')));
    } else if (first === 'write') {
      const url = line.includes('githubusercontent') ? issuer.url : gitlab.url;
      await ask('POST', path, { oidc_discovery_url: url, bound_issuer: url });
    } else {
      expect(line).toBe('printf %s "$GITLAB_TOKEN" | vault kv put secret/ci/gitlab token=-');
      await ask('POST', 'secret/data/ci/gitlab', { data: { token: scene.tokens.gitlab } });
    }
  }
  await ask('POST', 'secret/data/functional-tests', { data: { KEY_01: 'the-value-of-it' } });
}
const mounts = new Set<string>();

/** The environment of the steps, with the secrets that they set. */
const places = {
  ...{ workflows: new Map(), says: [] },
  environments: ['private-tests'],
  vars: {},
  secretsFor: () => ({ GITLAB_TOKEN: scene.tokens.gitlab, MEMBERSHIP_TOKEN: scene.tokens.membership }),
};

it.each([
  { event: 'workflow_run', 'token-in': 'vault' },
  // Second, because its policy allows no other events in the file.
  { event: 'pull_request_target', 'token-in': 'environment' },
])('by $event', async (more) => {
  const { plan, read } = await written(more);
  await applied({ plan, read });
  const workflows = plan.files.filter(({ path }) => path.startsWith('.github/workflows/'));
  for (const { path } of workflows) github.actions.install(repository, path, read(path));
  const policy = plan.files.find(({ path }) => path.endsWith('policy.json'))?.path;
  if (policy !== undefined) github.actions.addPolicy(repository, JSON.parse(read(policy)));

  const ci = read('drawbridge-setup/gitlab/.gitlab-ci.yml');
  const { url, text } = template(ci);
  gitlab.world.elsewhere.set(url, text);
  // Addresses of GitHub's that are not those of github.com.
  const here = { issuer: issuer.url, 'engine-url': sandbox.apiUrl };
  gitlab.push(project, 'main', { ...exampleEngine(), '.gitlab-ci.yml': withInputs(ci, here) });
  gitlab.protectBranch(project, 'main', 'developer');
  gitlab.project(project).settings.pipelineVariablesMinimumOverrideRole = 'no_one_allowed';

  const pull = scene.openByMember(`by-${more.event}`, ['test-do-infra']);
  const by = more.event === 'workflow_run' ? 'pull_request' : more.event;
  const runs = github.actions.happen(by as 'pull_request', 'opened', {
    repo: repository,
    number: pull.number,
    sender: 'bob',
  });
  const run = byFollowing(runs) ?? runs[0];
  if (run === undefined) throw new Error('nothing was started');
  // As `npm run sandbox -- run` plays a file of one's own.
  const own = readOwn(basename(run.workflow.path), read(run.workflow.path));
  const job = own.jobs.get(run.jobs[0] ?? '');
  const prepared = job && prepare(scene, places, own, job, run);
  if (prepared?.kind !== 'starts') throw new Error(prepared?.notes.join('\n'));
  expect([own.notes, job?.notes]).toEqual([[], []]);
  const result = await scene.run(prepared.options).done;

  const pipeline = [...gitlab.world.pipelines.values()].at(-1);
  await vi.waitFor(() => expect(pipeline && isEnded(pipelineStatus(pipeline))).toBe(true), {
    timeout: 60_000,
  });
  const traces = pipeline?.jobs.map(({ trace }) => trace).join('\n');
  expect([result.exitCode, result.outputs['verdict']], `${result.log}\n${traces}`).toEqual([0, 'success']);
  expect(pipeline?.jobs.map(({ plan: { name }, status }) => `${name}: ${status}`)).toEqual([
    'drawbridge-verify: success',
    'test-do-infra: success',
  ]);
  expect(github.statuses(repository, pull.sha).at(-1)).toMatchObject({
    context: 'drawbridge',
    state: 'success',
  });
});
