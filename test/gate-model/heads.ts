/** Several pull requests of one commit: whole runs over GitHub and GitLab in memory, beside each other, call by call. */
import type { GateEvent, PullRequestEvent } from '../../src/facts/event.ts';
import type { LivePull, Person, PullComment, Sha } from '../../src/facts/pull.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import type { Ports } from '../../src/modes/ports.ts';
import type { PipelineRequest } from '../../src/request/request.ts';
import type { Mode, Settings } from '../../src/settings.ts';
import { settings } from '../action/build.ts';
import { random } from '../faults/random.ts';
import { alice, bot, commitOf, mallory } from '../gate/build.ts';
import { answerOf, type Carry } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld } from '../world/github.ts';
import { type Course, gitlabWorld, stateAt } from '../world/gitlab.ts';
import {
  type Area,
  type HeadStep,
  type Heads,
  type Id,
  ids,
  type Label,
  type PullNumber,
} from './heads.steps.ts';
import { createHeadsTruth, type Line, type Wish } from './heads.truth.ts';

const context = 'drawbridge';
const minute = 60_000;
const maker = bot('github-actions[bot]', 41);

/** Where each pull request comes from. The names are written as somebody else may write them. */
const origins: Record<
  PullNumber,
  { author: Person; repository: string; branch: string; baseBranch: string }
