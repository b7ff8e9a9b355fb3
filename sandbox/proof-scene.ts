/** What a story with a proof needs: a job that may ask for ID tokens, and whose proofs count. */
import type { ProofPolicy } from '../src/proof/verify.ts';
import { repositoryOf } from './github/world.ts';
import { type ClaimExtras, claimsOf } from './runner/claims.ts';
import type { IdTokenRequest } from './runner/oidc.ts';
import type { JobOptions } from './runner/options.ts';
import type { Scene } from './scene.ts';

/** The action's inputs by which a request is proven. */
export const proofInputs: Readonly<Record<string, string>> = { 'pass-as': 'inputs', proof: 'true' };

/** The same job with `id-token: write` and these inputs. Each call admits another job. */
export const provenJob = (
  { sandbox }: Scene,
  job: JobOptions,
  extras?: ClaimExtras,
): JobOptions & { readonly idToken: IdTokenRequest } => ({
  ...job,
  with: { ...job.with, ...proofInputs },
  idToken: sandbox.issuer.admit(claimsOf(job, extras)),
});

/** Whose proofs count in the example: those of its repository, by its workflow on the default branch. */
export function proofPolicy({ sandbox, repository }: Scene): ProofPolicy {
  const { id, owner, defaultBranch } = repositoryOf(sandbox.github.world, repository);
  return {
    issuer: sandbox.issuer.url,
    repositoryId: String(id),
    ownerId: String(owner.id),
    workflows: [`${repository}/.github/workflows/drawbridge.yml@refs/heads/${defaultBranch}`],
    events: ['pull_request_target', 'workflow_run', 'issue_comment'],
    environment: undefined,
  };
}
