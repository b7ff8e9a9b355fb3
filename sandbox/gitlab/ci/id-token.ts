import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Job, Pipeline } from '../pipeline.ts';
import type { World } from '../world.ts';

/** Signs the ID tokens of jobs (`id_tokens:`) and shows the key to whoever checks them. */
export interface IdTokens {
  /** One variable for each ID token that the job asks for. */
  variables(pipeline: Pipeline, job: Job): Promise<Record<string, string>>;
  /** The JSON Web Key Set for `/oauth/discovery/keys`. */
  keys(): Promise<{ keys: unknown[] }>;
}

const KEY_ID = 'sandbox-gitlab';
const LIFETIME_MS = 3_600_000;

/** The claims are those of GitLab's docs, "OpenID Connect (OIDC) authentication using ID tokens". */
export function createIdTokens(world: World): IdTokens {
  let made: ReturnType<typeof generateKeyPair> | undefined;
  const pair = () => {
    made ??= generateKeyPair('RS256', { extractable: true });
    return made;
  };

  const sign = async (pipeline: Pipeline, job: Job, audience: string | string[]): Promise<string> => {
    const { project, ref, tag, user } = pipeline;
    const kind = tag ? 'tag' : 'branch';
    const now = world.now();
    const claims = {
      namespace_id: '1',
      namespace_path: project.path.split('/').slice(0, -1).join('/'),
      project_id: String(project.id),
      project_path: project.path,
      project_visibility: 'private',
      user_id: String(user.id),
      user_login: user.username,
      user_email: `${user.username}@example.com`,
      pipeline_id: String(pipeline.id),
      pipeline_source: pipeline.source,
      job_id: String(job.id),
      ref,
      ref_type: kind,
      ref_path: `refs/${tag ? 'tags' : 'heads'}/${ref}`,
      ref_protected: String(project.protectedBranches.has(ref)),
      sha: pipeline.sha,
      runner_environment: 'self-hosted',
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
      .setIssuer(world.url)
      .setSubject(`project_path:${project.path}:ref_type:${kind}:ref:${ref}`)
      .setAudience(audience)
      .setJti(crypto.randomUUID())
      .setIssuedAt(new Date(now))
      .setNotBefore(new Date(now - 5000))
      .setExpirationTime(new Date(now + LIFETIME_MS))
      .sign((await pair()).privateKey);
  };

  return {
    variables: async (pipeline, job) => {
      const wanted = Object.entries(job.plan.idTokens);
      const signed = wanted.map(async ([name, audience]) => [name, await sign(pipeline, job, audience)]);
      return Object.fromEntries(await Promise.all(signed));
    },
    keys: async () => {
      const key = await exportJWK((await pair()).publicKey);
      return { keys: [{ ...key, kid: KEY_ID, use: 'sig', alg: 'RS256' }] };
    },
  };
}
