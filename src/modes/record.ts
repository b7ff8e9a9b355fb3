/** Records what was decided: one line for each decision, whatever comes of it. */
import { auditRecord } from '../audit.ts';
import type { Decision, DuplicateDecision, Evidence } from '../gate/decide.ts';
import type { Result } from '../report/result.ts';
import type { Ports } from './ports.ts';

/** What it takes: none of it needs a network. */
export type Recorder = Pick<Ports, 'settings' | 'run' | 'clock' | 'audit'>;

/** What a decision was made of, as far as there was a gate; `pullRequest` where neither event nor evidence names it. */
export interface Grounds {
  readonly evidence?: Evidence;
  readonly decision?: Decision | DuplicateDecision;
  readonly pullRequest?: number;
}

/** Records a decision, and puts the record into the result. */
export function recorded(recorder: Recorder, result: Result, grounds: Grounds = {}): Result {
  const { settings, run, clock } = recorder;
  const { repository, runUrl } = settings.github;
  const { evidence, decision, pullRequest } = grounds;
  const when = new Date(clock.now()).toISOString();
  const record = auditRecord(
    { when, repository, runUrl, mode: settings.mode, run, pullRequest },
    evidence,
    decision,
    result,
  );
  recorder.audit(record);
  return { ...result, audit: JSON.stringify(record) };
}
