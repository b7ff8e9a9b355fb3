/** Three set-ups that work, on the sandbox, and the doctor as the command line starts it. */
import { Readable, Writable } from 'node:stream';
import { parse, stringify } from 'yaml';
import type { Recorded } from '../../sandbox/base/record.ts';
import { appIdOf } from '../../sandbox/github/shapes/app.ts';
import { provenScene } from '../../sandbox/proven-scene.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene, type Scene } from '../../sandbox/scene.ts';
import { type VaultScene, vaultFor } from '../../sandbox/vault-scene.ts';
import { doctor } from '../../src/cli/doctor.ts';
import type { DoctorWishes } from '../../src/cli/wishes.ts';
import { systemClock } from '../../src/clock.ts';
import type { Finding } from '../../src/doctor/finding.ts';

/** The ways in: by `pull_request_target`, by `workflow_run`, and detached: with Vault, proof, and the template that tells the verdict. */
export type Way = 'target' | 'run' | 'detached';

/** A set-up, which a test changes before it is looked at. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly scene: Scene;
  readonly vault: VaultScene | undefined;
  /** Of the process: tokens by the names that the workflow gives them. */
  readonly env: Record<string, string>;
  /** Changes the workflow that uses the action. */
  workflow(change: (file: WorkflowYaml) => void): void;
  /** Puts another workflow file beside it. */
  install(path: string, text: string): void;
  /** Changes the CI file of the third set-up's GitLab project. */
  ci(change: (text: string) => string): void;
  diagnose(wishes?: Partial<DoctorWishes>): Promise<Diagnosis>;
  close(): Promise<void>;
}

/** A workflow file as YAML reads it, as loose as that. */
// biome-ignore lint/suspicious/noExplicitAny: tests change anything of it
export type WorkflowYaml = any;

/** What came of it. */
export interface Diagnosis {
  readonly code: number;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly requests: readonly Recorded[];
}

const sha = 'a'.repeat(40);
const path = '.github/workflows/private-tests.yml';
const types = [
  ...['opened', 'synchronize', 'reopened', 'edited', 'ready_for_review'],
  ...['labeled', 'unlabeled', 'closed', 'converted_to_draft'],
];
const tests = ['test-aws-infra', 'test-aws-self-hosted', 'test-do-infra', 'test-scaleway-infra'];

const appToken = '${{ steps.app.outputs.token }}';

const workflowOf = (on: object, more: Record<string, string>): WorkflowYaml => ({
  name: 'private tests',
  on,
  permissions: {},
  jobs: {
    'private-tests': {
      'runs-on': 'ubuntu-latest',
      environment: 'private-tests',
      permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
      steps: [
        {
          uses: `drawbridge-ci/drawbridge@${sha}`,
          with: {
            'gitlab-project': 'acme/engine-tests',
            'gitlab-token': '${{ secrets.GITLAB_TOKEN }}',
            'membership-token': '${{ secrets.MEMBERSHIP_TOKEN }}',
            tests: tests.join(', '),
            ...more,
          },
        },
      ],
    },
  },
});

