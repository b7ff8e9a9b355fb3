/** What `drawbridge init` has written runs: both ways in, by its own files alone, to a green status and a content doctor. */
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, expect, it, vi } from 'vitest';
import { prepare } from '../../sandbox/control/jobs.ts';
import { readOwn } from '../../sandbox/control/workflow.ts';
import { repositoryOf } from '../../sandbox/github/world.ts';
import { exampleEngine, template, withInputs } from '../../sandbox/gitlab/example.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/status.ts';
import type { JobOptions } from '../../sandbox/runner/options.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene } from '../../sandbox/scene.ts';
import { doctor } from '../../src/cli/doctor.ts';
import type { Hearing } from '../../src/cli/hearing.ts';
import { init } from '../../src/cli/init.ts';
import type { CliIo } from '../../src/cli/io.ts';
import { systemClock } from '../../src/clock.ts';
import { type Plan, planFor } from '../../src/init/plan.ts';
import { type QuestionName, questionNames } from '../../src/init/questions.ts';
import { byFollowing } from '../docs/stage.ts';
import { answersWith, usual } from '../init/build.ts';
import { roomFor, start } from './exec/cli.ts';

const room = roomFor();
const sandbox = await startSandbox({ scale: 20 });
const { github, gitlab, vault, issuer } = sandbox;
const scene = exampleScene(sandbox);
const { repository, project } = scene;
const tokens = { GITLAB_TOKEN: scene.tokens.gitlab, MEMBERSHIP_TOKEN: scene.tokens.membership };
const administrator = github.issueToken({ kind: 'pat', login: 'alice', scopes: ['repo', 'read:org'] });
const env = { ...tokens, GITHUB_TOKEN: administrator, GITHUB_API_URL: sandbox.apiUrl };
afterAll(() => sandbox.close());

const { id, owner } = repositoryOf(github.world, repository);
const answers = {
  repository,
  'repository-id': String(id),
  'owner-id': String(owner.id),
  'gitlab-url': gitlab.url,
  'gitlab-project': project,
  'gitlab-project-id': String(gitlab.project(project).id),
  tests: 'test-do-infra',
  'vault-url': vault.url,
};

const folderOf = (event: string): string => join(room.path, event);
const readIn = (event: string) => (path: string) => readFileSync(join(folderOf(event), path), 'utf8');

/** A command in this process: what it prints, and its exit code. */
async function here(
  command: (io: CliIo, hearing: Hearing) => Promise<number>,
  more: CliIo['env'] = {},
): Promise<readonly [number, string]> {
  let text = '';
  const out = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const io = {
    ...{ stdin: Readable.from([]), stdout: out, stderr: out, clock: systemClock },
    ...{ env: { ...env, ...more }, random: (bytes: number) => new Uint8Array(bytes) },
  };
  const calm = new AbortController().signal;
  const hearing = {
    ...{ interrupted: calm, hurried: calm, first: () => undefined, hurriedBy: () => undefined },
    ...{ tell: () => () => {}, over: () => {} },
  };
  return [await command(io, hearing), text];
}

/** Starts it in an empty folder: as a process once, which shows that it is there, and else in this one. */
async function write(plan: Plan, said: ReadonlyMap<QuestionName, string>) {
  const event = said.get('event') ?? '';
  const folder = folderOf(event);
  mkdirSync(folder);
  const flags = [...said].map(([name, value]) => `--${name}=${value}`);
  const wishes = { said, folder, ...{ force: false, dryRun: false, json: true } };
  if (event === 'workflow_run') {
    const { exit, stdout, stderr } = await start(room, ['init', `--folder=${folder}`, ...flags], { env })
      .ended;
    expect([exit, stderr]).toEqual([0, '']);
    // It ends with the doctor.
    expect(stdout).toMatch(
      /^Written:\n[\s\S]*\n1\. GitLab: [\s\S]*\n {2}✓ all actions of the job are pinned by commit\n/,
    );
  } else {
    const [exit, text] = await here((io, hearing) => init(wishes, io, hearing));
    expect(exit, text).toBe(0);
  }
  expect(plan.files.map(({ path }) => readIn(event)(path))).toEqual(plan.files.map(({ text }) => text));
}

