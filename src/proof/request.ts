/** What a proof is about: all that is sent, and the audience by which GitHub's token is bound to exactly that. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

export { alwaysSent } from '../request/request.ts';

/** A request as both sides know it: the action before it is sent, the job in GitLab when it has arrived. */
export interface ProvenRequest {
  /** Numeric id of the GitLab project: `pipeline.project_id` of `GET /job`. */
  readonly project: number;
  /** Full name of the branch or tag, without `refs/…/`: `ref` of `GET /job`. */
  readonly ref: string;
  /** All that is sent but the parts of the proof itself, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** Names the form of what is signed: another form would get another word, and neither is taken for the other. */
const form = 'drawbridge.v1.';

/**
 * `drawbridge.v1.` and the SHA-256 of the request in its canonical form (RFC 8785), as base64url: 57 characters. Equal
 * requests have equal ones, whatever the order of their values. Throws an Error for text that is no well-formed Unicode.
 * Pure.
 */
export const audienceOf = (request: ProvenRequest): string =>
  form + createHash('sha256').update(canonicalOf(request)).digest('base64url');

/** What goes into the digest: no two requests have the same. Only the three fields, whatever else an object holds. */
export const canonicalOf = ({ project, ref, values }: ProvenRequest): string =>
  canonicalize({ project, ref, values }) ?? '';
