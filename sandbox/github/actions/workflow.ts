/** Workflow files: what starts them, and which jobs they have. Filters that are not played are refused loudly. */
import { parse } from 'yaml';

/** A workflow, as far as it decides whether something starts. */
export interface Workflow {
  readonly path: string;
  /** What `name:` says, else the path (GitHub docs, "Workflow syntax", name). */
  readonly name: string;
  /** Event → its filters. */
  readonly on: ReadonlyMap<string, Filters>;
  readonly jobs: readonly { readonly id: string; readonly condition: string | undefined }[];
}

/** What an event must be like to start a workflow. */
interface Filters {
  readonly types?: readonly string[];
  readonly workflows?: readonly string[];
  readonly branches?: readonly string[];
}

/** What happened, as far as filters look at it. */
export interface Happened {
  readonly event: string;
  readonly action: string | null;
  /** Full ref of a push. */
  readonly ref: string;
  /** Of `workflow_run`: the name of the workflow that ran. */
  readonly workflow: string | undefined;
}

/** The workflows among a tree's files. Throws on one that is not played. */
export function workflowsIn(files: ReadonlyMap<string, string>): Workflow[] {
  return [...files].filter(([path]) => isWorkflow(path)).map(([path, text]) => parseWorkflow(path, text));
}

/** Whether GitHub looks for a workflow there. */
export const isWorkflow = (path: string): boolean => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);

/** Reads one workflow file. Throws when it is none, or has a filter, a pattern, or jobs that wait for others: not played. */
export function parseWorkflow(path: string, text: string): Workflow {
  const file = mapping(parse(text), path);
  const { name } = file;
  return {
    path,
    name: typeof name === 'string' && name !== '' ? name : path,
    on: eventsOf(file['on'], path),
    jobs: Object.entries(mapping(file['jobs'], path)).map(([id, given]) => {
      const job = mapping(given, path);
      if ('needs' in job) throw new Error(`${path}: needs is not played`);
      return { id, condition: job['if'] === undefined ? undefined : String(job['if']) };
    }),
  };
}

/** Without types GitHub starts only these (GitHub docs, "Events that trigger workflows", pull_request). */
const usualTypes = ['opened', 'synchronize', 'reopened'];

/** Whether what happened starts a workflow. */
export function listens(workflow: Workflow, { event, action, ref, workflow: ran }: Happened): boolean {
  const filters = workflow.on.get(event);
  if (!filters) return false;
  const pull = event === 'pull_request' || event === 'pull_request_target';
  const types = filters.types ?? (pull ? usualTypes : undefined);
  if (types && !types.includes(action ?? '')) return false;
  if (filters.branches && !filters.branches.some((branch) => ref === `refs/heads/${branch}`)) return false;
  return !filters.workflows || filters.workflows.includes(ran ?? '');
}

/** Names and branches are patterns, names of workflows too (github/docs#37022): only plain ones are played. */
function plain(pattern: string): string {
  if (/[*?+[\]!\\]/.test(pattern)) throw new Error(`the pattern ${pattern} is not played`);
  return pattern;
}

function eventsOf(on: unknown, path: string): Map<string, Filters> {
  if (typeof on === 'string') return new Map([[on, {}]]);
  if (Array.isArray(on)) return new Map(on.map((event) => [String(event), {}]));
  return new Map(
    Object.entries(mapping(on, path)).map(([event, given]) => [event, filtersOf(event, given, path)]),
  );
}

/** What says nothing about whether an event starts a workflow. */
const idle: Readonly<Record<string, readonly string[]>> = { workflow_dispatch: ['inputs'] };

function filtersOf(event: string, given: unknown, path: string): Filters {
  if (given === null || event === 'schedule') return {};
  const { types, workflows, branches, ...rest } = mapping(given, path);
  const strange = Object.keys(rest).filter((key) => !idle[event]?.includes(key));
  if (branches !== undefined && event !== 'push') strange.push('branches');
  if (strange.length > 0) throw new Error(`${path}: ${event}: ${strange.join(', ')} is not played`);
  return {
    ...(types !== undefined && { types: list(types) }),
    ...(workflows !== undefined && { workflows: list(workflows).map(plain) }),
    ...(branches !== undefined && { branches: list(branches).map(plain) }),
  };
}

const list = (value: unknown): string[] => [value].flat().map(String);

function mapping(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${path} is no workflow`);
  return { ...value };
}
