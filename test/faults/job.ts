import type { Clock } from '../../src/clock.ts';
import type { GateEvent } from '../../src/facts/event.ts';
import type { Sha } from '../../src/facts/pull.ts';
import { createGitHubClient } from '../../src/github/client.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import { createGitLabClient } from '../../src/gitlab/client.ts';
import type { Log } from '../../src/log.ts';
import { cleanUp } from '../../src/modes/clean-up.ts';
import { dispatch } from '../../src/modes/dispatch.ts';
import type { Ports } from '../../src/modes/ports.ts';
import { createTransport, type Send } from '../../src/net/transport.ts';
import { type OursPorts, oursOf } from '../../src/pipeline/ours.ts';
import type { Result } from '../../src/report/result.ts';
import type { Settings, TokenSource } from '../../src/settings.ts';
import { commitOf } from '../gate/build.ts';
import { passing } from '../request/build.ts';
import type { Random } from './random.ts';
import type { Network } from './wire.ts';
import { ids, member, pullNumber, repository } from './world/github.ts';

/** One job of the action in the model. */
export interface JobPlan {
  /** The number of the run on GitHub; default 1. */
  readonly run?: number;
  /** When it starts, ms after the start of the world. */
  readonly at: number;
  readonly action?: 'opened' | 'synchronize' | 'labeled' | 'schedule';
  /** By which event GitHub tells of it; default `pull_request_target`. */
  readonly way?: 'pull_request_target' | 'workflow_run';
  /** The pull request; default: the only one. */
  readonly pull?: number;
  /** The head in the payload. */
  readonly head: Sha;
  readonly attempt?: number;
  /** When somebody cancels it, and when the machine dies, ms after its start. */
  readonly cancelledAfter?: number;
  readonly killedAfter?: number;
  readonly settings?: Partial<Settings>;
  /** Users of tokens that were replaced. */
  readonly creators?: readonly number[];
  readonly timeoutMs?: number;
  readonly onRerun?: 'new';
}

/** What came of a job. */
export interface Done {
  readonly plan: JobPlan;
  /** Undefined when it was killed. */
  readonly result: Result | undefined;
  readonly log: readonly string[];
  /** When main and post were over. */
  readonly mainEnded: number;
  readonly ended: number;
  /** When `post` has to be over, epoch ms. */
  readonly endsBy: number;
}

/** What jobs share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly network: Network;
  readonly random: Random;
  /** For tests of the harness itself: puts a fault of our own between the modes and GitLab. */
  readonly sabotage?: (gitlab: Ports['gitlab']) => Ports['gitlab'];
}

export const gitlabHost = 'gitlab.model';
export const githubHost = 'api.github.model';
export const context = 'drawbridge';

/** A runner kills so long (ms) after the first signal, and the server ends a post after so long. */
const killAfterCancelMs = 10_000;
const postEndsMs = 300_000;

/** Runs main, and then post in what is left of it, as the runner would. */
export async function play(
  plan: JobPlan,
  { clock, network, random, sabotage = (gitlab) => gitlab }: Surroundings,
): Promise<Done> {
  const state = new Map<string, string>();
  const log: string[] = [];
  const lines: Log = { info: (line) => log.push(line), warning: (line) => log.push(`warning: ${line}`) };
  const step = (
    act: (ports: Ports) => Promise<Result | undefined>,
    cancelledAfter: number | undefined,
    killAfter: number | undefined,
  ) => {
    const life = { killed: false };
    const controller = new AbortController();
    const mortal: Clock = {
      now: clock.now,
      sleep: async (ms, signal) => {
        await clock.sleep(ms, signal);
        if (life.killed) await new Promise(() => {});
      },
    };
    const ended = { yes: false };
    const kill = async (after: number): Promise<undefined> => {
      await clock.sleep(after);
      if (!ended.yes) life.killed = true;
      return undefined;
    };
    const deaths: Promise<undefined>[] = [];
    if (cancelledAfter !== undefined) {
      void clock.sleep(cancelledAfter).then(() => controller.abort());
      deaths.push(kill(cancelledAfter + killAfterCancelMs));
    }
    if (killAfter !== undefined) deaths.push(kill(killAfter));
    const send = createTransport({
      clock: mortal,
      random: random.next,
      exchange: network.exchangeFor(new URL(settingsOf(plan).github.runUrl).pathname, () => life.killed),
    });
    const settings = settingsOf(plan);
    const octokit = createOctokit({ token: 'job', baseUrl: settings.github.apiUrl, send });
    const ports: Ports = {
      settings,
      run: {
        event: eventOf(plan),
        attempt: plan.attempt ?? 1,
        rerunner: (plan.attempt ?? 1) > 1 ? member.login : undefined,
      },
      github: createGitHubClient({ octokit, membership: octokit, duplication: octokit, repository }),
      gitlab: sabotage(gitlabFor(settings, send, { clock: mortal, log: lines })),
      log: lines,
      memory: { save: (name, value) => state.set(name, value) },
      audit: () => {},
      clock: mortal,
      interrupted: controller.signal,
    };
    const acted = act(ports).then((result) => {
      ended.yes = true;
      return result;
    });
    return Promise.race([
      acted,
      ...deaths.map((death) => death.then(async (none) => (ended.yes ? acted : none))),
    ]);
  };

  await clock.sleep(plan.at);
  const result = await step(dispatch, plan.cancelledAfter, plan.killedAfter);
  if (result) state.set('done', result.reason);
  const mainEnded = clock.now();
  const commit = state.get('commit');
  const left = {
    done: state.has('done'),
    uncancelled: state.get('uncancelled') === 'true',
    unclearSince: Number(state.get('unclear')) || undefined,
    fault: state.has('fault'),
    key: state.get('key'),
    pipeline: Number(state.get('pipeline')) || undefined,
    commit: commit === undefined ? undefined : commitOf(commit),
  };
  const clean = left.done ? !left.uncancelled : left.pipeline === undefined && left.commit === undefined;
  if (left.unclearSince !== undefined || !clean) {
    log.push('post');
    await step((ports) => cleanUp(ports, [left]).then(() => undefined), undefined, postEndsMs);
  }
  // Twenty seconds, or what is left of the 75 after a start of which it is not known what became.
  const endsBy = Math.max(mainEnded + 20_000, (left.unclearSince ?? 0) + 75_000);
  return { plan, result, log, mainEnded, ended: clock.now(), endsBy };
}