> = {
  1: { author: alice, repository: 'Acme/engine', branch: 'feature/x', baseBranch: 'main' },
  2: { author: alice, repository: 'acme/Engine', branch: 'feature/x', baseBranch: 'release/1' },
  3: { author: mallory, repository: 'mallory/engine', branch: 'patch-1', baseBranch: 'release/2' },
  4: { author: maker, repository: 'acme/engine', branch: 'ext/3-patch', baseBranch: 'release/3' },
};

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
  const gitlab = gitlabWorld(clock);
  const first = commitOf('a'.repeat(40));
  let commits = 0;
  const nextCommit = (): Sha => {
    commits += 1;
    return commitOf(commits.toString(16).padStart(40, 'c'));
  };

  const inAnyCase = (text: string): string =>
    Array.from(text, (letter) => (numbers.next() < 0.5 ? letter.toUpperCase() : letter)).join('');
  const labelOf = (label: Label): string =>
    label === 'other' ? 'bug' : inAnyCase(`test-${label === 'unknown' ? 'nothing' : label}`);

  const labels = new Map<number, Label[]>();
  const areas = new Map<number, readonly Area[]>();
  const approved = new Set<string>();
  const comments = new Map<number, PullComment[]>();
  for (const [nth, number] of begin.numbers.entries()) {
    labels.set(number, [...new Set(begin.labels[nth] ?? [])]);
    areas.set(number, begin.areas[nth] ?? []);
    const { author, repository, branch, baseBranch } = origins[number];
    github.pulls.set(number, {
      ...{ number, open: true, draft: false, author, base: 'acme/engine', baseBranch },
      head: { sha: first, branch, repository },
      labels: (labels.get(number) ?? []).map(labelOf),
    });
  }
  const pullOf = (number: number): LivePull => {
    const pull = github.pulls.get(number);
    if (!pull) throw new Error(`there is no #${number}`);
    return answerOf(pull);
  };

  const whole = new Set<string>(ids);
  /** What a pull request needs by its files. */
  const needed = (number: number): ReadonlySet<string> => {
    const changed = areas.get(number) ?? [];
    if (!begin.paths || changed.some((one) => one === 'workflow' || one === 'endless')) return whole;
    return new Set(changed.filter((one) => one !== 'page'));
  };
  const asked = (number: number): ReadonlySet<string> | undefined => {
    const chosen = (labels.get(number) ?? []).filter((one) => one !== 'other');
    if (chosen.length === 0) return needed(number);
    if (chosen.includes('unknown')) return undefined;
    return chosen.includes('all') ? whole : new Set(chosen);
  };
  const wishes = (): ReadonlyMap<number, Wish> =>
    new Map(
      begin.numbers.map((number) => {
        const { open, draft, head, author } = pullOf(number);
        const wish = {
          ...{ lives: open && (!draft || begin.drafts), head: head.sha },
          ...{ asks: asked(number), needs: needed(number) },
          through: (commit: string) => author === alice || approved.has(`${number} ${commit}`),
        };
        return [number, wish];
      }),
    );
  const testsIn = (request: PipelineRequest | undefined): ReadonlySet<string> => {
    const sent = request?.values['TESTS_TO_RUN']?.split(',') ?? [];
    return sent.some((test) => !ids.includes(test as Id)) ? whole : new Set(sent);
  };
  const pipelinesOf = (commit: string) =>
    gitlab.made.filter(({ request }) => request?.values['GITHUB_COMMIT_ID'] === commit);
  const statusNow = (one: (typeof gitlab.made)[number]) => stateAt(one, clock.now())?.status;
  const truth = createHeadsTruth({
    ...{ context, demandsAll: begin.requireAll, pulls: wishes },
    passed: (commit) =>
      pipelinesOf(commit).flatMap((one) => (statusNow(one) === 'success' ? [testsIn(one.request)] : [])),
    failed: (commit) =>
      pipelinesOf(commit).some(({ states }) =>
        states.some(({ at, status }) => at <= clock.now() && ['failed', 'canceled'].includes(status)),
      ),
  });

  const courseOf = (request: PipelineRequest | undefined): Course => {
    const end = [...testsIn(request)].some((test) => begin.broken.includes(test as Id))
      ? 'failed'
      : 'success';
    const runs = Math.round(numbers.between(5_000, 3 * minute));
    return [
      [0, 'created'],
      [1_000, 'running'],
      [runs, end],
    ];
  };
  Object.assign(gitlab, {
    start: (request: PipelineRequest) =>
      gitlab.add({ request, name: request.key, course: courseOf(request), creator: gitlab.user }),
    retry: (id: number) => {
      const one = gitlab.made.find((made) => made.id === id);
      if (one && ['failed', 'canceled'].includes(statusNow(one) ?? ''))
        gitlab.change(id, courseOf(one.request));
    },
  });

  const given = await settings({
    ...{ 'membership-token': 'sees-members', organization: 'ACME', 'label-prefix': inAnyCase('test-') },
    ...{ 'all-label': inAnyCase('test-all'), 'require-all': String(begin.requireAll) },
    tests: ids.map((id) => `${inAnyCase(`test-${id}`)}: ${id}`).join('\n'),
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
        filesOf: (base) => carry('', () => filesOf(base)),
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
        jobs: (id) =>
          carry('', () => {
            const made = gitlab.made.find((one) => one.id === id);
            const status = (made && statusNow(made)) ?? 'created';
            return [...testsIn(made?.request)].map((name) => ({
              name,
              status,
              bridge: false,
              mayFail: false,
            }));
          }),
      },
      ...{ log, memory: { save: () => {} }, audit: () => {}, clock },
      interrupted: new AbortController().signal,
    };
  };
  const filesOf = (base: string) => {
    const number = begin.numbers.find((one) => origins[one].baseBranch === base) ?? 0;
    const changed = areas.get(number) ?? [];
    const named: Record<Area, string> = {
      ...{ a: 'a/main.rs', b: 'b/main.rs', c: 'c/main.rs' },
      ...{ page: 'README.md', workflow: '.github/workflows/x.yml', endless: 'a/main.rs' },
    };
    return {
      files: changed.map((one) => ({ path: named[one], from: undefined })),
      complete: !changed.includes('endless'),
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
    const { head, author } = pullOf(number);
    const ends = action === 'closed' || action === 'converted_to_draft';
    // No run on `pull_request` tells of these.
    if (begin.way === 'workflow_run' && !ends) {
      deliver({ kind: 'workflow-run', action: 'requested', head, sender, rerunner: undefined }, 'run');
      return;
    }
    const event: PullRequestEvent = {
      ...{ kind: 'pull-request', action, number, head, sender, author, rerunner: undefined },
      ...{ label: undefined, at: clock.now(), moved: undefined, ...more },
    };
    deliver(event, ends && !(action === 'converted_to_draft' && begin.drafts) ? 'cancel' : 'run');
    if (begin.beside && !ends) deliver(event, 'require-all');
  };
  const change = (number: number, over: Partial<LivePull>): void => {
    github.pulls.set(number, { ...pullOf(number), ...over });
  };
  const relabel = (number: number, now: readonly Label[]): void => {
    labels.set(number, [...new Set(now)]);
    change(number, { labels: [...new Set(now)].map(labelOf) });
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
        const had = labels.get(number) ?? [];
        if (had.includes(step.label) === step.on) return;
        relabel(number, step.on ? [...had, step.label] : had.filter((one) => one !== step.label));
        if (step.by === 'a job') return;
        const label = labelOf(step.label);
        happened(number, step.on ? 'labeled' : 'unlabeled', step.by === 'alice' ? alice : mallory, { label });
        return;
      }
      case 'rename':
        for (const [one, had] of labels)
          relabel(
            one,
            had.map((label) => (label === step.from ? step.to : label)),
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
        approved.add(`${number} ${pull.head.sha}`);
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
