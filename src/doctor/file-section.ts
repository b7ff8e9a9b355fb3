/** What the inputs and the workflow files say by themselves. Pure. */
import type { Fact } from '../facts/fact.ts';
import { agreement } from './agreement.ts';
import { orWell, unanswered, unknowable, well, wrong } from './finding.ts';
import { hazards } from './hazards.ts';
import { secretInputs } from './job.ts';
import type { Patient, Section } from './patient.ts';
import type { Use, Workflow, WorkflowFile } from './workflow.ts';

/** Judges them. */
export function fileSection(
  { faults, absent }: Patient,
  files: Fact<readonly WorkflowFile[]>,
  all: readonly Workflow[],
  uses: readonly Use[],
): Section {
  const inputs = orWell(
    [
      ...faults.map(({ input, wrong: what }) =>
        wrong(`\`${input}\` ${what}`, 'Correct it in the workflow file.'),
      ),
      ...[...absent]
        .filter(([input]) => !secretInputs.includes(input))
        .map(([input, where]) => unknowable(`the value of \`${input}\` is not at hand`, where)),
    ],
    'the inputs are right',
  );
  if (!files.known) return { inputs, files: [unanswered(files, 'which workflow files there are')] };
  const broken = files.value.length - all.length;
  const unread =
    broken === 0
      ? []
      : [
          unknowable(
            `what ${broken} of ${files.value.length} workflow files say: they are no workflows, or no YAML`,
            'Mend them, or take them out of .github/workflows: a fault of theirs is not seen here.',
          ),
        ];
  if (uses.length === 0)
    return {
      inputs,
      files: [
        ...unread,
        wrong(
          'no workflow file of the default branch uses the action',
          'Copy one from examples/workflows, and merge it: events take it from the default branch.',
        ),
      ],
    };
  const count = new Set(uses.map(({ workflow }) => workflow.path)).size;
  const looked = Object.entries(hazards).map(([name, look]) => [name, look(uses, all)] as const);
  return {
    inputs,
    files: [...unread, well(`${count} of ${all.length} workflow files use the action`)],
    ...Object.fromEntries(looked),
    agreement: agreement(uses),
  };
}
