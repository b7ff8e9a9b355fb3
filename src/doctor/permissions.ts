/** What the token of a job may do: enough, and not more. Pure. */
import type { Fact } from '../facts/fact.ts';
import { type Found, orWell, untold, warning, well, wrong } from './finding.ts';
import { isOurs, type Permissions, type Place, shownPath, type Texts, type Use } from './workflow.ts';

/** How a job's token is made where nothing says what it may do. */
export type UsualPermissions = 'read' | 'write';

/** What the action does with `github-token`, and needs for it. */
export interface Needs {
  readonly statuses: boolean;
  /** Whether comments are answered, by reactions and replies. */
  readonly commands: boolean;
  /** Whether pull requests are read. */
  readonly pulls: boolean;
  readonly contents: boolean;
  readonly idToken: boolean;
}

type Level = 'none' | 'read' | 'write';
const ladder: readonly Level[] = ['none', 'read', 'write'];
const isAtLeast = (level: Level, least: Level): boolean => ladder.indexOf(level) >= ladder.indexOf(least);

/** Whether a token is the job's own: what the input says, as it is written. */
export const isJobToken = (written: string | undefined): boolean =>
  written === undefined || /^\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}$/i.test(written.trim());

/**
 * What a job's token may do; undefined where its permissions are the repository's own, which are not known. A workflow that
 * is called has what its callers have, at most (GitHub docs, "Reusing workflow configurations").
 */
function levelOf(use: Use, scope: string, usual: Fact<UsualPermissions>): Level | undefined {
  const levels = [use, ...use.callers].map((place) => levelAt(place, scope, usual));
  const [least] = ladder.filter((level) => levels.includes(level));
  return least === 'none' || !levels.includes(undefined) ? least : undefined;
}

function levelAt(
  { job, workflow }: Place,
  scope: string,
  usualOf: Fact<UsualPermissions>,
): Level | undefined {
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
    ...(own && needs.pulls ? [['pull-requests', needs.commands ? 'write' : 'read'] as const] : []),
    ...(own && needs.contents ? [['contents', 'read'] as const] : []),
    ...(needs.idToken ? [['id-token', 'write'] as const] : []),
  ];
  const levels = wanted.map(([scope, least]) => ({ scope, least, level: levelOf(use, scope, usual) }));
  const unknown = levels.filter(({ level }) => level === undefined);
  const missing = levels.filter(({ level, least }) => level !== undefined && !isAtLeast(level, least));
  const all = use.job.permissions ?? use.workflow.permissions;
  const spare = typeof all === 'object' ? spareIn(all, use, needs) : [];
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
    ...(spare.length > 0
      ? [
          warning(
            `the job in ${at} may do more than the action does: ${spare.map((scope) => `\`${scope}: write\``).join(', ')}`,
            'Take it out of its `permissions:`; what else needs it can have a job of its own.',
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

/** What some mode or input of the action writes by a job's own token (docs/security.md, "Least permissions"). */
const written: readonly string[] = ['statuses', 'pull-requests', 'issues', 'contents'];

function spareIn(all: Texts, { job }: Use, { idToken }: Needs): readonly string[] {
  // Another step may be what it is for.
  const isShared = job.steps.some((step) => !isOurs(step));
  const names = Object.keys(all).filter((scope) => all[scope] === 'write' && /^[a-z-]{1,40}$/.test(scope));
  const spare = names.filter((scope) => !written.includes(scope) && !(scope === 'id-token' && idToken));
  return isShared ? [] : spare;
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
    /** Whether its person may write in the repository; undefined: GitHub does not say. */
    readonly mayPush: boolean | undefined;
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
  const { scopes, isPublic, mayPush } = token;
  if (scopes === undefined)
    return [
      untold(
        'GitHub does not tell whether this token may write statuses, and none is written to try it',
        'See that it has *Commit statuses: write*; the first run shows it.',
      ),
    ];
  if (mayPush !== true)
    return [
      wrong(
        'whom `github-token` belongs to may not write in the repository, so it writes no status',
        'Give that person write access, or take the token of the job.',
      ),
    ];
  const enough = ['repo', 'repo:status', ...(isPublic ? ['public_repo'] : [])];
  return scopes.some((scope) => enough.includes(scope))
    ? [well('`github-token` may write statuses, by its scopes')]
    : [wrong('`github-token` has no scope that writes statuses', 'Give it the scope `repo:status`.')];
}
