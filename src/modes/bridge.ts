import type { AuditRecord } from '../audit.ts';
import type { Clock } from '../clock.ts';
import type { Conversation } from '../commands/answer.ts';
import type { Duplication } from '../commands/duplicate.ts';
import type { HeadSource } from '../gate/by-head.ts';
import type { Run } from '../gate/evidence.ts';
import type { LivePull } from '../gate/facts.ts';
import type { GateSource } from '../gate/source.ts';
import type { Pipelines } from '../pipeline/pipeline.ts';
import type { Refs } from '../pipeline/ref.ts';
import type { Statuses } from '../report/status.ts';
import type { Settings } from '../settings.ts';

/** What a mode says while it works. Only closed-list words, numbers and public values go in. */
export interface Log {
  info(line: string): void;
  warning(line: string): void;
}

/** Open pull requests, for the sweep. Throws a ServiceFailure without a usable answer. */
export interface OpenPulls {
  openPulls(): Promise<readonly LivePull[]>;
}

/** What `post` needs to clean up after a run that was killed. */
export interface Memory {
  /**
   * Kept by the runner at once, so that it survives a SIGKILL. `alive`: the run has ended, but its pipeline may not
   * have. `fault`: it ended by a fault of our own, without a last word. `nth`: which pull request of a run for several,
   * from 0.
   */
  save(name: 'key' | 'pipeline' | 'commit' | 'done' | 'alive' | 'fault', value: string, nth?: number): void;
}

/** Everything that a mode is handed. Made by `wiring.ts` from the Settings; tests make their own. */
export interface Bridge {
  readonly settings: Settings;
  readonly run: Run;
  readonly github: GateSource & HeadSource & Statuses & Conversation & Duplication & OpenPulls;
  readonly gitlab: Pipelines & Refs;
  readonly log: Log;
  readonly memory: Memory;
  /** Keeps the record of a decision: in the log and, where one is configured, in a file. */
  readonly audit: (record: AuditRecord) => void;
  readonly clock: Clock;
  /** Aborted on SIGINT or SIGTERM. */
  readonly interrupted: AbortSignal;
}
