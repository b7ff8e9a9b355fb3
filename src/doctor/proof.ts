/** Whether a proof is taken, and cannot be got around. Pure. */
import type { Fact } from '../facts/fact.ts';
import { shownList } from '../facts/shown.ts';
import { partNames } from '../proof/parts.ts';
import { type Asking, acceptedFaults } from './accepted.ts';
import type { CiFile } from './ci-file.ts';
import { type Found, judged, orWell, untold, warning, wrong } from './finding.ts';
import { noFile, type Sending } from './passing.ts';
import type { Project } from './project.ts';

/** Judges `proof: true`, and a template that takes nothing else. */
export function proofFound(
  project: Fact<Project>,
  file: Fact<CiFile | undefined>,
  { proof }: Sending,
  asking: Asking,
): readonly Found[] {
  // That it needs `pass-as: inputs` is a fault of the inputs.
  if (!proof)
    return file.known && file.value?.template !== undefined
      ? [
          wrong(
            'the template takes only what is proven, and `proof` is not `true`',
            'Set `proof: true` and `pass-as: inputs` in the workflow, and `id-token: write` for its job.',
          ),
        ]
      : [];
  const inputs = judged(file, 'whether the proof is taken', (ci) => {
    if (ci === undefined) return [noFile];
    const missing = partNames.filter((name) => !(ci.inputs ?? []).includes(name));
    const verified = ci.jobs.some(({ commands }) => /\bdrawbridge\b[^\n]*\bverify\b/.test(commands));
    return [
      ...(missing.length > 0
        ? [
            wrong(
              `\`spec: inputs\` does not declare ${shownList(missing)}`,
              'Declare the five, each with a `regex` and an empty default.',
            ),
          ]
        : []),
      ...(ci.template !== undefined
        ? acceptedFaults(ci.template, asking)
        : missing.length === 0 && !verified
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
