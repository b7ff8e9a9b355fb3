/** Sends a proof along with each start of a pipeline. Nothing else of the house knows of proofs. */
import { ServiceFailure, withoutEffect } from '../net/failure.ts';
import type { PipelineCalls } from '../pipeline/pipeline.ts';
import { partsOf } from './parts.ts';
import { audienceOf } from './request.ts';

/** What a proof is made with. Each call rejects with a ServiceFailure. */
export interface Signing {
  /** Numeric id of the GitLab project. */
  project(): Promise<number>;
  /** A fresh ID token of the job, for this audience. */
  idToken(audience: string): Promise<string>;
}

/**
 * The same pipelines, whose starts carry a proof. Each start asks for a token of its own right before: one lives 300 s
 * (docs/facts/runner.md, "ID tokens"), and a start that is sent again after an outage may come later than that. Where
 * there is no token nothing is started: `create` rejects with a ServiceFailure of what was asked, without effect, and with
 * `id-token-too-long` where the token does not fit into its parts.
 */
export const proving = <T extends Pick<PipelineCalls, 'create'>>(pipelines: T, signing: Signing): T => ({
  ...pipelines,
  create: async (request) => {
    const parts = await provenBy(signing, request).catch(withoutEffect);
    return pipelines.create({ ...request, values: { ...request.values, ...parts } });
  },
});

async function provenBy(
  { project, idToken }: Signing,
  { ref, values }: Parameters<PipelineCalls['create']>[0],
): Promise<Readonly<Record<string, string>>> {
  const audience = audienceOf({ project: await project(), ref: ref.name, values });
  const parts = partsOf(await idToken(audience));
  if (parts !== undefined) return parts;
  const refusal = 'id-token-too-long';
  throw new ServiceFailure({ service: 'github', status: 200, kind: 'invalid', refusal, mayHaveActed: false });
}
