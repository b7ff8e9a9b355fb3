/** Whether a no of GitLab has lasted: one answer is no verdict. */
import type { ServiceFailure } from '../net/failure.ts';

/** A no that is heard for so long (ms) counts; for a shorter time a replica may lag behind. */
export const goneMs = 16_000;

/** And so often at least: two looks far apart say little. */
const least = 3;

/** Counts what GitLab has said since it last gave an answer. */
export interface Noes {
  /** Takes the failure of a look that was made `at` (epoch ms); gives whether the same has been said for long enough. */
  lasts(failure: ServiceFailure, at: number): boolean;
  /** There was an answer. */
  forget(): void;
}

/**
 * Noes of one kind count together, and a failure of another kind between them tells nothing: a replica that lags or a
 * gateway may have answered it.
 */
export function countNoes(): Noes {
  const heard = new Map<string, { readonly since: number; times: number }>();
  return {
    lasts: (failure, at) => {
      const what = isRefused(failure) ? 'refused' : isForeign(failure) ? 'foreign' : failure.kind;
      const no = heard.get(what) ?? { since: at, times: 0 };
      no.times += 1;
      heard.set(what, no);
      return no.times >= least && at - no.since >= goneMs;
    },
    forget: () => heard.clear(),
  };
}

/**
 * A token that is not let in, or may not do this; GitLab hides the whole project from one that sees it no more. It may be
 * so for a moment only: while rights are worked out anew.
 */
export const isRefused = ({ service, kind, refusal }: ServiceFailure): boolean =>
  service === 'gitlab' &&
  (kind === 'unauthorized' || kind === 'forbidden' || refusal === 'project-not-found');

/** A 404 of something before GitLab, which says nothing of what was asked for. */
const isForeign = ({ refusal }: ServiceFailure): boolean => refusal === 'foreign-not-found';

/**
 * GitLab itself says that the pipeline which was asked for is not there, and not that its project is not. Where Vault has
 * no token for GitLab, that was not asked.
 */
export const isAbsent = (failure: ServiceFailure): boolean =>
  failure.service === 'gitlab' && failure.kind === 'not-found' && !isForeign(failure) && !isRefused(failure);

/** A no that may be another one a moment later. */
export const mayChange = (failure: ServiceFailure): boolean =>
  failure.service === 'gitlab' &&
  (isRefused(failure) || failure.kind === 'not-found' || failure.kind === 'moved');
