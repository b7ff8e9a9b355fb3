/** Whether the events of the workflows are those that count, and none is held back. Pure. */
import { type Found, warning, wrong } from './finding.ts';
import { list, modeOf, quoted, shownPath, type Use, type Workflow } from './workflow.ts';

type Filters = Readonly<Record<string, unknown>>;

/** What GitHub takes where `types` is left out (GitHub docs, "Events that trigger workflows", pull_request_target). */
const usual = ['opened', 'synchronize', 'reopened'];
/** Without these a push or a label is not noticed. */
const needed = ['opened', 'synchronize', 'reopened', 'labeled', 'unlabeled'];
const filters = ['paths', 'paths-ignore', 'branches-ignore'];
/** Modes that tell a verdict about a pull request, so that none of its events may be missed. */
const telling = ['auto', 'run', 'require-all'];

/** What the uses of a workflow are for. */
interface Duty {
  readonly modes: readonly string[];
  /** Whether some workflow is told when a pull request is closed. */
  readonly isEnded: boolean;
}

/** Judges all workflows that use the action, and those that call them. */
export function eventsFound(uses: readonly Use[], all: readonly Workflow[]): readonly Found[] {
  const workflows = [...new Set(uses.flatMap(workflowsOf))];
  const isEnded = workflows.some(({ events }) =>
    typesOf(events.get('pull_request_target')).includes('closed'),
  );
  const faults = workflows.flatMap((workflow) => {
    const modes = uses.filter((use) => workflowsOf(use).includes(workflow)).map(modeOf);
    return eventFaults(workflow, all, { modes, isEnded });
  });
  return [...noWayIn(uses), ...faults];
}

const workflowsOf = (use: Use): readonly Workflow[] => [use, ...use.callers].map(({ workflow }) => workflow);

const typesOf = (given: Filters | undefined): readonly string[] =>
  given !== undefined && 'types' in given ? list(given['types']).map(String) : usual;

function noWayIn(uses: readonly Use[]): readonly Found[] {
  const listens = (use: Use, events: readonly string[]) =>
    workflowsOf(use).some((workflow) => events.some((event) => workflow.events.has(event)));
  const ways = ['pull_request', 'pull_request_target', 'workflow_run'];
  if (uses.some((use) => ['auto', 'run'].includes(modeOf(use)) && listens(use, ways))) return [];
  const isElse = uses.some(
    (use) => modeOf(use) === 'trigger' || listens(use, ['push', 'release', 'merge_group']),
  );
  const todo =
    'Take `pull_request_target`, or `workflow_run` behind an empty workflow (docs/recipes.md, "Without a policy: workflow_run").';
  return [
    isElse
      ? warning('no workflow listens to pull requests: they get no status', todo)
      : wrong('no workflow listens to pull requests, so none is ever tested', todo),
  ];
}

function eventFaults(workflow: Workflow, all: readonly Workflow[], duty: Duty): readonly Found[] {
  const { events } = workflow;
  const at = shownPath(workflow.path);
  const pulls = events.get('pull_request_target');
  const runs = events.get('workflow_run');
  const faults: Found[] = [];
  if (events.has('pull_request'))
    faults.push(
      wrong(
        `${at} listens to \`pull_request\`: runs of forks have no secrets, and the action refuses them`,
        'Use `pull_request_target`, or `workflow_run` behind an empty workflow (docs/recipes.md, "Without a policy: workflow_run").',
      ),
    );
  const isTelling = duty.modes.some((mode) => telling.includes(mode));
  if (pulls !== undefined && isTelling) faults.push(...pullFaults(pulls, at, duty));
  if (runs !== undefined && isTelling) faults.push(...runFaults(runs, at, all));
  const comments = events.get('issue_comment');
  if (comments !== undefined && 'types' in comments && !list(comments['types']).includes('created'))
    faults.push(
      wrong(
        `${at} is not told of new comments, so no command is answered`,
        'Set `types: [created]` of `issue_comment`.',
      ),
    );
  return faults;
}

function pullFaults(given: Filters, at: string, { modes, isEnded }: Duty): readonly Found[] {
  const types = typesOf(given);
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
    ...(missing.length === 0 && !isEnded && modes.some((mode) => mode !== 'require-all')
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
    ...('branches' in given
      ? [
          warning(
            `${at} listens to pull requests into some branches alone (\`branches\`)`,
            'See that each branch that requires the status is among them, or remove `branches`.',
          ),
        ]
      : []),
  ];
}

function runFaults(given: Filters, at: string, all: readonly Workflow[]): readonly Found[] {
  const names = list(given['workflows']).map(String);
  const first = all.filter(({ name }) => names.includes(name));
  const types = list(given['types']).map(String);
  const missing = ['requested', 'completed'].filter((type) => !types.includes(type));
  const pulls = first.flatMap(({ events, path }) => {
    const filtersOf = events.get('pull_request');
    const duty = { modes: ['auto'], isEnded: typesOf(filtersOf).includes('closed') };
    return filtersOf === undefined ? [] : pullFaults(filtersOf, shownPath(path), duty);
  });
  const filter = ['branches', 'branches-ignore'].find((name) => name in given);
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
    ...(filter !== undefined
      ? [
          wrong(
            `${at} has \`${filter}\` below \`workflow_run\`: it asks for the head's branch, whose name anybody chooses`,
            `Remove \`${filter}\`: a pull request that it leaves out never gets the status.`,
          ),
        ]
      : []),
    ...pulls,
  ];
}
