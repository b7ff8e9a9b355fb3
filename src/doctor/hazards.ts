/** What can be wrong with workflow files by themselves. Pure: files in, findings out. */
import { checkoutFaults } from './checkout.ts';
import type { CheckName } from './checks.ts';
import { conditionFaults } from './conditions.ts';
import { eventsFound } from './events.ts';
import { type Found, orWell, warning, wrong } from './finding.ts';
import { isOurs, type Place, shownPath, type Use, type Workflow } from './workflow.ts';

type Hazard = (uses: readonly Use[], all: readonly Workflow[]) => readonly Found[];

/** Each check that needs the files alone. */
export const hazards: Readonly<Partial<Record<CheckName, Hazard>>> = {
  events: (uses, all) => orWell(eventsFound(uses, all), 'the events are those that count'),
  conditions: (uses) => orWell(uses.flatMap(conditionFaults), 'no condition leaves out whom it should not'),
  checkout: (uses, all) =>
    orWell(checkoutFaults(uses, all), 'nothing of a pull request is checked out beside secrets'),
  concurrency: (uses) =>
    orWell(
      uses.flatMap((use) => [use, ...use.callers].flatMap(groupFaults)),
      'no `concurrency` ends or drops a run',
    ),
  pinned: (uses) => orWell(uses.flatMap(pinFaults), 'all actions of the job are pinned by commit'),
};

function groupFaults({ job, workflow }: Place): readonly Found[] {
  const both = [job.concurrency, workflow.concurrency];
  if (both.every((one) => one === 'free')) return [];
  if (!both.includes('cancels'))
    return [
      warning(
        `${shownPath(workflow.path)} has \`concurrency\`: GitHub lets one run wait, and drops it for the next one`,
        'Remove it: what is dropped writes no status. The action joins and stops runs by itself.',
      ),
    ];
  return [
    wrong(
      `${shownPath(workflow.path)} has \`cancel-in-progress\`: any label or comment kills the run that watches`,
      'Remove it: the action stops what a newer run makes obsolete.',
    ),
  ];
}

function pinFaults({ job: { steps }, workflow }: Use): readonly Found[] {
  const at = shownPath(workflow.path);
  const loose = steps.filter(
    ({ uses }) => uses !== '' && !uses.startsWith('./') && !/@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$/.test(uses),
  );
  const others = loose.filter((step) => !isOurs(step)).length;
  const branch = loose.some((step) => isOurs(step) && !/@v\d[\w.-]*$/.test(step.uses));
  return [
    ...(others > 0
      ? [
          wrong(
            `${at} uses ${others} other action${others === 1 ? '' : 's'} beside the secrets, not pinned by commit`,
            'Pin by 40 digits: `uses: owner/name@<commit> # v1.2.3`; or move the step to another job.',
          ),
        ]
      : []),
    ...(branch
      ? [
          wrong(
            `${at} uses the action from a branch, which can move`,
            'Pin it by 40 digits: `uses: …/drawbridge@<commit> # v1.2.3`.',
          ),
        ]
      : loose.some(isOurs)
        ? [
            warning(
              `${at} uses the action by a tag, which can move`,
              'Pin it by 40 digits, with the version behind it.',
            ),
          ]
        : []),
  ];
}
