import { createGitHub } from '../../sandbox/github/github.ts';
import type { Comment } from '../../sandbox/github/world.ts';
import { eventFor } from '../../src/facts/by-head.ts';
import type { Run } from '../../src/facts/event.ts';
import { parseEvent } from '../../src/facts/event.ts';
import { createGitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import { type Admission, admit } from '../../src/modes/admit.ts';
import { findPulls } from '../../src/modes/find-pulls.ts';
import type { Ports } from '../../src/modes/ports.ts';
import type { HttpRequest, HttpResponse, Send } from '../../src/net/transport.ts';
import { settings } from '../action/build.ts';
import {
  bodyOf,
  type CallFault,
  type Delivery,
  logins,
  people,
  type Sequence,
  type Step,
  trustedBot,
} from './steps.ts';
import type { Truth } from './truth.ts';

/** The sandbox's GitHub in this process, played through the real client. */
export interface SandboxWorld {
  apply(step: Step): void;
  /** Runs all that a mode does before GitLab is asked for anything. */
  deliver(delivery: Delivery): Promise<Admission>;
  /** States of all statuses that were ever written. */
  states(): readonly string[];
}

const repo = 'acme/engine';
const base = 'http://127.0.0.1';
const minute = 60_000;

const faultAnswers: Record<CallFault, { status: number; body: string; headers?: Record<string, string> }> = {
  forbidden: { status: 403, body: '{"message":"Resource not accessible by integration"}' },
  moved: { status: 302, body: '', headers: { location: `${base}/orgs/acme/public_members/alice` } },
  'not-found': { status: 404, body: '{"message":"Not Found"}' },
  'rate-limited': { status: 429, body: '{}', headers: { 'retry-after': '60' } },
  unavailable: { status: 502, body: '' },
  unexpected: { status: 200, body: '{"unexpected":true}' },
};

/** GitLab must not be asked for anything here. */
const noGitLab = new Proxy({} as Ports['gitlab'], {
  get: (_, name) => () => Promise.reject(new Error(`GitLab was asked: ${String(name)}`)),
});

/** The world at the beginning of a sequence; the same steps as in memory. */
export function sandboxWorld(begin: Sequence, truth: Truth): SandboxWorld {
  let now = Date.UTC(2026, 0, 1);
  const clock = { now: () => now, sleep: async () => {} };
  const github = createGitHub({ clock, url: base });
  const ids = new Map(logins.map((login) => [login as string, github.addUser(login).id]));
  github.addOrganization('acme');
  github.addRepository(repo);
  const setMember = (who: string, state: 'active' | 'pending' | 'absent') => {
    if (state === 'absent') github.removeMember('acme', who);
    else github.addMember('acme', who, { state });
    truth.setMember(who, state === 'active');
  };
  const setRole = (who: string, role: 'write' | 'triage' | 'read') => {
    github.setCollaborator(repo, who, role);
    truth.setWriter(who, role === 'write');
  };
  for (const login of people) {
    setMember(login, begin.members.includes(login) ? 'active' : 'absent');
    setRole(login, begin.writers.includes(login) ? 'write' : 'read');
  }
  truth.setMember(trustedBot, true);
  if (begin.fork) github.fork(repo, 'mallory');
  const headRepo = begin.fork ? 'mallory/engine' : repo;
  const branch = 'feature/x';
  const commits: string[] = [];
  const events: { name: string; payload: unknown; run?: (delivery: Delivery) => unknown }[] = [];
  const recent = <T>(all: readonly T[], back: number): T | undefined => all[Math.min(back, all.length - 1)];

  const push = (by: string, again?: number) => {
    const old = again === undefined ? undefined : recent(commits, again);
    const sha = github.push({ repo: headRepo, branch, by, ...(old !== undefined && { sha: old }) });
    commits.unshift(sha);
    truth.pushed(sha, by);
  };
  push(begin.pusher);
  const { number } = github.openPullRequest({ repo, author: begin.author, headRepo, branch });
  truth.pushed(commits[0] ?? '', begin.author);
  const happened = (action: string, sender: string, label?: string) => {
    const details = { repo, number, sender, ...(label !== undefined && { label }) };
    const name = 'pull_request_target';
    const sha = commits[0] ?? '';
    const run = ({ followed, actor = sender }: Delivery) =>
      github.event('workflow_run', 'requested', {
        ...{ repo, number, sender },
        run: { head_sha: sha, actor, ...(followed && { run_attempt: 2, triggering_actor: followed }) },
      });
    events.unshift({ name, payload: github.event(name, action, details), run });
  };
  happened('opened', begin.author);
  const comments = (): Comment[] =>
    github.world.repositories.get(repo)?.issues.get(number)?.comments.toReversed() ?? [];
  const say = (by: string, body: string) => {
    const comment = github.comment(repo, number, by, body);
    const details = { repo, number, sender: by, comment };
    events.unshift({ name: 'issue_comment', payload: github.event('issue_comment', 'created', details) });
  };

  const apply = (step: Step): void => {
    now += minute;
    switch (step.do) {
      case 'push':
        push(step.by, step.again);
        happened('synchronize', step.by);
        return;
      case 'comment': {
        const commit = recent(commits, step.commit) ?? '';
        if (step.form === 'full') truth.approved(commit, step.by);
        say(step.by, bodyOf(step.form, commit));
        return;
      }
      case 'command':
        say(step.by, step.text);
        return;
      case 'edit': {
        const old = recent(comments(), step.comment);
        if (!old) return;
        const body = bodyOf(step.form, recent(commits, step.commit) ?? '');
        github.editComment(repo, old.id, body, { by: step.by, at: step.atOnce ? old.createdAt + 400 : now });
        return;
      }
      case 'delete': {
        const old = recent(comments(), step.comment);
        if (old) github.deleteComment(repo, old.id);
        return;
      }
      case 'member':
        setMember(step.who, step.state);
        return;
      case 'role':
        setRole(step.who, step.role);
        return;
      case 'reopen':
        happened('reopened', step.by);
        return;
      case 'label':
        github.addLabel(repo, number, 'test-a');
        happened('labeled', step.by, 'test-a');
        return;
      case 'dispatch':
        events.unshift({
          name: 'workflow_dispatch',
          payload: github.event('workflow_dispatch', null, { repo, sender: step.by }),
        });
        return;
      case 'activity':
        github.settings.activityLag = { all: 0, late: 1.5 * minute, none: 1e12 }[step.shown];
    }
  };

  const sendOf = ({ meanwhile, faults }: Delivery, { event }: Run): Send => {
    let calls = 0;
    return async (request) => {
      calls += 1;
      const call = calls;
      await Promise.resolve();
      for (const due of meanwhile) if (due.call === call) apply(due.step);
      const fault = faults.find((one) => one.call === call);
      if (fault) {
        const { status, body, headers = {} } = faultAnswers[fault.kind];
        const type = { 'content-type': 'application/json' };
        return { status, body, headers: new Map(Object.entries({ ...type, ...headers })), url: request.url };
      }
      const answer = await askApp(request);
      // With no entry at all, reopening counts as the push of the one who did it.
      const reopened = event.kind === 'pull-request' && event.action === 'reopened';
      if (reopened && request.url.includes('/activity?') && answer.body === '[]')
        truth.pushed(event.head.sha, event.sender.login);
      return answer;
    };
  };
  const askApp = async ({ method, url, headers = {}, body }: HttpRequest): Promise<HttpResponse> => {
    const path = url.slice(base.length);
    const response = await github.app.request(path, { method, headers, ...(body !== undefined && { body }) });
    return { status: response.status, headers: new Map(response.headers), body: await response.text(), url };
  };
  const job = github.issueToken({
    kind: 'actions',
    permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
    repositories: [repo],
  });
  const membership = github.issueToken({ kind: 'app', permissions: { members: 'read' }, lifetime: 1e9 });
  let send: Send = askApp;
  const client = (token: string) => createOctokit({ token, baseUrl: base, send: (request) => send(request) });
  const octokit = client(job);
  const clients = { octokit, membership: client(membership), duplication: octokit };

  return {
    apply,
    states: () => github.statuses(repo).map(({ state }) => state),
    deliver: async (delivery) => {
      const happened = recent(events, delivery.event) ?? { name: '', payload: {} };
      const { approvals, rerunner } = delivery;
      const event =
        delivery.way === 'workflow_run' && happened.run
          ? parseEvent('workflow_run', happened.run(delivery))
          : parseEvent(happened.name, happened.payload);
      const run = { event, rerunner, attempt: rerunner === undefined ? 1 : 2 };
      send = sendOf(delivery, run);
      const inputs = {
        'pull-request': String(number),
        'settle-seconds': '0',
        'membership-token': membership,
      };
      truth.beginRun();
      const ports: Ports = {
        settings: await settings({ ...inputs, approvals, 'trusted-bots': String(ids.get(trustedBot)) }),
        run,
        github: createGitHubClient({ ...clients, repository: repo }),
        gitlab: noGitLab,
        log: { info: () => {}, warning: () => {} },
        memory: { save: () => {} },
        audit: () => {},
        clock,
        interrupted: new AbortController().signal,
      };
      if (event.kind !== 'workflow-run') return admit(ports);
      const pulls = await findPulls(ports, event);
      if (!pulls.found) return { ok: false, last: pulls.result };
      // There is one pull request, and it is open.
      const [pull] = pulls.open;
      if (!pull) throw new Error('nothing open was found');
      return admit({ ...ports, run: { ...run, event: eventFor(event, pull) } });
    },
  };
}
