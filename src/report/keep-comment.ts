/** Keeps one comment on a pull request up to date: found by marker and author, never two, and written by who speaks. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { unknown } from '../facts/fact.ts';
import type { Log } from '../log.ts';
import { serviceFailureAs } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import { commentOf, type Marker, markerIn } from './comment.ts';
import type { Place } from './place.ts';
import type { Progress } from './progress.ts';
import type { Result } from './result.ts';

/** A comment as far as it is ours to know. */
export interface KeptComment {
  readonly id: number;
  /** Who wrote it; null: the account is gone. */
  readonly author: { readonly id: number } | null;
  readonly body: string;
  /** When it was written last, as GitHub tells times (ISO 8601). */
  readonly updatedAt: string;
}

/** Comments of a pull request. Each call throws a ServiceFailure when GitHub gave no usable answer. The github client satisfies it. */
export interface Comments {
  /** Numeric id of the account that our token writes as. */
  ownAccount(): Promise<number>;
  /** All comments of a pull request, oldest first, paged to the end. */
  comments(pull: number): Promise<readonly KeptComment[]>;
  /** Gives the id of the new comment. */
  createComment(pull: number, body: string): Promise<number>;
  editComment(id: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
}

/** What keeping takes. */
export interface KeepPorts {
  readonly github: Comments;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when GitHub has cancelled the job: seconds are left. */
  readonly interrupted: AbortSignal;
}

/** The comment of one pull request, as one run keeps it. No call rejects for what GitHub does: it is only a comment. */
export interface CommentKeeper {
  /**
   * What this run has just said as the commit's status. A word on the way that comes within a minute of the one before
   * is left to `goesOn`.
   */
  said(result: Result): Promise<void>;
  /** How the pipeline stands. At most once a minute, and only where the comment is this run's. */
  goesOn(progress: Progress): void;
  /** That this run says no more. It changes nothing where another run has the comment by now. */
  left(result: Result): Promise<void>;
}

/** The pause (ms) between a comment and what is told on the way. */
const leastMs = 60_000;

/** How long (ms) a verdict waits for its comment, and how long in a job that was cancelled. */
const mostMs = 20_000;
const mostAtEndMs = 2_000;

/** GitHub's clock and the runner's may differ by so much (ms); GitHub tells whole seconds. */
const skewMs = 5_000;

const isOnTheWay = ({ reason }: Result): boolean => reason === 'starting' || reason === 'running';

/** What helps, where that is the set-up's to mend: any other failure passes, or is GitHub's. */
const helpFor = (reason: ReasonCode): string =>
  reason === 'github-forbidden' ? ': give the job `pull-requests: write`' : '';

/** Another run, or a person, may have taken a comment away since the list was read. */
const orGone = serviceFailureAs<'gone'>('gone', ({ kind }) => kind === 'not-found');

/** What is to be in the comment, said at some moment (epoch ms): by who speaks, or only where the comment is this run's. */
interface Word {
  readonly body: string;
  readonly act: 'write' | 'update';
  readonly at: number;
}

/** The keeper of a run. */
export function commentKeeper(
  { github, clock, log, interrupted }: KeepPorts,
  { pull, place, marker }: { readonly pull: number; readonly place: Place; readonly marker: Marker },
): CommentKeeper {
  let account: number | undefined;
  let last: { readonly result: Result; readonly body: string | undefined; readonly at: number } | undefined;
  let isWarned = false;
  // One after the other: of two that ran at once each could make a comment.
  let queue: Promise<void> = Promise.resolve();

  const warn = (what: string): void => {
    if (!isWarned) log.warning(`the comment was not written ${what}`);
    isWarned = true;
  };

  /** Of several the eldest stays, whoever has made the others: their run may be dead. */
  const ours = async (): Promise<KeptComment | undefined> => {
    account ??= await github.ownAccount();
    const all = await github.comments(pull);
    const [eldest, ...younger] = all
      .filter(({ author, body }) => author?.id === account && markerIn(body)?.check === marker.check)
      .toSorted((a, b) => a.id - b.id);
    for (const { id } of younger) await github.deleteComment(id).catch(orGone);
    return eldest;
  };

  const edit = (id: number, body: string): Promise<'done' | 'gone'> =>
    github.editComment(id, body).then(() => 'done' as const, orGone);

  /** `at`: when this was said. GitHub may have kept it waiting for so long that another run has spoken since. */
  const put = async ({ body, act, at }: Word, triesLeft = 2): Promise<void> => {
    const kept = await ours();
    const isOwn = kept && markerIn(kept.body)?.run === marker.run;
    if (act === 'update' && !isOwn) return;
    if (kept) {
      if (!isOwn && Date.parse(kept.updatedAt) > at + skewMs) return;
      if (kept.body === body || (await edit(kept.id, body)) === 'done') return;
      if (triesLeft > 0) await put({ body, act, at }, triesLeft - 1);
      return;
    }
    const made = await github.createComment(pull, body);
    // Another run may have looked at the same moment: then its comment may be the one that stays. What it has said in
    // this one since stays as well.
    const now = await ours();
    if (now && now.id !== made) await edit(now.id, body);
  };

  /** A fault of ours in it is no reason to lose a verdict either. */
  const textOf = (result: Result, progress?: Progress): string | undefined => {
    try {
      return commentOf(result, place, marker, progress);
    } catch {
      warn('(internal)');
      return undefined;
    }
  };

  const write = (result: Result, act: 'write' | 'update', body: string | undefined): Promise<void> => {
    const at = clock.now();
    last = { result, body, at };
    if (body === undefined) return queue;
    queue = queue.then(async () => {
      const done = await ask(put({ body, act, at })).catch(() => unknown('internal'));
      if (!done.known) warn(`(${done.reason})${helpFor(done.reason)}`);
    });
    return queue;
  };

  /** Waits for what is written, but for no longer than a comment is worth. */
  const patiently = async (writing: Promise<void>): Promise<void> => {
    const written = new AbortController();
    const { signal } = written;
    const time = async () => {
      await clock.sleep(mostMs, AbortSignal.any([signal, interrupted]));
      if (interrupted.aborted) await clock.sleep(mostAtEndMs, signal);
      if (!signal.aborted) warn('in time: the run does not wait for it any longer');
    };
    await Promise.race([writing.then(() => written.abort()), time()]);
  };

  return {
    said: async (result) => {
      if (!isOnTheWay(result)) return patiently(write(result, 'write', textOf(result)));
      const isEarly = last !== undefined && isOnTheWay(last.result) && clock.now() - last.at < leastMs;
      if (last && isEarly) last = { ...last, result };
      else await write(result, 'write', textOf(result));
    },
    goesOn: (progress) => {
      if (!last || !isOnTheWay(last.result) || clock.now() - last.at < leastMs) return;
      const now: Result = { ...last.result, pipelineId: progress.pipelineId };
      const body = textOf(now, progress);
      if (body !== last.body) void write(now, 'update', body);
    },
    left: (result) => patiently(write(result, 'update', textOf(result))),
  };
}
