/** Builds what `drawbridge doctor` asks with: one transport, the clients, and a visit to Vault where one can log in. */
import { patientOf } from '../action/doctor-wiring.ts';
import { systemClock } from '../clock.ts';
import type { Patient } from '../doctor/patient.ts';
import { visit } from '../doctor/vault.ts';
import type { WorkflowFile } from '../doctor/workflow.ts';
import { idTokenFrom } from '../github/id-token.ts';
import { createOctokit } from '../github/octokit.ts';
import { createSetUp } from '../github/set-up.ts';
import { createTransport } from '../net/transport.ts';
import type { Login } from '../secrets/secrets.ts';
import type { Settings, VaultAuth } from '../settings.ts';
import { createVault } from '../vault/client.ts';
import { createRights } from '../vault/rights.ts';

/** What the command contributes. */
export interface DoctorGiven
  extends Pick<Patient, 'faults' | 'isSound' | 'absent' | 'files' | 'interrupted' | 'clock'> {
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The workflow files of a repository's default branch. Rejects with a ServiceFailure. */
export function workflowFilesOf(
  {
    repository,
    apiUrl,
    token,
  }: { readonly repository: string; readonly apiUrl: string; readonly token: string },
  { env, interrupted }: Pick<DoctorGiven, 'env' | 'interrupted'>,
): Promise<readonly WorkflowFile[]> {
  const [owner = '', repo = ''] = repository.split('/');
  const send = createTransport({
    clock: systemClock,
    random: Math.random,
    proxyEnv: env,
    signal: interrupted,
  });
  return createSetUp(createOctokit({ token, baseUrl: apiUrl, send }), { owner, repo }).workflowFiles();
}

/** The patient. */
export function wireDoctor(settings: Settings, { env, ...given }: DoctorGiven): Patient {
  const { caCertificate, vault: access } = settings;
  const common = {
    ...{ clock: systemClock, random: Math.random, proxyEnv: env },
    ...(caCertificate !== undefined && { ca: caCertificate }),
  };
  const send = createTransport({ ...common, signal: given.interrupted });
  // The answer to a log-in is waited for: else nobody could give its token back.
  const patient = createTransport(common);
  const isAtHand = !['vault-token', 'vault-secret-id'].some((input) => given.absent.has(input));
  const login = access && isAtHand ? loginHere(access.auth, env) : undefined;
  const at = access && {
    ...{ url: access.url, send: patient },
    ...(access.namespace !== undefined && { namespace: access.namespace }),
  };
  return patientOf(settings, {
    ...given,
    send,
    vaultElsewhere: access !== undefined && login === undefined,
    visit:
      at &&
      login &&
      (async (wanted) =>
        visit(
          {
            ...{
              vault: createVault(at),
              clock: systemClock,
              random: Math.random,
              interrupted: given.interrupted,
            },
            log: { info: () => {}, warning: () => {} },
          },
          createRights(at),
          typeof login === 'function' ? login(patient) : login,
          { wanted, kvVersion: access.kvVersion },
        )),
  });

  /** A job's own way; elsewhere a token of one's own, which shows nothing of the role. */
  function loginHere(
    auth: VaultAuth,
    variables: DoctorGiven['env'],
  ): Login | ((send: typeof patient) => Login) | undefined {
    if (auth.method !== 'jwt') return auth;
    if (!variables['ACTIONS_ID_TOKEN_REQUEST_URL']) return undefined;
    const { method, mount, role, audience } = auth;
    return (over) => ({ method, mount, role, identity: idTokenFrom(variables, audience, over) });
  }
}
