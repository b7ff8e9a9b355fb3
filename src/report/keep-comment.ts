/** Keeps one comment on a pull request up to date: found by marker and author, never two, and written by who speaks. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import { unknown } from '../facts/fact.ts';
import type { Log } from '../log.ts';
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
}

/** The comment of one pull request, as one run keeps it. No call rejects for what GitHub does: it is only a comment. */
export interface CommentKeeper {
  /** What this run has just said as the commit's status. */
  said(result: Result): Promise<void>;
  /** How the pipeline stands. At most once a minute, and only where the comment is this run's. */
  goesOn(progress: Progress): void;
  /** That this run says no more. It changes nothing where another run has the comment by now. */
  left(result: Result): Promise<void>;
}

/** The pause (ms) between a comment and what is told on the way. */
const leastMs = 60_000;

/** The keeper of a run. */
export function commentKeeper(
  { github, clock, log }: KeepPorts,
  { pull, place, marker }: { readonly pull: number; readonly place: Place; readonly marker: Marker },
): CommentKeeper {
  let account: number | undefined;
  let created: number | undefined;
  let last: { readonly result: Result; readonly body: string; readonly at: number } | undefined;
  let isWarned = false;
  // One after the other: of two that ran at once each could make a comment.
  let queue: Promise<void> = Promise.resolve();

  const ours = async (): Promise<readonly KeptComment[]> => {
    account ??= await github.ownAccount();
    const all = await github.comments(pull);
    return all
      .filter(({ author, body }) => author?.id === account && markerIn(body)?.check === marker.check)
      .toSorted((a, b) => a.id - b.id);
  };

  /** Of several the eldest stays: the run that has made a younger one takes it away again. */
  const settled = async (found: readonly KeptComment[]): Promise<KeptComment | undefined> => {
    const [eldest] = found;
    if (created !== undefined && eldest && created !== eldest.id) {
      const id = created;
      created = undefined;
      if (found.some((one) => one.id === id)) await github.deleteComment(id);
    }
    return eldest;
  };

  const put = async (body: string, act: 'write' | 'update'): Promise<void> => {
    const eldest = await settled(await ours());
    const isOwn = eldest && markerIn(eldest.body)?.run === marker.run;
    if (act === 'update' && !isOwn) return;
    if (eldest) {
      if (eldest.body !== body) await github.editComment(eldest.id, body);
      return;
    }
    created = await github.createComment(pull, body);
    // Another run may have looked at the same moment.
    const kept = await settled(await ours());
    if (kept && kept.id !== created && kept.body !== body) await github.editComment(kept.id, body);
  };

  const write = (result: Result, act: 'write' | 'update', progress?: Progress): Promise<void> => {
    const body = commentOf(result, place, marker, progress);
    last = { result, body, at: clock.now() };
    queue = queue.then(async () => {
      // A fault of ours in it is no reason to lose a verdict either.
      const done = await ask(put(body, act)).catch(() => unknown('internal'));
      if (done.known || isWarned) return;
      isWarned = true;
      log.warning(`the comment was not written (${done.reason}): give the job \`pull-requests: write\``);
    });
    return queue;
  };

  return {
    said: (result) => write(result, 'write'),
    goesOn: (progress) => {
      if (!last || clock.now() - last.at < leastMs) return;
      const { result } = last;
      if (result.reason !== 'starting' && result.reason !== 'running') return;
      const now: Result = { ...result, pipelineId: progress.pipelineId };
      if (commentOf(now, place, marker, progress) !== last.body) void write(now, 'update', progress);
    },
    left: (result) => write(result, 'update'),
  };
}
