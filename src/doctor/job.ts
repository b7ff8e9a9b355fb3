/** What the job of the action is given: permissions, an environment, secrets. */
import type { Fact } from '../facts/fact.ts';
import { type Found, judged, orWell, unanswered, untold, warning, well, wrong } from './finding.ts';
import { type Permissions, shownPath, type Use } from './workflow.ts';

/** An environment, as far as it matters who may use it. */
export interface Environment {
  /** Which branches may: any, those that are protected, or those that patterns name. */
  readonly branches: 'any' | 'protected' | 'named';
}

/** How a job's token is made where nothing says what it may do. */
export type UsualPermissions = 'read' | 'write';

/** What the action does with `github-token`, and needs for it. */
export interface Needs {
  readonly statuses: boolean;
  /** Whether comments are answered, by reactions and replies. */
  readonly commands: boolean;
  readonly contents: boolean;
  readonly idToken: boolean;
}

type Level = 'none' | 'read' | 'write';
const ladder: readonly Level[] = ['none', 'read', 'write'];
const isAtLeast = (level: Level, least: Level): boolean => ladder.indexOf(level) >= ladder.indexOf(least);

/** Whether a token is the job's own: what the input says, as it is written. */
export const isJobToken = (written: string | undefined): boolean =>
  written === undefined || /^\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}$/i.test(written.trim());

/** What a job's token may do; undefined where its permissions are the repository's own, which are not known. */
function levelOf({ job, workflow }: Use, scope: string, usualOf: Fact<UsualPermissions>): Level | undefined {
  const given: Permissions | undefined = job.permissions ?? workflow.permissions;
  if (given === 'read-all') return scope === 'id-token' ? 'none' : 'read';
  if (given === 'write-all') return 'write';
  if (given !== undefined) return ladder.find((level) => level === given[scope]) ?? 'none';
  // An ID token is never given unasked (GitHub docs, "OpenID Connect reference").
  if (scope === 'id-token') return 'none';
  if (!usualOf.known) return undefined;
  // GitHub docs, "GITHUB_TOKEN": the restricted default reads contents and packages alone.
  return usualOf.value === 'write' ? 'write' : scope === 'contents' ? 'read' : 'none';
}

/** What is missing in the `permissions:` of each job, and what is too much. Pure. */
export function permissionsFound(
  uses: readonly Use[],
  needsOf: (use: Use) => Needs,
  usual: Fact<UsualPermissions>,
): readonly Found[] {
  return orWell(
    uses.flatMap((use) => permissionFaults(use, needsOf(use), usual)),
    'the jobs have the permissions that they need',
  );
}

