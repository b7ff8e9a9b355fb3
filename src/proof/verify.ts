/** Whether what a job in GitLab has received is what GitHub has signed for a run of the trusted workflow. */
import * as v from 'valibot';
import type { proof as reasonsOfProof } from '../reasons/proof.ts';
import type { ReasonCode } from '../reasons.ts';
import type { KeySource } from './keys.ts';
import { partNames, tokenIn } from './parts.ts';
import { audienceOf } from './request.ts';

/** Whose proof counts. Ids are decimal texts; `sub` is never read, as organisations can choose its form. */
export interface ProofPolicy {
  /** URL, as the tokens name it. */
  readonly issuer: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  /** `owner/repo/.github/workflows/x.yml@refs/heads/main`: the workflow of the run, or the one that holds the job. */
  readonly workflows: readonly string[];
  readonly events: readonly string[];
  /** The GitHub environment that the job must have had; undefined: any, or none. */
  readonly environment: string | undefined;
}

/** What a job has received, and what GitLab says of it. */
export interface Received {
  readonly project: number;
  readonly ref: string;
  /** When its pipeline was made, by GitLab's clock (epoch ms): a retry has a new job and the old pipeline. */
  readonly createdAt: number;
  /** The job's environment, of which only the names that are covered, and the parts of the proof. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** What a proof says, as far as it may be shown: each value has kept to a strict pattern or is the policy's own. */
export interface ProofClaims {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  /** Login and id of who caused the run. */
  readonly actor: string;
  readonly actorId: string;
  readonly event: string;
  /** Which of the trusted workflows it was. */
  readonly workflow: string;
  readonly environment: string | undefined;
  readonly runId: string;
  readonly runAttempt: string;
  /** Epoch ms. */
  readonly issuedAt: number;
}

/** Why a proof was not accepted. */
export type NotProven = Extract<ReasonCode, keyof typeof reasonsOfProof>;

/** What came of a look at a proof. */
export type Proof =
  | { readonly proven: true; readonly claims: ProofClaims }
  | { readonly proven: false; readonly reason: NotProven };

/** So much (ms) the clocks of GitHub and GitLab may differ. */
const leewayMs = 60_000;

const digits = v.pipe(v.string(), v.regex(/^[1-9]\d{0,18}$/));
const text = v.pipe(v.string(), v.maxLength(1_000));
const second = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** All claims of GitHub's own are texts (docs/facts/runner.md, "ID tokens"). */
const claimsShape = v.object({
  iss: v.string(),
  aud: v.string(),
  iat: second,
  exp: second,
  repository: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/)),
  repository_id: digits,
  repository_owner_id: digits,
  actor: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w-]{0,99}(?:\[bot\])?$/)),
  actor_id: digits,
  event_name: v.pipe(v.string(), v.regex(/^[a-z_]{1,50}$/)),
  run_id: digits,
  run_attempt: digits,
  // Enterprise Server had the second one later.
  job_workflow_ref: v.optional(text),
  workflow_ref: v.optional(text),
  environment: v.optional(text),
});
type Claims = v.InferOutput<typeof claimsShape>;

const headerShape = v.object({ alg: v.string(), kid: v.optional(v.pipe(v.string(), v.maxLength(200))) });
const issuerShape = v.object({ iss: v.string() });

const no = (reason: NotProven): Proof => ({ proven: false, reason });

/**
 * Looks at the proof among the values. Proven is: signed with RS256 by a key of the issuer, for exactly these values,
 * project and ref, by a run of a trusted workflow, and issued when the pipeline was made. Now is not asked: jobs wait in
 * queues longer than a token lives. Never rejects, but for a fault of our own.
 */
export async function verifyProof(received: Received, policy: ProofPolicy, keys: KeySource): Promise<Proof> {
  const found = tokenIn(received.values);
  if (!found.found) return no(found.reason);
  const [head = '', body = ''] = found.token.split('.');
  // Read before the signature is checked: good for nothing but to choose what to check it by.
  const header = v.safeParse(headerShape, jsonOf(Buffer.from(head, 'base64url')));
  const unproven = v.safeParse(issuerShape, jsonOf(Buffer.from(body, 'base64url')));
  if (!header.success || !unproven.success) return no('proof-malformed');
  const { alg, kid } = header.output;
  if (alg !== 'RS256') return no('proof-algorithm');
  if (unproven.output.iss !== policy.issuer) return no('proof-issuer');
  if (kid === undefined) return no('proof-unknown-key');
  const key = await keys.keyOf(kid);
  if (!key.found) return no(key.reason);
  const { compactVerify } = await import('jose');
  const signed = await compactVerify(found.token, key.key, { algorithms: ['RS256'] }).catch(() => undefined);
  if (signed === undefined) return no('proof-signature');
  const claims = v.safeParse(claimsShape, jsonOf(signed.payload));
  if (!claims.success) return no('proof-claims');
  return judge(received, policy, claims.output);
}

/** The same for claims whose signature is good. Pure. */
function judge(received: Received, policy: ProofPolicy, claims: Claims): Proof {
  const { repository_id: repositoryId, repository_owner_id: ownerId, environment } = claims;
  if (claims.iss !== policy.issuer) return no('proof-issuer');
  if (repositoryId !== policy.repositoryId) return no('proof-repository');
  if (ownerId !== policy.ownerId) return no('proof-owner');
  const own = [claims.job_workflow_ref, claims.workflow_ref];
  const workflow = policy.workflows.find((trusted) => own.includes(trusted));
  if (workflow === undefined) return no('proof-workflow');
  if (!policy.events.includes(claims.event_name)) return no('proof-event');
  if (policy.environment !== undefined && environment !== policy.environment)
    return no('proof-environment-claim');
  if (claims.aud !== audienceOfReceived(received)) return no('proof-audience');
  if (received.createdAt < claims.iat * 1_000 - leewayMs) return no('proof-early');
  if (!(received.createdAt <= claims.exp * 1_000 + leewayMs)) return no('proof-expired');
  return {
    proven: true,
    claims: {
      ...{ repository: claims.repository, repositoryId, ownerId },
      ...{ actor: claims.actor, actorId: claims.actor_id },
      ...{ event: claims.event_name, workflow, environment: policy.environment },
      ...{ runId: claims.run_id, runAttempt: claims.run_attempt, issuedAt: claims.iat * 1_000 },
    },
  };
}

/** What the audience would be of what has arrived; undefined for text that nobody can have signed. */
function audienceOfReceived({ project, ref, values }: Received): string | undefined {
  const covered = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !partNames.includes(entry[0]),
  );
  const isText = [ref, ...covered.flat()].every((one) => one.isWellFormed());
  return isText ? audienceOf({ project, ref, values: Object.fromEntries(covered) }) : undefined;
}

/** The JSON of a part of a token; undefined where it is none. */
function jsonOf(part: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(part));
  } catch {
    return undefined;
  }
}
