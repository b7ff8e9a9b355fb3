/** Records what was decided: one line for each decision, whatever comes of it. */
import { auditRecord } from '../audit.ts';
import { accountName } from '../facts/alphabet.ts';
import type { Person } from '../facts/pull.ts';
import type { Decision, DuplicateDecision, Evidence } from '../gate/decide.ts';
import type { Grounds, Part, Result } from '../report/result.ts';
import type { Ports } from './ports.ts';

/** What it takes: none of it needs a network. */
export type Recorder = Pick<Ports, 'settings' | 'run' | 'clock' | 'audit'>;

/** What a decision was made of, as far as there was a gate; `pullRequest` where neither event nor evidence names it. */
export interface Basis {
  readonly evidence?: Evidence;
  readonly decision?: Decision | DuplicateDecision;
  readonly pullRequest?: number;
}

/** Records a decision, and puts the record into the result, with what people read of it. */
export function recorded(recorder: Recorder, result: Result, basis: Basis = {}): Result {
  const { settings, run, clock } = recorder;
  const { repository, runUrl } = settings.github;
  const { evidence, decision, pullRequest } = basis;
  const when = new Date(clock.now()).toISOString();
  const record = auditRecord(
    { when, repository, runUrl, mode: settings.mode, run, pullRequest },
    evidence,
    decision,
    result,
  );
  recorder.audit(record);
  return {
    ...{ ...result, audit: JSON.stringify(record) },
    ...(record.pullRequest !== null && { pull: record.pullRequest }),
    ...((evidence ?? decision) && { grounds: groundsOf(evidence, decision) }),
  };
}

/** Who had which part, by login: only what has the alphabet of logins. Pure. */
export function groundsOf(evidence: Basis['evidence'], decision: Basis['decision']): Grounds {
  const allowed = decision?.decision === 'allowed' ? decision : undefined;
  const approval = allowed?.crossing?.kind === 'pull-request' ? allowed.crossing.approval : undefined;
  const parts: [Part, Person | null | undefined][] = [];
  if (evidence?.kind === 'pull-request') {
    const pushers = evidence.pushers.known ? (evidence.pushers.value ?? []) : [];
    parts.push(['author', evidence.author.person]);
    for (const { person } of pushers) parts.push(['pusher', person]);
    parts.push(['sender', evidence.cause.sender.person]);
  }
  if (evidence?.kind === 'ref') parts.push(['sender', evidence.sender.person]);
  if (evidence && evidence.kind !== 'none')
    for (const { person } of evidence.rerunners) parts.push(['rerunner', person]);
  parts.push(['approver', approval?.approver]);
  return {
    rule: allowed?.reason,
    people: parts.flatMap(([part, person]) =>
      person && accountName.test(person.login) ? [{ part, login: person.login }] : [],
    ),
  };
}
