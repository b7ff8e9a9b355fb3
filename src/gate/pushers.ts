/** Who has pushed what a branch holds: everybody on GitHub's record since it was made. */
import type { Clock } from '../clock.ts';
import { ask } from '../facts/ask.ts';
import type { EventHead, PullRequestEvent } from '../facts/event.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { Person, Push, Sha } from '../facts/pull.ts';

/** Reads the record of a branch. Throws a ServiceFailure when GitHub gave no usable answer. */
export interface PushSource {
  /** The newest hundred entries, newest first; undefined when the activity of that repository cannot be seen. */
  pushes(repository: string, branch: string): Promise<readonly Push[] | undefined>;
}

/**
 * What the record says of a head. `behind`: it does not show the head yet. `gap`: an entry is missing. `cut`: its oldest
 * entry has not made the branch.
 */
export type Recorded =
  | { readonly shows: 'all'; readonly pushers: readonly (Person | null)[] }
  | { readonly shows: 'behind' | 'gap' | 'cut' };

/** As many entries as one page of the record has: where it is full, older ones may be missing. */
const mostEntries = 100;

/**
 * Everybody who moved the branch since it was made. One outsider's push is enough to bring code over, also where a
 * member has pushed since: "Update branch" is a push of who pressed the button. So the entries must chain, each
 * beginning where the older one ended, back to the one that made the branch. A branch that was made at a commit which a
 * deleted one of its name has had is that one ("Restore branch"), whoever made it. Pure.
 */
export function recordedIn(
  entries: readonly Push[],
  head: Sha,
  isCut: boolean = entries.length >= mostEntries,
): Recorded {
  if (entries[0]?.after !== head) return { shows: 'behind' };
  const pushers: (Person | null)[] = [];
  let expected = head;
  for (const [nth, { actor, before, after, creates }] of entries.entries()) {
    if (after !== expected) return { shows: 'gap' };
    pushers.push(actor);
    if (creates) return withEarlier(pushers, after, entries.slice(nth + 1), isCut);
    expected = before;
  }
  return { shows: 'cut' };
}

/** The same with those who had brought the commit at which the branch was made, when it had that name before. Pure. */
function withEarlier(
  pushers: readonly (Person | null)[],
  made: Sha,
  older: readonly Push[],
  isCut: boolean,
): Recorded {
  const last = older.findIndex(({ after }) => after === made);
  // Somebody had moved it away from there, or deleted it, and how it had come there is missing.
  if (last < 0 && older.some(({ before }) => before === made)) return { shows: 'gap' };
  if (last < 0) return isCut ? { shows: 'cut' } : { shows: 'all', pushers };
  const earlier = recordedIn(older.slice(last), made, isCut);
  return earlier.shows === 'all' ? { shows: 'all', pushers: [...pushers, ...earlier.pushers] } : earlier;
}

/**
 * The same with the push that the event itself tells of, which the record may not show yet: its sender has moved the
 * head from `before`, so the record must go back from there. Pure.
 */
function recordedWith(
  entries: readonly Push[],
  head: Sha,
  { sender, moved }: Pick<PullRequestEvent, 'sender' | 'moved'>,
): Recorded {
  const recorded = recordedIn(entries, head);
  if (recorded.shows !== 'behind' || moved?.after !== head) return recorded;
  const older = recordedIn(entries, moved.before);
  return older.shows === 'all' ? { shows: 'all', pushers: [sender, ...older.pushers] } : recorded;
}

/** Pauses (ms) between looks at a record that lags: 20 s in all. */
const pauses = [1_000, 2_000, 4_000, 6_000, 7_000];

/** What finding out takes. */
export interface PusherPorts {
  readonly source: PushSource;
  readonly clock: Clock;
  readonly interrupted: AbortSignal;
}

/**
 * Who has pushed the head. A record that is behind, or has a gap, is looked at again for up to 20 s, but only where
 * `worthWaiting`: for others an approval is needed anyway. Undefined: GitHub has not recorded it.
 */
export async function readPushers(
  { source, clock, interrupted }: PusherPorts,
  head: EventHead,
  event: PullRequestEvent | undefined,
  worthWaiting: () => Promise<boolean>,
): Promise<Fact<readonly (Person | null)[] | undefined>> {
  const { repository, branch, sha } = head;
  if (repository === null) return known(undefined);
  for (const pause of [...pauses, undefined]) {
    const entries = await ask(source.pushes(repository, branch));
    if (!entries.known) return entries;
    if (entries.value === undefined) return known(undefined);
    const recorded = event ? recordedWith(entries.value, sha, event) : recordedIn(entries.value, sha);
    if (recorded.shows === 'all') return known(recorded.pushers);
    if (recorded.shows === 'cut' || pause === undefined || interrupted.aborted) return known(undefined);
    if (!(await worthWaiting())) return known(undefined);
    await clock.sleep(pause, interrupted);
  }
  return known(undefined);
}
