/** Everything that a mode is handed. The edge makes it from the settings; tests make their own. */
import type { AuditRecord } from '../audit.ts';
import type { Clock } from '../clock.ts';
import type { Duplication } from '../duplicate/duplicate.ts';
import type { HeadSource } from '../facts/by-head.ts';
import type { Run } from '../facts/event.ts';
import type { FileSource } from '../facts/files.ts';
import type { LivePull } from '../facts/pull.ts';
import type { GateSource } from '../gate/source.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import type { Pipelines } from '../pipeline/pipeline.ts';
import type { Conversation } from '../report/answer.ts';
import type { CommentKeeper, Comments } from '../report/keep-comment.ts';
import type { Statuses } from '../report/status.ts';
import type { Refs } from '../request/ref.ts';
import type { Settings } from '../settings.ts';

/** Open pull requests, for the sweep. Throws a ServiceFailure without a usable answer. */
export interface OpenPulls {
  openPulls(): Promise<readonly LivePull[]>;
}

/** A room gets of it what it uses, and says so beside its use. */
export interface Ports {
  readonly settings: Settings;
  readonly run: Run;
  readonly github: GateSource &
    HeadSource &
    FileSource &
    Statuses &
    Conversation &
    Comments &
    Duplication &
    OpenPulls;
  readonly gitlab: Pipelines & Refs;
  /** Who keeps the comment of a pull request; undefined: none is kept (input `comment`). */
  readonly commentOn?: ((pull: number) => CommentKeeper) | undefined;
  readonly log: Log;
  readonly memory: Memory;
  /** Keeps the record of a decision: in the log and, where one is configured, in a file. */
  readonly audit: (record: AuditRecord) => void;
  readonly clock: Clock;
  /** Aborted on SIGINT, SIGTERM or SIGHUP. */
  readonly interrupted: AbortSignal;
}