function eventOf({ action = 'opened', head: sha, way, pull = pullNumber }: JobPlan): GateEvent {
  if (action === 'schedule') return { kind: 'schedule' };
  const told = { head: { sha, branch: 'feature/x', repository }, sender: member, rerunner: undefined };
  if (way === 'workflow_run') return { kind: 'workflow-run', action: 'requested', ...told };
  return {
    ...{ kind: 'pull-request', action, number: pull, author: member, ...told },
    label: action === 'labeled' ? 'test-all' : undefined,
    ...{ base: 'main', labels: [], rebased: false, at: 0, moved: undefined },
  };
}

/** The port as the action's own wiring makes it. */
function gitlabFor({ gitlab }: Settings, send: Send, ports: OursPorts): Ports['gitlab'] {
  const textOf = (source: TokenSource | undefined) => (source?.from === 'input' ? source.value : undefined);
  const tokens = { token: textOf(gitlab.token), triggerToken: textOf(gitlab.triggerToken) };
  const client = createGitLabClient({ ...gitlab, ...tokens, send });
  const byTrigger = gitlab.triggerToken !== undefined;
  const ownership = { creators: gitlab.creators, byTrigger, showsKey: !byTrigger };
  return { ...client, ...oursOf(client, ownership, ports) };
}

const settingsOf = ({
  run = 1,
  settings,
  creators = [],
  timeoutMs = 9_000_000,
  onRerun,
  action,
}: JobPlan): Settings => ({
  mode: action === 'schedule' ? 'sweep' : 'run',
  github: {
    token: 'job',
    membershipToken: 'membership',
    duplicateToken: 'job',
    apiUrl: `https://${githubHost}`,
    repository,
    runUrl: `https://github.model/${repository}/actions/runs/${run}`,
  },
  gate: {
    organization: 'acme',
    membershipTokenGiven: true,
    teams: [],
    trustedBots: [],
    drafts: false,
    approvals: 'none',
  },
  rights: undefined,
  requireAll: false,
  // So that GitLab is asked before a success whether that test ran.
  selection: {
    ...{ prefix: 'test-', defaultTests: ['test-all'], allLabel: 'test-all' },
    tests: new Map(ids.map((id) => [`test-${id}`, id])),
  },
  testJobs: new Map(),
  settleMs: 0,
  pullRequest: undefined,
  gitlab: {
    url: `https://${gitlabHost}`,
    project: 'acme/engine-tests',
    triggerToken: undefined,
    token: { from: 'input', value: 'access' },
    creators,
  },
  vault: undefined,
  wait: true,
  supersede: true,
  disclose: 'status',
  link: false,
  comment: false,
  auditFile: undefined,
  pipeline: {
    ref: { ref: undefined, twinPatterns: [] },
    passAs: 'variables',
    proof: false,
    names: { branch: 'GITHUB_ENGINE_BRANCH_NAME', tests: 'TESTS_TO_RUN' },
    further: {},
    mark: passing.mark,
    limits: { timeoutMs, errorBudgetMs: 600_000, onBlocked: 'fail' },
    onRerun: onRerun ?? 'retry-failed',
  },
  statusContext: context,
  caCertificate: undefined,
  ...settings,
});
