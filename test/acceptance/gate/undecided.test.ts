import { expect, it } from 'vitest';
import { openGateStage, unwatched } from './stage.ts';

const stage = await openGateStage();
const { sandbox, scene, event, refused, answer, comment, reactions } = stage;
const { github } = sandbox;

/** Nobody is let in, and nobody is called a stranger: it could not be found out. */
const undecided = (reason: string) => ({ reason, decision: 'undecided', statuses: ['error'] }) as const;

const page = { body: '<html><h1>No</h1></html>', contentType: 'text/html' } as const;

it.each([
  ['the members call is forbidden', /\/memberships\/bob$/, { status: 403 }, 'membership-hidden'],
  ['it answers with a redirect', /\/memberships\/bob$/, { status: 301 }, 'membership-hidden'],
  ['it is rate-limited', /\/memberships\/bob$/, { status: 429 }, 'github-rate-limited'],
  ['it is down', /\/memberships\/bob$/, { status: 502 }, 'github-unavailable'],
  ['its token is refused', /\/memberships\/bob$/, { status: 401 }, 'github-token-refused'],
  ['a gateway lets nobody through', /\/memberships\/bob$/, { status: 403, ...page }, 'github-unavailable'],
  ['a gateway finds nothing', /\/memberships\/bob$/, { status: 404, ...page }, 'github-unavailable'],
  ['the pull request is not to be read', /\/pulls\/\d+$/, { status: 403 }, 'github-forbidden'],
  ['there is no such pull request', /\/pulls\/\d+$/, { status: 404 }, 'pull-request-not-found'],
  ['the activity is down', /\/activity\?/, { status: 500 }, 'github-unavailable'],
  ['its statuses are not to be read', /\/statuses\?/, { status: 403 }, 'github-forbidden'],
] as const)('%s', async (when, path, fault, reason) => {
  const pull = scene.openByMember(`feature/${when.replaceAll(' ', '-')}`, ['test-do-infra']);
  answer(path, { kind: 'status', ...fault, headers: { location: `${sandbox.apiUrl}/elsewhere` } });
  const job = event(pull, { action: 'labeled', label: 'test-do-infra' });
  // A refusal whose owner cannot be found out leaves the status alone.
  const statuses = path.source.includes('status') ? [] : ['error'];
  await refused(job, { ...undecided(reason), statuses });
});

it('a token that was made a moment ago may not be known yet, and is asked about once more', async () => {
  const pull = scene.openByMember('feature/new-token', ['test-do-infra']);
  const fault = { kind: 'status', status: 401 } as const;
  sandbox.faults.plant({ service: 'github', path: /./, when: 'before', times: 3, fault });
  await stage.started(stage.detached(pull));
});

/** GitHub says 404 of people that it was never asked about properly. */
it.each([
  ['a mistyped organisation', { organization: 'acmee' }],
  ['an organisation that is a person', { organization: 'mallory' }],
  ["the job's own token, which is told nothing", { 'membership-token': ' ' }],
])('nobody is called an outsider by %s', async (what, inputs) => {
  const pull = scene.openByMember(`feature/${what.length}`, ['test-do-infra']);
  if ('membership-token' in inputs) answer(/\/memberships\/bob$/, { kind: 'status', status: 404 });
  await refused(event(pull, { with: inputs }), undecided('membership-hidden'));
});

it('nobody is called an outsider where the list of members is not shown, and the redirect not followed', async () => {
  const pull = scene.openByMember('feature/unshown', ['test-do-infra']);
  const location = `${sandbox.apiUrl}/orgs/acme/public_members/alice`;
  answer(/\/memberships\/bob$/, { kind: 'status', status: 404 });
  answer(/\/acme\/members\/bob$/, { kind: 'status', status: 302, headers: { location } });
  await refused(event(pull), undecided('membership-hidden'));
});

it('comments that cannot be read hold back an outsider, as undecided', async () => {
  const pull = scene.openByOutsider('unread');
  answer(/\/issues\/\d+\/comments\?/, { kind: 'html' });
  await refused(event(pull), undecided('github-unavailable'));
});

it('an approval that may have been edited is none yet', async () => {
  const pull = scene.openByOutsider('perhaps');
  github.comment(scene.repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
  answer(/\/graphql$/, { kind: 'status', status: 502 });
  await refused(event(pull), undecided('github-unavailable'));
});

it('a team that the token cannot see', async () => {
  const pull = scene.openByMember('feature/unseen-team');
  await refused(event(pull, { with: { teams: 'no-such-team' } }), undecided('team-hidden'));
});

it('a repository that was renamed: no redirect is followed', async () => {
  const pull = scene.openByMember('feature/renamed');
  const job = event(pull);
  github.renameRepository('acme/engine', 'acme/motor');
  try {
    const result = await stage.play(job);
    expect([result.exitCode, result.outputs['decision'], result.outputs['reason']]).toEqual([
      1,
      'undecided',
      'github-moved',
    ]);
    expect(stage.toGitLab()).toEqual([]);
  } finally {
    github.renameRepository('acme/motor', 'acme/engine');
    github.world.renamed.clear();
  }
});

it('a command is questioned when it could not be found out whose it is', async () => {
  const pull = scene.openByOutsider('whose');
  answer(/\/memberships\/carol$/, { kind: 'status', status: 403 });
  const job = comment(pull, 'carol', `/ok-to-test ${pull.sha}`);
  await refused(job, { reason: 'membership-hidden', decision: 'undecided' });
  expect(reactions(pull)).toEqual(['confused']);
});

it("with the job's own token alone nobody can be told from outside, and who is a member in public may approve", async () => {
  github.addMember('acme', 'carol', { public: true });
  const own = { 'membership-token': ' ' };
  const pull = scene.openByOutsider('own-token', ['test-do-infra']);
  const { log } = await refused(event(pull, { with: own }), undecided('membership-hidden'));
  expect(log).toContain(
    `A member who is one in public, with write access, may approve with \`/ok-to-test ${pull.sha}\``,
  );
  // Bob hides his membership, so his word is not known to be a member's.
  await refused(comment(pull, 'bob', `/ok-to-test ${pull.sha}`, { with: own }), {
    ...undecided('membership-hidden'),
    statuses: [],
  });
  const approve = comment(pull, 'carol', `/ok-to-test ${pull.sha}`, { with: { ...own, ...unwatched } });
  expect(stage.audit(await stage.started(approve))).toMatchObject({
    rule: 'approved-now',
    decision: 'allowed',
  });
});

it.each([
  ['may not read statuses', {}, /whose it is could not be read \(github-forbidden\)/],
  [
    'may read and not write them',
    { statuses: 'read' },
    /\(status-not-written\): .*Give the job `statuses: write`/,
  ],
] as const)('a token that %s: the warning is about that, and nothing else', async (what, more, warned) => {
  const githubToken = github.issueToken({
    kind: 'actions',
    permissions: { 'pull-requests': 'read', ...more },
    repositories: [scene.repository],
  });
  const pull = scene.openByOutsider(`untold-${what.length}`);
  const { log } = await refused(event(pull, { job: { githubToken } }), { reason: 'approval-needed' });
  expect(log).toMatch(warned);
  expect(log).not.toContain('another pull request');
  expect(log).not.toContain('pull-requests: write');
});
