/** A command: asks the sandbox that is up, shows what comes of it, and waits until that is over. */
import { systemClock } from '../../src/clock.ts';
import type { Answer, Overview } from '../control/app.ts';
import type { RunView } from '../control/runs.ts';
import type { Paint } from '../demo/text.ts';
import { withFiles } from './files.ts';
import type { Found } from './found.ts';
import {
  foldedLog,
  jobEnd,
  jobHead,
  type Prefix,
  sayComments,
  sayEvent,
  sayNext,
  sayOverview,
  sayPull,
} from './told.ts';
import type { Common, Typed } from './words.ts';

/** How often a run is looked at, milliseconds. */
const pace = 250;

/** Where a command is typed and prints, and which sandboxes are up. */
export interface Terminal {
  readonly paint: Paint;
  /** Paths of files belong to it. */
  readonly folder: string;
  readonly sandboxes: () => readonly Found[];
  /** Adds a line end. */
  readonly print: (line: string) => void;
}

/** A fault that the person can mend: it is printed, and nothing else. */
export class Fault extends Error {}

/** Carries a command out. Throws a Fault where no sandbox is up, and for each no of the sandbox. */
export async function ask(
  typed: Extract<Typed, { kind: 'ask' | 'show' }>,
  terminal: Terminal,
): Promise<void> {
  const found = theOne(terminal.sandboxes(), typed.port);
  const prefix: Prefix = (words) =>
    `npm run sandbox -- ${words}${typed.port === undefined ? '' : ` --port ${typed.port}`}`;
  if (typed.kind === 'show') return show(found, typed, prefix, terminal);
  let body: Record<string, unknown>;
  try {
    body = withFiles(typed.body, terminal.folder);
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : 'a file cannot be read');
  }
  const answer = (await send(found, 'POST', `/${typed.verb}`, body)) as Answer;
  if (typed.json) {
    const last = typed.waits ? await untilOver(found, answer) : answer;
    return terminal.print(JSON.stringify(last, null, 2));
  }
  const { paint, print } = terminal;
  for (const line of sayEvent(answer, paint, typed.verb === 'run' || typed.verb === 'stop')) print(line);
  if (typed.waits) for (const run of answer.runs) await follow(found, run, terminal);
  const last = answer.pull === null || !typed.waits ? answer : await pullNow(found, answer);
  if (last.pull !== null)
    for (const line of [
      ...sayPull(last.pull, paint),
      ...(typed.verb === 'comment' ? sayComments(last.pull) : []),
    ])
      print(line);
  for (const line of sayNext(last.next, prefix, paint)) print(line);
}

/** The sandbox that is meant. */
function theOne(all: readonly Found[], port: number | undefined): Found {
  const start = 'start one in another terminal: npm run sandbox';
  if (port !== undefined) {
    const found = all.find((one) => one.port === port);
    if (found) return found;
    const others = all.map((one) => `--port ${one.port}`).join(', ');
    throw new Fault(
      `no sandbox is up on port ${port}${others ? `; there is ${others}` : `; ${start} -- --port ${port}`}`,
    );
  }
  const [first, ...more] = all;
  if (!first) throw new Fault(`no sandbox is up; ${start}`);
  if (more.length > 0)
    throw new Fault(`several sandboxes are up: add ${all.map((one) => `--port ${one.port}`).join(' or ')}`);
  return first;
}

async function send({ port, token }: Found, method: string, path: string, body?: unknown): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Fault(
      `the sandbox on port ${port} does not answer; start one in another terminal: npm run sandbox`,
    );
  }
  const read = (await answer.json()) as { message?: string };
  if (!answer.ok) throw new Fault(read.message ?? `the sandbox answered ${answer.status}`);
  return read;
}

const runNow = async (found: Found, id: number): Promise<RunView | undefined> =>
  ((await send(found, 'GET', `/runs/${id}`)) as Answer).runs[0];

async function pullNow(found: Found, { pull, runs }: Answer): Promise<Answer> {
  const now = (await send(found, 'GET', `/pulls/${pull?.number}`)) as Answer;
  return { ...now, runs };
}

async function untilOver(found: Found, answer: Answer): Promise<Answer> {
  const runs: RunView[] = [];
  for (const run of answer.runs) {
    let now: RunView = run;
    while (!now.isOver && now.outcome === 'runs') {
      await systemClock.sleep(pace);
      now = (await runNow(found, run.id)) ?? now;
    }
    runs.push(now);
  }
  const last = answer.pull === null ? answer : await pullNow(found, answer);
  return { ...answer, pull: last.pull, next: last.next, runs };
}

/** Prints the logs of a run's jobs as they come, one job after the other. */
async function follow(found: Found, run: RunView, { paint, print }: Terminal): Promise<void> {
  for (const [index, job] of run.jobs.entries()) {
    print('');
    print(jobHead(run, job, paint));
    let shown = 0;
    for (;;) {
      const now = (await runNow(found, run.id))?.jobs[index] ?? job;
      const lines = foldedLog(now);
      for (const line of lines.slice(shown)) print(line);
      shown = lines.length;
      if (now.state !== 'in_progress') {
        for (const line of jobEnd(now, paint)) print(line);
        break;
      }
      await systemClock.sleep(pace);
    }
  }
}

async function show(
  found: Found,
  { number, json }: { number: number | undefined } & Common,
  prefix: Prefix,
  { paint, print }: Terminal,
): Promise<void> {
  // Numbers of runs are far above those of pull requests, as on GitHub.
  const path = number === undefined ? '/' : number < 1_000_000 ? `/pulls/${number}` : `/runs/${number}`;
  const read = await send(found, 'GET', path);
  if (json) return print(JSON.stringify(read, null, 2));
  if (number === undefined) {
    const overview = read as Overview;
    for (const line of [...sayOverview(overview, paint), ...sayNext(overview.next, prefix, paint)])
      print(line);
    return;
  }
  const { pull, runs, next } = read as Answer;
  const isRun = path.startsWith('/runs');
  for (const run of isRun ? runs : [])
    for (const job of run.jobs)
      for (const line of [jobHead(run, job, paint), job.log.trimEnd(), ...jobEnd(job, paint)]) print(line);
  if (pull) for (const line of [...sayPull(pull, paint), ...(isRun ? [] : sayComments(pull))]) print(line);
  for (const line of sayEvent({ says: [], pull, runs: isRun ? [] : runs, next }, paint)) print(line);
  for (const line of sayNext(next, prefix, paint)) print(line);
}
