import { expect, it } from 'vitest';
import { createGitHub } from '../../sandbox/github/github.ts';
import { eventFor } from '../../src/facts/by-head.ts';
import { parseEvent } from '../../src/facts/payload.ts';
import { createGitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import { type Admission, admit } from '../../src/modes/admit.ts';
import { findPulls } from '../../src/modes/find-pulls.ts';
import type { Ports } from '../../src/modes/ports.ts';
import type { Send } from '../../src/net/transport.ts';
import { settings } from '../action/build.ts';

const base = 'http://127.0.0.1';
const repo = 'acme/engine';

/** By `workflow_run` the pull request is found first. */
async function admitByEither(ports: Ports): Promise<Admission> {
  const { event } = ports.run;
  if (event.kind !== 'workflow-run') return admit(ports);
  const pulls = await findPulls(ports, event);
  const [pull] = pulls.found ? pulls.open : [];
  if (!pull) throw new Error('no open pull request was found');
  return admit({ ...ports, run: { ...ports.run, event: eventFor(event, pull) } });
}

/** The example on a GitHub whose answers come in waves: what is asked before an answer is one round trip. */
function scene() {
  const github = createGitHub({ clock: { now: () => Date.UTC(2026, 0, 1) }, url: base });
  github.addOrganization('acme');
  for (const login of ['bob', 'carol', 'dave', 'mallory']) github.addUser(login);
  for (const login of ['bob', 'carol', 'dave']) github.addMember('acme', login);
  github.addRepository(repo);
  github.fork(repo, 'mallory');
  github.setCollaborator(repo, 'carol', 'write');
  const waves: string[][] = [];
  let open: { asked: string[]; over: Promise<void> } | undefined;
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  const wave = () => {
    if (open) return open;
    const made = { asked: [] as string[], over: turn().then(turn).then(turn) };
    open = made;
    waves.push(made.asked);
    void made.over.then(() => {
      open = undefined;
    });
    return made;
  };
  const send: Send = async ({ method, url, headers = {}, body }) => {
    const { asked, over } = wave();
    asked.push(`${method} ${url.slice(base.length).split('?')[0]}`);
    await over;
    const init = { method, headers, ...(body !== undefined && { body }) };
    const response = await github.app.request(url.slice(base.length), init);
    return { status: response.status, headers: new Map(response.headers), body: await response.text(), url };
  };
  const client = (token: string) => createOctokit({ token, baseUrl: base, send });
  const permissions = { 'pull-requests': 'write', statuses: 'write' } as const;
  const octokit = client(github.issueToken({ kind: 'actions', permissions, repositories: [repo] }));
  const membership = client(github.issueToken({ kind: 'app', permissions: { members: 'read' } }));

  /** Everything that is asked before GitLab may be called, wave by wave. */
  const admitted = async (name: string, payload: unknown, inputs: Record<string, string> = {}) => {
    const ports: Ports = {
      settings: await settings({ 'settle-seconds': '0', 'membership-token': 'given', ...inputs }),
      run: { event: parseEvent(name, payload), rerunner: undefined, attempt: 1 },
      github: createGitHubClient({ octokit, membership, duplication: octokit, repository: repo }),
      gitlab: {} as Ports['gitlab'],
      log: { info: () => {}, warning: () => {} },
      memory: { save: () => {} },
      audit: () => {},
      clock: { now: () => 0, sleep: async () => {} },
      interrupted: new AbortController().signal,
    };
    const admission = await admitByEither(ports);
    const { reason } = admission.ok ? admission.result : admission.last;
    return { yes: admission.ok, reason, waves };
  };
  const opened = (author: string, headRepo: string, by = author) => {
    github.push({ repo: headRepo, branch: 'x', by });
    return github.openPullRequest({ repo, author, headRepo, branch: 'x' }).number;
  };
  const event = (action: string, number: number, sender: string, label?: string) =>
    github.event('pull_request_target', action, { repo, number, sender, ...(label && { label }) });
  const requested = (number: number, sender: string) =>
    github.event('workflow_run', 'requested', { repo, number, sender });
  return { github, opened, event, requested, admitted };
}

it("one round trip for a member's own push", async () => {
  const { opened, event, admitted } = scene();
  const { yes, waves } = await admitted('pull_request_target', event('opened', opened('bob', repo), 'bob'));
  expect([yes, waves.length]).toEqual([true, 1]);
});

it('one more by workflow_run, whoever pushed: the list by which the pull request is found', async () => {
  const own = scene();
  const one = await own.admitted('workflow_run', own.requested(own.opened('bob', repo), 'bob'));
  expect([one.yes, one.waves.length, one.waves[0]]).toEqual([true, 2, ['GET /repos/acme/engine/pulls']]);
  const others = scene();
  const two = await others.admitted(
    'workflow_run',
    others.requested(others.opened('bob', repo, 'dave'), 'carol'),
  );
  expect([two.yes, two.waves.length]).toEqual([true, 3]);
});

it('two when somebody else pushed, and a third set a label', async () => {
  const { opened, event, admitted } = scene();
  const number = opened('bob', repo, 'dave');
  const { yes, waves } = await admitted('pull_request_target', event('labeled', number, 'carol', 'test-a'));
  expect([yes, waves.length]).toEqual([true, 2]);
});

it('two with roles, and with teams', async () => {
  const { github, opened, event, admitted } = scene();
  github.addTeam('acme', 'qa');
  github.addTeamMember('acme', 'qa', 'bob');
  const given = { teams: 'qa', 'who-may-run': 'qa: all' };
  const payload = event('opened', opened('bob', repo), 'bob');
  const { yes, waves } = await admitted('pull_request_target', payload, given);
  expect([yes, waves.length]).toEqual([true, 2]);
});

it('two for an outsider whom nobody approved, though that she is none is confirmed', async () => {
  const { opened, event, admitted } = scene();
  const payload = event('opened', opened('mallory', 'mallory/engine'), 'mallory');
  const { reason, waves } = await admitted('pull_request_target', payload);
  expect(reason).toBe('approval-needed');
  expect(waves.slice(1)).toEqual([
    ['GET /orgs/acme/members/mallory', 'GET /users/acme', expect.stringMatching(/^GET .*\/comments$/)],
    [expect.stringMatching(/^POST .*\/statuses\//)],
    // What that lies on is looked at.
    [expect.stringMatching(/^GET .*\/statuses$/)],
  ]);
});

it('three with an approval among a hundred comments', async () => {
  const { github, opened, event, admitted } = scene();
  const number = opened('mallory', 'mallory/engine');
  const sha = github.world.repositories.get(repo)?.refs.get(`refs/pull/${number}/head`);
  for (let n = 0; n < 99; n++) github.comment(repo, number, 'mallory', `Ping ${n}`);
  github.comment(repo, number, 'carol', `/ok-to-test ${sha}`);
  const payload = event('labeled', number, 'bob', 'test-a');
  const { yes, reason, waves } = await admitted('pull_request_target', payload);
  expect([yes, reason, waves.length]).toEqual([true, 'starting', 3]);
});

it('four for the decision on a command, the first on who gives it; then the claim on the status, the reaction', async () => {
  const { github, opened, admitted } = scene();
  const number = opened('mallory', 'mallory/engine');
  const sha = github.world.repositories.get(repo)?.refs.get(`refs/pull/${number}/head`);
  github.comment(repo, number, 'carol', `/ok-to-test ${sha}`);
  const payload = github.event('issue_comment', 'created', { repo, number, sender: 'carol' });
  const { yes, waves } = await admitted('issue_comment', payload);
  expect(yes).toBe(true);
  expect(waves[0]).toEqual([
    'GET /orgs/acme/memberships/carol',
    'GET /repos/acme/engine/collaborators/carol/permission',
  ]);
  expect(waves.slice(4)).toEqual([
    [`GET /repos/acme/engine/commits/${sha}/statuses`],
    [expect.stringMatching(/^POST .*\/reactions$/)],
  ]);
});

it('two for the command of an outsider, and nothing but the reaction', async () => {
  const { github, opened, admitted } = scene();
  const number = opened('mallory', 'mallory/engine');
  github.comment(repo, number, 'mallory', '/retest all');
  const payload = github.event('issue_comment', 'created', { repo, number, sender: 'mallory' });
  const { reason, waves } = await admitted('issue_comment', payload);
  expect(reason).toBe('command-not-allowed');
  expect(waves).toEqual([
    ['GET /orgs/acme/memberships/mallory', 'GET /repos/acme/engine/collaborators/mallory/permission'],
    ['GET /orgs/acme/members/mallory', 'GET /users/acme'],
    [expect.stringMatching(/^POST .*\/reactions$/)],
  ]);
});
