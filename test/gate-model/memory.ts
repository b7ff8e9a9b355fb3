import { byHead, eventFor } from '../../src/facts/by-head.ts';
import { parseCommand } from '../../src/facts/command.ts';
import type { GateEvent, PullRequestEvent } from '../../src/facts/event.ts';
import type { LivePull, Person, PullComment, Push, Sha } from '../../src/facts/pull.ts';
import { type Decision, decide } from '../../src/gate/decide.ts';
import { gather } from '../../src/gate/evidence.ts';
import type { MembershipAnswer } from '../../src/gate/members.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import type { Role } from '../../src/gate/roles.ts';
import type { GateSource } from '../../src/gate/source.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import { commitOf, sha } from '../gate/build.ts';
import type { Carry } from '../world/calls.ts';
import { githubClient, githubWorld } from '../world/github.ts';
import { bodyOf, type Delivery, logins, people, type Sequence, type Step, trustedBot } from './steps.ts';
import type { Truth } from './truth.ts';

/** A world in memory: one pull request, its branch, its comments, and everybody. */
export interface MemoryWorld {
  apply(step: Step): void;
  /** Runs the real `gather` and `decide` for an event so far. */
  deliver(delivery: Delivery): Promise<Decision>;
}

const idOf = (login: string): number => logins.indexOf(login as (typeof logins)[number]) + 1;
const personOf = (login: string): Person => ({
  ...{ id: idOf(login), login },
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
});

