/** When a watch gives up on a GitLab that gives no answer, or says no. */
import type { ServiceFailure } from '../net/failure.ts';
import type { ReasonCode } from '../reasons.ts';
import { countNoes, isAbsent, isRefused } from './lasting.ts';

/** The patience of one watch. Times are epoch ms. */
export interface Patience {
  /** Takes the failure of a look that was made at `asked`; gives why the watch is lost, where it is. */
  endsWith(failure: ServiceFailure, asked: number, now: number): ReasonCode | undefined;
  /** GitLab has shown the pipeline. */
  renew(): void;
}

/**
 * What passes is borne for as long as the error budget allows, a no until it has lasted. Before a pipeline was shown
 * once, its absence is borne like an outage: it may just have been made.
 */
export function patienceOf(errorBudgetMs: number): Patience {
  const noes = countNoes();
  /** When the first of the looks was made that have failed since the last answer. */
  let failing: number | undefined;
  let absent = false;
  let shown = false;
  return {
    endsWith: (failure, asked, now) => {
      failing ??= asked;
      absent ||= isAbsent(failure);
      const isOver = now - failing > errorBudgetMs;
      if (isOver && absent && !shown) return 'pipeline-gone';
      const lasts = noes.lasts(failure, asked);
      if (isRefused(failure)) return lasts || isOver ? 'watch-refused' : undefined;
      if (failure.kind === 'moved') return (lasts && !passes(failure)) || isOver ? 'gitlab-moved' : undefined;
      if (isAbsent(failure) && lasts && shown) return 'pipeline-gone';
      return isOver ? 'error-budget' : undefined;
    },
    renew: () => {
      failing = undefined;
      absent = false;
      shown = true;
      noes.forget();
    },
  };
}

/** A redirect that calls itself temporary is a sign-in before GitLab, as a page is: a moved project answers 301. */
const passes = ({ status }: ServiceFailure): boolean => status === 302 || status === 303 || status === 307;
