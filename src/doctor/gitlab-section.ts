/** Asks GitLab how the project is set up, after Vault where its token is there. */
import { ask } from '../facts/ask.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { Settings } from '../settings.ts';
import { type CiFile, readCiFile } from './ci-file.ts';
import { unknowable, untold } from './finding.ts';
import { tokenFound } from './gitlab-token.ts';
import { passingFound } from './passing.ts';
import type { Patient, Section } from './patient.ts';
import { branchFound, projectFound } from './project.ts';
import { proofFound } from './proof.ts';
import { templateFound } from './template.ts';
import { loginFound, policiesFound, revokeFound, type Visit } from './vault.ts';

/** Asks, and judges. */
export async function gitLabSection(patient: Patient): Promise<Section> {
  const { settings, clock, absent } = patient;
  const visit = await patient.vault?.();
  const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((one) =>
    one?.from === 'vault' ? [one] : [],
  );
  const ofVault: Section = visit
    ? {
        'vault-login': loginFound(visit, wanted),
        'vault-policies': policiesFound(visit),
        'vault-revoke': revokeFound(visit),
      }
    : patient.vaultElsewhere
      ? {
          'vault-login': [
            untold('what the log-in to Vault takes is not at hand here', 'Run `mode: doctor` in the job.'),
          ],
        }
      : {};
  const source = settings.gitlab.token;
  const token = absent.has('gitlab-token') ? undefined : tokenFrom(source, visit);
  if (token === undefined)
    return {
      ...ofVault,
      'gitlab-token': [
        visit !== undefined
          ? unknowable('without its token GitLab is not asked', 'See what is said of Vault.')
          : source === undefined
            ? untold('a trigger token alone shows nothing of the project', 'Look at docs/gitlab.md.')
            : unknowable('the token of GitLab is not at hand', whereOf(absent)),
      ],
    };
  const gitlab = patient.gitlab(token);
  const project = await ask(gitlab.project());
  const starts = settings.gitlab.triggerToken === undefined;
  const named = settings.pipeline.ref.ref;
  const branch = named ?? (project.known ? project.value.defaultBranch : 'main');
  const path = (project.known ? project.value.configPath : undefined) ?? '.gitlab-ci.yml';
  const [own, rights, text] = await Promise.all([
    ask(gitlab.accessToken()),
    ask(gitlab.branchRights(branch)),
    ask(gitlab.file(path, branch)),
  ]);
  const file: Fact<CiFile | undefined> = text.known
    ? known(text.value === undefined ? undefined : readCiFile(text.value))
    : text;
  const sending = settings.pipeline;
  const rules = { selection: settings.selection, testJobs: settings.testJobs };
  return {
    ...ofVault,
    project: projectFound(project),
    'gitlab-token': tokenFound(own, project, { now: clock.now(), starts }),
    ...(project.known && {
      branch: branchFound(rights, project, { starts, isDefault: named === undefined }),
      passing: passingFound(project, file, sending),
      template: templateFound(file, rules),
      proof: proofFound(project, file, sending),
    }),
  };
}

/** The access token: as it was given, or as Vault has it; undefined where it is neither. */
function tokenFrom(source: Settings['gitlab']['token'], visit: Visit | undefined): string | undefined {
  if (source?.from !== 'vault') return source?.value;
  const text = visit?.secrets.known
    ? visit.secrets.value.get(source.path)?.get(source.key)?.trim()
    : undefined;
  return text !== undefined && /^[\x21-\x7e]{4,8192}$/.test(text) ? text : undefined;
}

const whereOf = (absent: ReadonlyMap<string, string>): string =>
  absent.get('gitlab-token') ?? 'Set it in the environment.';
