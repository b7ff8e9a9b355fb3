import { safeRef, safeValue, variableName } from '../facts/alphabet.ts';
import { shown } from '../facts/shown.ts';
import { isReserved } from '../request/reserved.ts';
import type { Settings, TokenSource } from '../settings.ts';
import { readServerUrl } from './address.ts';
import { readMap } from './maps.ts';
import { type Reader, secret } from './read.ts';
import type { FromVault, fillable } from './vault-inputs.ts';

/** What a run needs GitLab for: to start and leave, to start and watch, or to look for what runs and stop it. */
export type Need = 'start' | 'watch' | 'stop';

/** How GitLab is reached. `fromVault`: the tokens that are there. */
export function readGitLab(reader: Reader, need: Need, fromVault: FromVault): Settings['gitlab'] {
  const sourceOf = (name: (typeof fillable)[number]): TokenSource | undefined => {
    const value = secret(reader, name);
    return value === undefined ? fromVault.tokens[name] : { from: 'input', value };
  };
  const triggerToken = sourceOf('gitlab-trigger-token');
  const token = sourceOf('gitlab-token');
  const isEmpty = reader.isEmpty('gitlab-token') || reader.isEmpty('gitlab-trigger-token');
  if (isEmpty || fromVault.isFaulty) {
    // Those are faults by themselves, and what is missing because of them is not.
  } else if (token === undefined && triggerToken === undefined) {
    reader.fault(
      'gitlab-token',
      'is missing: give an access token of the GitLab project with the scope `api`',
    );
  } else if (token === undefined && need !== 'start') {
    const why = 'is missing: a trigger token alone can neither watch nor cancel';
    reader.fault('gitlab-token', `${why}; add an access token, or ${insteadOf[need]}`);
  } else if (token === undefined && reader.text('gitlab-ref') === undefined) {
    reader.fault(
      'gitlab-ref',
      'is missing: a trigger token alone cannot read the default branch; name the ref',
    );
  }
  return {
    url: readServerUrl(reader, 'gitlab-url', {
      why: 'give the address of the server',
      slip: (url) => {
        const wrong = urlSlip(url, reader.text('gitlab-project'));
        return wrong === undefined ? undefined : `must be the address of the GitLab server alone: ${wrong}`;
      },
    }),
    project: readProject(reader),
    triggerToken,
    token,
    creators: reader.list('gitlab-creators', /^[1-9]\d{0,14}$/, 'must be ids of GitLab users').map(Number),
  };
}

/** What may be done in place of giving an access token. */
const insteadOf: Readonly<Record<Exclude<Need, 'start'>, string>> = {
  watch: 'set `wait: false` or `mode: trigger`',
  stop: 'leave events that stop (`closed`, `converted_to_draft`) and the sweep out of this workflow',
};

function readProject(reader: Reader): string {
  const name = 'gitlab-project';
  const text = reader.text(name) ?? '';
  const slip = projectSlips.find(([pattern]) => pattern.test(text));
  if (slip) {
    reader.fault(name, `must be the path alone, as \`group/project\`: leave out ${slip[1]}`);
    return text;
  }
  const why = 'give the path (`group/project`) or the id of the GitLab project';
  return (
    reader.matching(name, projectName, 'must be `group/project` or a number') ?? reader.required(name, why)
  );
}

/** What is copied along with a project's path. */
const projectSlips: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^[a-z+]+:\/\/|^git@/i, 'the address of the server'],
  [/\/-(?:\/|$)/, 'all from `/-/` on'],
  [/\.git$/i, 'the `.git` at its end'],
  [/^\/|\/$/, 'the `/` around it'],
];

/** Two or more segments, none of which begins with a dash or a dot (GitLab docs, "Rules for usernames, project and group names and slugs"). */
const projectName = /^(?:\d{1,18}|[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)$/;

/** What is copied along with the address of a server, or is none. A server may have a path of its own. */
function urlSlip({ hostname, pathname }: URL, project = ''): string | undefined {
  const path = pathname.toLowerCase().replace(/\/+$/, '');
  if (/(?:^|\.)github\.com$/.test(hostname)) return 'this one is GitHub';
  if (/\/api(?:\/v\d+)?$/.test(path)) return 'leave out `/api/v4`';
  const isOfProject =
    path.endsWith('.git') ||
    `${path}/`.includes('/-/') ||
    (project !== '' && path.endsWith(`/${project.toLowerCase()}`));
  if (isOfProject || (hostname === 'gitlab.com' && path !== ''))
    return 'leave out the path of the project, which is the input `gitlab-project`';
  return undefined;
}

/** What is asked for, and how long it is waited for. */
export async function readPipeline(reader: Reader): Promise<Omit<Settings['pipeline'], 'mark' | 'proof'>> {
  const names = readNames(reader);
  return {
    ref: {
      // GitLab shows a pipeline's ref by its short name alone.
      ref: reader
        .matching('gitlab-ref', safeRef, 'must be the name of a branch or tag')
        ?.replace(/^refs\/(?:heads|tags)\//, ''),
      twinPatterns: reader.list(
        'twin-branches',
        /^[A-Za-z0-9._/*-]+$/,
        'must be branch names, `*` for any text',
      ),
    },
    passAs: reader.choice('pass-as', ['variables', 'inputs']),
    names,
    further: await readFurther(reader, Object.values(names)),
    limits: {
      timeoutMs: reader.minutes('timeout-minutes', 24 * 60),
      errorBudgetMs: reader.minutes('error-budget-minutes', 24 * 60),
      onBlocked: reader.choice('on-blocked', ['fail', 'wait']),
    },
    onRerun: reader.choice('on-rerun', ['retry-failed', 'new']),
  };
}

/** The two names that a maintainer may choose; each must be free, or one value would replace another. */
function readNames(reader: Reader): Settings['pipeline']['names'] {
  const read = (input: string, usual: string) => {
    const name = reader.matching(input, variableName, 'must be the name of a variable') ?? usual;
    if (name !== usual && isReserved(name)) reader.fault(input, 'must be a name that is not reserved');
    return name;
  };
  const branch = read('branch-variable', 'GITHUB_ENGINE_BRANCH_NAME');
  const tests = read('tests-variable', 'TESTS_TO_RUN');
  if (branch === tests) reader.fault('tests-variable', 'must be another name than `branch-variable`');
  return { branch, tests };
}

async function readFurther(
  reader: Reader,
  taken: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const further = (await readMap(reader, 'variables')) ?? new Map<string, string>();
  for (const [name, value] of further) {
    if (!variableName.test(name))
      reader.fault('variables', `the name ${shown(name)} must be letters, digits and _`);
    else if (isReserved(name) || taken.includes(name))
      reader.fault('variables', `the name ${name} is reserved; choose another`);
    if (!safeValue.test(value))
      reader.fault(
        'variables',
        `the value of ${shown(name)} must consist of letters, digits and . _ / , : @ # + = -`,
      );
  }
  return Object.fromEntries(further);
}
