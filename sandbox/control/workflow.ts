/** Reads a workflow file of one's own: what its jobs need, and what of it the sandbox does not play. */
import { parse } from 'yaml';
import { filled, holds } from '../github/actions/expression.ts';
import { parseWorkflow, type Workflow } from '../github/actions/workflow.ts';
import type { Permissions } from '../github/tokens.ts';
import { permissionsOf } from './permissions.ts';
import { Refusal } from './refusal.ts';

/** The step of a job that is Drawbridge's. */
export interface OwnStep {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly condition: string | undefined;
  readonly mayFail: boolean;
}

/** A job of one's own. */
export interface OwnJob {
  readonly id: string;
  readonly environment: string | undefined;
  /** Undefined: the file says nothing, and GitHub's default holds. */
  readonly permissions: Permissions | undefined;
  readonly minutes: number;
  /** Undefined: none of its steps is Drawbridge's. */
  readonly step: OwnStep | undefined;
  /** Ids of its steps that make an App's token. */
  readonly makesToken: readonly string[];
  /** What of it is not played, a sentence each. */
  readonly notes: readonly string[];
}

/** A workflow file of one's own. */
export interface OwnWorkflow {
  readonly path: string;
  readonly text: string;
  readonly workflow: Workflow;
  readonly jobs: ReadonlyMap<string, OwnJob>;
  /** `inputs` of `workflow_dispatch`, with their defaults. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** What stands in a file without meaning for the one machine of the sandbox. */
const idle = {
  workflow: ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'jobs'],
  job: [
    'name',
    'if',
    'runs-on',
    'timeout-minutes',
    'environment',
    'permissions',
    'env',
    'outputs',
    'defaults',
    'steps',
  ],
  step: ['id', 'name', 'if', 'uses', 'run', 'with', 'env', 'continue-on-error', 'shell', 'working-directory'],
};

/** GitHub's limit for a job (GitHub docs, "Actions limits"). */
const longestJob = 360;

/** Reads one file. Throws a Refusal with 422 that names what is not played. */
export function readOwn(name: string, text: string): OwnWorkflow {
  const path = `.github/workflows/${name}`;
  try {
    return read(path, text);
  } catch (error) {
    throw new Refusal(422, error instanceof Error ? sentence(path, error.message) : `${path} cannot be read`);
  }
}

const sentence = (path: string, message: string): string =>
  message.startsWith(path) ? message : `${path}: ${message}`;

function read(path: string, text: string): OwnWorkflow {
  const workflow = parseWorkflow(path, text);
  const file = mapping(parse(text));
  if (workflow.on.size === 0) throw new Error('`on:` names no event');
  const notes = strange(file, idle.workflow, path);
  const env = texts(file['env']);
  const jobs = Object.entries(mapping(file['jobs'])).map(([id, given]) => {
    const job = mapping(given);
    if (job['if'] !== undefined) holds(String(job['if']), {});
    return [id, readJob(id, job, file['permissions'], env)] as const;
  });
  return {
    ...{ path, text, workflow, notes },
    jobs: new Map(jobs),
    inputs: dispatchInputs(mapping(file['on'])['workflow_dispatch']),
  };
}

function readJob(id: string, job: Mapping, above: unknown, env: Record<string, string>): OwnJob {
  const place = `job ${id}`;
  const notes = strange(job, idle.job, place);
  const steps = list(job['steps']).map(mapping);
  const ours = steps.filter(isOurs);
  const [step] = ours;
  if (ours.length > 1) throw new Error(`${place}: two steps of Drawbridge in one job are not played`);
  const isToken = (one: Mapping) => String(one['uses'] ?? '').startsWith('actions/create-github-app-token@');
  for (const [index, one] of steps.entries()) {
    const which = `${place}, step ${index + 1} (${String(one['name'] ?? one['uses'] ?? one['run'] ?? '').split('\n')[0]})`;
    if (isOurs(one)) notes.push(...strange(one, idle.step, which));
    else if (isToken(one)) notes.push(`${which}: not run; its token is the sandbox's for members`);
    else notes.push(`${which}: not played, and taken for passed: only steps of Drawbridge run`);
  }
  const minutes = Number(job['timeout-minutes'] ?? longestJob);
  if (!(minutes > 0)) throw new Error(`${place}: timeout-minutes must be a number`);
  return {
    id,
    ...{ minutes, notes },
    environment: environmentOf(job['environment'], place),
    permissions: permissionsOf(job['permissions'] ?? above, place),
    step: step && readStep(step, place, { ...env, ...texts(job['env']) }),
    makesToken: steps.filter(isToken).flatMap((one) => (one['id'] === undefined ? [] : [String(one['id'])])),
  };
}

/** `./` and the action's own name at any ref are this checkout. */
const isOurs = ({ uses }: Mapping): boolean =>
  /^(\.\/?|drawbridge-ci\/drawbridge@\S+)$/.test(String(uses ?? ''));

function readStep(step: Mapping, place: string, env: Record<string, string>): OwnStep {
  const values = { with: texts(step['with']), env: { ...env, ...texts(step['env']) } };
  const contexts = { github: {}, inputs: {}, secrets: {}, vars: {}, env: {}, steps: {} };
  for (const text of [...Object.values(values.with), ...Object.values(values.env)]) {
    try {
      filled(text, contexts);
    } catch {
      throw new Error(`${place}: this expression is not played: ${text}`);
    }
  }
  if (step['if'] !== undefined) holds(String(step['if']), {});
  return {
    ...values,
    uses: String(step['uses']),
    condition: step['if'] === undefined ? undefined : String(step['if']),
    mayFail: step['continue-on-error'] === true,
  };
}

function environmentOf(given: unknown, place: string): string | undefined {
  if (given === undefined || given === null) return undefined;
  const name = typeof given === 'string' ? given : String(mapping(given)['name'] ?? '');
  if (name === '' || name.includes('${{'))
    throw new Error(`${place}: an environment that is no plain name is not played`);
  return name;
}

/** Keys that are not known here: those that change what runs are refused, the others are told. */
function strange(given: Mapping, known: readonly string[], place: string): string[] {
  const rest = Object.keys(given).filter((key) => !known.includes(key));
  const grave = rest.find((key) =>
    /^(needs|strategy|container|services|uses|secrets|with|continue-on-error)$/.test(key),
  );
  if (grave !== undefined) throw new Error(`${place}: ${grave} is not played`);
  return rest.map((key) => `${place}: ${key} is not imitated: it has no effect here`);
}

function dispatchInputs(given: unknown): Record<string, string> {
  const inputs = given === undefined || given === null ? {} : mapping(mapping(given)['inputs'] ?? {});
  return Object.fromEntries(
    Object.entries(inputs).map(([name, about]) => {
      const value = about === null ? undefined : mapping(about)['default'];
      return [name, value === undefined || value === null ? '' : String(value)];
    }),
  );
}

type Mapping = Readonly<Record<string, unknown>>;

function mapping(value: unknown): Mapping {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return { ...value };
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Values as the runner sees them: texts. */
const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapping(value)).map(([name, one]) => [name, one === null ? '' : String(one)]),
  );
