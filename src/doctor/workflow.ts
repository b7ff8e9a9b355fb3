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
  readonly concurrency: Concurrency;
  readonly env: Texts;
  readonly jobs: readonly Job[];
}

/** Name → what it is set to, as it is written. */
export type Texts = Readonly<Record<string, string>>;

/** What becomes of a run whose group is taken. An expression counts as `cancels`, which it can be. */
export type Concurrency = 'free' | 'queues' | 'cancels';

/** Scope → `read` or `write`; one word stands for all of them. */
export type Permissions = 'read-all' | 'write-all' | Readonly<Record<string, string>>;

/** A job. */
export interface Job {
  readonly id: string;
  readonly condition: string;
  /** Undefined without one; empty where an expression names it. */
  readonly environment: string | undefined;
  readonly permissions: Permissions | undefined;
  readonly concurrency: Concurrency;
  readonly env: Texts;
  /** Whether it waits for other jobs. */
  readonly needs: boolean;
  /** The workflow that it calls; empty: it has steps of its own. */
  readonly calls: string;
  /** Which secrets it hands to that one. */
  readonly hands: 'all' | 'some' | 'none';
  readonly steps: readonly Step[];
}

/** A step. */
export interface Step {
  readonly uses: string;
  readonly run: string;
  readonly condition: string;
  readonly with: Texts;
  readonly env: Texts;
}

/** A job, and its workflow. */
export interface Place {
  readonly workflow: Workflow;
  readonly job: Job;
}

/** A step that uses the action, and where it stands. */
export interface Use extends Place {
  readonly step: Step;
  /** Jobs that call its workflow, and those that call theirs. */
  readonly callers: readonly Place[];
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
    concurrency: concurrencyOf(file['concurrency']),
    env: textsOf(file['env']),
    jobs: Object.entries(mapping(file['jobs'])).map(([id, given]) => jobOf(id, mapping(given))),
  };
}

/** `owner/drawbridge@ref`, whoever has copied it. */
export const isOurs = ({ uses }: Step): boolean => /^[\w.-]+\/drawbridge@/i.test(uses);

/** All steps that use the action. */
export const usesIn = (workflows: readonly Workflow[]): readonly Use[] =>
  workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) =>
      job.steps
        .filter(isOurs)
        .map((step) => ({ workflow, job, step, callers: callersOf(workflow, workflows) })),
    ),
  );

/** Jobs of these workflows that call one, and those that call theirs, each once. */
export function callersOf(called: Workflow, all: readonly Workflow[]): readonly Place[] {
  const found: Place[] = [];
  const look = ({ path }: Workflow): void => {
    for (const workflow of all)
      for (const job of workflow.jobs) {
        const isKnown = found.some((one) => one.job === job);
        if (isKnown || !job.calls.split('@', 1)[0]?.endsWith(`/${path}`)) continue;
        found.push({ workflow, job });
        look(workflow);
      }
  };
  look(called);
  return found;
}

/** What a use does; where an expression says it, all that an event may ask for. */
export const modeOf = ({ step }: Pick<Use, 'step'>): string => {
  const mode = (step.with['mode'] ?? '').trim();
  return mode === '' || mode.includes('${{') ? 'auto' : mode;
};

/** An expression in one form: GitHub takes `A['b']` for `a.b` (GitHub docs, "Contexts reference"; names in any case). */
export const plainly = (expression: string): string =>
  expression.replace(/\s*\[\s*'([\w-]+)'\s*\]/g, '.$1').toLowerCase();

/** Events whose runs have secrets, though somebody else's pull request can cause them. */
export const privileged: readonly string[] = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** How a file is called in a line; the default branch chose its name, and it is shown only where it is plain. */
export const shownPath = (path: string): string => (/^[\w./-]{1,120}$/.test(path) ? path : 'a workflow file');

function jobOf(id: string, job: Mapping): Job {
  const { environment } = job;
  const named = (typeof environment === 'string' ? environment : textOf(mapping(environment)['name'])).trim();
  const secrets = job['secrets'];
  return {
    id,
    condition: textOf(job['if']),
    environment: named === '' ? undefined : named.includes('${{') ? '' : named,
    permissions: permissionsOf(job['permissions']),
    concurrency: concurrencyOf(job['concurrency']),
    env: textsOf(job['env']),
    needs: list(job['needs']).length > 0,
    calls: textOf(job['uses']),
    hands: secrets === 'inherit' ? 'all' : Object.keys(mapping(secrets)).length > 0 ? 'some' : 'none',
    steps: list(job['steps']).map((given) => {
      const step = mapping(given);
      const inputs = Object.entries(textsOf(step['with'])).map(([name, text]) => [name.toLowerCase(), text]);
      return {
        ...{ uses: textOf(step['uses']), run: textOf(step['run']), condition: textOf(step['if']) },
        ...{ with: Object.fromEntries(inputs), env: textsOf(step['env']) },
      };
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

function concurrencyOf(given: unknown): Concurrency {
  if (given === undefined || given === null) return 'free';
  const cancels = mapping(given)['cancel-in-progress'];
  return cancels == null || cancels === false || cancels === 'false' ? 'queues' : 'cancels';
}

const textsOf = (given: unknown): Texts =>
  Object.fromEntries(Object.entries(mapping(given)).map(([name, value]) => [name, textOf(value)]));

/** The list below a filter, or the one value. */
export const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : [value].flat();

/** YAML's booleans and numbers are texts for the runner. */
const textOf = (value: unknown): string =>
  ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : '';

function mapping(value: unknown): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Names between back-ticks. */
export const quoted = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');
