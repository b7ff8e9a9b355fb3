/** Who keeps the comment of each pull request that a run speaks for. */
import { isOnRequest } from '../facts/event.ts';
import { markerOf } from '../report/comment.ts';
import { type CommentKeeper, commentKeeper } from '../report/keep-comment.ts';
import { placeOf } from '../report/place.ts';
import type { Mode } from '../settings.ts';
import type { Ports } from './ports.ts';

/** The modes that tell what came of tests. */
const telling: readonly Mode[] = ['run', 'sweep'];

/** One keeper for each pull request, as long as the run lasts; undefined where no comment is kept. */
export function commentsOf({
  settings,
  github,
  clock,
  log,
  interrupted,
}: Pick<Ports, 'settings' | 'github' | 'clock' | 'log' | 'interrupted'>): Ports['commentOn'] {
  if (!settings.comment || !telling.includes(settings.mode)) return undefined;
  const place = placeOf(settings);
  const marker = markerOf(settings.statusContext, place.runUrl);
  const keepers = new Map<number, CommentKeeper>();
  return (pull) => {
    const keeper =
      keepers.get(pull) ?? commentKeeper({ github, clock, log, interrupted }, { pull, place, marker });
    keepers.set(pull, keeper);
    return keeper;
  };
}

/**
 * The keeper of the pull request of a run; none for a run on request, which has a status of its own, or none where the
 * others have none either.
 */
export function commentOf(
  { commentOn, settings, run }: Pick<Ports, 'commentOn' | 'settings' | 'run'>,
  { pull, context }: { readonly pull: number | undefined; readonly context: string | undefined },
): CommentKeeper | undefined {
  if (isOnRequest(run.event)) return undefined;
  return pull === undefined || context !== settings.statusContext ? undefined : commentOn?.(pull);
}
