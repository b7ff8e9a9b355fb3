/** The runs of the sandbox that is kept up: starts their jobs on the runner, and knows how they stand. */
import { systemClock } from '../../src/clock.ts';
import type { Run } from '../github/actions/run.ts';
import { type RunningJob, startJob } from '../runner/job.ts';
import type { StepResult } from '../runner/step.ts';
import type { Scene } from '../scene.ts';
import { prepare } from './jobs.ts';
import type { Places } from './places.ts';
import { Refusal } from './refusal.ts';
import type { OwnJob, OwnWorkflow } from './workflow.ts';

/** How a job stands, in GitHub's words. */
export type JobState = 'in_progress' | 'success' | 'failure' | 'cancelled';

/** One job, as the API tells of it. */
export interface JobView {
  readonly name: string;
  readonly state: JobState;
  /** What is to be known besides the log: what was not played, and why it did not start. */
  readonly notes: readonly string[];
  /** What a viewer of the run sees. */
  readonly log: string;
  /** The part of the log that echoes the inputs, which a run's page shows folded. */
  readonly echo: string;
  /** Markdown; empty until the end. */
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly exitCode: number | null;
}

/** One run, as the API tells of it. */
export interface RunView {
  readonly id: number;
  readonly attempt: number;
  readonly workflow: string;
  readonly path: string;
  readonly event: string;
  readonly action: string | null;
  readonly outcome: Run['outcome'];
  /** Why it is blocked or skipped. */
  readonly message: string | null;
  /** Of a pull request's event or comment. */
  readonly pull: number | null;
  readonly isOver: boolean;
  readonly jobs: readonly JobView[];
}

/** How often it is looked for what is not imitated, real milliseconds. */
const lookEveryMs = 200;

interface Live {
  readonly name: string;
  readonly running: RunningJob | undefined;
  state: JobState;
  notes: string[];
  result: StepResult | undefined;
  isCancelled: boolean;
}

interface Entry {
  run: Run;
  jobs: Live[];
}

/** The runs, and what can be done with them. */
export type Runs = ReturnType<typeof createRuns>;

