/** The inputs of a step, as the command line has them: from its `with:`, and secrets from the environment. Pure. */
import { inputDefaults } from '../action/input-defaults.ts';
import { secretInputs } from '../doctor/job.ts';
import type { Use } from '../doctor/workflow.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a step's inputs are here. */
export interface StepInputs {
  /** Gives the text of an input, as the runner would. */
  get(name: string): string;
  /** Inputs whose value only a runner knows, and what to do about that. */
  readonly absent: ReadonlyMap<string, string>;
  /** Names that are written, for those that do not exist. */
  readonly names: readonly string[];
}

/** Stands in for a secret that is not at hand, so that its absence is no fault of the file. Never sent. */
const standIn = 'not-at-hand';

const expression = /^\$\{\{\s*(secrets|vars|env|github|inputs)\.([\w-]+)\s*\}\}$/;

/** Which step: the first of the file that is named, else the first that names a GitLab project, else the first. */
export function chosenUse(uses: readonly Use[], path: string | undefined): Use | undefined {
  const own = path === undefined ? uses : uses.filter(({ workflow }) => isSamePath(workflow.path, path));
  return own.find(({ step }) => step.with['gitlab-project'] !== undefined) ?? own[0];
}

const isSamePath = (one: string, other: string): boolean =>
  one === other.replace(/^\.\//, '') || one.endsWith(`/${other}`);

/** Reads them. `pullRequest`: of the command line. */
export function inputsOf(use: Use, env: Environment, pullRequest: string | undefined): StepInputs {
  const absent = new Map<string, string>();
  const values = new Map<string, string>();
  for (const [name, written] of Object.entries(use.step.with)) {
    if (name === 'mode' || name === 'pull-request') continue;
    const value = evaluated(name, written.trim(), env);
    if (typeof value === 'string') values.set(name, value);
    else {
      absent.set(name, value.todo);
      // Of GitHub one asks with the token that one has, and says whose it is.
      if (name === 'membership-token' || name === 'github-token') values.set(name, ownToken(env) || standIn);
      else if (secretInputs.includes(name)) values.set(name, standIn);
    }
  }
  if (!values.has('github-token') && !absent.has('github-token')) {
    const value = ownToken(env);
    if (value === '')
      absent.set('github-token', 'Set GITHUB_TOKEN: `GITHUB_TOKEN=$(gh auth token) drawbridge doctor`.');
    values.set('github-token', value || standIn);
  }
  return {
    get: (name) => {
      if (name === 'mode') return 'doctor';
      if (name === 'pull-request') return pullRequest ?? '';
      // The runner hands over a blank for an input that is left out and has one for its default.
      return values.get(name) ?? inputDefaults[name] ?? ' ';
    },
    absent,
    names: Object.keys(use.step.with),
  };
}

/** The person's own token, which stands for the job's. */
const ownToken = (env: Environment): string => env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim() || '';

function evaluated(name: string, written: string, env: Environment): string | { readonly todo: string } {
  if (!written.includes('${{')) return written;
  const [, kind = '', key = ''] = expression.exec(written) ?? [];
  const isOwn = (kind === 'github' && key === 'token') || (kind === 'secrets' && key === 'GITHUB_TOKEN');
  if (isOwn)
    return ownToken(env) || { todo: 'Set GITHUB_TOKEN: `GITHUB_TOKEN=$(gh auth token) drawbridge doctor`.' };
  if (kind === 'secrets' || kind === 'vars' || kind === 'env') {
    const value = env[key]?.trim() || (name === 'gitlab-token' ? env['GITLAB_TOKEN']?.trim() : undefined);
    return value || { todo: `Set ${key} in the environment.` };
  }
  return { todo: 'Only a runner knows it: run `mode: doctor` in the job.' };
}
