/** Builds what a report asks: GitLab for the jobs of the pipeline, GitHub for the statuses of the commit. */
import { systemClock } from '../clock.ts';
import { patientWithNew } from '../github/new-token.ts';
import { createOctokit } from '../github/octokit.ts';
import { createPulls } from '../github/pulls.ts';
import { createStatuses } from '../github/statuses.ts';
import { createOwnJob } from '../gitlab/own-job.ts';
import type { Send } from '../net/transport.ts';
import type { OwnJobApi } from '../pipeline/own-job.ts';
import type { InsideGitHub } from '../report/inside.ts';

/** GitLab, by the job's own token, and by another one where it sees more. */
export const wireJobs = (
  url: string,
  tokens: { readonly job: string; readonly access: string | undefined },
  send: Send,
): Pick<OwnJobApi, 'jobs'> =>
  createOwnJob({
    ...{ url, jobToken: tokens.job, send },
    ...(tokens.access !== undefined && { accessToken: tokens.access }),
  });

/** GitHub, with a token that may write the statuses of the repository and read its pull requests. */
export function wireGitHub(apiUrl: string, repository: string, token: string, send: Send): InsideGitHub {
  const [owner = '', repo = ''] = repository.split('/');
  const octokit = createOctokit({ token, baseUrl: apiUrl, send: patientWithNew(send, systemClock) });
  return { ...createStatuses(octokit, { owner, repo }), pull: createPulls(octokit, { owner, repo }).pull };
}
