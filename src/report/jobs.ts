/** What may be told about the jobs of a pipeline. */
import { ask } from '../facts/ask.ts';
import type { Job, Pipelines } from '../pipeline/pipeline.ts';
import { isEnded, type PipelineStatus } from '../pipeline/status.ts';
import type { SelectionRules } from '../request/tests.ts';
import type { Result } from './result.ts';

/** How much of a pipeline is told: only its status, how many jobs are done, or how each test ended. */
export type Disclose = 'status' | 'counts' | 'jobs';

/** What telling takes. */
export interface JobPorts {
  readonly settings: { readonly disclose: Disclose; readonly selection: SelectionRules };
  readonly gitlab: Pick<Pipelines, 'jobs'>;
  readonly interrupted: AbortSignal;
}

/** What `disclose` lets out about the jobs of a pipeline; nothing with `status`, or when GitLab does not tell. */
export async function discloseJobs(
  { settings, gitlab, interrupted }: JobPorts,
  id: number,
  tests: readonly string[],
): Promise<Pick<Result, 'jobs' | 'testResults'>> {
  // A runner that cancels the job leaves no time for questions.
  if (settings.disclose === 'status' || interrupted.aborted) return {};
  const jobs = await ask(gitlab.jobs(id));
  if (!jobs.known) return {};
  const counts = { jobs: countJobs(jobs.value) };
  if (settings.disclose === 'counts') return counts;
  const known = [...new Set([...tests, ...(settings.selection.tests?.values() ?? [])])];
  return { ...counts, testResults: resultsOf(jobs.value, known) };
}

/** Jobs and bridges that have ended, of all that were not skipped by a rule. Pure. */
export const countJobs = (jobs: readonly Job[]): { done: number; all: number } => ({
  done: jobs.filter(({ status }) => isEnded(status)).length,
  all: jobs.length,
});

/** What is told of a test when its jobs ended differently: the lowest. One on its way is neither good nor bad. */
const rankOf = (status: PipelineStatus): number =>
  (
    ({ failed: 0, canceled: 1, manual: 3, skipped: 4, success: 5 }) as Partial<Record<PipelineStatus, number>>
  )[status] ?? 2;

/** `unit`, and GitLab's names of its parallel jobs: `unit 2/5`, `unit: [linux, 24]` (GitLab docs, "parallel"). */
const isJobOf = (name: string, test: string): boolean =>
  name === test || (name.startsWith(test) && /^ \d+\/\d+$|^: \[.*\]$/.test(name.slice(test.length)));

/**
 * How each test ended, by test id. A job's name is private; it is told only where it is a test id that the public
 * side knows already, alone or with GitLab's suffixes of parallel jobs. Several jobs of a test: the worst. Pure.
 */
export function resultsOf(
  jobs: readonly Job[],
  tests: readonly string[],
): Readonly<Record<string, PipelineStatus>> {
  const results: [string, PipelineStatus][] = [];
  for (const test of tests) {
    const statuses = jobs.filter(({ name }) => isJobOf(name, test)).map(({ status }) => status);
    const [worst] = statuses.sort((a, b) => rankOf(a) - rankOf(b));
    if (worst !== undefined) results.push([test, worst]);
  }
  return Object.fromEntries(results);
}
