/** Detached: the action starts a pipeline and ends, and a job of that pipeline tells the verdict with `drawbridge report`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repositoryOf } from '../../sandbox/github/world.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded } from '../../sandbox/gitlab/status.ts';
import { claimsOf } from '../../sandbox/runner/claims.ts';
import type { ScenePull } from '../../sandbox/scene.ts';
import { vaultFor } from '../../sandbox/vault-scene.ts';
import { blocksOf } from '../docs/pages.ts';
import { openStage, type Story, traceOf, until } from './stage.ts';
import { openInto } from './workflow-run.ts';

// A proof lives for minutes of the sandbox, and making a pipeline costs seconds of the machine's where it is busy.
const stage = await openStage(20);
const { scene, sandbox } = stage;
const { github, gitlab, issuer } = sandbox;
const { repository } = scene;
const { id, owner } = repositoryOf(github.world, repository);
const vault = await vaultFor(scene);

/** What jobs look for: the test passes as soon as this is there. */
const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const mended = join(folder, 'mended');

/** Writes statuses of the one repository, and may do nothing else. */
const writer = github.issueToken({
  kind: 'app',
  permissions: { statuses: 'write', 'pull-requests': 'read' },
  repositories: [repository],
  lifetime: 86_400,
});
const audience = 'drawbridge-report';

const inputs = [
  ...['GITHUB_ENGINE_BRANCH_NAME', 'TESTS_TO_RUN', 'GITHUB_COMMIT_ID', 'FORCE_CHECKOUT_CUSTOM_BRANCH'],
  ...['GITHUB_PULL_REQUEST', 'GITHUB_REPOSITORY_FULL_NAME', 'DRAWBRIDGE_KEY'],
  ...[1, 2, 3, 4, 5].map((part) => `DRAWBRIDGE_PROOF_${part}`),
];
/** The jobs of docs/report.md with the addresses and ids of the sandbox. */
const [page] = blocksOf('docs/report.md').filter(({ language }) => language === 'yaml');
const byVault = (page?.text ?? '')
  .replace('https://gitlab.acme.example', gitlab.url)
  .replace('--repository-id 123456 --owner-id 4567', `--repository-id ${id} --owner-id ${owner.id}`)
  .replace('private-tests.yml', 'drawbridge.yml')
  .replace('https://vault.acme.example', vault.url)
  .replace(
    '--secrets',
    `--issuer ${issuer.url} --github-api-url ${sandbox.apiUrl} --github-url https://github.com\n      --secrets`,
  );
/** The same with a token from a file in place of a variable of the project. */
const byVariable = (token: string): string =>
  byVault
    .replace(/ {2}id_tokens:\n.*\n.*\n/, '')
    .replace('- drawbridge', `- DRAWBRIDGE_GITHUB_TOKEN=$(cat ${token}) drawbridge`)
    .replace(/ +--vault-url.*\n/, '')
    .replace(/\n +--secrets \S+/, '');

/** A project in the form of docs/report.md. */
const project = (report: string, more = ''): Record<string, string> => ({
  '.gitlab-ci.yml': `
spec:
  inputs:
${inputs.map((name) => `    ${name}: { default: '' }`).join('\n')}
---
workflow: { name: $DRAWBRIDGE_KEY }
variables:
${inputs.map((name) => `  ${name}: $[[ inputs.${name} ]]`).join('\n')}
test-do-infra:
  rules:
    - if: '$TESTS_TO_RUN =~ /(^|,)(test-all|test-do-infra)(,|$)/'
  script: ["test -e ${mended}"]
${more}
${report}
`,
});
const path = (name: string): string => `acme/${name}`;
const settings = { pipelineVariablesMinimumOverrideRole: 'no_one_allowed' } as const;

