/** What is recorded of one verification (schema: docs/verification.schema.json). Pure. */
import { safeRef, safeValue } from '../facts/alphabet.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Failed } from './io.ts';
import type { Refused, Verified } from './verification.ts';
import type { VerifyWishes } from './verify-wishes.ts';

/**
 * Who, what, when and how. People are numeric ids, as in the audit record of the action. Of a request that is not proven
 * nothing is repeated: it is somebody else's text.
 */
export interface ProofRecord {
  readonly version: 1;
  /** ISO 8601, UTC. */
  readonly when: string;
  readonly proven: boolean;
  /** Why not; null where it is proven, or where the set-up of the job is wrong. */
  readonly reason: ReasonCode | null;
  /** The run on GitHub, by its proof. */
  readonly github: {
    readonly repository: string;
    readonly repositoryId: string;
    readonly ownerId: string;
    /** Who caused the run. */
    readonly actor: string;
    readonly event: string;
    readonly workflow: string;
    readonly environment: string | null;
    readonly run: string;
    readonly attempt: string;
    /** When GitHub signed it: ISO 8601, UTC. */
    readonly signed: string;
  } | null;
  /** The job, by GitLab. `ref` is null where its name has other characters than those that are passed on. */
  readonly gitlab: {
    readonly project: number;
    readonly pipeline: number;
    readonly job: number;
    readonly ref: string | null;
  } | null;
  /** What was asked for; null where a value has not the form that it should. */
  readonly request: {
    readonly commit: string | null;
    readonly branch: string | null;
    readonly pullRequest: number | null;
    readonly key: string | null;
    readonly tests: readonly string[];
  } | null;
}

const keyForm = /^[A-Za-z0-9._-]+\/[A-Za-z0-9._-]+(?:#\d+|!queue|!push|!tag)@[0-9a-f]{40}:[0-9a-f]{12}$/;

/** The record of what a verification came to, at a time. */
export function proofRecord(
  verified: Verified | Refused | Failed,
  { branchVariable }: Pick<VerifyWishes, 'branchVariable'>,
  when: Date,
): ProofRecord {
  const common = { version: 1, when: when.toISOString(), proven: verified.ok } as const;
  if (!verified.ok) {
    const reason = 'reason' in verified ? verified.reason : null;
    return { ...common, reason, github: null, gitlab: null, request: null };
  }
  const { claims, job, values, tests } = verified;
  const { repository, repositoryId, ownerId, actorId, event, workflow, environment } = claims;
  const like = (name: string, form: RegExp): string | null => {
    const value = values[name] ?? '';
    return form.test(value) ? value : null;
  };
  const pullRequest = like('GITHUB_PULL_REQUEST', /^[1-9]\d{0,14}$/);
  return {
    ...common,
    reason: null,
    github: {
      ...{ repository, repositoryId, ownerId, actor: actorId, event, workflow },
      environment: environment ?? null,
      ...{ run: claims.runId, attempt: claims.runAttempt, signed: new Date(claims.issuedAt).toISOString() },
    },
    gitlab: {
      project: job.project,
      pipeline: job.pipeline,
      job: job.id,
      ref: safeRef.test(job.ref) ? job.ref : null,
    },
    request: {
      commit: like('GITHUB_COMMIT_ID', /^[0-9a-f]{40}$/),
      branch: like(branchVariable, safeRef),
      pullRequest: pullRequest === null ? null : Number(pullRequest),
      key: like('DRAWBRIDGE_KEY', keyForm),
      tests: tests.filter((id) => safeValue.test(id)),
    },
  };
}
