/** What can be wrong with workflow files by themselves. Pure: files in, findings out. */
import type { CheckName } from './checks.ts';
import { type Found, orWell, warning, wrong } from './finding.ts';
import { isOurs, type Job, list, privileged, shownPath, type Use, type Workflow } from './workflow.ts';

type Hazard = (uses: readonly Use[], all: readonly Workflow[]) => readonly Found[];

/** Each check that needs the files alone. */
export const hazards: Readonly<Partial<Record<CheckName, Hazard>>> = {
  events: (uses, all) =>
    orWell(
      eachWorkflow(uses, (one) => eventFaults(one, all)),
      'the events are those that count',
    ),
  conditions: (uses) => orWell(eachJob(uses, conditionFaults), 'no condition leaves out whom it should not'),
  checkout: (uses, all) =>
    orWell(checkoutFaults(uses, all), 'nothing of a pull request is checked out beside secrets'),
  concurrency: (uses) => orWell(eachJob(uses, cancelFaults), 'no `cancel-in-progress`'),
  pinned: (uses) => orWell(eachJob(uses, pinFaults), 'all actions of the job are pinned by commit'),
};

/** Each of the workflows that use the action, once. */
function eachWorkflow(uses: readonly Use[], look: (one: Workflow) => readonly Found[]): readonly Found[] {
  return [...new Set(uses.map(({ workflow }) => workflow))].flatMap(look);
}

/** Each of the jobs that use the action, once. */
function eachJob(
  uses: readonly Use[],
  look: (job: Job, workflow: Workflow) => readonly Found[],
): readonly Found[] {
  const jobs = new Map(uses.map(({ job, workflow }) => [job, workflow]));
  return [...jobs].flatMap(([job, workflow]) => look(job, workflow));
}

const usual = ['opened', 'synchronize', 'reopened'];
/** Without these a push or a label is not noticed. */
const needed = ['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled'];
/** Without these a pipeline goes on for a pull request that is over. */
const ending = ['closed'];
const filters = ['paths', 'paths-ignore', 'branches-ignore'];

function eventFaults(workflow: Workflow, all: readonly Workflow[]): readonly Found[] {
  const { events } = workflow;
  const at = shownPath(workflow.path);
  const pulls = events.get('pull_request_target');
  const runs = events.get('workflow_run');
  const faults: Found[] = [];
  if (events.has('pull_request'))
    faults.push(
      wrong(
        `${at} listens to \`pull_request\`: runs of forks have no secrets, and the action refuses them`,
        'Use `pull_request_target`, or `workflow_run` behind an empty workflow (README.md, "Two ways in").',
      ),
    );
  if (pulls !== undefined) faults.push(...pullFaults(pulls, at));
  if (runs !== undefined) faults.push(...runFaults(runs, at, all));
  return faults;
}

function pullFaults(given: Readonly<Record<string, unknown>>, at: string): readonly Found[] {
  const types = 'types' in given ? list(given['types']).map(String) : usual;
  const missing = needed.filter((type) => !types.includes(type));
  const filter = filters.find((name) => name in given);
  return [
    ...(missing.length > 0
      ? [
          wrong(
            `${at} is not told of ${quoted(missing)}`,
            `Add ${quoted(missing)} to \`types\` of the event.`,
          ),
        ]
      : []),
    ...(missing.length === 0 && !ending.every((type) => types.includes(type))
      ? [
          warning(
            `${at} is not told of \`closed\`: pipelines go on for pull requests that are over`,
            'Add `closed` to `types` of the event.',
          ),
        ]
      : []),
    ...(filter !== undefined
      ? [
          wrong(
            `${at} has \`${filter}\`: a pull request that it leaves out never gets the status`,
            `Remove \`${filter}\`; the input \`paths\` chooses tests by files.`,
          ),
        ]
      : []),
  ];
}

