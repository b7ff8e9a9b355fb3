import { expect, it } from 'vitest';
import type { Fault } from '../../sandbox/base/faults.ts';
import { claimsOf } from '../../sandbox/runner/claims.ts';
import type { SceneJob, ScenePull } from '../../sandbox/scene.ts';
import { VAULT_AUDIENCE, vaultFor } from '../../sandbox/vault-scene.ts';
import { values } from './expected.ts';
import { formsOf, publicText } from './leaks.ts';
import {
  atGate,
  expectRequests,
  findByKey,
  readBranch,
  readProject,
  readPull,
  startToSuccess,
  together,
  writeStatus,
} from './requests.ts';
import { openStage, type Story, until } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab, issuer, recorder, faults, vault } = sandbox;
const { inputs, ask } = await vaultFor(scene);

/** Another key of the same secret: hidden, though nobody asked for it. */
const other = 'multi-line-key-1\nmulti-line-key-2';
const store = (token: string) => ask('POST', 'secret/data/ci/gitlab', { data: { token, other } });
await store(scene.tokens.gitlab);

/** A job that has no token of GitLab's but what Vault gives it. */
const byVault = (pull: ScenePull, more: Readonly<Record<string, string>> = {}): SceneJob => ({
  with: { 'gitlab-token': ' ', ...inputs, ...more },
  job: { idToken: issuer.admit(claimsOf(scene.job(pull.number))) },
});

const askToken = `oidc GET /token?api-version=2.0&audience=${VAULT_AUDIENCE}`;
const logIn = 'vault POST /v1/auth/jwt/login';
const readSecret = 'vault GET /v1/secret/data/ci/gitlab';
const giveBack = 'vault POST /v1/auth/token/revoke-self';
const askMount = 'vault GET /v1/sys/internal/ui/mounts/secret/ci/gitlab';
/** Vault fetches the issuer's keys by itself. */
const askKeys = 'oidc GET /.well-known/jwks';
const fetched = [askToken, logIn, askMount, readSecret, giveBack];

/** What was said with to Vault: tokens in headers, and JWTs in bodies. */
const shownTo = (story: Story, service: string): string =>
  JSON.stringify(story.recorded.filter((one) => one.service === service));
const vaultTokens = ({ recorded }: Story): string[] => [
  ...new Set(
    recorded.flatMap(({ service, headers }) => (service === 'vault' ? (headers['x-vault-token'] ?? []) : [])),
  ),
];
const jwts = ({ recorded }: Story): string[] =>
  recorded.flatMap(({ path, body }) => (path.endsWith('/jwt/login') ? [String(JSON.parse(body).jwt)] : []));

/** No secret of the story in public, in any form, and each one only where it belongs. */
function expectKept(story: Story): void {
  const secrets = [scene.tokens.gitlab, ...other.split('\n'), ...vaultTokens(story), ...jwts(story)];
  const text = publicText(story);
  expect(secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)))).toEqual([]);
  for (const secret of [...vaultTokens(story), ...jwts(story)]) {
    expect(shownTo(story, 'github')).not.toContain(secret);
    expect(shownTo(story, 'gitlab')).not.toContain(secret);
  }
  for (const token of vaultTokens(story)) expect(vault.isAlive(token)).toBe(false);
  expect(vault.loggedIn()).toEqual([]);
}

/** What the runner was told to hide. */
const hidden = ({ result }: Story): string[] =>
  result.stdout
    .split('\n')
    .flatMap((line) => /^::add-mask::(.*)$/.exec(line)?.[1]?.replaceAll('%0A', '\n') ?? []);

