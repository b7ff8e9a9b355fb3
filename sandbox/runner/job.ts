import { rmSync } from 'node:fs';
import { systemClock } from '../../src/clock.ts';
import type { SandboxClock } from '../clock.ts';
import { fillInputs, inputVariable, readAction } from './action.ts';
import { evaluate, githubContext } from './context.ts';
import { jobEnvironment, makeFolders } from './environment.ts';
import { createMasks } from './masks.ts';
import type { JobOptions } from './options.ts';
import { type RunningStep, type StepResult, startStep } from './step.ts';

export type { JobOptions } from './options.ts';

/** A job that has been started. */
export interface RunningJob {
  /** Process id of the main entry. */
  pid: number;
  /** What a viewer of the run sees while it runs, that of post after it. */
  log(): string;
  /** The part of it that echoes the inputs. */
  readonly echo: string;
  /** The result of main, with that of post inside, where it was started. */
  done: Promise<StepResult>;
  /** Cancels the run: SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL. Resolves when main is gone; post runs afterwards. */
  cancel(): Promise<void>;
  /** Sends main a signal, as a system does that shuts down; nothing happens when it is gone. */
  signal(name: NodeJS.Signals): void;
  /** SIGKILL to main, as when the machine's memory runs out. */
  kill(): void;
  /** The runner's own process dies: nobody reads what main prints any more. */
  abandon(): void;
  /** Resolves when main's raw stdout matches; rejects after `timeoutMs` real ms or at the end of main. */
  waitFor(wanted: string | RegExp, timeoutMs: number): Promise<void>;
}

// The waits of docs/facts/runner.md, "Cancel". The server ends everything after five minutes; in scaled time a post has
// at least ten real seconds, since starting a process takes real time.
const SIGTERM_AFTER_MS = 7500;
const SIGKILL_AFTER_MS = 2500;
const SERVER_ENDS_AFTER_MS = 300_000;
const LEAST_REAL_MS = 10_000;
const MOST_POST_SCALE = 10;

/** Starts a job. Throws when action.yml cannot be read or asks for something that is not played. */
export function startJob(options: JobOptions): RunningJob {
  const action = readAction(options.actionFolder);
  const folders = makeFolders(options);
  const github = githubContext(options, folders.workspace);
  const inputs = fillInputs(action, options.with, (text) => evaluate(text, github));
  const masks = createMasks();
  for (const secret of [options.githubToken, options.idToken?.requestToken, ...(options.secrets ?? [])]) {
    if (secret) masks.add(secret);
  }
  const inputVariables = [...inputs.values].map(([name, value]) => [inputVariable(name), value] as const);
  const env = { ...jobEnvironment(options, github, folders), ...Object.fromEntries(inputVariables) };
  const common = { workspace: folders.workspace, temp: folders.temp, masks, debug: options.debug ?? false };
  const pause = (ms: number) =>
    (options.realSignals ? systemClock : options.clock).sleep(ms, mainEnded.signal);

  let cancelled = false;
  let post: RunningStep | undefined;
  const mainEnded = new AbortController();
  const allEnded = new AbortController();
  const main = startStep({
    ...common,
    name: 'main',
    entry: action.main,
    env,
    head: echoOf(options.uses ?? 'drawbridge-ci/drawbridge@v1', inputs.values, options.env ?? {}),
    warnings: inputs.warnings,
    isCancelled: () => cancelled,
  });

  const run = async (): Promise<StepResult> => {
    const result = await main.done;
    mainEnded.abort();
    if (!action.post || options.post?.(result) === false) return result;
    const state = Object.entries(result.state).map(([name, value]) => [`STATE_${name}`, value] as const);
    post = startStep({
      ...common,
      name: 'post',
      entry: action.post,
      env: { ...env, ...result.exportedEnv, ...Object.fromEntries(state), ...postTime(options.clock) },
      head: ['Post job cleanup.'],
      warnings: [],
      isCancelled: () => false,
    });
    return { ...result, post: await post.done };
  };
  const done = run().finally(() => {
    mainEnded.abort();
    allEnded.abort();
    rmSync(folders.root, { recursive: true, force: true });
  });

  const endAll = async () => {
    const { scale } = options.clock;
    const ms = options.realSignals
      ? SERVER_ENDS_AFTER_MS
      : Math.max(SERVER_ENDS_AFTER_MS / scale, LEAST_REAL_MS);
    await systemClock.sleep(ms, allEnded.signal);
    if (!allEnded.signal.aborted) post?.child.signal('SIGKILL');
  };
  const cancel = async () => {
    if (mainEnded.signal.aborted || cancelled) return;
    cancelled = true;
    void endAll();
    main.child.signal('SIGINT');
    await pause(SIGTERM_AFTER_MS);
    if (!mainEnded.signal.aborted) main.child.signal('SIGTERM');
    await pause(SIGKILL_AFTER_MS);
    if (!mainEnded.signal.aborted) main.child.signal('SIGKILL');
    await main.done;
  };
  return {
    pid: main.child.pid,
    echo: main.echo,
    log: () => main.log() + (post?.log() ?? ''),
    done,
    cancel,
    signal: main.child.signal,
    kill: () => main.child.signal('SIGKILL'),
    abandon: main.child.closePipes,
    waitFor: main.child.waitFor,
  };
}

/**
 * The time of post: from the clock's own now on it runs ten times as fast as real at most. Post bounds itself to some
 * seconds (src/modes/clean-up.ts), and of fewer real ones a busy machine needs all to start a process and ask.
 */
function postTime({ scale, now }: SandboxClock): Record<string, string> {
  if (scale <= MOST_POST_SCALE) return {};
  const real = systemClock.now();
  // The instant at which a clock of that scale that shows the same now agrees with the real one.
  const origin = (now() - real * MOST_POST_SCALE) / (1 - MOST_POST_SCALE);
  return { SANDBOX_TIME_SCALE: String(MOST_POST_SCALE), SANDBOX_TIME_ORIGIN: String(origin) };
}

/** What the runner prints before a step: the inputs that are not empty, defaults among them, and the step's `env:`. */
function echoOf(uses: string, inputs: Map<string, string>, env: Record<string, string>): string[] {
  const given = [...inputs].filter(([, value]) => value !== '').map(([name, value]) => `  ${name}: ${value}`);
  const variables = Object.entries(env).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `Run ${uses}`,
    ...(given.length > 0 ? ['with:', ...given] : []),
    ...(variables.length > 0 ? ['env:', ...variables] : []),
  ];
}
