/** Whether the template takes the proofs of these workflows: whom it trusts is compared with who asks. Pure. */
import type { Fact } from '../facts/fact.ts';
import { shownList } from '../facts/shown.ts';
import type { Template } from './ci-file.ts';
import { type Found, judged, warning, wrong } from './finding.ts';
import { given, listed } from './include.ts';
import type { Repository } from './patient.ts';
import { shownPath, type Use } from './workflow.ts';

/** Who asks, and from where. */
export interface Asking {
  readonly uses: readonly Use[];
  readonly repository: Fact<Repository>;
  /** Of GitHub, without a slash at its end. */
  readonly apiUrl: string;
  readonly gitlabUrl: string;
  /** Names of the input `variables`. */
  readonly further: readonly string[];
}

/** What is compared with the include; what it takes from elsewhere is a fault of its own. */
export function acceptedFaults(template: Template, asking: Asking): readonly Found[] {
  const isPlain = (name: string) => !(template.inputs.get(name) ?? '').includes('$');
  const starting = asking.uses.filter(startsPipelines);
  return [
    ...judged(asking.repository, 'whose proofs the template has to take', (repository) => [
      ...(isPlain('repository-id') && isPlain('owner-id') ? numberFaults(template, repository) : []),
      ...(isPlain('workflows') ? workflowFaults(template, starting, repository) : []),
    ]),
    ...(isPlain('environment') ? environmentFaults(template, starting) : []),
    ...(isPlain('events') ? eventFaults(template, starting) : []),
    ...coverFaults(template, asking),
    ...addressFaults(template, asking),
  ];
}

const startsPipelines = ({ step }: Use): boolean =>
  ['auto', 'run', 'trigger'].includes((step.with['mode'] ?? '').trim() || 'auto');

function numberFaults(template: Template, { id, ownerId }: Repository): readonly Found[] {
  const wanted = [
    ['repository-id', id],
    ['owner-id', ownerId],
  ] as const;
  const other = wanted.filter(([name, number]) => given(template, name) !== String(number));
  return other.length === 0
    ? []
    : [
        wrong(
          `the template trusts another repository: ${shownList(other.map(([name]) => name))} is not that of this one`,
          `Set ${other.map(([name, number]) => `\`${name}: '${number}'\``).join(' and ')} in the include.`,
        ),
      ];
}

/** Events of which GitHub takes the workflow from the default branch (GitHub docs, "Events that trigger workflows"). */
const ofDefaultBranch = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'workflow_dispatch',
  'schedule',
];

function workflowFaults(
  template: Template,
  uses: readonly Use[],
  { fullName, defaultBranch }: Repository,
): readonly Found[] {
  const trusted = listed(given(template, 'workflows'));
  const files = [...new Map(uses.map(({ workflow }) => [workflow.path, workflow])).values()];
  return files.flatMap(({ path, events }) => {
    const full = `${fullName}/${path}@`;
    // One that others call is trusted by its own name or by theirs.
    if (events.has('workflow_call')) return [];
    const wanted = ofDefaultBranch.some((event) => events.has(event))
      ? `${full}refs/heads/${defaultBranch}`
      : undefined;
    const isTrusted = trusted.some((one) => (wanted === undefined ? one.startsWith(full) : one === wanted));
    return isTrusted
      ? []
      : [
          wrong(
            `the template does not trust ${shownPath(path)}: it refuses what that asks for`,
            'Add to its `workflows` owner/name/.github/workflows/file.yml@refs/heads/ and the default branch.',
          ),
        ];
  });
}

function environmentFaults(template: Template, uses: readonly Use[]): readonly Found[] {
  const environment = given(template, 'environment');
  if (environment === '') return [];
  // An expression may give it.
  const others = uses.filter(({ job }) => job.environment !== '' && job.environment !== environment);
  return [...new Set(others.map(({ workflow }) => workflow.path))].map((path) =>
    wrong(
      `the job in ${shownPath(path)} has not the \`environment\` that the template asks for`,
      'Give the job and the include the same one.',
    ),
  );
}

/** Events that start pipelines; a schedule sweeps, and a call by hand without inputs does too. */
const starting = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'push',
  'merge_group',
  'release',
] as const;

function eventFaults(template: Template, uses: readonly Use[]): readonly Found[] {
  const trusted = listed(given(template, 'events'));
  if (trusted.length === 0) return [];
  const missing = starting.filter(
    (event) => uses.some(({ workflow }) => workflow.events.has(event)) && !trusted.includes(event),
  );
  return missing.length === 0
    ? []
    : [
        wrong(
          `the template does not trust the event ${shownList(missing)}`,
          'Add it to `events` of the include, or leave `events` out.',
        ),
      ];
}

/** What is sent beside the usual has to be covered by name, and nothing else can be. */
function coverFaults(template: Template, { further }: Asking): readonly Found[] {
  const covered = listed(given(template, 'covers'));
  const isSame = further.every((name) => covered.includes(name)) && covered.length === further.length;
  return isSame
    ? []
    : [
        wrong(
          '`covers` of the include is not what the input `variables` sends, so each proof is refused',
          further.length === 0
            ? 'Leave `covers` out of the include.'
            : `Set \`covers: ${further.join(',')}\` in the include.`,
        ),
      ];
}

const host = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** Addresses that stand for github.com and gitlab.com where the include does not say another. */
function addressFaults(template: Template, { apiUrl, gitlabUrl }: Asking): readonly Found[] {
  const isGitHubCom = host(apiUrl) === 'api.github.com';
  const wanted = [
    'issuer',
    'engine-url',
    ...(given(template, 'report') === 'true' ? (['github-url', 'github-api-url'] as const) : []),
  ] as const;
  const left = isGitHubCom ? [] : wanted.filter((name) => !template.inputs.has(name));
  const issuer = host(given(template, 'issuer'));
  const isForeign = isGitHubCom && issuer !== 'token.actions.githubusercontent.com';
  const jobUrl = given(template, 'gitlab-url');
  return [
    ...(left.length > 0
      ? [
          wrong(
            `${shownList(left)} of the include stand at github.com's, and this is another server`,
            'Set them to the addresses of your GitHub (docs/gitlab.md, "The template").',
          ),
        ]
      : []),
    ...(isForeign && template.inputs.get('issuer')?.includes('$') !== true
      ? [wrong('`issuer` of the include is not that of github.com', 'Leave `issuer` out of the include.')]
      : []),
    ...(host(jobUrl) === host(gitlabUrl) || jobUrl.includes('$')
      ? []
      : [
          // A server can have another name inside of a company.
          (template.inputs.has('gitlab-url') ? warning : wrong)(
            '`gitlab-url` of the include is not that of the workflow: a job would ask another server what it is',
            'Set both to the address of the GitLab that runs the jobs.',
          ),
        ]),
  ];
}