it('reads the token after the gate has said yes, hides all it got, and gives its own back first', async () => {
  const pull = scene.openByMember('by-vault', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull, byVault(pull));
  expectRequests(story, [
    atGate('by-vault'),
    together(writeStatus, `${readBranch('by-vault')} → 404`, readProject, ...fetched, askKeys),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  const order = story.requests.filter(
    (line) => line !== askKeys && /^(?:oidc|vault) |gitlab GET .*branches/.test(line),
  );
  expect(order).toEqual([...fetched, `${readBranch('by-vault')} → 404`]);
  expect(story.asked).toEqual([
    { ref: 'main', variables: values(pull, { branch: 'by-vault', tests: 'test-do-infra' }) },
  ]);
  expect([story.exitCode, story.outputs['verdict']]).toEqual([0, 'success']);
  expect(hidden(story)).toEqual(
    expect.arrayContaining([
      scene.tokens.gitlab,
      other,
      ...other.split('\n'),
      ...vaultTokens(story),
      ...jwts(story),
    ]),
  );
  expect(story.state['vault']).toBe('no');
  expectKept(story);
});

it('asks nothing of Vault where the gate says no, and nothing where it does not know', async () => {
  const pull = scene.openByOutsider('no-vault');
  const denied = await stage.play(pull, byVault(pull));
  expect([denied.exitCode, denied.outputs['reason']]).toEqual([1, 'approval-needed']);
  const member = scene.openByMember('no-answer');
  faults.plant({
    ...{ service: 'github', path: /\/memberships\//, when: 'before', nth: 'every' },
    fault: { kind: 'status', status: 500 },
  });
  const undecided = await stage.play(member, byVault(member));
  expect(undecided.outputs['decision']).toBe('undecided');
  for (const story of [denied, undecided])
    expect(story.requests.filter((line) => /^(?:oidc|vault|gitlab) /.test(line))).toEqual([]);
});

it('says what the role may be bound to where the token does not fit it', async () => {
  const pull = scene.openByMember('not-bound');
  const story = await stage.play(pull, {
    ...byVault(pull),
    job: { idToken: issuer.admit({ ...claimsOf(scene.job(pull.number)), repository_id: '4711' }) },
  });
  expect(story.requests.filter((line) => /^(?:oidc|vault|gitlab) /.test(line))).toEqual([
    askToken,
    `${logIn} → 400`,
  ]);
  expect([story.exitCode, story.outputs['reason'], story.outputs['decision']]).toEqual([
    1,
    'vault-claim-differs',
    'undecided',
  ]);
  expect(story.statuses.at(-1)).toMatch(/^error: /);
  expect(story.log.join('\n')).toContain(`repository_id`);
  expect(story.log.join('\n')).toContain('4711');
  expectKept(story);
});

it('says that the job may not ask for an ID token', async () => {
  const pull = scene.openByMember('no-id-token');
  const { job: _, ...withoutToken } = byVault(pull);
  const story = await stage.play(pull, withoutToken);
  expect([story.exitCode, story.outputs['reason']]).toEqual([1, 'id-token-not-allowed']);
  expect(story.requests.filter((line) => /^(?:oidc|vault|gitlab) /.test(line))).toEqual([]);
});

/** What every log-in meets. */
const atLogIn = (fault: Fault, times?: number) =>
  faults.plant({
    ...{ service: 'vault', path: /\/login$/, when: 'before', nth: 'every', fault },
    ...(times !== undefined && { times }),
  });
/** An address that nobody may be sent to with what Vault is shown. */
const elsewhere = () => `${sandbox.apiUrl}/elsewhere`;
const redirect = (status: number): Fault => ({
  kind: 'status',
  status,
  body: '',
  headers: { location: elsewhere() },
});

it.each<[string, () => void, string]>([
  ['sealed', () => vault.seal(), 'vault-sealed'],
  [
    'without a leader',
    () => vault.standBy(elsewhere(), { reachesLeader: false }),
    'vault-leader-unreachable',
  ],
  ['moved to another address', () => atLogIn(redirect(301)), 'vault-moved'],
  ['a page instead of an answer', () => atLogIn({ kind: 'html' }), 'vault-no-api'],
  [
    'behind its leader',
    () =>
      faults.plant({
        ...{ service: 'vault', method: 'GET', path: /^\/v1\//, when: 'before', nth: 'every' },
        fault: { kind: 'status', status: 412, body: '{"errors":["required index state not present"]}' },
      }),
    'vault-lagging',
  ],
  ['silent', () => atLogIn({ kind: 'silence' }), 'vault-unavailable'],
  ['gone', () => atLogIn({ kind: 'drop' }), 'vault-unavailable'],
])('a Vault that is %s starts nothing', async (what, act, reason) => {
  const pull = scene.openByMember(`bad-${what.replaceAll(' ', '-')}`);
  act();
  const { job, ...given } = byVault(pull);
  const story = await stage
    .play(pull, { ...given, job: { ...job, networkScale: 50 } })
    .finally(() => vault.activate());
  expect([story.exitCode, story.outputs['reason']]).toEqual([1, reason]);
  expect(story.requests.filter((line) => /^gitlab |elsewhere/.test(line))).toEqual([]);
  expect(story.pipelines).toEqual([]);
  // A JWT is good for one log-in: each further one shows a fresh one.
  expect(new Set(jwts(story)).size).toBe(jwts(story).length);
  expectKept(story);
});

it('waits for a Vault that is started anew', async () => {
  const pull = scene.openByMember('restarting');
  atLogIn({ kind: 'drop' }, 1);
  faults.plant({
    ...{ service: 'vault', path: /\/login$/, when: 'before', nth: 2 },
    fault: { kind: 'status', status: 503, body: '{"errors":["core: barrier reader is not ready"]}' },
  });
  const story = await stage.play(pull, byVault(pull, { wait: 'false' }));
  expect([story.exitCode, story.outputs['verdict']], story.log.join('\n')).toEqual([0, 'pending']);
  expect(new Set(jwts(story)).size).toBe(3);
  expectKept(story);
});

it('gives back in post what a kill has left, and keeps it for that only sealed', async () => {
  const pull = scene.openByMember('killed-in-vault');
  faults.plant({ service: 'vault', path: /secret\/data/, when: 'before', fault: { kind: 'silence' } });
  const running = stage.start(pull, byVault(pull));
  await until(() => recorder.lines('vault').some((line) => line.includes('secret/data')), 'the read');
  const [held = ''] = vault.loggedIn();
  expect(vault.isAlive(held)).toBe(true);
  faults.plant({
    ...{ service: 'vault', path: /revoke-self/, when: 'before' },
    fault: { kind: 'status', status: 503 },
  });
  running.job.kill();
  const story = await running.told();
  expect(story.signal).toBe('SIGKILL');
  expect(story.result.state['vault']).toMatch(/^[\w-]{40,}$/);
  expect(story.requests.filter((line) => line.startsWith(giveBack))).toEqual([`${giveBack} → 503`, giveBack]);
  expectKept(story);
});

it('ends a read at once where the job is cancelled, and gives its token back', async () => {
  const pull = scene.openByMember('cancelled-in-vault');
  faults.plant({
    ...{ service: 'vault', path: /secret\/data/, when: 'before', nth: 'every' },
    fault: { kind: 'silence' },
  });
  const running = stage.start(pull, byVault(pull));
  await until(() => recorder.lines('vault').some((line) => line.includes('secret/data')), 'the read');
  void running.job.cancel();
  const story = await running.told();
  expect([story.exitCode, story.outputs['reason']], story.log.join('\n')).toEqual([1, 'job-cancelled']);
  expect(story.statuses.at(-1)).toMatch(/^failure: the GitHub job was cancelled/);
  expect(story.state['vault']).toBe('no');
  expect(story.requests.filter((line) => /^gitlab /.test(line))).toEqual([]);
  expectKept(story);
});

it('goes on with the new token where it is rotated while a pipeline is watched', async () => {
  const pull = scene.openByMember('rotated', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  const rotate = async () => {
    await store(gitlab.rotateToken(scene.tokens.gitlab));
  };
  faults.plant({
    ...{ service: 'gitlab', method: 'GET', path: /\/pipelines\/\d+$/, when: 'before' },
    fault: { kind: 'act', act: rotate },
  });
  const story = await stage.play(pull, byVault(pull));
  expect([story.exitCode, story.outputs['verdict']], story.log.join('\n')).toEqual([0, 'success']);
  expect(story.requests.filter((line) => line === logIn)).toHaveLength(2);
  expect(story.pipelines).toHaveLength(1);
  expectKept(story);
});

it('keeps what has a lease until the run is over, and gives it back then', async () => {
  await vault.write('sys/mounts/dynamic', { type: 'rabbitmq' });
  await vault.write('dynamic/roles/ci');
  await vault.policy('gitlab-token', 'path "dynamic/creds/ci" { capabilities = ["read"] }');
  const pull = scene.openByMember('leased', ['test-do-infra']);
  stage.answerLooksWhen('running', 'success');
  // An engine that makes tokens of GitLab's answers so.
  const change = (body: unknown) => ({ ...(body as object), data: { token: newest } });
  const newest = gitlab.addAccessToken({
    ...{ project: scene.project, scopes: ['api'], role: 'developer', user: 'drawbridge-bot' },
  });
  faults.plant({
    service: 'vault',
    path: /v1\/dynamic\/creds/,
    when: 'after',
    fault: { kind: 'mutate', change },
  });
  const running = stage.start(
    pull,
    byVault(pull, { 'vault-secrets': 'dynamic/creds/ci token = gitlab-token' }),
  );
  await until(() => recorder.lines('gitlab').some((line) => line.endsWith('/metadata')), 'the start');
  expect(vault.loggedIn()).toHaveLength(1);
  const story = await running.told();
  expect([story.exitCode, story.outputs['verdict']], story.log.join('\n')).toEqual([0, 'success']);
  expect(story.requests.at(-1)).toBe(giveBack);
  expect(vault.world.leases.size).toBe(0);
  expect(story.state['vault']).toBe('no');
  expectKept(story);
});

it('says of Vault what is wrong there where it has no newer token for one that is refused', async () => {
  const pull = scene.openByMember('rotated-and-sealed', ['test-do-infra']);
  stage.answerLooksWhen('running', 'running');
  const token = gitlab.addAccessToken({
    ...{ project: scene.project, scopes: ['api'], role: 'developer', user: 'drawbridge-bot' },
  });
  await store(token);
  await vault.policy('gitlab-token', 'path "secret/data/ci/gitlab" { capabilities = ["read"] }');
  const act = () => {
    gitlab.revokeToken(token);
    vault.seal();
  };
  faults.plant({
    ...{ service: 'gitlab', method: 'GET', path: /\/pipelines\/\d+$/, when: 'before' },
    fault: { kind: 'act', act },
  });
  const story = await stage.play(pull, byVault(pull)).finally(() => vault.activate());
  expect([story.exitCode, story.outputs['reason']], story.log.join('\n')).toEqual([1, 'watch-refused']);
  expect(story.log.join('\n')).toContain('no newer one could be read (vault-sealed): Vault is sealed');
  expect(story.requests.filter((line) => line.startsWith(logIn))).toHaveLength(4);
  expectKept(story);
});
