/** Builds what a verification asks: GitLab with the job's token, the issuer's keys, and GitHub where membership counts. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { membershipById } from '../github/member-by-id.ts';
import { createOwnJob } from '../gitlab/own-job.ts';
import { createTransport, type Send } from '../net/transport.ts';
import { createKeys } from '../proof/keys.ts';
import type { Failed } from './io.ts';
import type { VerifyPorts } from './verification.ts';
import type { VerifyWishes } from './verify-wishes.ts';

/** What the process contributes. */
export interface ProofEdge {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by a signal: then nothing more is asked. */
  readonly interrupted: AbortSignal;
}

/** The way to all that a verification asks. Fails where the file of certificates is not there. */
export function transportFor(
  { proxy, certificates }: Pick<VerifyWishes, 'proxy' | 'certificates'>,
  interrupted: AbortSignal,
): { readonly ok: true; readonly send: Send } | Failed {
  const ca = certificates === undefined ? undefined : readText(certificates);
  if (certificates !== undefined && ca === undefined)
    return { ok: false, exit: 1, said: ['the file of --ca-certificate cannot be read'] };
  const send = createTransport({
    clock: systemClock,
    random: Math.random,
    signal: interrupted,
    // Neither the proxy nor the authorities are those of the environment: whoever starts a pipeline may have set them.
    roots: 'bundled',
    ...(proxy !== undefined && { proxyEnv: { HTTPS_PROXY: proxy } }),
    ...(ca !== undefined && { ca }),
  });
  return { ok: true, send };
}

/** Builds them. Fails where a file or token that the options name is not there. */
export function wireProof(
  wishes: VerifyWishes,
  { env, interrupted }: ProofEdge,
): { readonly ok: true; readonly ports: VerifyPorts } | Failed {
  const { gitlabUrl, policy, member } = wishes;
  const way = transportFor(wishes, interrupted);
  if (!way.ok) return way;
  const { send } = way;
  const token = member && env[member.tokenVariable];
  if (member && !token)
    return {
      ok: false,
      exit: 1,
      said: [`--organization needs a token of GitHub in ${member.tokenVariable}`],
    };
  const ownJob = createOwnJob({ url: gitlabUrl, jobToken: env['CI_JOB_TOKEN'] ?? '', send });
  const isMember =
    member && token
      ? membershipById({ apiUrl: member.apiUrl, organization: member.organization, token, send })
      : undefined;
  return {
    ok: true,
    ports: { job: ownJob.job, keys: createKeys(policy.issuer, send, systemClock), isMember },
  };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
