/** Whether GitLab takes what is sent: variables or inputs. Pure. */
import type { Fact } from '../facts/fact.ts';
import { shownList } from '../facts/shown.ts';
import { alwaysSent, type Passing } from '../request/request.ts';
import type { CiFile } from './ci-file.ts';
import { type Found, judged, orWell, untold, well, wrong } from './finding.ts';
import { developer, maintainer, type Project } from './project.ts';

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
  starts: boolean,
): readonly Found[] {
  if (sending.passAs === 'variables')
    return judged(project, 'who may set variables', (one) => variablesFound(one, starts));
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

export const noFile = wrong(
  'the project has no CI file that can be read',
  'Add `.gitlab-ci.yml` (docs/gitlab.md).',
);

function variablesFound({ overrideRole, level }: Project, starts: boolean): readonly Found[] {
  if (overrideRole === undefined)
    return [
      untold(
        'GitLab tells maintainers alone who may set variables',
        'Look under Settings > CI/CD > Variables, *Minimum role to use pipeline variables*: Developer; or use `pass-as: inputs`.',
      ),
    ];
  // Who made a trigger token, GitLab tells to nobody else.
  if (overrideRole !== 'no_one_allowed' && (!starts || level === undefined))
    return [
      untold(
        starts
          ? 'whether the role of the token may set variables'
          : 'whether who made the trigger token may set variables',
        'Compare it with *Minimum role to use pipeline variables*, under Settings > CI/CD > Variables.',
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