/** Opens a project; gives the inputs for the action. */
function open(name: string, report: string, more = ''): Record<string, string> {
  gitlab.addProject({ path: path(name), files: project(report, more), settings });
  const token = gitlab.addAccessToken({ project: path(name), scopes: ['api'], role: 'maintainer' });
  return {
    ...{ 'gitlab-project': path(name), 'gitlab-token': token },
    ...{ 'pass-as': 'inputs', proof: 'true', wait: 'false', tests: 'test-do-infra, test-aws-infra' },
  };
}

/** A run that does not wait. */
async function detach(pull: ScenePull, given: Record<string, string>): Promise<Story> {
  const job = scene.job(pull.number, { with: given });
  return stage.play(pull, {
    with: given,
    job: {
      idToken: issuer.admit(claimsOf(job)),
      secrets: [...Object.values(scene.tokens), given['gitlab-token'] ?? ''],
    },
  });
}

const said = ({ sha }: ScenePull): string[] =>
  github.statuses(repository, sha).map(({ state, description }) => `${state}: ${description}`);
const pipelineIn = ({ pipelines: [pipeline] }: Story) => {
  if (!pipeline) throw new Error('there is no pipeline');
  return pipeline;
};
const ended = (story: Story) =>
  until(() => isEnded(pipelineStatus(pipelineIn(story))), 'the end of the pipeline');
/** Of the jobs that report and were started, by GitLab's ids. */
const exits = (story: Story) =>
  pipelineIn(story)
    .jobs.filter(({ plan, startedAt }) => plan.name.startsWith('report') && startedAt !== undefined)
    .map(({ plan, exitCode }) => `${plan.name} ${exitCode}`);

it('the action ends at once; the pipeline tells its failure, and after a retry in GitLab its success', async () => {
  const given = open('by-vault', byVault);
  await vault.ask('POST', 'secret/data/ci/github-status', { data: { TOKEN: writer } });
  await vault.ask('POST', 'sys/policies/acl/report', {
    policy: 'path "secret/data/ci/github-status" { capabilities = ["read"] }',
  });
  await vault.ask('POST', 'auth/gitlab/role/report', {
    ...{
      role_type: 'jwt',
      user_claim: 'project_id',
      bound_audiences: [audience],
      token_policies: ['report'],
    },
    bound_claims: { project_id: String(gitlab.project(path('by-vault')).id) },
  });
  rmSync(mended, { force: true });
  const pull = scene.openByMember('feature/report', ['test-do-infra']);
  const story = await detach(pull, given);
  expect([story.exitCode, story.outputs['reason']]).toEqual([0, 'detached']);

  await ended(story);
  expect([pipelineStatus(pipelineIn(story)), exits(story)]).toEqual(['failed', ['report-failure 1']]);
  expect(said(pull).slice(-2)).toEqual([
    'pending: private tests are running; the verdict will follow (test-do-infra)',
    'failure: private tests failed (test-do-infra)',
  ]);

  writeFileSync(mended, '');
  const retry = `/api/v4/projects/${pipelineIn(story).project.id}/pipelines/${pipelineIn(story).id}/retry`;
  const headers = { 'private-token': given['gitlab-token'] ?? '' };
  expect((await gitlab.app.request(retry, { method: 'POST', headers })).status).toBe(201);
  await ended(story);
  const both = ['report 0', 'report-failure 1'];
  expect([pipelineStatus(pipelineIn(story)), exits(story)]).toEqual(['success', both]);
  expect(said(pull).at(-1)).toBe('success: private tests passed (test-do-infra)');
  const links = github.statuses(repository, pull.sha).map(({ target_url }) => target_url);
  expect(new Set(links.slice(-3)).size).toBe(1);

  const trace = traceOf(story, 'report');
  expect(trace).toContain('drawbridge report: pipeline-success: private tests passed (test-do-infra)\n');
  expect(trace).toContain('drawbridge report: the commit status says so\n');
  expect(trace).not.toContain(writer);
  const revoked = sandbox.recorder.of('vault').filter(({ path: asked }) => asked.endsWith('/revoke-self'));
  expect(revoked).toHaveLength(2);

  // One job alone: GitLab starts the report that it had skipped.
  rmSync(mended);
  gitlab.retryJob(pipelineIn(story).id, 'test-do-infra');
  await ended(story);
  expect(exits(story)).toEqual([...both, 'report-failure 1']);
  expect(said(pull).at(-1)).toBe('failure: private tests failed (test-do-infra)');
});

