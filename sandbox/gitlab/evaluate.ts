import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import { declaredInputs, mapping, type Relevance, relevantVariables } from './configuration.ts';
import { type Evaluation, type ListedJob, planFrom, withProbes } from './plan.ts';

/** What is evaluated: a commit's files, checked out in `checkout()`, with variables (expanded) and inputs. */
export interface Question {
  files: Readonly<Record<string, string>>;
  checkout(): Promise<string>;
  variables: Readonly<Record<string, string>>;
  inputs: Readonly<Record<string, unknown>>;
}

/** How often evaluations were asked for and found in memory, and the real milliseconds that the others took. */
export interface EvaluationCost {
  asked: number;
  cached: number;
  realMs: number[];
}

/** Decides which jobs of a commit run. */
export interface Evaluator {
  (question: Question): Promise<Evaluation>;
  readonly cost: EvaluationCost;
}

const ROOT = '.gitlab-ci.yml';
const MISMATCH = 'Given inputs not defined in the `spec` section of the included configuration file';

/**
 * An evaluator that asks gitlab-ci-local (reference: gitlab.md, "GitLab side"): first `--preview`, which expands
 * includes, inputs and defaults, then `--list-json` on that expansion, which decides. Answers are kept in memory by
 * the CI files and those variables that they mention. `folder` takes temporary files.
 */
export function createEvaluator(folder: string): Evaluator {
  const cost: EvaluationCost = { asked: 0, cached: 0, realMs: [] };
  const known = new Map<string, Promise<Evaluation>>();
  let runs = 0;

  const evaluator = async (question: Question): Promise<Evaluation> => {
    cost.asked += 1;
    const refused = checkInputs(question);
    if (refused) return refused;
    const relevance = relevantVariables(ciFiles(question.files));
    const variables = relevant(question.variables, relevance);
    const key = keyOf(question, variables, relevance);
    const cached = known.get(key);
    if (cached) {
      cost.cached += 1;
      return cached;
    }
    runs += 1;
    const started = performance.now();
    const asked = evaluate(question, variables, join(folder, `evaluation-${runs}`)).finally(() =>
      cost.realMs.push(Math.round(performance.now() - started)),
    );
    // What is included from elsewhere can change without a trace here.
    if (relevance.kind === 'names') known.set(key, asked);
    return asked;
  };
  return Object.assign(evaluator, { cost });
}

function checkInputs({ files, inputs }: Question): Evaluation | undefined {
  const root = files[ROOT];
  if (root === undefined) return { kind: 'bad-inputs', error: 'Missing CI config file' };
  const declared = new Set(declaredInputs(root));
  const isKnown = Object.keys(inputs).every((name) => declared.has(name));
  return isKnown ? undefined : { kind: 'bad-inputs', error: MISMATCH };
}

async function evaluate(
  question: Question,
  variables: Record<string, string>,
  folder: string,
): Promise<Evaluation> {
  const checkout = await question.checkout();
  await mkdir(folder, { recursive: true });
  const ask = gitlabCiLocal(checkout, folder, variables);
  try {
    const inputs = join(folder, 'inputs.yml');
    await writeFile(inputs, JSON.stringify(question.inputs));
    const shown = await ask(['--preview', `--file=${ROOT}`, `--inputs-file=${relative(checkout, inputs)}`]);
    const preview = mapping(parse(shown, { maxAliasCount: -1 }));
    const probed = join(folder, 'probed.yml');
    await writeFile(probed, JSON.stringify(withProbes(preview)));
    const listed = await ask([
      '--list-json',
      '--no-json-schema-validation',
      `--file=${relative(checkout, probed)}`,
    ]);
    return planFrom(preview, JSON.parse(listed) as ListedJob[]);
  } catch (error) {
    const text = reasonFrom(error);
    const isInput = /`[^`]+` input: /.exec(text);
    return isInput ? { kind: 'bad-inputs', error: text } : { kind: 'invalid', error: text };
  }
}

const BIN = join(
  dirname(createRequire(import.meta.url).resolve('gitlab-ci-local/package.json')),
  'dist/index.js',
);

function gitlabCiLocal(checkout: string, folder: string, variables: Record<string, string>) {
  const options = {
    cwd: checkout,
    maxBuffer: 64 * 2 ** 20,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      NO_COLOR: '1',
      FORCE_COLOR: '0',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GCL_IGNORE_PREDEFINED_VARS: Object.keys(variables).join(','),
    },
  };
  const given = Object.entries(variables).map(([key, value]) => `--variable=${key}=${value}`);
  return (args: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const all = [BIN, ...args, `--state-dir=${relative(checkout, folder)}`, ...given];
      execFile(process.execPath, all, options, (error, stdout, stderr) =>
        error ? reject(Object.assign(error, { stderr })) : resolve(stdout),
      );
    });
}

/** The sentence of gitlab-ci-local, without its notes on timing and its stack. */
function reasonFrom(error: unknown): string {
  const stderr = String((error as { stderr?: unknown }).stderr ?? error);
  const lines = stderr.split('\n').map((line) => line.trimEnd());
  const said = lines.filter((line) => line !== '' && !/^\s+at |finished in|validated in/.test(line));
  return said.join('\n') || 'Invalid CI configuration';
}

const ciFiles = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => /\.ya?ml$/.test(path)));

function relevant(variables: Readonly<Record<string, string>>, relevance: Relevance): Record<string, string> {
  if (relevance.kind === 'all') return { ...variables };
  return Object.fromEntries(Object.entries(variables).filter(([name]) => relevance.names.has(name)));
}

function keyOf(question: Question, variables: Record<string, string>, relevance: Relevance): string {
  const ci = ciFiles(question.files);
  // Rules on `exists` and `changes` look at every path; without them only the CI files count.
  const looksAtFiles = Object.values(ci).some((text) => /\b(exists|changes)\s*:/.test(text));
  const seen = looksAtFiles ? question.files : ci;
  const asked = [
    Object.entries(seen),
    Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1)),
    question.inputs,
    relevance.kind,
  ];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
