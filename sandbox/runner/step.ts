import { readFileSync } from 'node:fs';
import { type Child, startChild } from './child.ts';
import { parseKeyValues } from './commands.ts';
import { makeCommandFiles } from './environment.ts';
import { type Annotation, createLog, type StepLog } from './log.ts';
import type { Masks } from './masks.ts';

/** What a step, or its post, left behind. */
export interface StepResult {
  /** Null when a signal ended the process. */
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  /** What a viewer of the run sees: the echo of `with:`, then the output, masked. */
  log: string;
  /** What the process printed, unmasked. */
  stdout: string;
  stderr: string;
  /**
   * `steps.<id>.outputs`: empty when the step was killed, the stricter reading (docs/facts/runner.md, "Outputs and
   * state").
   */
  outputs: Record<string, string>;
  /** Those of `outputs` that a job may hand on: one that holds a masked value is dropped. */
  jobOutputs: Record<string, string>;
  /** Saved with `saveState`; reaches post also when the step was killed. */
  state: Record<string, string>;
  /** What the step added to the environment of later ones. */
  exportedEnv: Record<string, string>;
  /** Markdown, masked; empty when it was above 1 MiB. */
  summary: string;
  annotations: Annotation[];
  /** Values registered by `::add-mask::`. */
  masks: string[];
  post?: StepResult;
  /** Whether the run was cancelled while the step ran. */
  cancelled: boolean;
}

/** A step that has been started. */
export interface RunningStep {
  child: Child;
  /** What a viewer sees while it runs. */
  log(): string;
  /** The part of it that was there before the step: the echo of its inputs, which a run's page shows folded. */
  readonly echo: string;
  done: Promise<StepResult>;
}

/** What it takes to start one. */
export interface StepOptions {
  /** `main` or `post`; names its files. */
  name: string;
  entry: string;
  env: Record<string, string>;
  workspace: string;
  temp: string;
  masks: Masks;
  debug: boolean;
  /** What the runner prints before the step. */
  head: string[];
  warnings: string[];
  isCancelled: () => boolean;
}

const SUMMARY_LIMIT = 1024 * 1024;

/** Starts an entry of the action and reads, at its end, what it wrote into its files. */
export function startStep(options: StepOptions): RunningStep {
  const log = createLog(options.masks, options.debug);
  for (const message of options.warnings) log.annotate({ level: 'warning', message });
  const warned = log.text().length;
  for (const line of options.head) log.say(line);
  const echo = log.text().slice(warned);
  const files = makeCommandFiles(options.temp, options.name);
  const start = { path: options.entry, env: { ...options.env, ...files }, cwd: options.workspace };
  const child = startChild(start, log.line);

  const finish = async (): Promise<StepResult> => {
    const { exitCode, signal } = await child.ended;
    const cancelled = options.isCancelled();
    if (cancelled) log.annotate({ level: 'error', message: 'The operation was canceled.' });
    const outputs = signal === null ? readKeyValues(files.GITHUB_OUTPUT, 'output', log) : {};
    const state = readKeyValues(files.GITHUB_STATE, 'state', log);
    const exportedEnv = readKeyValues(files.GITHUB_ENV, 'env', log);
    const summary = readSummary(files.GITHUB_STEP_SUMMARY, options.masks, log);
    const mayPass = Object.entries(outputs).filter(([, value]) => !options.masks.touches(value));
    return {
      exitCode,
      signal,
      log: log.text(),
      stdout: child.stdout(),
      stderr: child.stderr(),
      outputs,
      jobOutputs: Object.fromEntries(mayPass),
      state,
      exportedEnv,
      summary,
      annotations: log.annotations,
      masks: log.masks,
      cancelled,
    };
  };
  return { child, log: log.text, echo, done: finish() };
}

function readKeyValues(path: string, command: string, log: StepLog): Record<string, string> {
  const read = parseKeyValues(readFileSync(path, 'utf8'));
  if (read.ok) return read.values;
  log.annotate({ level: 'error', message: `Unable to process file command '${command}' successfully.` });
  log.annotate({ level: 'error', message: read.error });
  return {};
}

function readSummary(path: string, masks: Masks, log: StepLog): string {
  const bytes = readFileSync(path);
  if (bytes.length <= SUMMARY_LIMIT) return masks.apply(bytes.toString());
  const message = `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${Math.ceil(bytes.length / 1024)}k.`;
  log.annotate({ level: 'error', message });
  return '';
}