it('a trigger job that the report does not see, and that is no test, fails the pipeline all the same', async () => {
  writeFileSync(mended, '');
  const token = join(folder, 'token');
  writeFileSync(token, writer);
  const given = open('by-bridge', byVariable(token), 'deploy: { trigger: acme/other }');
  gitlab.project(path('by-bridge')).settings.bridgeStatus = 'failed';
  const pull = scene.openByMember('feature/bridge', ['test-do-infra']);
  const story = await detach(pull, given);
  await ended(story);
  expect([pipelineStatus(pipelineIn(story)), exits(story)]).toEqual(['failed', ['report-failure 1']]);
  expect(said(pull).at(-1)).toBe('failure: private tests failed (test-do-infra)');

  gitlab.setJob(pipelineIn(story).id, 'deploy', 'success');
  gitlab.retryJob(pipelineIn(story).id, 'test-do-infra');
  await ended(story);
  expect(exits(story)).toEqual(['report 0', 'report-failure 1']);
  expect(said(pull).at(-1)).toContain('success: private tests passed');
});

it('a newer request and another pull request keep their status; what is left, or lost, the sweep tells', async () => {
  writeFileSync(mended, '');
  const token = join(folder, 'token');
  const given = open('by-variable', byVariable(token));
  const sweep = () =>
    scene.start(1, {
      with: { ...given, mode: 'sweep' },
      job: {
        event: { name: 'schedule', payload: { ...github.event('schedule', null, { repo: repository }) } },
      },
    }).done;
  const tells = async (pull: ScenePull, token_: string, before: (story: Story) => unknown = () => {}) => {
    writeFileSync(token, token_);
    gitlab.hold('next', 'running');
    const story = await detach(pull, given);
    await before(story);
    gitlab.release(pipelineIn(story).id);
    await ended(story);
    return [said(pull).at(-1), pipelineStatus(pipelineIn(story)), ...exits(story)];
  };
  const waiting = 'pending: private tests are running; the verdict will follow (test-do-infra)';

  const newer = scene.openByMember('feature/newer', ['test-do-infra']);
  const word = { state: 'pending', description: 'newer', context: 'drawbridge' };
  const speak = async () => {
    const answer = await fetch(`${sandbox.apiUrl}/repos/${repository}/statuses/${newer.sha}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${writer}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...word,
        target_url: `https://github.com/${repository}/actions/runs/9?pr=${newer.number}&key=aaaaaaaaaaaa&tests=all&full=1`,
      }),
    });
    expect(answer.status).toBe(201);
  };
  expect(await tells(newer, writer, speak)).toEqual(['pending: newer', 'success', 'report 0']);

  const few = scene.openByMember('feature/both', ['test-do-infra']);
  const other = openInto(stage, few, 'report-base', 'carol', ['test-do-infra']);
  // Its own pipeline ends first: it has passed what the other asks too, but that is for the sweep to say.
  const claim = async () => {
    const story = await detach(other, given);
    await ended(story);
    expect(traceOf(story, 'report')).toContain('drawbridge report: report-left: the private tests passed;');
    expect(exits(story)).toEqual(['report 0']);
  };
  const both = await tells(few, writer, claim);
  expect(both).toEqual([waiting, 'success', 'report 0']);

  const lost = scene.openByMember('feature/lost', ['test-do-infra']);
  expect(await tells(lost, '')).toEqual([waiting, 'success', 'report 1']);

  await sweep();
  expect([said(few).at(-1), said(lost).at(-1)]).toEqual([
    'success: private tests passed (test-do-infra)',
    'success: private tests passed with warnings (test-do-infra)',
  ]);
});
