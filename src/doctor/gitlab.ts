/** Whether the GitLab project is set up for what it is sent. Nothing of GitLab's text is shown. Pure judgements. */
import type { Fact } from '../facts/fact.ts';
import { shownList } from '../facts/shown.ts';
import { partNames } from '../proof/parts.ts';
import { isNamed, type JobRules, jobNamesOf } from '../report/test-jobs.ts';
import { alwaysSent, type Passing } from '../request/request.ts';
import type { CiFile } from './ci-file.ts';
import { type Found, judged, orWell, refusedOrUnknown, untold, warning, well, wrong } from './finding.ts';

/** A project, as GitLab shows it to the token. */
export interface Project {
  readonly visibility: 'private' | 'internal' | 'public';
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
const answered = <T>(fact: Fact<T>, what: string, judge: (value: T) => readonly Found[]): readonly Found[] =>
  fact.known ? judge(fact.value) : [refusedOrUnknown(fact, what)];

/** Where the token's role stands. */
const developer = 30;
const maintainer = 40;

export const projectFound = (project: Fact<Project>): readonly Found[] =>
  answered(project, 'what the project is like', ({ visibility, publicPipelines }) =>
    orWell(
      [
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

/** How many days are left when it is time to say so, and when it is urgent. */
const soon = 21;
const urgent = 3;
const day = 86_400_000;

/** Judges scope, life and role. @param starts whether this token starts pipelines, and does not only watch */
export function tokenFound(
  token: Fact<AccessToken>,
  project: Fact<Project>,
  { now, starts }: { readonly now: number; readonly starts: boolean },
): readonly Found[] {
  return answered(token, 'whether GitLab takes the token', ({ scopes, expiresAt }) => {
    const days = expiresAt === undefined ? undefined : Math.floor((expiresAt - now) / day);
    const level = project.known ? project.value.level : undefined;
    const broad = scopes.filter((scope) => !['api', 'read_api', 'self_rotate', 'granular'].includes(scope));
    return orWell(
      [
        ...(starts && !scopes.some((scope) => scope === 'api' || scope === 'granular')
          ? [wrong('the token may only read: it starts and stops nothing', 'Make one with the scope `api`.')]
          : []),
        ...(broad.length > 0
          ? [
              warning(
                `the token has ${broad.length} more scopes than it needs`,
                'Make one with the scope `api` alone.',
              ),
            ]
          : []),
        ...(days === undefined
          ? [warning('the token never ends', 'Give it a date of expiry, and rotate it.')]
          : days < urgent
            ? [
                wrong(
                  `the token ends in ${days} days`,
                  'Rotate it now: Settings > Access tokens, or `POST …/rotate`.',
                ),
              ]
            : days < soon
              ? [
                  warning(
                    `the token ends in ${days} days`,
                    'Rotate it: it keeps its user, so nothing else changes.',
                  ),
                ]
              : []),
        ...(level !== undefined && level < (starts ? developer : 20)
          ? [
              wrong(
                `the role of the token is too low to ${starts ? 'start pipelines' : 'watch pipelines'}`,
                `Make one with the role ${starts ? 'Developer' : 'Reporter'}.`,
              ),
            ]
          : []),
        ...(level !== undefined && level > developer
          ? [warning('the role of the token is more than Developer', 'Make one with the role Developer.')]
          : []),
      ],
      `the token is good${days === undefined ? '' : ` for ${days} days`}, with the scope and the role that it needs`,
    );
  });
}

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
    const level = project.known ? (project.value.level ?? maintainer) : maintainer;
    const mayStart = found.canPush || found.developersCanMerge || level >= maintainer;
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
        ...(starts && found.protected && !mayStart
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

/** What is sent, and how. */
export type Sending = Pick<Passing, 'passAs' | 'names' | 'further'> & { readonly proof: boolean };

/** Names of all values that a run sends, but those of the proof. */
const sentNames = ({ names, further }: Sending): readonly string[] => [
  ...new Set([...Object.keys(further), names.branch, names.tests, ...alwaysSent]),
];

/** Judges whether GitLab takes what is sent. */
export function passingFound(
  project: Fact<Project>,
  file: Fact<CiFile | undefined>,
  sending: Sending,
): readonly Found[] {
  if (sending.passAs === 'variables') return judged(project, 'who may set variables', variablesFound);
  return judged(file, 'which inputs the CI file declares', (ci) => {
    if (ci === undefined) return [noFile];
    const missing = sentNames(sending).filter((name) => !(ci.inputs ?? []).includes(name));
    return orWell(
      missing.length > 0
        ? [
            wrong(
              `\`spec: inputs\` of the CI file does not declare ${shownList(missing)}`,
              'Declare each of them, with a `regex` (docs/gitlab.md); GitLab refuses what is not declared.',
            ),
          ]
        : [],
      'all inputs are declared',
    );
  });
}

const noFile = wrong('the project has no CI file that can be read', 'Add `.gitlab-ci.yml` (docs/gitlab.md).');

function variablesFound({ overrideRole, level }: Project): readonly Found[] {
  if (overrideRole === undefined)
    return [
      untold(
        'GitLab tells maintainers alone who may set variables',
        'Look under Settings > CI/CD > Variables, *Minimum role to use pipeline variables*: Developer; or use `pass-as: inputs`.',
      ),
    ];
  const least = { developer, maintainer, owner: 50, no_one_allowed: Number.POSITIVE_INFINITY }[overrideRole];
  return (level ?? 0) >= least
    ? [well('the token may set variables')]
    : [
        wrong(
          'the token may not set variables, so GitLab starts no pipeline',
          'Use `pass-as: inputs`; or under Settings > CI/CD > Variables let Developers use pipeline variables.',
        ),
      ];
}

/** Judges `proof: true`. Whether GitLab's side accepts a proof is seen by a pipeline only. */
export function proofFound(
  project: Fact<Project>,
  file: Fact<CiFile | undefined>,
  { proof }: Sending,
): readonly Found[] {
  // That it needs `pass-as: inputs` is a fault of the inputs.
  if (!proof) return [];
  const inputs = judged(file, 'whether the proof is taken', (ci) => {
    if (ci === undefined) return [noFile];
    const missing = partNames.filter((name) => !(ci.inputs ?? []).includes(name));
    const known = ci.known === undefined;
    return [
      ...(missing.length > 0
        ? [
            wrong(
              `\`spec: inputs\` does not declare ${shownList(missing)}`,
              'Declare the five, each with a `regex` and an empty default.',
            ),
          ]
        : []),
      ...(known && missing.length === 0
        ? [
            warning(
              'the template is not included in the root file: whether jobs check the proof is not seen here',
              'Let each job that reads a secret verify first (`drawbridge exec --verify`).',
            ),
          ]
        : []),
    ];
  });
  const role = judged(project, 'who may set variables', ({ overrideRole }) => {
    if (overrideRole === 'no_one_allowed') return [];
    return [
      overrideRole === undefined
        ? untold(
            'GitLab tells maintainers alone who may set variables',
            'Look under Settings > CI/CD > Variables: *Minimum role to use pipeline variables* has to be *No one allowed*.',
          )
        : wrong(
            'variables may be set beside the proof, and could turn a job against it',
            'Under Settings > CI/CD > Variables set *Minimum role to use pipeline variables* to *No one allowed*.',
          ),
    ];
  });
  return orWell([...inputs, ...role], 'the proof is taken, and nobody may set variables');
}

/** Judges whether GitLab knows the tests that can be chosen. */
export function templateFound(file: Fact<CiFile | undefined>, rules: JobRules): readonly Found[] {
  const { tests: listed, allLabel } = rules.selection;
  return judged(file, 'what the CI file says', (ci) => {
    if (ci === undefined) return [noFile];
    if (listed === undefined)
      return [warning('`tests` is not set, so there is nothing to compare', 'List the tests in `tests`.')];
    const tests = [...new Set(listed.values())].filter((id) => id !== allLabel);
    if (ci.known !== undefined) return knownFound(ci.known, tests);
    const silent =
      rules.testJobs === 'none'
        ? []
        : tests.filter((test) => !ci.jobs.some((job) => isNamed(job, jobNamesOf(test, rules))));
    if (silent.length === 0) return [well('each test has its job in the CI file')];
    return [
      ci.includes
        ? warning(
            'the template is not included, and some jobs come from files that are not read here',
            'Include the template: it compares its `known-tests` with what is asked for.',
          )
        : wrong(
            `the CI file has no job for ${shownList(silent)}: all tests together can never pass`,
            'Name the jobs of a test like its id, or say in `test-jobs` which they are.',
          ),
    ];
  });
}

function knownFound(there: readonly string[], wanted: readonly string[]): readonly Found[] {
  const missing = wanted.filter((id) => !there.includes(id));
  const more = there.filter((id) => !wanted.includes(id)).length;
  return orWell(
    [
      ...(missing.length > 0
        ? [
            wrong(
              `the template does not know ${shownList(missing)}`,
              'Add them to its `known-tests`, or take them out of `tests`.',
            ),
          ]
        : []),
      ...(more > 0
        ? [
            wrong(
              `the template knows ${more} more test${more === 1 ? '' : 's'} than \`tests\` lists`,
              'Give both the same list: nobody can choose those.',
            ),
          ]
        : []),
    ],
    'the template is included, and knows the same tests',
  );
}
