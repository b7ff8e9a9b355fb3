/** Whether the include of the template is the one that was looked at, and hands on what is sent. Pure. */
import { shownList } from '../facts/shown.ts';
import { partNames } from '../proof/parts.ts';
import { alwaysSent } from '../request/request.ts';
import type { Template } from './ci-file.ts';
import { type Found, warning, wrong } from './finding.ts';
import type { Sending } from './passing.ts';

/** The names by which the template knows the two values whose names can be chosen. */
const usual = { branch: 'GITHUB_ENGINE_BRANCH_NAME', tests: 'TESTS_TO_RUN' };

/** What a request brings, and the include has to hand on. */
const handed: readonly string[] = [usual.branch, usual.tests, ...alwaysSent, ...partNames];

/** An input of the template, or its default (templates/functional-tests/template.yml, `spec: inputs`). */
export const given = ({ inputs }: Template, name: keyof typeof defaults): string =>
  inputs.get(name) ?? defaults[name];

const defaults = {
  'repository-id': '',
  'owner-id': '',
  workflows: '',
  environment: '',
  events: '',
  issuer: 'https://token.actions.githubusercontent.com',
  covers: '',
  'gitlab-url': 'https://gitlab.com',
  'engine-url': 'https://github.com',
  'github-url': 'https://github.com',
  'github-api-url': 'https://api.github.com',
  'known-tests': '',
  'all-tests': 'test-all',
  'vault-audience': '',
  report: 'false',
  'status-context': 'drawbridge',
  'report-vault-audience': 'drawbridge-report',
} as const satisfies Record<string, string>;

/** The parts of an input that is a list. */
export const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What is wrong with the include by itself. */
export const includeFaults = (
  template: Template,
  { names }: Sending,
  templates: number,
): readonly Found[] => [
  ...(templates > 1
    ? [
        wrong(
          `the template is included ${templates} times: what one of them trusts, all jobs trust`,
          'Include it once.',
        ),
      ]
    : []),
  ...(template.isConditional
    ? [
        wrong(
          'the include of the template has `rules`: where they leave it out, nothing checks a proof',
          'Remove `rules` from the include.',
        ),
      ]
    : []),
  ...fixedFaults(template),
  ...handedFaults(template),
  ...(names.branch !== usual.branch || names.tests !== usual.tests
    ? [
        wrong(
          `the template knows ${usual.branch} and ${usual.tests} by these names alone`,
          'Leave `branch-variable` and `tests-variable` out.',
        ),
      ]
    : []),
];

/** Whether the text that is included can become another one: it decides what a proof is good for. */
function fixedFaults({ by, at, integrity }: Template): readonly Found[] {
  const isCommit = /(?:^|[@/])[0-9a-f]{40}(?:\/|$)/.test(at);
  if (by === 'local') return [];
  if (by !== 'remote')
    return isCommit
      ? []
      : [
          warning(
            'the template is included by a tag or a branch, which can move',
            'Name a commit by its 40 digits; or use `remote:` with `integrity:`.',
          ),
        ];
  if (integrity === undefined)
    return [
      (isCommit ? warning : wrong)(
        'the template is included without `integrity:`: what stands at its address can change',
        'Copy the line `integrity: sha256-…` of the release (docs/gitlab.md, "The template").',
      ),
    ];
  // GitLab docs, "CI/CD YAML syntax reference", include:integrity: the digest in Base64.
  return /^sha256-[A-Za-z0-9+/]{43}=$/.test(integrity)
    ? []
    : [
        wrong(
          'the `integrity:` of the template is no SHA-256 in Base64, so GitLab refuses the file',
          'Copy the line `integrity: sha256-…` of the release (docs/gitlab.md, "The template").',
        ),
      ];
}

/** Whether what is sent arrives, and nothing else can choose whom a job trusts. */
function handedFaults({ inputs }: Template): readonly Found[] {
  const lost = handed.filter((name) => !isHandedOn(name, inputs.get(name)));
  const open = [...inputs].filter(([name, value]) => !handed.includes(name) && value.includes('$'));
  const known = open.map(([name]) => name).filter((name) => /^[a-z][a-z0-9-]{0,40}$/.test(name));
  return [
    ...(lost.length > 0
      ? [
          wrong(
            `the include does not hand on ${shownList(lost)}`,
            'Hand each on by its own name: `NAME: $[[ inputs.NAME ]]`.',
          ),
        ]
      : []),
    ...(open.length > 0
      ? [
          wrong(
            `the include takes ${known.length === open.length ? shownList(known) : 'inputs'} from elsewhere: who starts a pipeline could choose whom it trusts`,
            'Write the values themselves into the file.',
          ),
        ]
      : []),
  ];
}

const isHandedOn = (name: string, value: string | undefined): boolean =>
  value?.replace(/\s/g, '') === `$[[inputs.${name}]]`;
