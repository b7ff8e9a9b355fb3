import type { Seen, SeenJob, SeenPipeline, SeenStatus } from './story.ts';
import type { Line, Tone } from './text.ts';

/** One of the three sides from which a story is seen. */
export interface Panel {
  readonly title: string;
  /** Who may see it. */
  readonly audience: string;
  readonly lines: readonly Line[];
}

/** The runner's log, the commit status and GitLab's own view. */
export const panelsOf = (seen: Seen): readonly [Panel, Panel, Panel] => [
  { title: "Runner's log", audience: 'public', lines: logLines(seen) },
  { title: 'Commit status', audience: 'public', lines: statusLines(seen.statuses) },
  { title: "GitLab's own view", audience: 'private', lines: pipelineLines(seen) },
];

function logLines({ runner, statuses }: Seen): Line[] {
  const { log, exitCode } = runner;
  // Nobody on GitHub had any part in it.
  if (exitCode === null && log.length === 0 && statuses.length === 0)
    return [{ text: 'no job', tone: 'faint' }];
  const ending = exitCode === null ? 'killed' : `exit code ${exitCode}`;
  const tone = exitCode === 0 ? 'good' : 'bad';
  return [
    ...foldAudit(foldInputs(log)).map(logLine),
    { mark: exitCode === 0 ? '✓ ' : '✗ ', markTone: tone, text: ending, tone },
  ];
}

/** The echo of `with:` becomes one line, as a run's page shows it folded. */
export function foldInputs(log: readonly string[]): string[] {
  const from = log.indexOf('with:');
  if (from < 0) return [...log];
  const count = log.slice(from + 1).findIndex((line) => !line.startsWith('  '));
  const inputs = count < 0 ? log.length - from - 1 : count;
  return [...log.slice(0, from), `▸ with: ${inputs} inputs (folded)`, ...log.slice(from + 1 + inputs)];
}

/** The audit record is a group of its own, folded on a run's page. */
export const foldAudit = (log: readonly string[]): string[] =>
  log
    .filter((_, n) => log[n - 1] !== 'audit record')
    .map((line) => (line === 'audit record' ? '▸ audit record (folded)' : line));

function logLine(text: string): Line {
  if (text.startsWith('Error: ')) return { text, tone: 'bad' };
  if (text.startsWith('Warning: ')) return { text, tone: 'waiting' };
  if (text.startsWith('Run ') || text.startsWith('▸ ') || text === 'Post job cleanup.')
    return { text, tone: 'faint' };
  return { text };
}

const states: Record<SeenStatus['state'], { mark: string; tone: Tone }> = {
  success: { mark: '✓', tone: 'good' },
  failure: { mark: '✗', tone: 'bad' },
  error: { mark: '✗', tone: 'bad' },
  pending: { mark: '●', tone: 'waiting' },
};

function statusLines(statuses: readonly SeenStatus[]): Line[] {
  if (statuses.length === 0) return [{ text: 'no commit status', tone: 'faint' }];
  return statuses.flatMap(({ context, state, description }, index) => {
    const { mark, tone } = states[state];
    const isLast = index === statuses.length - 1;
    return [
      { mark: `${mark} `, markTone: tone, text: `${context}: ${state}`, tone },
      { mark: '  ', text: description, ...(isLast ? {} : { tone: 'faint' as const }) },
    ];
  });
}

function pipelineLines({ pipelines, gitlabRequests }: Seen): Line[] {
  if (pipelines.length > 0) return pipelines.flatMap(onePipeline);
  const requests = gitlabRequests === 0 ? 'no request came in' : `${gitlabRequests} requests came in`;
  return [{ text: 'no pipeline' }, { text: requests }];
}

function onePipeline({ id, name, ref, status, toldTwin, jobs }: SeenPipeline): Line[] {
  const { mark, tone } = endings[status] ?? unfinished;
  return [
    { mark: `${mark} `, markTone: tone, text: `pipeline #${id}: ${status}`, tone },
    { mark: '  name ', markTone: 'faint', text: name ?? 'none' },
    { mark: '  ref  ', markTone: 'faint', text: ref + (toldTwin ? ' (twin branch)' : '') },
    ...jobs.flatMap(oneJob),
  ];
}

const unfinished = { mark: '●', tone: 'waiting' } as const;
const endings: Record<string, { mark: string; tone: Tone }> = {
  success: { mark: '✓', tone: 'good' },
  failed: { mark: '✗', tone: 'bad' },
  canceled: { mark: '⊘', tone: 'waiting' },
  skipped: { mark: '»', tone: 'faint' },
};

function oneJob({ name, status, trace }: SeenJob): Line[] {
  const { mark, tone } = endings[status] ?? unfinished;
  const telling = tellingLine(trace);
  return [
    { mark: `${mark} `, markTone: tone, text: `${name}: ${status}` },
    ...(telling === undefined
      ? []
      : [{ mark: '  ┊ ', markTone: 'private', isRail: true, text: telling, tone: 'private' } as const]),
  ];
}

/** Lines of the example's jobs that say most, the best first. */
const telling = [
  /^assertion failed/,
  /^account /,
  /^(twin branch|tests on) /,
  /^proven: /,
  /^drawbridge \w+: /,
];

/** The line of a job's private log to show: a known one, else the last. */
const tellingLine = (trace: readonly string[]): string | undefined =>
  telling.flatMap((pattern) => trace.find((line) => pattern.test(line)) ?? [])[0] ?? trace.at(-1);
