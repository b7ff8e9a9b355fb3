/** Builds the clients that the doctor asks with, for either edge. */
import { systemClock } from '../clock.ts';
import type { Patient } from '../doctor/patient.ts';
import type { Visit } from '../doctor/vault.ts';
import { createGitHubClient } from '../github/client.ts';
import { patientWithNew } from '../github/new-token.ts';
import { createOctokit } from '../github/octokit.ts';
import { createSetUp } from '../github/set-up.ts';
import { createSetUp as createGitLabSetUp } from '../gitlab/set-up.ts';
import type { Send } from '../net/transport.ts';
import type { Wanted } from '../secrets/secrets.ts';
import type { Settings } from '../settings.ts';

/** What an edge contributes. */
export interface DoctorEdge
  extends Pick<
    Patient,
    'faults' | 'isSound' | 'absent' | 'files' | 'vaultElsewhere' | 'interrupted' | 'clock'
  > {
  readonly send: Send;
  /** Undefined where Vault is not asked. */
  readonly visit: ((wanted: readonly Wanted[]) => Promise<Visit>) | undefined;
}

/** The doctor's patient, as these settings have it. */
export function patientOf(settings: Settings, edge: DoctorEdge): Patient {
  const { send, visit, ...given } = edge;
  const { token, membershipToken, apiUrl, repository } = settings.github;
  const clientOf = (own: string) =>
    createOctokit({ token: own, baseUrl: apiUrl, send: patientWithNew(send, systemClock) });
  const octokit = clientOf(token);
  const membership = membershipToken === token ? octokit : clientOf(membershipToken);
  const [owner = '', repo = ''] = repository.split('/');
  const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((source) =>
    source?.from === 'vault' ? [source.path] : [],
  );
  return {
    ...given,
    settings,
    github: {
      ...createGitHubClient({ octokit, membership, duplication: octokit, repository }),
      ...createSetUp(octokit, { owner, repo }),
    },
    hasPolicies: !/\/api\/v3$/.test(apiUrl),
    gitlab: (own) =>
      createGitLabSetUp({ url: settings.gitlab.url, project: settings.gitlab.project, token: own, send }),
    vault:
      visit && wanted.length > 0
        ? () => visit([...new Set(wanted)].map((path) => ({ path, below: false })))
        : undefined,
  };
}
