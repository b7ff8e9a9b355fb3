/** The sandbox's GitHub for the gate model: the same steps as in memory, through the real client. */
import { createGitHub } from '../../sandbox/github/github.ts';
import type { Comment } from '../../sandbox/github/thread.ts';
import { eventFor } from '../../src/facts/by-head.ts';
import { parseEvent } from '../../src/facts/payload.ts';
import { type Admission, admit } from '../../src/modes/admit.ts';
import { findPulls } from '../../src/modes/find-pulls.ts';
import type { Ports } from '../../src/modes/ports.ts';
import { settings } from '../action/build.ts';
import {
  bodyOf,
  type Delivery,
  logins,
  people,
  type Sequence,
  type Shown,
  type Step,
  trustedBot,
} from './steps.ts';
import type { Truth } from './truth.ts';
import { base, createWire } from './wire.ts';

/** The sandbox's GitHub in this process, played through the real client. */
export interface SandboxWorld {
  apply(step: Step): void;
  /** Runs all that a mode does before GitLab is asked for anything. */
  deliver(delivery: Delivery): Promise<Admission>;
  /** States of all statuses that were ever written. */
  states(): readonly string[];
}

const repo = 'acme/engine';
const minute = 60_000;

/** GitLab must not be asked for anything here. */
const noGitLab = new Proxy({} as Ports['gitlab'], {
  get: (_, name) => () => Promise.reject(new Error(`GitLab was asked: ${String(name)}`)),
});

