import type { Run } from './facts/event.ts';
import { type GateEvent, isRunAction } from './facts/event.ts';
import type { Person } from './facts/pull.ts';
import type { Decision, DuplicateDecision, Evidence, PullRequestEvidence } from './gate/decide.ts';
import type { Result } from './report/result.ts';

/** What the audit line is made from, besides the result. */
export interface AuditContext {
  /** ISO 8601, UTC. */
  readonly when: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly mode: string;
  readonly run: Run;
  /** The public page of the run. */
  readonly runUrl: string;
  /** Where neither event nor evidence names it: a sweep decides on many. */
  readonly pullRequest?: number | undefined;
}

/**
 * The audit record of one decision (schema: docs/audit.schema.json): who, what, when and how, with people as
 * numeric ids only, so that it holds no more personal data than it must.
 */
export interface AuditRecord {
  readonly version: 2;
  readonly when: string;
  readonly repository: string;
  readonly mode: string;
  readonly event: string;
  readonly attempt: number;
  readonly run: string;
  readonly pullRequest: number | null;
  readonly commit: string | null;
  readonly author: number | null;
  /** Everybody who has pushed to the branch, as far as the gate looked. */
  readonly pushers: readonly number[];
  readonly sender: number | null;
  readonly rerunner: number | null;
  readonly approver: number | null;
  readonly comment: number | null;
  /** The row of the gate's table that let it cross; null when none did. */
  readonly rule: string | null;
  /** The gate's; `not-run` where it was not asked. */
  readonly decision: Result['decision'];
  /** What came of the run. `verdict` is null where nothing was started. */
  readonly outcome: { readonly verdict: Result['verdict'] | null; readonly reason: string };
  readonly tests: readonly string[];
  readonly key: string | null;
  readonly pipeline: number | null;
}

/** Builds the record of a decision. Pure. */
export function auditRecord(
  context: AuditContext,
  evidence: Evidence | undefined,
  decision: Decision | DuplicateDecision | undefined,
  result: Result,
): AuditRecord {
  const { run, when, repository, mode, runUrl, pullRequest } = context;
  const allowed = decision?.decision === 'allowed' ? decision : undefined;
  const approval = allowed?.crossing?.kind === 'pull-request' ? allowed.crossing.approval : undefined;
  const pulled = evidence?.kind === 'pull-request' ? evidence : undefined;
  const sender =
    pulled?.cause.sender.person ?? (evidence?.kind === 'ref' ? evidence.sender.person : senderOf(run.event));
  const rerunner = evidence && evidence.kind !== 'none' ? evidence.rerunners.at(-1)?.person : undefined;
  return {
    version: 2,
    when,
    repository,
    mode,
    event: eventName(run.event),
    attempt: run.attempt,
    run: runUrl,
    pullRequest: numberOf(run.event) ?? pullRequest ?? (pulled?.pull.known ? pulled.pull.value.number : null),
    commit: result.commit ?? null,
    author: idOf(pulled?.author.person),
    pushers: pushersOf(pulled),
    sender: idOf(sender),
    rerunner: idOf(rerunner),
    approver: idOf(approval?.approver),
    comment: approval?.commentId ?? (run.event.kind === 'comment' ? run.event.commentId : null),
    rule: allowed?.reason ?? null,
    decision: decision?.decision ?? 'not-run',
    outcome: { verdict: result.verdict ?? null, reason: result.reason },
    tests: result.tests ?? [],
    key: result.key ?? null,
    pipeline: result.pipelineId ?? null,
  };
}

const pushersOf = (pulled: PullRequestEvidence | undefined): readonly number[] =>
  pulled?.pushers.known ? (pulled.pushers.value ?? []).flatMap(({ person }) => person?.id ?? []) : [];

const idOf = (person: Person | null | undefined): number | null => person?.id ?? null;

const senderOf = (event: GateEvent): Person | null => ('sender' in event ? event.sender : null);

const numberOf = (event: GateEvent): number | undefined => ('number' in event ? event.number : undefined);

/** The event in words of a closed list; an unsupported one is not repeated, its name is somebody else's text. */
function eventName(event: GateEvent): string {
  switch (event.kind) {
    case 'pull-request':
      return `${isRunAction(event.action) ? 'workflow_run' : 'pull_request_target'}:${event.action}`;
    case 'workflow-run':
      return `workflow_run:${event.action}`;
    case 'comment':
      return 'issue_comment:created';
    case 'ref':
      return { queue: 'merge_group', push: 'push', tag: 'tag', release: 'release' }[event.on];
    case 'dispatch':
      return 'workflow_dispatch';
    case 'schedule':
    case 'unsupported':
      return event.kind;
  }
}