/** Does what the lines for Vault say, as root; GitHub's issuer is the sandbox's. Mounts that are there are left out. */
async function setUpVault({ steps }: Plan, read: (path: string) => string) {
  const ask = async (method: string, path: string, body: unknown) => {
    const headers = { 'x-vault-token': vault.rootToken };
    const answer = await vault.app.request(`/v1/${path}`, { method, headers, body: JSON.stringify(body) });
    expect(answer.ok, `${path}: ${await answer.text()}`).toBe(true);
  };
  const forms: readonly (readonly [RegExp, (first: string, second: string) => Promise<void>])[] = [
    [/^vault auth enable -path=(\S+) (jwt)$/, (mount, type) => ask('POST', `sys/auth/${mount}`, { type })],
    [
      /^vault write (\S+\/config) oidc_discovery_url=(\S+) bound_issuer=\2$/,
      (path, url) => ask('POST', path, { oidc_discovery_url: url, bound_issuer: url }),
    ],
    [
      /^vault policy write (\S+) (\S+)$/,
      (name, file) => ask('PUT', `sys/policies/acl/${name}`, { policy: read(file) }),
    ],
    [/^vault write (\S+) - < (\S+)$/, (path, file) => ask('POST', path, JSON.parse(read(file)))],
    [
      /^printf %s "\$(GITLAB_TOKEN)" \| vault kv put secret\/(ci\/gitlab) token=-$/,
      (_name, path) => ask('POST', `secret/data/${path}`, { data: { token: scene.tokens.gitlab } }),
    ],
    [
      /^printf %s "\$(NAME)" \| vault kv put secret\/(functional-tests) NAME=-$/,
      (_name, path) => ask('POST', `secret/data/${path}`, { data: { KEY_01: 'the-value-of-it' } }),
    ],
  ];
  const lines = steps.flatMap(({ commands }) => commands).filter((line) => /\bvault /.test(line));
  for (const line of lines.filter((one) => !mounts.has(one))) {
    if (line.startsWith('vault auth enable')) mounts.add(line);
    const here = line.replaceAll('https://token.actions.githubusercontent.com', issuer.url);
    const found = forms.flatMap(([form, act]) => {
      const [, first = '', second = ''] = form.exec(here) ?? [];
      return first === '' ? [] : [() => act(first, second)];
    });
    expect(found.length, line).toBe(1);
    await found[0]?.();
  }
}
const mounts = new Set<string>();

/** Presses the buttons of the step about GitLab. */
function setUpGitlab(ci: string) {
  const { url, text } = template(ci);
  gitlab.world.elsewhere.set(url, text);
  // Addresses of GitHub's that are not those of github.com.
  const here = { issuer: issuer.url, 'engine-url': sandbox.apiUrl };
  gitlab.push(project, 'main', { ...exampleEngine(), '.gitlab-ci.yml': withInputs(ci, here) });
  gitlab.protectBranch(project, 'main', 'developer');
  const { settings } = gitlab.project(project);
  Object.assign(settings, { publicJobs: false, pipelineVariablesMinimumOverrideRole: 'no_one_allowed' });
}

/** Does what the steps about GitHub say. */
function setUpGithub({ files }: Plan, read: (path: string) => string) {
  for (const { path } of files) {
    if (path.startsWith('.github/workflows/')) github.actions.install(repository, path, read(path));
    if (path.endsWith('/policy.json')) github.actions.addPolicy(repository, JSON.parse(read(path)));
  }
  github.makeLabels(repository, ['test-do-infra', 'test-all']);
  github.setEnvironment(repository, 'private-tests');
  for (const name of Object.keys(tokens)) github.setSecret(repository, name, 'private-tests');
  github.requireStatuses(repository, { context: 'drawbridge', integration: 15_368 });
}

/** The environment of the steps, with its secrets, as the sandbox's own command has it. */
const places = {
  ...{ workflows: new Map(), says: [], vars: {} },
  environments: ['private-tests'],
  secretsFor: () => tokens,
};

/** A member's pull request, played as `npm run sandbox -- run` plays a file of one's own. */
async function play(event: string, read: (path: string) => string) {
  const pull = scene.openByMember(`by-${event}`, ['test-do-infra']);
  const by = event === 'workflow_run' ? 'pull_request' : 'pull_request_target';
  const runs = github.actions.happen(by, 'opened', { repo: repository, number: pull.number, sender: 'bob' });
  const run = byFollowing(runs) ?? runs[0];
  if (run === undefined) throw new Error('nothing was started');
  const own = readOwn(basename(run.workflow.path), read(run.workflow.path));
  const job = own.jobs.get(run.jobs[0] ?? '');
  const prepared = job && prepare(scene, places, own, job, run);
  if (prepared?.kind !== 'starts') throw new Error(prepared?.notes.join('\n'));
  expect([own.notes, job?.notes]).toEqual([[], []]);
  const { options } = prepared;
  return { pull, idToken: options.idToken, result: await scene.run(options).done };
}

/** What the doctor says of the folder, with the ID token of the job. */
const diagnose = (event: string, idToken: JobOptions['idToken']) =>
  here(
    (io, hearing) =>
      doctor({ repository, pullRequest: undefined, workflow: undefined, json: false }, io, hearing),
    {
      GITHUB_WORKSPACE: folderOf(event),
      ACTIONS_ID_TOKEN_REQUEST_URL: idToken?.requestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: idToken?.requestToken,
    },
  );

it.each([
  { event: 'workflow_run', 'token-in': 'vault' },
  // Second, because its policy allows no other events in the file.
  { event: 'pull_request_target', 'token-in': 'environment' },
])('by $event', async (way) => {
  const said = { ...usual, ...answers, ...way };
  const plan = planFor(answersWith(said));
  const read = readIn(way.event);
  await write(plan, new Map(questionNames.map((name) => [name, said[name]])));
  await setUpVault(plan, read);
  setUpGitlab(read('drawbridge-setup/gitlab/.gitlab-ci.yml'));
  setUpGithub(plan, read);

  const { pull, result, idToken } = await play(way.event, read);
  const pipeline = [...gitlab.world.pipelines.values()].at(-1);
  const isOver = () => expect(pipeline && isEnded(pipelineStatus(pipeline))).toBe(true);
  await vi.waitFor(isOver, { timeout: 60_000 });
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
  const [exit, page] = await diagnose(way.event, idToken);
  expect(exit, page).toBe(0);
});
