/** Whether the GitLab project is what it should be, and the branch that pipelines run on. Pure. */
import type { Fact } from '../facts/fact.ts';
import { type Found, judged, orWell, refusedOrUnknown, untold, warning, wrong } from './finding.ts';

/** A project, as GitLab shows it to the token. */
export interface Project {
  readonly visibility: 'private' | 'internal' | 'public';
  /** An archived one runs nothing. */
  readonly isArchived: boolean;
  /** Whether its pipelines are shown to whoever may see the project; undefined where GitLab does not tell. */
  readonly publicPipelines: boolean | undefined;
  /** The token's access level: 10 guest, 20 reporter, 30 developer, 40 maintainer, 50 owner. */
  readonly level: number | undefined;
  /** `ci_pipeline_variables_minimum_override_role`; undefined: told to maintainers alone. */
  readonly overrideRole: OverrideRole | undefined;
  readonly defaultBranch: string;
  /** Where its CI file is; undefined: `.gitlab-ci.yml`. */
  readonly configPath: string | undefined;
}

/** Who may set variables of a pipeline (GitLab docs, "Projects API"). */
export type OverrideRole = 'no_one_allowed' | 'developer' | 'maintainer' | 'owner';

/** The token itself. */
export interface AccessToken {
  readonly scopes: readonly string[];
  /** Epoch ms of the day on which it ends; undefined: it does not end. */
  readonly expiresAt: number | undefined;
}

/** A branch, as the token sees it. */
export interface BranchRights {
  readonly protected: boolean;
  readonly canPush: boolean;
  readonly developersCanPush: boolean;
  readonly developersCanMerge: boolean;
}

/** Reads what the judgements need. Each rejects with a ServiceFailure. */
export interface GitLabSource {
  project(): Promise<Project>;
  accessToken(): Promise<AccessToken>;
  branchRights(name: string): Promise<BranchRights | undefined>;
  /** The text of a file; undefined where it is not there. */
  file(path: string, ref: string): Promise<string | undefined>;
}

/** Judges an answer; a no of GitLab is one too. */
export const answered = <T>(
  fact: Fact<T>,
  what: string,
  judge: (value: T) => readonly Found[],
): readonly Found[] => (fact.known ? judge(fact.value) : [refusedOrUnknown(fact, what)]);

/** Where the token's role stands. */
export const developer = 30;
export const maintainer = 40;

export const projectFound = (project: Fact<Project>): readonly Found[] =>
  answered(project, 'what the project is like', ({ visibility, publicPipelines, isArchived }) =>
    orWell(
      [
        ...(isArchived
          ? [wrong('the project is archived: GitLab starts no pipeline there', 'Unarchive it.')]
          : []),
        ...(publicPipelines === undefined
          ? [
              untold(
                'GitLab does not tell this token whether its pipelines are public',
                'See that *Project-based pipeline visibility* is clear: Settings > CI/CD > General pipelines.',
              ),
            ]
          : []),
        ...(visibility !== 'private'
          ? [
              wrong(
                `the project is ${visibility}: who is outside can read its code, and perhaps its logs`,
                'In GitLab, Settings > General > Visibility: private.',
              ),
            ]
          : []),
        ...(publicPipelines === true
          ? [
              visibility === 'private'
                ? warning(
                    'pipelines and logs are shown to guests of the project',
                    'In GitLab, Settings > CI/CD > General pipelines: clear *Project-based pipeline visibility*.',
                  )
                : wrong(
                    'its pipelines are public, logs included',
                    'In GitLab, Settings > CI/CD > General pipelines: clear *Project-based pipeline visibility*.',
                  ),
            ]
          : []),
      ],
      'the project is private, and its pipelines are',
    ),
  );

/** Judges the branch on which pipelines run, which holds the CI file. */
export function branchFound(
  branch: Fact<BranchRights | undefined>,
  project: Fact<Project>,
  { starts, isDefault }: { readonly starts: boolean; readonly isDefault: boolean },
): readonly Found[] {
  const name = isDefault ? 'the default branch' : 'the branch of `gitlab-ref`';
  return judged(branch, `what ${name} is like`, (found) => {
    if (found === undefined)
      return isDefault
        ? [wrong('the project has no default branch', 'Push one.')]
        : [warning(`${name} is no branch`, 'A tag will do; see that it is one that nobody moves.')];
    const level = project.known ? project.value.level : undefined;
    // Whom a branch that excludes developers lets merge, GitLab tells maintainers alone, and elsewhere.
    const isSeen = found.canPush || (level !== undefined && level <= developer);
    const mayStart = found.canPush || (found.developersCanMerge && (level ?? 0) >= developer);
    return orWell(
      [
        ...(!found.protected
          ? [
              wrong(
                `${name} is not protected: any developer can change what the jobs do`,
                'In GitLab, Settings > Repository > Protected branches.',
              ),
            ]
          : []),
        ...(found.protected && found.developersCanPush
          ? [
              warning(
                `${name} takes pushes of every developer, and of this token: each can change what the jobs do`,
                'Under Protected branches set *Allowed to push* to *No one* or Maintainers; *to merge* is enough.',
              ),
            ]
          : []),
        ...(starts && found.protected && !mayStart && !isSeen
          ? [
              untold(
                `whether ${name} lets the token start pipelines`,
                'Under Protected branches, *Allowed to merge*: the role of the token, or the token itself.',
              ),
            ]
          : []),
        ...(starts && found.protected && !mayStart && isSeen
          ? [
              wrong(
                `${name} lets the token neither merge nor push, so GitLab starts no pipeline there`,
                'Under Protected branches, *Allowed to merge*: the role of the token, or the token itself.',
              ),
            ]
          : []),
      ],
      `${name} is protected${starts ? ', and the token may start pipelines there' : ''}`,
    );
  });
}
