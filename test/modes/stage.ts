import type { AuditRecord } from '../../src/audit.ts';
import type { Run } from '../../src/facts/event.ts';
import type { Log } from '../../src/log.ts';
import type { Ports } from '../../src/modes/ports.ts';
import type { Result } from '../../src/report/result.ts';
import { markOf } from '../../src/request/request.ts';
import { settings } from '../action/build.ts';
import { event, livePull, other } from '../gate/build.ts';
import { type Carry, type NotedCalls, notedCalls } from '../world/calls.ts';
import { type VirtualClock, virtualClock } from '../world/clock.ts';
import { type GitHubWorld, githubClient, githubWorld } from '../world/github.ts';
import { type GitLabWorld, gitlabWorld } from '../world/gitlab.ts';

/**
 * A mode's whole surroundings in memory. Everything that was done is noted in order: `github …`, `gitlab …`,
 * `status …`, `react …`, `save …`.
 */
export interface Stage extends Omit<NotedCalls, 'carry'> {
  readonly ports: Ports;
  readonly clock: VirtualClock;
  readonly github: GitHubWorld;
  readonly gitlab: GitLabWorld;
  /** Lines of the log; warnings begin with `warning: `. */
  readonly log: readonly string[];
  readonly audit: readonly AuditRecord[];
  interrupt(): void;
}

/** What a stage is made of. */
export interface StageOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: Partial<Run>;
  /** The number of the run on GitHub, to which its statuses lead; default 9, beside another one of its own. */
  readonly runId?: number;
  /** Another run beside that one: same clock, same GitHub, same GitLab. */
  readonly beside?: Stage;
}

let runs = 9;

/** A stage on which alice, a member who may write, has just pushed to her pull request 42. */
export async function openStage({ inputs, run, runId, beside }: StageOptions = {}): Promise<Stage> {
  // A run beside another is another one.
  runs += 1;
  const clock = beside?.clock ?? virtualClock();
  const github = beside?.github ?? githubWorld();
  const gitlab = beside?.gitlab ?? gitlabWorld(clock);
  const { carry, ...calls } = notedCalls();
  const log: string[] = [];
  const audit: AuditRecord[] = [];
  const controller = new AbortController();
  const toGitHub: Carry = (line, act) => carry(/^(status|react) /.test(line) ? line : `github ${line}`, act);
  // Keys and times are not what these stories are about.
  const toGitLab: Carry = (line, act) =>
    carry(`gitlab ${line.replace(/^(create|find|recent|durations|rename \d+) .*$/, '$1')}`, act);
  const lines: Log = {
    info: (line) => void log.push(line),
    warning: (line) => void log.push(`warning: ${line}`),
  };
  const given = await settings({ 'membership-token': 'sees-members', ...inputs });
  const runUrl = given.github.runUrl.replace(/\d+$/, String(runId ?? (beside ? runs : 9)));
  const { creators, triggerToken } = given.gitlab;
  const byTrigger = triggerToken !== undefined;
  const ownership = { creators, byTrigger, showsKey: given.pipeline.passAs === 'variables' && !byTrigger };
  return {
    ports: {
      settings: { ...given, github: { ...given.github, runUrl } },
      run: { event: event(), rerunner: undefined, attempt: 1, ...run },
      github: githubClient(github, toGitHub, clock.now),
      gitlab: gitlab.client(toGitLab, { ...ownership, log: lines }),
      log: lines,
      memory: {
        save: (name, value) =>
          void calls.done.push(name === 'pipeline' ? `save pipeline ${value}` : `save ${name}`),
      },
      audit: (record) => void audit.push(record),
      clock,
      interrupted: controller.signal,
    },
    ...{ clock, github, gitlab, log, audit, ...calls },
    interrupt: () => controller.abort(),
  };
}

/** The name of a pipeline of some other request of the example, as this check makes them. */
export const keyNamed = (commit: string, pull = 42, digest = '0'): string =>
  `acme/engine#${pull}@${commit}:${markOf('drawbridge', 'https://github.com')}${digest.repeat(8)}`;

/** How a run ended, in one line. */
export const ending = ({ decision, reason, verdict, reused }: Result): string =>
  [decision, reason, verdict, reused].filter((word) => word !== undefined).join(' ');

/** What people read of a run: its log, and the statuses that it wrote. For inline snapshots. */
export const read = ({ log, of }: Stage): string =>
  ['log:', ...log, '', 'statuses:', ...of('status ').map((line) => line.slice('status '.length))].join('\n');

/** What may become of the pull request while a run is under way. */
export const changes = {
  'a new head': livePull({ head: { sha: other, branch: 'feature/x', repository: 'acme/engine' } }),
  'other labels': livePull({ labels: ['test-aws'] }),
  closed: livePull({ open: false }),
} as const;