/** The world at the beginning of a sequence. */
export function memoryWorld(begin: Sequence, truth: Truth): MemoryWorld {
  const github = githubWorld({ members: {}, roles: {}, people: {} });
  for (const login of logins) {
    github.people[login] = personOf(login);
    github.roles[login] = 'none';
  }
  const setMember = (who: string, state: MembershipAnswer) => {
    github.members[who] = state;
    github.publicMembers['alice'] = github.members['alice'] === 'active';
    truth.setMember(who, state === 'active');
  };
  const setRole = (who: string, role: Role) => {
    github.roles[who] = role;
    truth.setWriter(who, role === 'write');
  };
  for (const login of people) {
    setMember(login, begin.members.includes(login) ? 'active' : 'absent');
    setRole(login, begin.writers.includes(login) ? 'write' : 'read');
  }
  truth.setMember(trustedBot, true);

  let made = 0;
  let minute = 0;
  let said = 0;
  const commits: Sha[] = [];
  const pushes: Push[] = [];
  let comments: readonly PullComment[] = [];
  const edited = new Set<number>();
  const events: GateEvent[] = [];
  let shown: 'all' | 'none' | 'late' = 'all';
  const repository = begin.fork ? 'somebody/engine' : 'acme/engine';
  const head = (): Sha => commits[0] ?? sha('0');
  const recent = <T>(all: readonly T[], back: number): T | undefined => all[Math.min(back, all.length - 1)];
  const time = () => new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString();

  const push = (by: string, again?: number) => {
    const old = again === undefined ? undefined : recent(commits, again);
    made += 1;
    const commit = old ?? commitOf(`${made.toString(16).padStart(38, '0')}fe`);
    commits.unshift(commit);
    pushes.unshift({ actor: personOf(by), after: commit });
    truth.pushed(commit, by);
  };
  const pullEvent = (action: PullRequestEvent['action'], by: string, label?: string) =>
    events.unshift({
      ...{ kind: 'pull-request', action, number: 42, label, at: 0 },
      head: { sha: head(), branch: 'x', repository },
      sender: personOf(by),
      rerunner: undefined,
      author: personOf(begin.author),
    });
  const say = (by: string, body: string) => {
    const at = time();
    said += 1;
    const id = said;
    comments = [
      ...comments,
      { id, nodeId: `${id}`, author: personOf(by), body, createdAt: at, updatedAt: at },
    ];
    events.unshift({
      kind: 'comment',
      number: 42,
      commentId: id,
      sender: personOf(by),
      parsed: parseCommand(body),
    });
  };
  push(begin.pusher);
  // Opening a pull request counts as a push of its head (docs/security.md, "The gate").
  truth.pushed(head(), begin.author);
  pullEvent('opened', begin.author);

  const apply = (step: Step): void => {
    const known = comments.toReversed();
    switch (step.do) {
      case 'push':
        push(step.by, step.again);
        pullEvent('synchronize', step.by);
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
        const old = recent(known, step.comment);
        if (!old) return;
        const body = bodyOf(step.form, recent(commits, step.commit) ?? '');
        const updatedAt = step.atOnce ? old.createdAt : time();
        edited.add(old.id);
        comments = comments.map((one) => (one === old ? { ...one, body, updatedAt } : one));
        return;
      }
      case 'delete': {
        const old = recent(known, step.comment);
        comments = comments.filter((one) => one !== old);
        return;
      }
      case 'member':
        setMember(step.who, step.state);
        return;
      case 'role':
        setRole(step.who, step.role);
        return;
      case 'reopen':
        pullEvent('reopened', step.by);
        return;
      case 'label':
        pullEvent('labeled', step.by, 'test-a');
        return;
      case 'dispatch':
        events.unshift({ kind: 'dispatch', sender: personOf(step.by) });
        return;
      case 'activity':
        shown = step.shown;
    }
  };

  /** What a `workflow_run` makes of an event of the pull request: found by its head, or not. */
  const byRun = (event: GateEvent, { followed, actor }: Delivery): GateEvent | undefined => {
    if (event.kind !== 'pull-request') return event;
    const rerunner = followed === undefined ? undefined : personOf(followed);
    const sender = actor === undefined ? event.sender : personOf(actor);
    const run = { kind: 'workflow-run', action: 'requested', head: event.head, sender, rerunner } as const;
    const [found] = byHead([pull()], event.head).open;
    return found && eventFor(run, found);
  };

  const pull = (): LivePull => ({
    ...{ number: 42, open: true, draft: false, author: personOf(begin.author) },
    ...{
      head: { sha: head(), branch: 'x', repository },
      base: 'acme/engine',
      baseBranch: 'main',
      labels: [],
    },
  });

  const seen = () => (shown === 'all' ? [...pushes] : shown === 'late' ? pushes.slice(1) : []);
  /** Shows what has happened so far, as far as GitHub shows it. */
  const show = () => {
    github.pulls.set(42, pull());
    github.pushes = seen();
    github.comments = comments;
    // A deleted comment has no `lastEditedAt` to tell that it is as it was written.
    github.edited = (id) => edited.has(id) || !comments.some((one) => one.id === id);
  };

  const source = ({ meanwhile, faults }: Delivery, event: GateEvent): GateSource => {
    let call = 0;
    const carry: Carry = async (line, act) => {
      call += 1;
      const nth = call;
      await Promise.resolve();
      for (const due of meanwhile) if (due.call === nth) apply(due.step);
      const fault = faults.find((one) => one.call === nth);
      if (fault)
        throw new ServiceFailure({ service: 'github', status: 0, kind: fault.kind, mayHaveActed: false });
      show();
      // With no entry at all, reopening counts as the push of the one who did it.
      const reopened = event.kind === 'pull-request' && event.action === 'reopened';
      if (reopened && line.startsWith('pushes ') && seen().length === 0)
        truth.pushed(event.head.sha, event.sender.login);
      return act();
    };
    return githubClient(github, carry);
  };

  return {
    apply,
    deliver: async (delivery) => {
      const { approvals, rerunner } = delivery;
      truth.beginRun();
      const happened = recent(events, delivery.event) ?? ({ kind: 'schedule' } as const);
      const event = delivery.way === 'workflow_run' ? byRun(happened, delivery) : happened;
      // The head of the run is nobody's any more.
      if (event === undefined) return { decision: 'not-run', reason: 'no-pull-request' };
      const run = { event, rerunner, attempt: rerunner === undefined ? 1 : 2 };
      const policy: GatePolicy = {
        ...{ organization: 'acme', membershipTokenGiven: delivery.faults.length === 0, teams: [] },
        ...{ trustedBots: [idOf(trustedBot)], drafts: false, approvals },
      };
      const evidence = await gather(
        source(delivery, event),
        run,
        policy,
        { prefix: 'test-', allLabel: 'test-all' },
        42,
      );
      return decide(evidence, policy);
    },
  };
}
