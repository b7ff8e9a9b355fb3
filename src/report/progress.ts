/** What is told of a pipeline while it goes on: a line in the log every few minutes, and the comment. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { unknown } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import type { Pipeline, Pipelines } from '../pipeline/pipeline.ts';
import { isEnded, type PipelineStatus } from '../pipeline/status.ts';
import { hourOf, inMinutes } from './duration.ts';
import { countJobs, type Disclose } from './jobs.ts';
import type { Result } from './result.ts';
import { inJobs } from './status.ts';

/** How a pipeline stands that has not ended, as far as it may be told. */
export interface Progress {
  readonly pipelineId: number;
  readonly status: PipelineStatus;
  /** When it was made, epoch ms. */
  readonly since: number;
  /** With `disclose: counts` or `jobs`: its jobs, and how long (ms) such pipelines take. */
  readonly jobs: Result['jobs'];
  readonly usualMs: number | undefined;
}

/** What it takes. */
export interface ProgressPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly gitlab: Pick<Pipelines, 'jobs'>;
  readonly disclose: Disclose;
  /** Told of it at each look; it keeps to a pace of its own. */
  readonly show: (progress: Progress) => void;
}

/** How long (ms) the log is silent. */
const everyMs = 300_000;

/** Of so many successes the middle one is the usual duration. */
const mostSuccesses = 10;

/**
 * The middle of the last ten successes (ms, newest first); of two in the middle the longer: who waits is rather early.
 * Undefined without any. Pure.
 */
export function usualDuration(durations: readonly number[]): number | undefined {
  const sorted = durations.slice(0, mostSuccesses).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Whether a pipeline is at work, or waits for a machine yet. Pure. */
export const isQueued = (status: PipelineStatus | undefined): boolean =>
  status === undefined || queued.includes(status);

const queued: readonly PipelineStatus[] = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
];

/** `pipeline #5 is running since 14:03 UTC, for 12 min; 1 of 3 jobs; usually 40 min`. Pure. */
export function progressLine({ pipelineId, status, since, jobs, usualMs }: Progress, now: number): string {
  const doing = isQueued(status) ? 'queued' : status === 'running' ? 'running' : status;
  const parts = [
    `pipeline #${pipelineId} is ${doing} since ${hourOf(since)}, for ${inMinutes(now - since)}`,
    ...(jobs ? [jobs.failed > 0 ? `${inJobs(jobs)}, ${jobs.done} done` : `${inJobs(jobs)} done`] : []),
    ...(usualMs === undefined ? [] : [`usually ${inMinutes(usualMs)}`]),
  ];
  return parts.join('; ');
}

/**
 * Gives what is to be told of each look. It never waits: GitLab is asked for jobs beside the watch, only when a line is
 * due and only where something of them may be told. A line that comes after the end is not said.
 */
export function progressOf(ports: ProgressPorts): (pipeline: Pipeline, durations: readonly number[]) => void {
  const { clock, log, gitlab, disclose, show } = ports;
  let saidAt = clock.now();
  let jobs: Result['jobs'];
  let watched: number | undefined;
  let over = false;
  return (pipeline, durations) => {
    const { id, status, createdAt } = pipeline;
    over = isEnded(status);
    if (over) return;
    // A run may change over to another pipeline.
    if (watched !== id) jobs = undefined;
    watched = id;
    const tells = disclose !== 'status';
    const now = (): Progress => ({
      ...{ pipelineId: id, status, jobs },
      since: createdAt > 0 ? createdAt : saidAt,
      usualMs: tells ? usualDuration(durations) : undefined,
    });
    if (clock.now() - saidAt < everyMs) return show(now());
    saidAt = clock.now();
    const say = () => {
      if (over || watched !== id) return;
      log.info(progressLine(now(), clock.now()));
      show(now());
    };
    if (!tells) return say();
    // Nobody waits for it, so a fault of ours in it would end the run, and it is only a line.
    const read = ask(gitlab.jobs(id)).catch(() => unknown('internal'));
    void read.then((counted) => {
      if (counted.known && watched === id) jobs = countJobs(counted.value);
      say();
    });
  };
}