/** `hear` is told each change, as a line for a person. */
export function createRuns(scene: Scene, hear: (line: string) => void) {
  const { github, gitlab, vault } = scene.sandbox;
  const entries = new Map<number, Entry>();
  const closing = new AbortController();

  /** What was asked for that is not imitated, since the last look. */
  const gaps = (): string[] =>
    [github, gitlab, vault].flatMap(({ world }) => world.gaps.take()).map((what) => `not imitated: ${what}`);

  const begin = (places: Places, own: OwnWorkflow, job: OwnJob, run: Run): Live => {
    const live = (state: JobState, notes: readonly string[], running?: RunningJob): Live => ({
      ...{ name: job.id, state, notes: [...notes], running, result: undefined, isCancelled: false },
    });
    try {
      const prepared = prepare(scene, places, own, job, run);
      if (prepared.kind !== 'starts')
        return live(prepared.kind === 'passes' ? 'success' : 'failure', prepared.notes);
      const running = startJob(prepared.options);
      const started = live('in_progress', prepared.notes, running);
      void follow(started, running, job, run);
      return started;
    } catch (error) {
      return live('failure', [error instanceof Error ? error.message : 'it cannot be started']);
    }
  };

  const follow = async (live: Live, running: RunningJob, job: OwnJob, run: Run) => {
    const over = new AbortController();
    const limit = AbortSignal.any([over.signal, closing.signal]);
    void scene.sandbox.clock.sleep(job.minutes * 60_000, limit).then(() => {
      if (limit.aborted) return;
      live.notes.push(`timeout-minutes: ${job.minutes} are over`);
      return running.cancel();
    });
    void watchGaps(live, running, limit);
    const result = await running.done;
    over.abort();
    live.notes.push(...gaps());
    live.result = result;
    const passed = result.exitCode === 0 || job.step?.mayFail === true;
    live.state = result.cancelled || live.isCancelled ? 'cancelled' : passed ? 'success' : 'failure';
    hear(`${run.workflow.name}, run ${run.id}: ${live.name} ended: ${live.state}; show ${run.id} tells more`);
  };

  /** A run that has met what is not imitated says nothing by its end, and might wait long for it: it is stopped. */
  const watchGaps = async (live: Live, running: RunningJob, until: AbortSignal) => {
    while (!until.aborted) {
      await systemClock.sleep(lookEveryMs, until);
      const met = gaps();
      if (met.length === 0) continue;
      live.notes.push(...met, 'so the sandbox cancelled the run');
      await running.cancel();
      return;
    }
  };

  const keep = (places: Places, run: Run) => {
    const own = places.workflows.get(run.workflow.path);
    const jobs = run.jobs.flatMap((id) => {
      const job = own?.jobs.get(id);
      return own && job ? [begin(places, own, job, run)] : [];
    });
    entries.set(run.id, { run, jobs });
    const why = run.message === undefined ? '' : `: ${run.message}`;
    hear(`${run.workflow.name}, run ${run.id}, ${run.event}: ${run.outcome}${why}`);
  };

  const entryOf = (id: number): Entry => {
    const entry = entries.get(id);
    if (!entry) throw new Refusal(404, `there is no run ${id}; runs are listed by: show`);
    return entry;
  };

  const isOver = ({ run, jobs }: Entry) =>
    run.outcome !== 'waiting' && jobs.every(({ state }) => state !== 'in_progress');

  const view = (entry: Entry): RunView => {
    const { run, jobs } = entry;
    const { payload } = run;
    const number = Number(Object(payload['pull_request'] ?? payload['issue']).number);
    return {
      id: run.id,
      attempt: run.attempt,
      workflow: run.workflow.name,
      path: run.workflow.path,
      event: run.event,
      action: typeof payload['action'] === 'string' ? payload['action'] : null,
      outcome: run.outcome,
      message: run.message ?? null,
      pull: Number.isSafeInteger(number) ? number : null,
      isOver: isOver(entry),
      jobs: jobs.map(({ name, state, notes, running, result }) => ({
        ...{ name, state, notes: [...notes] },
        log: running?.log() ?? '',
        echo: running?.echo ?? '',
        summary: result?.summary ?? '',
        outputs: result?.outputs ?? {},
        exitCode: result?.exitCode ?? null,
      })),
    };
  };

  /** Takes over what GitHub has started. Gives the runs in order. */
  const take = (places: Places, runs: readonly Run[]): RunView[] => {
    for (const run of runs) keep(places, run);
    return runs.map(({ id }) => view(entryOf(id)));
  };

  return {
    take,
    all: (): RunView[] => [...entries.values()].map(view),
    view: (id: number): RunView => view(entryOf(id)),

    /** Throws a Refusal where it still runs. */
    rerun(places: Places, id: number, by: string): RunView[] {
      const entry = entryOf(id);
      if (!isOver(entry)) throw new Refusal(403, `run ${id} is not over: cancel it first, or wait`);
      return take(places, github.actions.rerun(entry.run, by));
    },

    approve: (places: Places, id: number, by: string): RunView[] =>
      take(places, github.actions.approveAndRun(entryOf(id).run, by)),

    /** Gives at once: the jobs end by and by. */
    cancel(id: number): RunView {
      const entry = entryOf(id);
      const running = entry.jobs.filter(({ state }) => state === 'in_progress');
      if (running.length === 0) throw new Refusal(403, `run ${id} is over already`);
      for (const live of running) {
        live.isCancelled = true;
        void live.running?.cancel();
      }
      return view(entry);
    },

    /** Ends every job as a cancel does; the sandbox goes away after that. */
    async close(): Promise<void> {
      closing.abort();
      const jobs = [...entries.values()]
        .flatMap((entry) => entry.jobs)
        .flatMap(({ state, running }) => (state === 'in_progress' && running ? [running] : []));
      await Promise.all(jobs.map((job) => job.cancel()));
      await Promise.all(jobs.map((job) => job.done));
    },
  };
}