function permissionFaults(use: Use, needs: Needs, usual: Fact<UsualPermissions>): readonly Found[] {
  const at = shownPath(use.workflow.path);
  const own = isJobToken(use.step.with['github-token']);
  const wanted: readonly (readonly [scope: string, least: Level])[] = [
    ...(own && needs.statuses ? [['statuses', 'write'] as const] : []),
    ...(own ? [['pull-requests', needs.commands ? 'write' : 'read'] as const] : []),
    ...(own && needs.contents ? [['contents', 'read'] as const] : []),
    ...(needs.idToken ? [['id-token', 'write'] as const] : []),
  ];
  const levels = wanted.map(([scope, least]) => ({ scope, least, level: levelOf(use, scope, usual) }));
  const unknown = levels.filter(({ level }) => level === undefined);
  const missing = levels.filter(({ level, least }) => level !== undefined && !isAtLeast(level, least));
  const all = use.job.permissions ?? use.workflow.permissions;
  const lines = missing.map(({ scope, least }) => `\`${scope}: ${least}\``).join(', ');
  return [
    ...(missing.length > 0
      ? [wrong(`the job in ${at} lacks ${lines}`, `Add to its \`permissions:\` ${lines}.`)]
      : []),
    ...(unknown.length > 0
      ? [
          untold(
            `the job in ${at} has no \`permissions:\`, and only an administrator is told what it gets`,
            `Write them into the file: ${wanted.map(([scope, least]) => `\`${scope}: ${least}\``).join(', ')}.`,
          ),
        ]
      : []),
    ...(all === 'write-all' || (all === undefined && usual.known && usual.value === 'write')
      ? [
          warning(
            `the job in ${at} may write everything`,
            `Write into the file: ${wanted.map(([scope, least]) => `\`${scope}: ${least}\``).join(', ')}.`,
          ),
        ]
      : []),
  ];
}

/**
 * Whether commit statuses may be written, without writing one. A job's token may what its job says; a classic token of a
 * person says it by its scopes (GitHub docs, "Scopes for OAuth apps"); of any other nothing tells. Pure.
 */
export function statusesFound(
  uses: readonly Use[],
  usual: Fact<UsualPermissions>,
  token: {
    readonly isOwn: boolean;
    readonly scopes: readonly string[] | undefined;
    readonly isPublic: boolean;
  },
): readonly Found[] {
  if (token.isOwn) {
    const levels = uses.map((use) => levelOf(use, 'statuses', usual));
    if (levels.length > 0 && levels.every((level) => level === 'write'))
      return [well('the token of the job may write statuses')];
    if (levels.includes(undefined) || levels.length === 0)
      return [
        untold(
          'whether the token of the job may write statuses',
          'Give the job `statuses: write` in the file.',
        ),
      ];
    return [wrong('the token of the job may not write statuses', 'Give the job `statuses: write`.')];
  }
  const { scopes, isPublic } = token;
  if (scopes === undefined)
    return [
      untold(
        'GitHub does not tell whether this token may write statuses, and none is written to try it',
        'See that it has *Commit statuses: write*; the first run shows it.',
      ),
    ];
  const enough = ['repo', 'repo:status', ...(isPublic ? ['public_repo'] : [])];
  return scopes.some((scope) => enough.includes(scope))
    ? [well('`github-token` may write statuses, by its scopes')]
    : [wrong('`github-token` has no scope that writes statuses', 'Give it the scope `repo:status`.')];
}

/** The environments that the jobs name, each once; undefined among them: none. */
export const environmentsOf = (uses: readonly Use[]): readonly string[] => [
  ...new Set(uses.flatMap(({ job }) => (job.environment ? [job.environment] : []))),
];

/** Whether a step is handed a secret. */
const hasSecret = ({ step }: Use): boolean =>
  Object.values(step.with).some((value) => secretsIn(value).length > 0);

/** Judges the environments. Pure. */
export function environmentFound(
  uses: readonly Use[],
  environments: ReadonlyMap<string, Fact<Environment | undefined>>,
): readonly Found[] {
  const bare = uses.filter((use) => use.job.environment === undefined && hasSecret(use));
  const found = [...environments].flatMap(([name, fact]): readonly Found[] => {
    const at = shownName(name);
    if (!fact.known) return [unanswered(fact, `whether ${at} exists`)];
    if (fact.value === undefined)
      return [
        wrong(
          `${at} does not exist: GitHub makes an empty one then, without secrets and open to every branch`,
          'Make it under Settings > Environments, bound to the default branch, with the secrets in it.',
        ),
      ];
    return fact.value.branches === 'any'
      ? [
          warning(
            `${at} is open to every branch: whoever may push can read its secrets`,
            'Under Settings > Environments choose *Selected branches*: the default one.',
          ),
        ]
      : [];
  });
  return orWell(
    [
      ...[...new Set(bare.map(({ workflow }) => workflow.path))].map((path) =>
        warning(
          `the job in ${shownPath(path)} has no \`environment:\`: its secrets are those of every workflow of the repository`,
          'Move them to an environment that is bound to the default branch, and name it in the job.',
        ),
      ),
      ...found,
    ],
    'the environment is there, and bound to branches',
  );
}

/** How an environment is called in a line. */
const shownName = (name: string): string =>
  /^[\w. -]{1,60}$/.test(name) ? `the environment \`${name}\`` : 'the environment';

/** The names of secrets in an expression. */
export const secretsIn = (value: string): readonly string[] =>
  [...value.matchAll(/\bsecrets\.([A-Za-z_]\w{0,99})/g)].map(([, name = '']) => name.toUpperCase());

/**
 * Whether each secret that a step names exists. GitHub hands over the empty text for one that does not. Pure.
 * @param names those that are there, of all levels; undefined: only an administrator may list them
 */
export function secretsFound(
  uses: readonly Use[],
  names: Fact<readonly string[] | undefined>,
  empty: readonly string[],
): readonly Found[] {
  const blank = uses.flatMap(({ step }) =>
    secretInputs.filter((input) => step.with[input] !== undefined && step.with[input]?.trim() === ''),
  );
  const faults = [...new Set([...blank, ...empty])].map((input) =>
    wrong(`\`${input}\` is empty`, 'Name a secret that exists, or leave the input out.'),
  );
  const wanted = [...new Set(uses.flatMap(({ step }) => Object.values(step.with).flatMap(secretsIn)))].filter(
    (name) => name !== 'GITHUB_TOKEN',
  );
  if (wanted.length === 0) return orWell(faults, 'no secret is named');
  const unlisted = names.known ? names.value === undefined : names.reason === 'github-forbidden';
  if (unlisted)
    return [
      ...faults,
      untold(
        'only an administrator is told which secrets there are',
        'Let an administrator run `drawbridge doctor`; in a run an empty one is an error of its own.',
      ),
    ];
  return [
    ...faults,
    ...judged(names, 'which secrets there are', (there = []) =>
      orWell(
        wanted
          .filter((name) => !there.includes(name))
          .map((name) =>
            wrong(
              `there is no secret \`${name}\``,
              `\`gh secret set ${name}\`, with \`--env\` for the environment of the job.`,
            ),
          ),
        'each secret that is named is there',
      ),
    ),
  ];
}

/** Inputs that hold a secret: empty, they are a fault of the set-up. */
export const secretInputs: readonly string[] = [
  ...['github-token', 'membership-token', 'duplicate-token', 'gitlab-token', 'gitlab-trigger-token'],
  ...['vault-token', 'vault-secret-id'],
];
