import {
  away,
  cancelled,
  cancelledInGitLab,
  deleted,
  detached,
  killed,
  late,
  superseding,
} from './scenarios/endings.ts';
import type { Scenario } from './scenarios/stage.ts';
import {
  anew,
  attached,
  bothWays,
  bridgeFailed,
  byRun,
  byTrigger,
  fresh,
  moved,
  racing,
  retried,
  stands,
} from './scenarios/starts.ts';

/** All stories in which faults are planted. */
export const scenarios: readonly Scenario[] = [
  fresh,
  byTrigger,
  retried,
  bridgeFailed,
  attached,
  stands,
  anew,
  moved,
  racing,
  byRun(fresh),
  byRun(stands),
  byRun(retried),
  bothWays,
  superseding,
  cancelled,
  killed,
  late,
  away,
  cancelledInGitLab,
  deleted,
  detached,
];
