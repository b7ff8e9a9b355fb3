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
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}

/** A workflow file. */
export interface Workflow {
  readonly on: Readonly<Record<string, { readonly types?: readonly string[] } | null>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Parses a workflow. Throws when it is no YAML. */
export const parseWorkflow = (text: string): Workflow => parse(text) as Workflow;

const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, unknown> };

/** The events that we use, with the types that GitHub knows; undefined: an event without types (GitHub docs, "Events"). */
const events: Readonly<Record<string, readonly string[] | undefined>> = {
  pull_request_target: [
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
  ],
  issue_comment: ['created', 'edited', 'deleted'],
  merge_group: ['checks_requested'],
  release: ['published', 'unpublished', 'created', 'edited', 'deleted', 'prereleased', 'released'],
  pull_request: undefined,
  push: undefined,
  schedule: undefined,
  workflow_dispatch: undefined,
};

const scopes = ['actions', 'checks', 'contents', 'id-token', 'issues', 'pull-requests', 'statuses'];
const workflowKeys = ['name', 'on', 'permissions', 'concurrency', 'jobs'];
const jobKeys = ['name', 'if', 'needs', 'runs-on', 'timeout-minutes', 'environment', 'permissions', 'steps'];
const stepKeys = ['id', 'name', 'if', 'uses', 'run', 'with', 'env', 'continue-on-error'];

const unknownKeys = (place: string, value: object, known: readonly string[]): string[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => `${place}: unknown key ${key}`);

/** Whether a step starts our action. */
export const isOurs = ({ uses }: Step): boolean => uses === './' || uses === 'drawbridge-ci/drawbridge@v1';

/** Every fault of a workflow by our own rules: known keys, explicit types, permissions, pins, inputs. */
export function faultsOf(text: string): readonly string[] {
  const workflow = parseWorkflow(text);
  return [
    ...unknownKeys('workflow', workflow, workflowKeys),
    ...Object.entries(workflow.on).flatMap(([event, config]) => faultsOfEvent(event, config?.types)),
    ...faultsOfPermissions('workflow', workflow.permissions),
    ...Object.entries(workflow.jobs).flatMap(([name, job]) => faultsOfJob(name, job, text)),
  ];
}

function faultsOfEvent(event: string, types: readonly string[] | undefined): string[] {
  if (!(event in events)) return [`${event}: not an event of ours`];
  const known = events[event];
  if (known === undefined) return types ? [`${event}: has types`] : [];
  if (types === undefined) return [`${event}: types are not written out`];
  return types.filter((type) => !known.includes(type)).map((type) => `${event}: unknown type ${type}`);
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
