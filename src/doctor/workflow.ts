/** Workflow files as the doctor sees them: events, jobs, and the steps that use the action. Pure. */
import { parse } from 'yaml';

/** A file below `.github/workflows`. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}

/** What stands below a key, whatever it is. */
type Mapping = Readonly<Record<string, unknown>>;

/** A workflow, as far as it is looked at. */
export interface Workflow {
  readonly path: string;
  /** What `name:` says, else the path (GitHub docs, "Workflow syntax", name). */
  readonly name: string;
  /** Event → its filters. */
  readonly events: ReadonlyMap<string, Mapping>;
  readonly permissions: Permissions | undefined;
  readonly cancels: boolean;
  readonly jobs: readonly Job[];
}

/** Scope → `read` or `write`; one word stands for all of them. */
export type Permissions = 'read-all' | 'write-all' | Readonly<Record<string, string>>;

/** A job. */
export interface Job {
  readonly id: string;
  readonly condition: string;
  /** Undefined without one; empty where an expression names it. */
  readonly environment: string | undefined;
  readonly permissions: Permissions | undefined;
  /** Whether its `concurrency` cancels what runs. An expression counts: it can be true. */
  readonly cancels: boolean;
  readonly steps: readonly Step[];
}

/** A step. */
export interface Step {
  readonly uses: string;
  readonly run: string;
  readonly with: Readonly<Record<string, string>>;
}

/** A step that uses the action, and where it stands. */
export interface Use {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
}

/** Reads a file; undefined for one that is no workflow. */
export function readWorkflow({ path, text }: WorkflowFile): Workflow | undefined {
  let parsed: unknown;
  try {
    parsed = parse(text);
  } catch {
    return undefined;
  }
  const file = mapping(parsed);
  if (file['on'] === undefined || file['jobs'] === undefined) return undefined;
  return {
    path,
    name: textOf(file['name']) || path,
    events: eventsOf(file['on']),
    permissions: permissionsOf(file['permissions']),
    cancels: cancelsIn(file['concurrency']),
    jobs: Object.entries(mapping(file['jobs'])).map(([id, given]) => jobOf(id, mapping(given))),
  };
}

/** `owner/drawbridge@ref`, whoever has copied it. */
export const isOurs = ({ uses }: Step): boolean => /^[\w.-]+\/drawbridge@/i.test(uses);

/** All steps that use the action. */
export const usesIn = (workflows: readonly Workflow[]): readonly Use[] =>
  workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) => job.steps.filter(isOurs).map((step) => ({ workflow, job, step }))),
  );

/** Events whose runs have secrets, though somebody else's pull request can cause them. */
export const privileged: readonly string[] = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** How a file is called in a line; the default branch chose its name, and it is shown only where it is plain. */
export const shownPath = (path: string): string => (/^[\w./-]{1,120}$/.test(path) ? path : 'a workflow file');

function jobOf(id: string, job: Mapping): Job {
  const { environment } = job;
  const named = typeof environment === 'string' ? environment : textOf(mapping(environment)['name']);
  return {
    id,
    condition: textOf(job['if']),
    environment: environment === undefined ? undefined : named.includes('${{') ? '' : named,
    permissions: permissionsOf(job['permissions']),
    cancels: cancelsIn(job['concurrency']),
    steps: list(job['steps']).map((given) => {
      const step = mapping(given);
      const written = Object.entries(mapping(step['with'])).map(([name, value]) => [
        name.toLowerCase(),
        value === null ? '' : textOf(value),
      ]);
      return { uses: textOf(step['uses']), run: textOf(step['run']), with: Object.fromEntries(written) };
    }),
  };
}

function eventsOf(on: unknown): ReadonlyMap<string, Mapping> {
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((event) => [String(event), {}]));
  return new Map(Object.entries(mapping(on)).map(([event, filters]) => [event, mapping(filters)]));
}

function permissionsOf(given: unknown): Permissions | undefined {
  if (given === undefined) return undefined;
  if (given === 'read-all' || given === 'write-all') return given;
  return Object.fromEntries(Object.entries(mapping(given)).map(([scope, level]) => [scope, textOf(level)]));
}

function cancelsIn(concurrency: unknown): boolean {
  const cancels = mapping(concurrency)['cancel-in-progress'];
  return cancels !== undefined && cancels !== false;
}

/** The list below a filter, or the one value. */
export const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : [value].flat();

/** YAML's booleans and numbers are texts for the runner. */
const textOf = (value: unknown): string =>
  ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : '';

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
