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
  bridgeFailed,
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
  superseding,
  cancelled,
  killed,
  late,
  away,
  cancelledInGitLab,
  deleted,
  detached,
];
