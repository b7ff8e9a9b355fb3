/** Asks GitLab how the project is set up, after Vault where its token is there. */
import { ask } from '../facts/ask.ts';
import { type Fact, known } from '../facts/fact.ts';
import type { Settings, TokenSource } from '../settings.ts';
import { type CiFile, readCiFile } from './ci-file.ts';
import type { Patient } from './patient.ts';
import type { AccessToken, BranchRights, Project } from './project.ts';
import type { Visit } from './vault.ts';

/** What has been answered. */
export interface GitLabAnswers {
  /** Undefined: Vault was not asked. */
  readonly visit: Visit | undefined;
  /** What was looked for in Vault. */
  readonly wanted: readonly Extract<TokenSource, { from: 'vault' }>[];
  /** Undefined: without its token GitLab was not asked. */
  readonly asked:
    | {
        readonly project: Fact<Project>;
        readonly own: Fact<AccessToken>;
        readonly rights: Fact<BranchRights | undefined>;
      }
    | undefined;
  /** The root CI file; undefined in it: there is none that can be read. Undefined: GitLab was not asked. */
  readonly file: Fact<CiFile | undefined> | undefined;
}

/** What is known where nothing was asked. */
export const unasked: GitLabAnswers = { visit: undefined, wanted: [], asked: undefined, file: undefined };

/** Asks. Never rejects where Vault or GitLab refuses. */
export async function askGitLab(patient: Patient): Promise<GitLabAnswers> {
  const { settings, absent } = patient;
  const visit = await patient.vault?.();
  const wanted = [settings.gitlab.token, settings.gitlab.triggerToken].flatMap((one) =>
    one?.from === 'vault' ? [one] : [],
  );
  const token = absent.has('gitlab-token') ? undefined : tokenFrom(settings.gitlab.token, visit);
  if (token === undefined) return { ...unasked, visit, wanted };
  const gitlab = patient.gitlab(token);
  const project = await ask(gitlab.project());
  const branch = settings.pipeline.ref.ref ?? (project.known ? project.value.defaultBranch : 'main');
  const path = (project.known ? project.value.configPath : undefined) ?? '.gitlab-ci.yml';
  const [own, rights, text] = await Promise.all([
    ask(gitlab.accessToken()),
    ask(gitlab.branchRights(branch)),
    ask(gitlab.file(path, branch)),
  ]);
  const file = text.known ? known(text.value === undefined ? undefined : readCiFile(text.value)) : text;
  return { visit, wanted, asked: { project, own, rights }, file };
}

/** The access token: as it was given, or as Vault has it; undefined where it is neither. */
function tokenFrom(source: Settings['gitlab']['token'], visit: Visit | undefined): string | undefined {
  if (source?.from !== 'vault') return source?.value;
  const text = visit?.secrets.known
    ? visit.secrets.value.get(source.path)?.get(source.key)?.trim()
    : undefined;
  return text !== undefined && /^[\x21-\x7e]{4,8192}$/.test(text) ? text : undefined;
}