function runFaults(
  given: Readonly<Record<string, unknown>>,
  at: string,
  all: readonly Workflow[],
): readonly Found[] {
  const names = list(given['workflows']).map(String);
  const first = all.filter(({ name }) => names.includes(name));
  const types = list(given['types']).map(String);
  const missing = ['requested', 'completed'].filter((type) => !types.includes(type));
  const pulls = first.flatMap(({ events, path }) => {
    const filtersOf = events.get('pull_request');
    return filtersOf === undefined ? [] : pullFaults(filtersOf, shownPath(path));
  });
  return [
    ...(first.length === 0
      ? [
          wrong(
            `${at} waits for a workflow that is not there`,
            'Write below `workflows:` what the other file says at `name:`, to the letter.',
          ),
        ]
      : !first.some(({ events }) => events.has('pull_request'))
        ? [
            wrong(
              `${at} waits for a workflow that does not listen to \`pull_request\``,
              'Let that one listen to `pull_request`, with all types of the example.',
            ),
          ]
        : []),
    ...(missing.length > 0
      ? [
          wrong(
            `${at} is not told of ${quoted(missing)}`,
            'Set `types: [requested, completed]` of `workflow_run`.',
          ),
        ]
      : []),
    ...pulls,
  ];
}

/** Names between back-ticks. */
export const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

/** What tells people apart in a condition: whom it leaves out gets no status, and a required one never comes. */
const byPerson =
  /github\.(?:triggering_)?actor|\.sender\b|author_association|\.user\.(?:login|type)|head\.repo|\.fork\b/;
/** A label in a condition: the events without it are skipped, and with them the status. */
const byLabel = /\.labels?\b/;
const byDraft = /\.draft\b/;

function conditionFaults({ condition, id }: Job, workflow: Workflow): readonly Found[] {
  const at = `the job in ${shownPath(workflow.path)}`;
  if (/^\s*(?:\$\{\{)?\s*false\s*(?:\}\})?\s*$/.test(condition))
    return [wrong(`${at} never runs: its \`if:\` is false`, 'Remove the `if:`.')];
  const by = byPerson.test(condition)
    ? 'by who somebody is'
    : byLabel.test(condition)
      ? 'by labels'
      : byDraft.test(condition)
        ? 'drafts'
        : undefined;
  if (by === undefined || id === '') return [];
  return [
    wrong(
      `${at} leaves out ${by} (\`if:\`): no status is written then, and a required one never comes`,
      'Leave that to the action: it decides who crosses, and says why not. Take the `if:` of the example.',
    ),
  ];
}

/** What brings the code of a pull request into a job. */
const foreignRef =
  /github\.event\.pull_request\.(?:head|number|merge_commit_sha)|github\.head_ref|refs\/pull\/|workflow_run\.head_|issue\.number/;
const fetches = /gh\s+pr\s+checkout|git\s+(?:fetch|pull|clone|checkout)[^\n]*(?:pull\/|head|pull_request)/;

function checkoutFaults(uses: readonly Use[], all: readonly Workflow[]): readonly Found[] {
  const inUse = new Set(uses.map(({ job }) => job));
  return all
    .filter(({ events }) => privileged.some((event) => events.has(event)))
    .flatMap((workflow) => {
      const at = shownPath(workflow.path);
      const steps = workflow.jobs.flatMap((job) => job.steps.map((step) => ({ job, step })));
      const foreign = steps.some(
        ({ step }) =>
          (isCheckout(step.uses) &&
            foreignRef.test(`${step.with['ref'] ?? ''} ${step.with['repository'] ?? ''}`)) ||
          fetches.test(step.run),
      );
      if (foreign)
        return [
          wrong(
            `${at} checks out the code of a pull request where there are secrets`,
            'Do that in a workflow on `pull_request`, which has none.',
          ),
        ];
      const beside = steps.some(({ job, step }) => inUse.has(job) && isCheckout(step.uses));
      return beside
        ? [
            warning(
              `${at} checks something out beside the action, which needs no checkout`,
              'Move that step to another job.',
            ),
          ]
        : [];
    });
}

const isCheckout = (uses: string): boolean => /^actions\/checkout@/i.test(uses);

function cancelFaults({ cancels }: Job, workflow: Workflow): readonly Found[] {
  if (!cancels && !workflow.cancels) return [];
  return [
    wrong(
      `${shownPath(workflow.path)} has \`cancel-in-progress\`: any label or comment kills the run that watches`,
      'Remove it: the action stops what a newer run makes obsolete.',
    ),
  ];
}

function pinFaults({ steps }: Job, workflow: Workflow): readonly Found[] {
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
