/** Several pull requests of one commit: whole runs over GitHub and GitLab in memory, beside each other, call by call. */
import type { GateEvent, PullRequestEvent } from '../../src/facts/event.ts';
import type { Person, PullComment, Sha } from '../../src/facts/pull.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import type { Ports } from '../../src/modes/ports.ts';
import type { Mode, Settings } from '../../src/settings.ts';
import { settings } from '../action/build.ts';
import { random } from '../faults/random.ts';
import { alice, commitOf, mallory } from '../gate/build.ts';
import type { Carry } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld } from '../world/github.ts';
import { createModelGitLab } from './heads.gitlab.ts';
import { createModelPulls, first, inAnyCase, labelOf, maker, origins } from './heads.pulls.ts';
import { type HeadStep, type Heads, ids } from './heads.steps.ts';
import { createHeadsTruth, type Line } from './heads.truth.ts';

const context = 'drawbridge';
const minute = 60_000;
/** What came of a sequence. */
export interface HeadsPlayed {
  readonly broken: readonly string[];
  /** All statuses, in order: for a message. */
  readonly trail: readonly string[];
  readonly runs: number;
  /** Final states of the tests' context. */
  readonly ends: readonly string[];
}

/** Plays a sequence to its end, and the sweep after it. The same sequence gives the same run. */
export async function playHeads(begin: Heads): Promise<HeadsPlayed> {
  const numbers = random(begin.seed);
  const clock = virtualClock();
  const github = githubWorld({ members: { alice: 'active' }, roles: { alice: 'write', mallory: 'triage' } });
  github.people[maker.login] = maker;
  github.pulls.clear();
  let commits = 0;
  const nextCommit = (): Sha => {
    commits += 1;
    return commitOf(commits.toString(16).padStart(40, 'c'));
  };

  const comments = new Map<number, PullComment[]>();
  const pulls = createModelPulls(begin, github, numbers);
  const { world: gitlab, passed, failed, jobs } = createModelGitLab(begin.broken, clock, numbers);
  const { pull: pullOf, change, relabel, wishes } = pulls;
  const truth = createHeadsTruth({ context, demandsAll: begin.requireAll, pulls: wishes, passed, failed });

  const given = await settings({
    ...{
      'membership-token': 'sees-members',
      organization: 'ACME',
      'label-prefix': inAnyCase('test-', numbers),
    },
    ...{ 'all-label': inAnyCase('test-all', numbers), 'require-all': String(begin.requireAll) },
    'who-may-run': `${inAnyCase('write', numbers)}: all`,
    tests: ids.map((id) => `${inAnyCase(`test-${id}`, numbers)}: ${id}`).join('\n'),
    ...(begin.paths && { paths: ids.map((id) => `${id}: ${id}/**`).join('\n') }),
    ...{ drafts: String(begin.drafts), 'settle-seconds': String(begin.settleSeconds) },
  });
  let laggingUntil = 0;
  let runs = 0;
  const going: Promise<unknown>[] = [];

  const portsOf = (event: GateEvent, mode: Mode): Ports => {
    runs += 1;
    const runUrl = `https://github.com/acme/engine/actions/runs/${runs}`;
    const run = new URL(runUrl).pathname;
    const away = () => clock.sleep(numbers.between(10, 250));
    const carry: Carry = async (_, act) => {
      await away();
      const answer = act();
      await away();
      return answer;
    };
    const statusContext = mode === 'require-all' ? `${context}/require-all` : context;
    const own: Settings = {
      ...given,
      ...{ mode, statusContext, github: { ...given.github, runUrl } },
    };
    const client = githubClient(github, carry, clock.now);
    const log = { info: () => {}, warning: () => {} };
    const inGitLab = gitlab.client(carry, { byTrigger: false, showsKey: true, log });
    return {
      settings: own,
      run: { event, rerunner: undefined, attempt: 1 },
      github: {
        ...client,
        comments: (pull) => carry('', () => comments.get(pull) ?? []),
        comment: (id) => carry('', () => [...comments.values()].flat().find((one) => one.id === id)),
        filesOf: (base) => carry('', () => pulls.filesOf(base)),
        history: (commit) =>
          carry('', () => {
            const all = github.statuses.filter((one) => one.commit === commit).toReversed();
            const shown = clock.now() < laggingUntil ? all.slice(1) : all;
            truth.listed(run, commit, shown);
            return shown;
          }),
        setStatus: (commit, status) =>
          carry('', () => {
            github.statuses.push({ commit, ...status, at: clock.now() });
            truth.wrote(run, { commit, ...status } as Line);
          }),
      },
      gitlab: {
        ...inGitLab,
        jobs: (id) => carry('', () => jobs(id)),
      },
      ...{ log, memory: { save: () => {} }, audit: () => {}, clock },
      interrupted: new AbortController().signal,
    };
  };
  const deliver = (event: GateEvent, mode: Mode): void => {
    // A runner is not there at once; sometimes it takes long.
    const queue = numbers.next() < 0.8 ? numbers.between(200, 3_000) : numbers.between(3_000, 40_000);
    going.push(clock.sleep(queue).then(() => dispatch(portsOf(event, mode))));
  };
  const happened = (
    number: number,
    action: PullRequestEvent['action'],
    sender: Person,
    more: Partial<Pick<PullRequestEvent, 'label' | 'moved'>> = {},
  ): void => {
    const { head, author, baseBranch: base, labels } = pullOf(number);
    const ends = action === 'closed' || action === 'converted_to_draft';
    // No run on `pull_request` tells of these.
    if (begin.way === 'workflow_run' && !ends) {
      deliver({ kind: 'workflow-run', action: 'requested', head, sender, rerunner: undefined }, 'run');
      return;
    }
    const event: PullRequestEvent = {
      ...{ kind: 'pull-request', action, number, head, base, labels, sender, author, rerunner: undefined },
      ...{ label: undefined, at: clock.now(), rebased: false, moved: undefined, ...more },
    };
    deliver(event, ends && !(action === 'converted_to_draft' && begin.drafts) ? 'cancel' : 'run');
    if (begin.beside && !ends) deliver(event, 'require-all');
  };
  let said = 0;
  const say = (number: number, body: string): void => {
    said += 1;
    const at = new Date(clock.now()).toISOString();
    const one = { id: said, nodeId: `${said}`, author: alice, body, createdAt: at, updatedAt: at };
    comments.set(number, [...(comments.get(number) ?? []), one]);
    const commit = /^\/ok-to-test ([0-9a-f]{40})$/.exec(body)?.[1];
    const command =
      commit === undefined
        ? ({ name: 'retest', all: false } as const)
        : { name: 'ok-to-test' as const, commit: commitOf(commit) };
    deliver(
      { kind: 'comment', number, commentId: said, sender: alice, parsed: { kind: 'command', command } },
      'run',
    );
  };

  const apply = (step: HeadStep): void => {
    const [eldest = 1] = begin.numbers;
    const number = 'of' in step ? (begin.numbers[step.of % begin.numbers.length] ?? eldest) : eldest;
    const { author } = origins[number];
    const owner = author === maker ? alice : author;
    const pull = pullOf(number);
    switch (step.do) {
      case 'label': {
        const had = pulls.labelsOf(number);
        if (had.includes(step.label) === step.on) return;
        relabel(number, step.on ? [...had, step.label] : had.filter((one) => one !== step.label));
        if (step.by === 'a job') return;
        const label = labelOf(step.label, numbers);
        happened(number, step.on ? 'labeled' : 'unlabeled', step.by === 'alice' ? alice : mallory, { label });
        return;
      }
      case 'rename':
        for (const one of begin.numbers)
          relabel(
            one,
            pulls.labelsOf(one).map((label) => (label === step.from ? step.to : label)),
          );
        return;
      case 'push': {
        const { sha, branch } = pull.head;
        const next = step.back ? first : nextCommit();
        if (next === sha) return;
        for (const one of begin.numbers)
          if (origins[one].branch === branch && pullOf(one).open)
            change(one, { head: { ...pullOf(one).head, sha: next } });
        for (const one of begin.numbers)
          if (origins[one].branch === branch && pullOf(one).open)
            happened(one, 'synchronize', owner, { moved: { before: sha, after: next } });
        return;
      }
      case 'close':
        if (!pull.open) return;
        change(number, { open: false });
        happened(number, 'closed', owner);
        return;
      case 'reopen':
        // GitHub shows the branch's head again, whatever it has become.
        if (pull.open) return;
        change(number, { open: true });
        happened(number, 'reopened', owner);
        return;
      case 'draft':
        if (!pull.open || pull.draft) return;
        change(number, { draft: true });
        happened(number, 'converted_to_draft', owner);
        return;
      case 'ready':
        if (!pull.open || !pull.draft) return;
        change(number, { draft: false });
        happened(number, 'ready_for_review', owner);
        return;
      case 'approve':
        pulls.approve(number);
        say(number, `/ok-to-test ${pull.head.sha}`);
        return;
      case 'retest':
        say(number, '/retest');
        return;
      case 'ref':
        deliver(
          {
            ...{ kind: 'ref', on: step.on, commit: first, name: 'feature/x', sender: alice },
            defaultBranch: 'main',
          },
          'run',
        );
        return;
      case 'lag':
        laggingUntil = clock.now() + step.forMs;
    }
  };

  for (const number of begin.numbers)
    happened(number, 'opened', origins[number].author === mallory ? mallory : alice);
  for (const step of begin.steps) {
    await clock.sleep(step.after);
    apply(step);
    truth.changed();
  }
  while (going.length > 0) await Promise.all(going.splice(0));
  // What nobody is told of, and what two runs by head leave to each other, is for the sweep.
  const isForSweep =
    begin.way === 'workflow_run' ||
    begin.steps.some(
      (step) => step.do === 'rename' || step.do === 'lag' || (step.do === 'label' && step.by === 'a job'),
    );
  const commitsSeen = new Set(github.statuses.map(({ commit }) => commit));
  const atRest = (swept: boolean) => [...commitsSeen].flatMap((commit) => truth.atRest(commit, swept));
  const before = isForSweep ? [] : atRest(false);
  // The first takes back what is too much, the second settles what is left of it.
  for (let sweeps = 0; sweeps < 2; sweeps += 1) {
    await clock.sleep(given.pipeline.limits.timeoutMs + minute);
    await dispatch(portsOf({ kind: 'schedule' }, 'sweep'));
  }
  const broken = [...truth.broken, ...before.map((line) => `before the sweep: ${line}`), ...atRest(true)];
  const trail = github.statuses.map(
    (one) =>
      `${Math.round((one.at - Date.UTC(2026, 0, 1)) / 100) / 10} s ${one.commit.slice(-4)} ${one.context} ${one.state}: ${one.description} ${one.targetUrl.replace(/^.*runs./, '')}`,
  );
  const ends = [...commitsSeen].map(
    (commit) =>
      github.statuses.findLast((one) => one.commit === commit && one.context === context)?.state ?? 'none',
  );
  return { broken, trail, runs, ends };
}
