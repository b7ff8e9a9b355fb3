/** A GitHub in memory for the gate model: one pull request, its branch, its comments, and everybody. */
import { byHead, eventFor } from '../../src/facts/by-head.ts';
import { parseCommand } from '../../src/facts/command.ts';
import type { GateEvent, PullRequestEvent } from '../../src/facts/event.ts';
import type { LivePull, Person, PullComment } from '../../src/facts/pull.ts';
import { type Decision, decide } from '../../src/gate/decide.ts';
import { gather } from '../../src/gate/evidence.ts';
import type { MembershipAnswer } from '../../src/gate/members.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import type { Role } from '../../src/gate/roles.ts';
import type { GateSource } from '../../src/gate/source.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Carry } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld } from '../world/github.ts';
import { createModelBranch } from './branch.ts';
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
  github.onBranch = (commit) => branch.isMerged(commit);
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

  let minute = 0;
  let said = 0;
  const branch = createModelBranch(truth);
  let comments: readonly PullComment[] = [];
  const edited = new Set<number>();
  const hidden = new Set<number>();
  const events: GateEvent[] = [];
  const repository = begin.fork ? 'somebody/engine' : 'acme/engine';
  const recent = <T>(all: readonly T[], back: number): T | undefined => all[Math.min(back, all.length - 1)];
  const time = () => new Date(Date.UTC(2026, 0, 1, 0, minute++)).toISOString();

  const push = (by: string, again?: number, overtaken?: string) => {
    const moved = branch.push(personOf(by), again);
    const next = overtaken === undefined ? undefined : branch.push(personOf(overtaken));
    if (next && overtaken) pullEvent('synchronize', overtaken, { moved: next });
    pullEvent('synchronize', by, { moved });
  };
  const pullEvent = (
    action: PullRequestEvent['action'],
    by: string,
    { label, moved }: Partial<Pick<PullRequestEvent, 'label' | 'moved'>> = {},
  ) =>
    events.unshift({
      ...{ kind: 'pull-request', action, number: 42, label, at: 0, rebased: false, moved },
      head: { sha: branch.head(), branch: 'x', repository },
      base: 'main',
      labels: [],
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
    const approves = /^\/ok-to-test ([0-9a-f]{40})$/i.exec(body)?.[1]?.toLowerCase();
    if (approves !== undefined) truth.approved(id, approves, by);
    events.unshift({
      kind: 'comment',
      number: 42,
      commentId: id,
      sender: personOf(by),
      parsed: parseCommand(body),
    });
  };
  for (const by of begin.pushers) branch.push(personOf(by));
  pullEvent('opened', begin.author);

  const apply = (step: Step): void => {
    const known = comments.toReversed();
    switch (step.do) {
      case 'push':
        push(step.by, step.again, step.overtaken);
        return;
      case 'update':
        push(step.by);
        return;
      case 'recreate':
        branch.recreate(personOf(step.by), step.again);
        pullEvent('reopened', step.by);
        return;
      case 'merge':
        branch.merge();
        return;
      case 'tag':
        events.unshift({
          ...{ kind: 'ref', on: step.on, commit: branch.commit(step.commit), name: 'v1' },
          ...{ sender: personOf(step.by), defaultBranch: 'main' },
        });
        return;
      case 'comment':
        say(step.by, bodyOf(step.form, branch.commit(step.commit)));
        return;
      case 'command':
        say(step.by, step.text);
        return;
      case 'edit': {
        const old = recent(known, step.comment);
        if (!old) return;
        const body = bodyOf(step.form, branch.commit(step.commit));
        const updatedAt = step.atOnce ? old.createdAt : time();
        edited.add(old.id);
        truth.withdrawn(old.id);
        comments = comments.map((one) => (one === old ? { ...one, body, updatedAt } : one));
        return;
      }
      case 'hide': {
        const old = recent(known, step.comment);
        // Only people with write hide comments (GitHub docs, "Managing disruptive comments").
        if (!old || github.roles[step.by] !== 'write') return;
        hidden.add(old.id);
        truth.withdrawn(old.id);
        const updatedAt = time();
        comments = comments.map((one) => (one === old ? { ...one, updatedAt } : one));
        return;
      }
      case 'delete': {
        const old = recent(known, step.comment);
        if (old) truth.withdrawn(old.id);
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
        pullEvent('labeled', step.by, { label: 'test-a' });
        return;
      case 'dispatch':
        events.unshift({ kind: 'dispatch', sender: personOf(step.by) });
        return;
      case 'activity':
        branch.show(step.shown);
        return;
      case 'lose':
        branch.lose(step.entry);
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
      head: { sha: branch.head(), branch: 'x', repository },
      base: 'acme/engine',
      baseBranch: 'main',
      labels: [],
    },
  });

  /** Shows what has happened so far, as far as GitHub shows it. */
  const show = () => {
    github.pulls.set(42, pull());
    github.pushes = branch.activity();
    github.comments = comments;
    // A deleted comment has no `lastEditedAt` to tell that it is as it was written.
    github.edited = (id) => edited.has(id) || !comments.some((one) => one.id === id);
    github.hidden = (id) => hidden.has(id);
  };

  /** Branches of the repository with this head; a fork's is none of them. */
  const headsAt = (commit: string) => (!begin.fork && commit === branch.head() ? ['x'] : []);

  const source = ({ meanwhile, faults }: Delivery): GateSource => {
    let call = 0;
    const carry: Carry = async (_, act) => {
      call += 1;
      const nth = call;
      await Promise.resolve();
      for (const due of meanwhile) if (due.call === nth) apply(due.step);
      const fault = faults.find((one) => one.call === nth);
      if (fault)
        throw new ServiceFailure({ service: 'github', status: 0, kind: fault.kind, mayHaveActed: false });
      show();
      return act();
    };
    return {
      ...githubClient(github, carry),
      branchesAt: (commit) => carry('branches', () => headsAt(commit)),
    };
  };

  return {
    apply,
    deliver: async (delivery) => {
      const { approvals, rerunner } = delivery;
      if (delivery.shown) branch.show(delivery.shown);
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
      const ports = {
        ...{ github: source(delivery), clock: virtualClock() },
        interrupted: new AbortController().signal,
      };
      const selection = { prefix: 'test-', allLabel: 'test-all' };
      const evidence = await gather(ports, run, { gate: policy, selection, pullRequest: 42 });
      return decide(evidence, policy);
    },
  };
}
