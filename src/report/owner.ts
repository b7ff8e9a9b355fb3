import type { StandingStatus } from './status.ts';

/**
 * A commit status belongs to a commit, and two pull requests may have the same head. The first of them that was
 * allowed claims the status by its link (`?pr=<number>`, which GitHub's run pages understand), and the others leave
 * it alone as long as that one is open (reference github, attack 28).
 */
export const claimingUrl = (runUrl: string, pull: number): string => `${runUrl}?pr=${pull}`;

/** The pull request that has claimed the status of a context; undefined where none has. Pure. */
export function claimantOf(statuses: readonly StandingStatus[], context: string): number | undefined {
  const standing = statuses.find((status) => status.context === context);
  const claim = /\?pr=(\d{1,15})$/.exec(standing?.targetUrl ?? '')?.[1];
  return claim === undefined ? undefined : Number(claim);
}
