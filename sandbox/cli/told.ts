/** What the commands print: what happened, runs with their logs, commit statuses, and what to try next. */
import type { Answer, Overview } from '../control/app.ts';
import type { JobView, RunView } from '../control/runs.ts';
import type { PullView } from '../control/views.ts';
import { foldAudit } from '../demo/panels.ts';
import type { Paint, Tone } from '../demo/text.ts';

/** How a command is typed. */
export type Prefix = (words: string) => string;

const mark = (state: string): { sign: string; tone: Tone } => {
  if (state === 'success') return { sign: '✓', tone: 'good' };
  if (['failure', 'error', 'failed'].includes(state)) return { sign: '✗', tone: 'bad' };
  if (['cancelled', 'canceled', 'skipped'].includes(state)) return { sign: '⊘', tone: 'faint' };
  return { sign: '●', tone: 'waiting' };
};

const marked = (state: string, text: string, paint: Paint): string => {
  const { sign, tone } = mark(state);
  return `${paint(tone, sign)} ${text}`;
};

/** What happened, and what GitHub made of it. `isQuiet`: it was no event. */
export function sayEvent({ says, runs }: Answer, paint: Paint, isQuiet = false): string[] {
  const started = runs.map((run) => `  ${runLine(run, paint)}`);
  const nothing = says.length > 0 && runs.length === 0 && !isQuiet;
  return [
    ...says.map((line) => paint('strong', line)),
    ...started,
    ...(nothing ? ['  no workflow listens to that'] : []),
  ];
}

/** One run in a line. */
export function runLine(run: RunView, paint: Paint): string {
  const { id, attempt, workflow, event, action, outcome, message, jobs } = run;
  const what = `${workflow}, run ${id}${attempt > 1 ? `, attempt ${attempt}` : ''}: ${[event, action].filter(Boolean).join(' ')}`;
  if (outcome === 'blocked') return marked('failure', `${what}: blocked. ${message ?? ''}`, paint);
  if (outcome === 'waiting')
    return marked('waiting', `${what}: waits for "Approve and run" by somebody who may write`, paint);
  if (outcome === 'skipped') return marked('skipped', `${what}: skipped, ${message ?? ''}`, paint);
  const states = jobs.map(({ name, state }) => `${name} ${state}`).join(', ');
  const worst = jobs.find(({ state }) => state !== 'success')?.state ?? 'success';
  return marked(worst, `${what}: ${states}`, paint);
}

/** What stands above the log of a job. */
export const jobHead = (run: RunView, job: JobView, paint: Paint): string =>
  paint('title', `── ${run.workflow} / ${job.name}, run ${run.id} ──`);

/** The whole lines of a log, with what a run's page shows folded in one line each; `show <run>` has all of it. */
export function foldedLog({ log, echo }: JobView): string[] {
  const [run = ''] = echo.split('\n', 1);
  // A function, because `$` means something in a text.
  const folded = echo === '' ? log : log.replace(echo, () => `${run}\n▸ with: its inputs (folded)\n`);
  return foldAudit(folded.split('\n').slice(0, -1));
}

/** What stands below it: how the job ended, what was not played, and its summary. */
export function jobEnd({ state, exitCode, notes, summary }: JobView, paint: Paint): string[] {
  const ending = exitCode === null ? state : `${state}, exit code ${exitCode}`;
  return [
    marked(state, ending, paint),
    ...notes.map((note) => paint('faint', `  # ${note}`)),
    ...(summary.trim() === ''
      ? []
      : [
          paint('title', 'Summary'),
          ...summary
            .trim()
            .split('\n')
            .map((line) => `  ${line}`),
        ]),
  ];
}

/** A pull request: GitHub's side, then GitLab's. */
export function sayPull(pull: PullView, paint: Paint): string[] {
  const { number, author, state, isDraft, from, sha, labels, statuses, pipelines } = pull;
  const about = [
    ...(state === 'closed' ? ['closed'] : []),
    ...(isDraft ? ['draft'] : []),
    `by ${author}`,
    `from ${from}`,
    ...(labels.length > 0 ? [`labels ${labels.join(', ')}`] : []),
  ];
  return [
    `${paint('title', `#${number}`)} ${about.join(', ')}`,
    `  head ${sha}`,
    ...(statuses.length === 0 ? ['  no commit status'] : []),
    ...statuses.map(
      (one) => `  ${marked(one.state, `${one.context}: ${one.state}, "${one.description}"`, paint)}`,
    ),
    ...pipelines.flatMap(({ id, ref, status, jobs }) => [
      `  ${paint('private', 'GitLab, private:')} ${marked(status, `pipeline ${id} on ${ref}: ${status}`, paint)}`,
      ...jobs.flatMap((job) => [
        `    ${marked(job.status, `${job.name}: ${job.status}`, paint)}`,
        ...(job.status === 'failed'
          ? lastLines(job.log).map((line) => `      ${paint('private', `┊ ${line}`)}`)
          : []),
      ]),
    ]),
  ];
}

/** The end of a private log: what a failed job says last. */
const lastLines = (log: string): string[] => log.trimEnd().split('\n').slice(-3);

/** Its comments, with the reactions to them. */
export const sayComments = ({ comments }: PullView): string[] =>
  comments.map(
    ({ by, body, reactions }) =>
      `  ${by}: ${body}${reactions.length > 0 ? `  [${reactions.join(', ')}]` : ''}`,
  );

/** Everything, for `show`. */
export function sayOverview(
  { services, repository, workflows, pulls, runs }: Overview,
  paint: Paint,
): string[] {
  return [
    ...Object.entries(services).map(([name, url]) => `${name.padEnd(9)} ${url}`),
    `${'workflows'.padEnd(9)} ${workflows.join(', ') || 'none'} in ${repository}`,
    ...pulls.flatMap((pull) => sayPull(pull, paint)),
    ...(runs.length > 0 ? [paint('title', 'Runs')] : []),
    ...runs.map((run) => `  ${runLine(run, paint)}`),
  ];
}

/** What to try next. */
export const sayNext = (next: readonly string[], prefix: Prefix, paint: Paint): string[] =>
  next.length === 0 ? [] : [paint('title', 'Next'), ...next.map((words) => `  ${prefix(words)}`)];