/** The world at the beginning of a sequence; the same steps as in memory. */
export function sandboxWorld(begin: Sequence, truth: Truth): SandboxWorld {
  let now = Date.UTC(2026, 0, 1);
  const clock = {
    now: () => now,
    sleep: async (ms: number) => {
      now += ms;
    },
  };
  const github = createGitHub({ clock, url: base });
  const ids = new Map(logins.map((login) => [login as string, github.addUser(login).id]));
  github.addOrganization('acme');
  github.addRepository(repo);
  const setMember = (who: string, state: 'active' | 'pending' | 'absent') => {
    if (state === 'absent') github.removeMember('acme', who);
    else github.addMember('acme', who, { state });
    truth.setMember(who, state === 'active');
  };
  const roles = new Map<string, string>();
  const setRole = (who: string, role: 'write' | 'triage' | 'read') => {
    github.setCollaborator(repo, who, role);
    roles.set(who, role);
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
  const events: { name: string; payload: unknown; run?: (delivery: Delivery) => unknown; tagged?: string }[] =
    [];
  const recent = <T>(all: readonly T[], back: number): T | undefined => all[Math.min(back, all.length - 1)];

  const push = (by: string, again?: number) => {
    const old = again === undefined ? undefined : recent(commits, again);
    const sha = github.push({ repo: headRepo, branch, by, ...(old !== undefined && { sha: old }) });
    (commits.length === 0 ? truth.made : truth.pushed)(sha, by);
    commits.unshift(sha);
  };
  for (const by of begin.pushers) push(by);
  const { number } = github.openPullRequest({ repo, author: begin.author, headRepo, branch });
  const happened = (action: string, sender: string, label?: string, moved: object = {}) => {
    const details = { repo, number, sender, ...(label !== undefined && { label }) };
    const name = 'pull_request_target';
    const sha = commits[0] ?? '';
    const run = ({ followed, actor = sender }: Delivery) =>
      github.event('workflow_run', 'requested', {
        ...{ repo, number, sender },
        run: { head_sha: sha, actor, ...(followed && { run_attempt: 2, triggering_actor: followed }) },
      });
    events.unshift({ name, payload: { ...github.event(name, action, details), ...moved }, run });
  };
  happened('opened', begin.author);
  const comments = (): Comment[] =>
    github.world.repositories.get(repo)?.issues.get(number)?.comments.toReversed() ?? [];
  const say = (by: string, body: string) => {
    const comment = github.comment(repo, number, by, body);
    const approves = /^\/ok-to-test ([0-9a-f]{40})$/i.exec(body)?.[1]?.toLowerCase();
    if (approves !== undefined) truth.approved(comment.id, approves, by);
    const details = { repo, number, sender: by, comment };
    events.unshift({ name: 'issue_comment', payload: github.event('issue_comment', 'created', details) });
  };

  let shown: Shown = 'all';
  let lost = false;
  const headRepository = () => {
    const found = github.world.repositories.get(headRepo);
    if (!found) throw new Error(`there is no ${headRepo}`);
    return found;
  };
  const show = (more: Shown) => {
    shown = more;
    github.settings.activityLag = {
      all: 0,
      late: 1.5 * minute,
      later: 2.5 * minute,
      none: 1e12,
      hidden: 0,
    }[shown];
    headRepository().showsActivity = shown !== 'hidden';
    truth.setRecorded(shown === 'all' && !lost);
  };
  let tags = 0;
  const tagged = ({ by, commit, on }: Extract<Step, { do: 'tag' }>) => {
    tags += 1;
    const tag = `v${tags}`;
    const sha = github.tag(repo, tag, recent(commits, commit) ?? '');
    const [name, payload] =
      on === 'release'
        ? (['release', github.event('release', 'published', { repo, sender: by, tag })] as const)
        : (['push', github.event('push', null, { repo, sender: by, ref: `refs/tags/${tag}` })] as const);
    events.unshift({ name, payload, tagged: sha });
  };

  const apply = (step: Step): void => {
    now += minute;
    switch (step.do) {
      case 'push': {
        const before = commits[0];
        push(step.by, step.again);
        const after = commits[0];
        if (step.overtaken !== undefined) push(step.overtaken);
        if (step.overtaken !== undefined) happened('synchronize', step.overtaken);
        happened('synchronize', step.by, undefined, { before, after });
        return;
      }
      case 'update': {
        // There is nothing to merge unless the default branch has gone on.
        github.push({ repo, branch: 'main', by: 'alice' });
        const { after } = github.updateBranch(repo, number, step.by);
        commits.unshift(after);
        truth.pushed(after, step.by);
        happened('synchronize', step.by);
        return;
      }
      case 'recreate': {
        const old = step.again === undefined ? undefined : recent(commits, step.again);
        github.deleteBranch(headRepo, branch, step.by);
        github.reopenPullRequest(repo, number);
        const sha = github.push({ ...{ repo: headRepo, branch, by: step.by }, ...(old && { sha: old }) });
        commits.unshift(sha);
        truth.made(sha, step.by);
        happened('reopened', step.by);
        return;
      }
      case 'merge':
        github.push({ repo, branch: 'main', by: step.by, sha: commits[0] ?? '' });
        truth.merged();
        return;
      case 'tag':
        tagged(step);
        return;
      case 'comment':
        say(step.by, bodyOf(step.form, recent(commits, step.commit) ?? ''));
        return;
      case 'command':
        say(step.by, step.text);
        return;
      case 'edit': {
        const old = recent(comments(), step.comment);
        if (!old) return;
        const body = bodyOf(step.form, recent(commits, step.commit) ?? '');
        truth.withdrawn(old.id);
        github.editComment(repo, old.id, body, { by: step.by, at: step.atOnce ? old.createdAt + 400 : now });
        return;
      }
      case 'hide': {
        const old = recent(comments(), step.comment);
        if (!old || roles.get(step.by) !== 'write') return;
        github.minimizeComment(repo, old.id, step.by);
        truth.withdrawn(old.id);
        return;
      }
      case 'delete': {
        const old = recent(comments(), step.comment);
        if (!old) return;
        github.deleteComment(repo, old.id);
        truth.withdrawn(old.id);
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
        show(step.shown);
        return;
      case 'lose': {
        const entries = headRepository().activity.filter(({ ref }) => ref === `refs/heads/${branch}`);
        const one = recent(entries.toReversed(), step.entry);
        // Only once: nothing tells of a branch that it has lost all but its end.
        if (!one || lost) return;
        github.loseActivity(headRepo, (entry) => entry === one);
        lost = true;
        truth.setRecorded(false);
      }
    }
  };

  const wire = createWire(github, repo, apply);

  return {
    apply,
    states: () => github.statuses(repo).map(({ state }) => state),
    deliver: async (delivery) => {
      const happened = recent(events, delivery.event) ?? { name: '', payload: {} };
      const { approvals, rerunner } = delivery;
      const event =
        delivery.way === 'workflow_run' && happened.run
          ? parseEvent('workflow_run', happened.run(delivery))
          : parseEvent(happened.name, happened.payload, happened.tagged);
      const run = { event, rerunner, attempt: rerunner === undefined ? 1 : 2 };
      wire.begin(delivery);
      const inputs = {
        'pull-request': String(number),
        'settle-seconds': '0',
        'membership-token': wire.membership,
      };
      if (delivery.shown) show(delivery.shown);
      truth.beginRun();
      const ports: Ports = {
        settings: await settings({ ...inputs, approvals, 'trusted-bots': String(ids.get(trustedBot)) }),
        run,
        github: wire.client,
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