/** Sets one up, and with it all that the doctor looks at. */
export async function openStage(way: Way): Promise<Stage> {
  const sandbox = await startSandbox();
  const scene = exampleScene(sandbox);
  const { github, gitlab } = sandbox;
  const { repository, project } = scene;
  const url = gitlab.url;
  const byPull = {
    pull_request_target: { types },
    issue_comment: { types: ['created'] },
    workflow_dispatch: {},
  };
  const byRun = {
    workflow_run: { workflows: ['private tests, event'], types: ['requested', 'completed'] },
    issue_comment: { types: ['created'] },
  };
  let file = workflowOf(way === 'target' ? byPull : byRun, { 'gitlab-url': url });
  const write = () => void github.actions.install(repository, path, stringify(file));

  const event = { name: 'private tests, event', on: { pull_request: { types } }, permissions: {} };
  const noticed = { 'runs-on': 'ubuntu-latest', steps: [{ run: 'true' }] };
  if (way !== 'target')
    github.actions.install(
      repository,
      '.github/workflows/private-tests-event.yml',
      stringify({ ...event, jobs: { noticed } }),
    );
  else
    github.actions.addPolicy(repository, {
      name: 'private tests',
      enforcement: 'active',
      conditions: { workflow_path: { include: [path], exclude: [] } },
      rules: [
        {
          type: 'restrict_action_events',
          parameters: { allowed_events: ['pull_request_target', 'issue_comment', 'workflow_dispatch'] },
        },
      ],
    });
  github.makeLabels(repository, [...tests, 'test-all']);
  github.setEnvironment(repository, 'private-tests');
  for (const name of ['GITLAB_TOKEN', 'MEMBERSHIP_TOKEN'])
    github.setSecret(repository, name, 'private-tests');
  github.requireStatuses(repository, { context: 'drawbridge', integration: 15_368 });
  gitlab.protectBranch(project, 'main', 'developer', 'maintainer');
  Object.assign(gitlab.project(project).settings, { publicJobs: false });

  // An administrator looks at the first, the job itself at the others.
  const administrator = github.issueToken({ kind: 'pat', login: 'alice', scopes: ['repo', 'read:org'] });
  const env: Record<string, string> = {
    GITHUB_TOKEN: way === 'target' ? administrator : scene.tokens.job,
    GITLAB_TOKEN: scene.tokens.gitlab,
    MEMBERSHIP_TOKEN: scene.tokens.membership,
    GITHUB_REPOSITORY: repository,
    GITHUB_API_URL: sandbox.apiUrl,
    // No checkout is there.
    GITHUB_WORKSPACE: '/nowhere',
  };
  let vault: VaultScene | undefined;
  let ci = '';
  if (way === 'detached') {
    vault = await vaultFor(scene);
    const proven = provenScene(scene, vault, {
      workflows: `${repository}/${path}@refs/heads/main`,
      environment: 'private-tests',
      report: 'true',
      'github-url': sandbox.apiUrl,
    });
    ci = proven.file;
    gitlab.protectBranch(project, 'main', 'developer', 'maintainer');
    file.on.schedule = [{ cron: '17 * * * *' }];
    const { steps, permissions } = file.jobs['private-tests'];
    const [{ with: inputs }] = steps;
    delete inputs['gitlab-token'];
    // One App writes the status here and in GitLab.
    Object.assign(inputs, vault.inputs, proven.inputs, { wait: 'false', 'github-token': appToken });
    steps.unshift({ id: 'app', uses: `actions/create-github-app-token@${sha}` });
    permissions['id-token'] = 'write';
    const pull = scene.openByMember('for-claims');
    const app = github.issueToken({ kind: 'app', permissions: { statuses: 'write' } });
    await writeStatus(sandbox, repository, { sha: pull.sha, token: app });
    const bot = github.world.accounts.get('drawbridge-app[bot]');
    if (bot === undefined) throw new Error('the App has no account');
    github.requireStatuses(repository, { context: 'drawbridge', integration: appIdOf(bot) });
    const job = vault.job(
      scene.job(pull.number, { job: { workflowPath: '.github/workflows/drawbridge.yml' } }),
    );
    env['ACTIONS_ID_TOKEN_REQUEST_URL'] = job.idToken?.requestUrl ?? '';
    env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = job.idToken?.requestToken ?? '';
  }
  write();

  return {
    sandbox,
    scene,
    vault,
    env,
    workflow: (change) => {
      file = parse(stringify(file));
      change(file);
      write();
    },
    install: (at, text) => void github.actions.install(repository, at, text),
    ci: (change) => {
      ci = change(ci);
      gitlab.push(project, 'main', { '.gitlab-ci.yml': ci });
    },
    diagnose: async (wishes = {}) => {
      sandbox.recorder.clear();
      const said: string[] = [];
      const out = new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          said.push(chunk.toString());
          done();
        },
      });
      const run = async (json: boolean) => {
        const io = {
          env,
          stdin: Readable.from([]),
          stdout: out,
          stderr: out,
          clock,
          random: () => new Uint8Array(),
        };
        const all = { pullRequest: undefined, workflow: undefined, repository: undefined, ...wishes, json };
        const code = await doctor(all, io, quiet);
        return { code, text: said.splice(0).join('') };
      };
      const { code, text } = await run(true);
      const parsed = /^\{/.test(text) ? (JSON.parse(text) as { findings: Finding[] }) : { findings: [] };
      return { code, text, findings: parsed.findings, requests: sandbox.recorder.all() };
    },
    close: () => sandbox.close(),
  };
}

/** As a run has, before anybody looks. */
export async function writeStatus(
  { github }: Pick<Sandbox, 'github'>,
  repository: string,
  { sha: head, token }: { readonly sha: string; readonly token: string },
): Promise<void> {
  const answer = await github.app.request(`/repos/${repository}/statuses/${head}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'stage' },
    body: JSON.stringify({ state: 'success', context: 'drawbridge' }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}

/** After the day on which GitHub's default policy began to block; later than that by the real clock. */
const clock = {
  ...systemClock,
  now: () => Math.max(Date.now(), Date.parse('2026-12-05T00:00:00Z')),
};

const never = new AbortController().signal;
const quiet = {
  ...{ interrupted: never, hurried: never },
  ...{ first: () => undefined, tell: () => () => {}, over: () => {}, hurriedBy: () => undefined },
};
