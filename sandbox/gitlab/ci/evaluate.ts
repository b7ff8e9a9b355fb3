import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import {
  declaredInputs,
  isExpansionVariable,
  type Mapping,
  mapping,
  type Relevance,
  relevantVariables,
} from './configuration.ts';
import { gitlabCiLocal, type Said } from './gitlab-ci-local.ts';
import type { EvaluationStore, Store } from './kept.ts';
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
 * An evaluator that asks gitlab-ci-local (docs/facts/gitlab.md, "gitlab-ci-local"): first `--preview`, which expands
 * includes, inputs and defaults, then `--list-json` on that expansion, which decides. Both answers are kept in memory:
 * the expansion by the CI files and inputs, the decision also by those variables that the files mention. `folder` takes
 * temporary files; `store` keeps both for other sandboxes.
 */
export function createEvaluator(folder: string, store?: EvaluationStore): Evaluator {
  const cost: EvaluationCost = { asked: 0, cached: 0, realMs: [] };
  const decisions = new Map<string, Promise<Evaluation>>();
  const expansions = new Map<string, Promise<Expansion>>();
  let runs = 0;

  const evaluator = async (question: Question): Promise<Evaluation> => {
    cost.asked += 1;
    const refused = checkInputs(question);
    if (refused) return refused;
    const ci = ciFiles(question.files);
    const relevance = relevantVariables(ci);
    const variables = relevant(question.variables, relevance);
    // What is included from elsewhere can change without a trace here.
    const isKept = relevance.kind === 'names';
    const seen = [looksAtFiles(ci) ? question.files : ci, question.inputs];
    const expansionKey = keyOf(seen, isExpansionVariable(ci) ? variables : {});
    const key = keyOf(seen, variables);
    let isAsked = false;
    const decide = async (): Promise<Evaluation> => {
      isAsked = true;
      runs += 1;
      const started = performance.now();
      const asking = await createAsking(question, variables, join(folder, `evaluation-${runs}`));
      const expansion = await kept(expansions, isKept, expansionKey, () =>
        stored(isKept ? store?.expansions : undefined, expansionKey, () => expand(asking, question.inputs)),
      );
      const decided = expansion.ok ? await decideOn(asking, expansion.preview) : refusalFrom(expansion.error);
      cost.realMs.push(Math.round(performance.now() - started));
      return decided;
    };
    const evaluation = await kept(decisions, isKept, key, () =>
      stored(isKept ? store?.decisions : undefined, key, decide),
    );
    if (!isAsked) cost.cached += 1;
    return evaluation;
  };
  return Object.assign(evaluator, { cost });
}

/** The configuration with all that it includes, or why there is none. */
type Expansion = { ok: true; preview: Mapping } | { ok: false; error: string };

function kept<T>(
  known: Map<string, Promise<T>>,
  isKept: boolean,
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  if (isKept) known.set(key, made);
  return made;
}

async function stored<T>(store: Store | undefined, key: string, make: () => Promise<T>): Promise<T> {
  const found = store?.get<T>(key);
  if (found !== undefined) return found;
  const made = await make();
  store?.set(key, made);
  return made;
}

function checkInputs({ files, inputs }: Question): Evaluation | undefined {
  const root = files[ROOT];
  if (root === undefined) return { kind: 'bad-inputs', error: 'Missing CI config file' };
  const declared = new Set(declaredInputs(root));
  const isKnown = Object.keys(inputs).every((name) => declared.has(name));
  return isKnown ? undefined : { kind: 'bad-inputs', error: MISMATCH };
}

/** gitlab-ci-local in one checkout, with one set of variables. Files for it are named relative to the checkout. */
interface Asking {
  ask(args: string[]): Promise<Said>;
  write(name: string, content: unknown): Promise<string>;
}

async function createAsking(
  question: Question,
  variables: Record<string, string>,
  folder: string,
): Promise<Asking> {
  const checkout = await question.checkout();
  await mkdir(folder, { recursive: true });
  return {
    ask: gitlabCiLocal(checkout, folder, variables),
    write: async (name, content) => {
      const path = join(folder, name);
      // JSON is YAML, and needs no thought about quotes.
      await writeFile(path, JSON.stringify(content));
      return relative(checkout, path);
    },
  };
}

async function expand({ ask, write }: Asking, inputs: unknown): Promise<Expansion> {
  const inputsFile = await write('inputs.yml', inputs);
  const said = await ask(['--preview', `--file=${ROOT}`, `--inputs-file=${inputsFile}`]);
  return said.ok ? { ok: true, preview: mapping(parse(said.text, { maxAliasCount: -1 })) } : said;
}

async function decideOn({ ask, write }: Asking, preview: Mapping): Promise<Evaluation> {
  const file = await write('probed.yml', withProbes(preview));
  // The schema was looked at before; again it would cost as much as all the rest.
  const said = await ask(['--list-json', '--no-json-schema-validation', `--file=${file}`]);
  return said.ok ? planFrom(preview, JSON.parse(said.text) as ListedJob[]) : refusalFrom(said.error);
}

const refusalFrom = (error: string): Evaluation => ({
  kind: /`[^`]+` input: /.test(error) ? 'bad-inputs' : 'invalid',
  error,
});

const ciFiles = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => /\.ya?ml$/.test(path)));

function relevant(variables: Readonly<Record<string, string>>, relevance: Relevance): Record<string, string> {
  if (relevance.kind === 'all') return { ...variables };
  return Object.fromEntries(Object.entries(variables).filter(([name]) => relevance.names.has(name)));
}

/** Rules on `exists` and `changes` look at every path; without them only the CI files count. */
const looksAtFiles = (ci: Readonly<Record<string, string>>) =>
  Object.values(ci).some((text) => /\b(exists|changes)\s*:/.test(text));

function keyOf(seen: unknown, variables: Record<string, string>): string {
  const sorted = Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([seen, sorted]))
    .digest('hex');
}
