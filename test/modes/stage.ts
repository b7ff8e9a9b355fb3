import type { AuditRecord } from '../../src/audit.ts';
import type { Run } from '../../src/gate/evidence.ts';
import type { Bridge } from '../../src/modes/bridge.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import type { Result } from '../../src/report/result.ts';
import { settings } from '../action/build.ts';
import { event, livePull, sha } from '../gate/build.ts';
import { type VirtualClock, virtualClock } from '../virtual-clock.ts';
import { fakeGitHub, type GitHubState, gitHubState } from './github.ts';
import { type FakeGitLab, fakeGitLab, type Noted } from './gitlab.ts';

/** A mode's whole surroundings in memory. */
export interface Stage {
  readonly bridge: Bridge;
  readonly clock: VirtualClock;
  readonly github: GitHubState;
  readonly gitlab: FakeGitLab;
  /** Everything that was done, in order: `github …`, `gitlab …`, `status …`, `react …`, `save …`. */
  readonly done: readonly string[];
  /** Lines of the log; warnings begin with `warning: `. */
  readonly log: readonly string[];
  readonly audit: readonly AuditRecord[];
  /** Lines of `done` that begin with a text. */
  of(start: string): readonly string[];
  /** Acts when a line that begins with a text is done for the nth time, before it has its effect. */
  on(start: string, act: () => void, nth?: number): void;
  /** Fails such a line, every time or the nth, before or after it had its effect. */
  fail(start: string, failure: ServiceFailure, nth?: number | 'every', when?: 'before' | 'after'): void;
  interrupt(): void;
}

/** What a stage is made of. */
export interface StageOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly run?: Partial<Run>;
  /** Another run beside that one: same clock, same GitHub, same GitLab. */
  readonly beside?: Stage;
}

interface Hook {
  readonly start: string;
  readonly nth: number | 'every';
  readonly when: 'before' | 'after';
  readonly act: () => ServiceFailure | undefined;
  count: number;
}

/** A stage on which alice, a member who may write, has just pushed to her pull request 42. */
export async function openStage({ inputs, run, beside }: StageOptions = {}): Promise<Stage> {
  const clock = beside?.clock ?? virtualClock();
  const github = beside?.github ?? gitHubState();
  const gitlab = beside?.gitlab ?? fakeGitLab(clock);
  const done: string[] = [];
  const log: string[] = [];
  const audit: AuditRecord[] = [];
  const hooks: Hook[] = [];
  const controller = new AbortController();
  const hooked = (line: string, when: Hook['when']): ServiceFailure | undefined => {
    for (const hook of hooks.filter((one) => one.when === when && line.startsWith(one.start))) {
      hook.count += 1;
      const failure = hook.nth === 'every' || hook.nth === hook.count ? hook.act() : undefined;
      if (failure) return failure;
    }
    return undefined;
  };
  const calls: Noted = {
    before: (line) => {
      done.push(line);
      return hooked(line, 'before');
    },
    after: (line) => hooked(line, 'after'),
  };
  return {
    bridge: {
      settings: await settings({ 'membership-token': 'sees-members', ...inputs }),
      run: { event: event(), rerunner: undefined, attempt: 1, ...run },
      github: fakeGitHub(github, clock, calls),
      gitlab: gitlab.client(calls),
      log: { info: (line) => void log.push(line), warning: (line) => void log.push(`warning: ${line}`) },
      memory: {
        save: (name, value) =>
          void done.push(name === 'pipeline' ? `save pipeline ${value}` : `save ${name}`),
      },
      audit: (record) => void audit.push(record),
      clock,
      interrupted: controller.signal,
    },
    clock,
    github,
    gitlab,
    done,
    log,
    audit,
    of: (start) => done.filter((line) => line.startsWith(start)),
    on: (start, act, nth = 1) => {
      hooks.push({ start, nth, when: 'before', count: 0, act: () => void act() as undefined });
    },
    fail: (start, failure, nth = 'every', when = 'before') => {
      hooks.push({ start, nth, when, count: 0, act: () => failure });
    },
    interrupt: () => controller.abort(),
  };
}

/** How a run ended, in one line. */
export const ending = ({ decision, reason, verdict, reused }: Result): string =>
  [decision, reason, verdict, reused].filter((word) => word !== undefined).join(' ');

const otherHead = sha('b');

/** What may become of the pull request while a run is under way. */
export const changes = {
  'a new head': livePull({ head: { sha: otherHead, branch: 'feature/x', repository: 'acme/engine' } }),
  'other labels': livePull({ labels: ['test-aws'] }),
  closed: livePull({ open: false }),
} as const;
