/** What the job of the action is given: an environment, and secrets. */
import type { Fact } from '../facts/fact.ts';
import { type Found, judged, orWell, unanswered, untold, warning, wrong } from './finding.ts';
import { plainly, shownPath, type Use } from './workflow.ts';

/** An environment, as far as it matters who may use it. */
export interface Environment {
  /** Which branches may: any, those that are protected, or those that patterns name. */
  readonly branches: 'any' | 'protected' | 'named';
}

/** Names of secrets, by the level that holds them. */
export interface SecretNames {
  /** Of the repository and its organisation: every job is given them. */
  readonly everywhere: readonly string[];
  /** Environment, as the workflow writes it → its own. */
  readonly inEnvironment: ReadonlyMap<string, readonly string[]>;
}

/** The environments that the jobs name, each once; undefined among them: none. */
export const environmentsOf = (uses: readonly Use[]): readonly string[] => [
  ...new Set(uses.flatMap(({ job }) => (job.environment ? [job.environment] : []))),
];

/** Whether a step is handed a secret. */
const hasSecret = (use: Use): boolean => secretsOf(use).length > 0;

/** Secrets that a step is handed, also by way of the environment of its process. */
const secretsOf = ({ step, job, workflow }: Use): readonly string[] => {
  const texts = [step.with, step.env, job.env, workflow.env].flatMap((one) => Object.values(one));
  return [...new Set(texts.flatMap(secretsIn))].filter((name) => name !== 'GITHUB_TOKEN');
};

/** Judges the environments. Pure. */
export function environmentFound(
  uses: readonly Use[],
  environments: ReadonlyMap<string, Fact<Environment | undefined>>,
): readonly Found[] {
  const bare = uses.filter((use) => use.job.environment === undefined && hasSecret(use));
  const unseen = uses.filter(({ job }) => job.environment === '');
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
      ...[...new Set(unseen.map(({ workflow }) => workflow.path))].map((path) =>
        untold(
          `the environment of the job in ${shownPath(path)}, which an expression names`,
          'Name it as it is: one that does not exist is made by the run, and is open to every branch.',
        ),
      ),
      ...found,
    ],
    environments.size > 0
      ? 'the environment is there, and bound to branches'
      : 'no job that is handed a secret is without an `environment:`',
  );
}

/** How an environment is called in a line. */
const shownName = (name: string): string =>
  /^[\w. -]{1,60}$/.test(name) ? `the environment \`${name}\`` : 'the environment';

/** The names of secrets in an expression. */
export const secretsIn = (value: string): readonly string[] =>
  [...plainly(value).matchAll(/\bsecrets\s*\.\s*([a-z_]\w{0,99})/g)].map(([, name = '']) =>
    name.toUpperCase(),
  );

/**
 * Whether each secret that a step names exists. GitHub hands over the empty text for one that does not. Pure.
 * @param names those that are there, of all levels; undefined: only an administrator may list them
 */
export function secretsFound(
  uses: readonly Use[],
  names: Fact<SecretNames | undefined>,
  empty: readonly string[],
): readonly Found[] {
  const blank = uses.flatMap(({ step }) =>
    secretInputs.filter((input) => step.with[input] !== undefined && step.with[input]?.trim() === ''),
  );
  const faults: Found[] = [...new Set([...blank, ...empty])].map((input) =>
    wrong(`\`${input}\` is empty`, 'Name a secret that exists, or leave the input out.'),
  );
  const handed = uses.filter(hasSecret);
  // What cannot be named here is not said to be there.
  const isOpaque = uses.some(({ step }) =>
    Object.values(step.with).some((value) => /\bsecrets\s*(?:\[\s*[^'\s]|\)|\.\s*\*)/.test(plainly(value))),
  );
  if (isOpaque)
    faults.push(untold('which secret an expression names', 'Write `secrets.NAME`, which can be looked for.'));
  for (const { workflow, job, callers } of handed)
    if (job.environment === undefined && callers.some((caller) => caller.job.hands === 'none'))
      faults.push(
        wrong(
          `${shownPath(workflow.path)} is called without \`secrets:\`, so its secrets are empty`,
          'Add `secrets: inherit` to the job that calls it, or name an environment that holds them.',
        ),
      );
  if (handed.length === 0) return orWell(faults, 'no secret is named');
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
    ...judged(names, 'which secrets there are', (there) =>
      there === undefined
        ? []
        : orWell(
            handed.flatMap((use) => missingFor(use, there)),
            'each secret that is named is there',
          ),
    ),
  ];
}

/** Secrets of one step that its job is not given: another environment's are none of its own. */
function missingFor(use: Use, { everywhere, inEnvironment }: SecretNames): readonly Found[] {
  const { environment } = use.job;
  // A caller may have given it another name.
  if (use.callers.some(({ job }) => job.hands === 'some')) return [];
  const there = [...everywhere, ...(inEnvironment.get(environment ?? '') ?? [])];
  return secretsOf(use)
    .filter((name) => !there.includes(name))
    .map((name) =>
      environment === ''
        ? untold(`whether the environment has the secret \`${name}\``, 'Name the environment as it is.')
        : wrong(
            `there is no secret \`${name}\``,
            `\`gh secret set ${name}\`, with \`--env\` for the environment of the job.`,
          ),
    );
}

/** Inputs that hold a secret: empty, they are a fault of the set-up. */
export const secretInputs: readonly string[] = [
  ...['github-token', 'membership-token', 'duplicate-token', 'gitlab-token', 'gitlab-trigger-token'],
  ...['vault-token', 'vault-secret-id'],
];
