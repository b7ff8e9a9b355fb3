/** What a workflow is, and the rules of our own for every workflow of the project and its pages. */

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A step of a workflow, as far as it is looked at. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

/** A job of a workflow. */
export interface Job {
  readonly if?: string;
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}

/** What stands below an event. */
export interface EventConfig {
  readonly types?: readonly string[];
  /** Of `workflow_run`: names of the workflows that it follows. */
  readonly workflows?: readonly string[];
}

/** A workflow file. */
export interface Workflow {
  readonly name?: string;
  readonly on: Readonly<Record<string, EventConfig | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Parses a workflow. Throws when it is no YAML. */
export const parseWorkflow = (text: string): Workflow => parse(text) as Workflow;

const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, unknown> };

/** Activities of a pull request (GitHub docs, "Events that trigger workflows"). */
const pullTypes = [
  'assigned',
  'unassigned',
  'labeled',
  'unlabeled',
  'opened',
  'edited',
  'closed',
  'reopened',
  'synchronize',
  'converted_to_draft',
  'ready_for_review',
  'locked',
  'unlocked',
  'review_requested',
  'review_request_removed',
  'auto_merge_enabled',
  'auto_merge_disabled',
];

/** What we know of an event. */
interface EventRule {
  /** Its types; undefined: an event without types. */
  readonly types?: readonly string[];
  /** Whether GitHub's default types will do: no label matters to our own CI. */
  readonly defaultTypes?: true;
  /** What else may stand below it. */
  readonly keys?: readonly string[];
}

/** The events that we use (the same page). */
const events: Readonly<Record<string, EventRule>> = {
  pull_request_target: { types: pullTypes },
  pull_request: { types: pullTypes, defaultTypes: true },
  workflow_run: { types: ['requested', 'in_progress', 'completed'], keys: ['workflows'] },
  issue_comment: { types: ['created', 'edited', 'deleted'] },
  merge_group: { types: ['checks_requested'] },
  release: {
    types: ['published', 'unpublished', 'created', 'edited', 'deleted', 'prereleased', 'released'],
  },
  push: { keys: ['branches', 'tags'] },
  schedule: {},
  workflow_dispatch: { keys: ['inputs'] },
};

/** GitHub announces a run when it is requested and when it has ended, and one that is run again only the second time. */
const oneWatcher = "github.event.action == 'requested' || github.event.workflow_run.run_attempt > 1";

const scopes = [
  'actions',
  'attestations',
  'checks',
  'contents',
  'id-token',
  'issues',
  'pull-requests',
  'statuses',
];
const workflowKeys = ['name', 'on', 'permissions', 'concurrency', 'jobs'];
const jobKeys = [
  'name',
  'if',
  'needs',
  'strategy',
  'runs-on',
  'timeout-minutes',
  'environment',
  'permissions',
  'steps',
];
const stepKeys = ['id', 'name', 'if', 'uses', 'run', 'with', 'env', 'continue-on-error'];

const unknownKeys = (place: string, value: object, known: readonly string[]): string[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${place}: unknown key ${key}`);

/** Whether a step starts our action. */
export const isOurs = ({ uses }: Step): boolean =>
  uses === './' || /^drawbridge-ci\/drawbridge@(?:v1|[0-9a-f]{40})$/.test(uses ?? '');

/** Every fault of a workflow by our own rules: known keys, explicit types, permissions, pins, inputs. */
export function faultsOf(text: string): readonly string[] {
  const workflow = parseWorkflow(text);
  return [
    ...unknownKeys('workflow', workflow, workflowKeys),
    ...Object.entries(workflow.on).flatMap(([event, config]) => faultsOfEvent(event, config ?? {})),
    ...faultsOfPermissions('workflow', workflow.permissions),
    ...Object.entries(workflow.jobs).flatMap(([name, job]) => faultsOfJob(name, job, text)),
    ...faultsOfFollowing(workflow),
  ];
}

function faultsOfEvent(event: string, config: EventConfig): string[] {
  const rule = events[event];
  if (!rule) return [`${event}: not an event of ours`];
  // The entries of a schedule are a list.
  const faults = Array.isArray(config) ? [] : unknownKeys(event, config, ['types', ...(rule.keys ?? [])]);
  const { types } = config;
  if (rule.types === undefined) return types ? [...faults, `${event}: has types`] : faults;
  if (types === undefined)
    return rule.defaultTypes ? faults : [...faults, `${event}: types are not written out`];
  const strange = types.filter((type) => !rule.types?.includes(type));
  return [...faults, ...strange.map((type) => `${event}: unknown type ${type}`)];
}

/** The faults of a workflow that follows others: it must name them, and see to each of their runs once. */
function faultsOfFollowing({ on, jobs }: Workflow): string[] {
  const { workflow_run: follows } = on;
  if (!follows) return [];
  const faults = follows.workflows?.length ? [] : ['workflow_run: follows no workflow'];
  if (!['requested', 'completed'].every((type) => follows.types?.includes(type)))
    return [...faults, 'workflow_run: misses first runs, or those that are run again'];
  const twice = Object.entries(jobs).filter(([, job]) => !job.if?.includes(oneWatcher));
  return [...faults, ...twice.map(([name]) => `${name}: two watchers for one event`)];
}

function faultsOfPermissions(place: string, permissions: Job['permissions']): string[] {
  if (permissions === undefined) return [`${place}: no permissions`];
  if (typeof permissions !== 'object') return [`${place}: permissions are not a map`];
  return Object.entries(permissions)
    .filter(([scope, level]) => !scopes.includes(scope) || !['read', 'write'].includes(level))
    .map(([scope, level]) => `${place}: permission ${scope}: ${level}`);
}

function faultsOfJob(name: string, job: Job, text: string): string[] {
  return [
    ...unknownKeys(name, job, jobKeys),
    ...(job.permissions === undefined ? [] : faultsOfPermissions(name, job.permissions)),
    ...job.steps.flatMap((step) =>
      faultsOfStep(`${name}, ${step.name ?? step.uses ?? step.run}`, step, text),
    ),
  ];
}

function faultsOfStep(place: string, step: Step, text: string): string[] {
  const { uses, run } = step;
  const faults = unknownKeys(place, step, stepKeys);
  if ((uses === undefined) === (run === undefined)) faults.push(`${place}: neither uses nor run, or both`);
  // Other people's text in a script is a script of theirs.
  if (/\$\{\{/.test(run ?? '')) faults.push(`${place}: an expression inside run`);
  if (uses === undefined) return faults;
  if (isOurs(step)) {
    const strange = Object.keys(step.with ?? {}).filter((input) => !(input in action.inputs));
    return [...faults, ...strange.map((input) => `${place}: unknown input ${input}`)];
  }
  const line = text.split('\n').find((one) => one.includes(uses)) ?? '';
  if (!/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)) faults.push(`${place}: not pinned with a version`);
  if (uses.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false) {
    faults.push(`${place}: leaves credentials behind`);
  }
  return faults;
}
