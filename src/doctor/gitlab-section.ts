/** Judges how the GitLab project is set up, and the log-in to Vault where its token is there. Pure. */
import type { Fact } from '../facts/fact.ts';
import { unknowable, untold } from './finding.ts';
import type { GitLabAnswers } from './gitlab-answers.ts';
import { tokenFound } from './gitlab-token.ts';
import { passingFound } from './passing.ts';
import type { Patient, Repository, Section } from './patient.ts';
import { branchFound, projectFound } from './project.ts';
import { proofFound } from './proof.ts';
import { templateFound } from './template.ts';
import { loginFound, policiesFound, revokeFound } from './vault.ts';
import { verdictFound } from './verdict.ts';
import type { Use } from './workflow.ts';

/** Judges the answers. @param uses the steps that use the action */
export function gitLabSection(
  patient: Patient,
  uses: readonly Use[],
  { repository, gitlab }: { readonly repository: Fact<Repository>; readonly gitlab: GitLabAnswers },
): Section {
  const { settings, clock, absent, vaultElsewhere } = patient;
  const { visit, asked, file } = gitlab;
  const ofVault: Section = visit
    ? {
        'vault-login': loginFound(visit, gitlab.wanted),
        'vault-policies': policiesFound(visit),
        'vault-revoke': revokeFound(visit),
      }
    : vaultElsewhere
      ? {
          'vault-login': [
            untold('what the log-in to Vault takes is not at hand here', 'Run `mode: doctor` in the job.'),
          ],
        }
      : {};
  if (asked === undefined || file === undefined)
    return {
      ...ofVault,
      'gitlab-token': [
        visit !== undefined
          ? unknowable('without its token GitLab is not asked', 'See what is said of Vault.')
          : settings.gitlab.token === undefined
            ? untold('a trigger token alone shows nothing of the project', 'Look at docs/gitlab.md.')
            : unknowable('the token of GitLab is not at hand', whereOf(absent)),
      ],
    };
  const { project, own, rights } = asked;
  const sending = settings.pipeline;
  const starts = settings.gitlab.triggerToken === undefined;
  const asking = {
    ...{ uses, repository, apiUrl: settings.github.apiUrl, gitlabUrl: settings.gitlab.url },
    further: Object.keys(sending.further),
  };
  const rules = { selection: settings.selection, testJobs: settings.testJobs };
  const run = { waits: settings.wait, context: settings.statusContext };
  return {
    ...ofVault,
    project: projectFound(project),
    'gitlab-token': tokenFound(own, project, { now: clock.now(), starts }),
    ...(project.known && {
      branch: branchFound(rights, project, { starts, isDefault: sending.ref.ref === undefined }),
      passing: passingFound(project, file, sending, starts),
      template: templateFound(file, rules, sending),
      proof: proofFound(project, file, sending, asking),
      verdict: verdictFound(file, uses, run),
    }),
  };
}

const whereOf = (absent: ReadonlyMap<string, string>): string =>
  absent.get('gitlab-token') ?? 'Set it in the environment.';
