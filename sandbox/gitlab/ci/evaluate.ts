import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { withChangesDecided } from './changes.ts';
import {
  documentsIn,
  isExpansionVariable,
  type Mapping,
  mapping,
  type Relevance,
  relevantVariables,
} from './configuration.ts';
import { faultIn, sentenceFor } from './errors.ts';
import { gitlabCiLocal, type Said } from './gitlab-ci-local.ts';
import { gather, ROOT, type Sources } from './includes.ts';
import { readInputs } from './inputs.ts';
import type { EvaluationStore, Store } from './kept.ts';
import { refuseIncludes, refuseKeywords } from './keywords.ts';
import type { Origin } from './origin.ts';
import { type Evaluation, jobsOf, type ListedJob, planFrom, withProbes } from './plan.ts';
import { standIns } from './stand-ins.ts';

/** What is evaluated: a commit's files, checked out in `checkout()`, with variables (expanded) and inputs as sent. */
export interface Question {
  files: Readonly<Record<string, string>>;
  checkout(): Promise<string>;
  variables: Readonly<Record<string, string>>;
  inputs: Readonly<Record<string, unknown>>;
  origin: Origin;
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

/**
 * An evaluator that asks gitlab-ci-local (docs/facts/gitlab.md, "gitlab-ci-local"): first `--preview`, which expands
 * includes, inputs and defaults, then `--list-json` on that expansion, which decides. Both answers are kept in memory:
 * the expansion by the CI files and inputs, the decision also by those variables that the files mention. `folder` takes
 * temporary files; `store` keeps both for other sandboxes; `sources` get what is included from elsewhere. Throws NotImitated for
 * what it cannot evaluate.
 */
export function createEvaluator(
  folder: string,
  store?: EvaluationStore,
  sources: Sources = { remote: () => Promise.resolve(undefined), component: () => undefined },
): Evaluator {
  const cost: EvaluationCost = { asked: 0, cached: 0, realMs: [] };
  const decisions = new Map<string, Promise<Evaluation>>();
  const expansions = new Map<string, Promise<Expansion>>();
  let runs = 0;

  const evaluator = async (asked: Question): Promise<Evaluation> => {
    cost.asked += 1;
    const written = asked.files[ROOT];
    if (written === undefined) return { kind: 'missing' };
    const read = readInputs(written, asked.inputs);
    if (!read.ok) return { kind: 'bad-inputs', error: read.error };
    for (const text of Object.values(ciFiles(asked.files)))
      for (const one of documentsIn(text)) refuseIncludes(mapping(one));
    const gathered = await gather(asked.files, read.values, asked.variables, sources);
    if (!gathered.ok) return invalid(gathered.error);
    const { files, inputs, restore } = standIns(gathered.files, read.values);
    const found = await evaluate({ ...asked, files, inputs }, asked.files);
    return restore(found);
  };

  const evaluate = async (question: Question, before: Question['files']): Promise<Evaluation> => {
    const root = question.files[ROOT] ?? '';
    const { inputs } = question;
    const ci = ciFiles(question.files);
    const relevance = relevantVariables(ci);
    const variables = relevant(question.variables, relevance);
    // What is included from elsewhere, or compared with another ref, can change without a trace here.
    const isKept = relevance.kind === 'names' && !hasKey(ci, 'compare_to');
    const seen = [looksAtFiles(ci) ? question.files : ci, inputs];
    const expansionKey = keyOf(seen, isExpansionVariable(ci) ? variables : {});
    const key = keyOf([...seen, originSeen(ci, question.origin)], variables);
    let isAsked = false;
    const decide = async (): Promise<Evaluation> => {
      isAsked = true;
      runs += 1;
      const started = performance.now();
      const asking = await createAsking(question, before, variables, join(folder, `evaluation-${runs}`));
      const expansion = await kept(expansions, isKept, expansionKey, () =>
        stored(isKept ? store?.expansions : undefined, expansionKey, () => expand(asking, inputs)),
      );
      const decided = expansion.ok
        ? await decideOn(asking, expansion.preview, question)
        : invalid(sentenceFor(expansion.error, mapping(documentsIn(root).at(-1))));
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

/** gitlab-ci-local in one checkout, with one set of variables. Files for it are named relative to the checkout. */
interface Asking {
  ask(args: string[]): Promise<Said>;
  write(name: string, content: unknown): Promise<string>;
}

async function createAsking(
  question: Question,
  before: Question['files'],
  variables: Record<string, string>,
  folder: string,
): Promise<Asking> {
  await mkdir(folder, { recursive: true });
  const { checkout, index } = await checkedOut(question, before, folder);
  return {
    ask: gitlabCiLocal(checkout, folder, variables, index),
    write: async (name, content) => {
      const path = join(folder, name);
      // JSON is YAML, and needs no thought about quotes.
      await writeFile(path, JSON.stringify(content));
      return relative(checkout, path);
    },
  };
}

/** The commit's work tree; a copy where the files to be evaluated are not those of the commit. */
async function checkedOut(
  { files, checkout }: Question,
  before: Question['files'],
  folder: string,
): Promise<{ checkout: string; index?: string }> {
  const changed = Object.entries(files).filter(([path, text]) => before[path] !== text);
  const original = await checkout();
  if (changed.length === 0) return { checkout: original };
  const copy = join(folder, 'tree');
  await cp(original, copy, { recursive: true });
  for (const [path, text] of changed) {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await writeFile(join(copy, path), text);
  }
  // A file counts for gitlab-ci-local when git has it; the index of the work tree itself is everybody's.
  const index = join(folder, 'index');
  const env = { PATH: process.env['PATH'], GIT_INDEX_FILE: index, GIT_CONFIG_GLOBAL: '/dev/null' };
  await promisify(execFile)('git', ['add', '--all', '--force', '.'], { cwd: copy, env });
  return { checkout: copy, index };
}

async function expand({ ask, write }: Asking, inputs: unknown): Promise<Expansion> {
  const inputsFile = await write('inputs.yml', inputs);
  const said = await ask(['--preview', `--file=${ROOT}`, `--inputs-file=${inputsFile}`]);
  return said.ok ? { ok: true, preview: mapping(parse(said.text, { maxAliasCount: -1 })) } : said;
}

async function decideOn(
  { ask, write }: Asking,
  expanded: Mapping,
  { origin, variables }: Question,
): Promise<Evaluation> {
  const fault = faultIn(expanded, jobsOf(expanded));
  if (fault !== undefined) return invalid(fault);
  refuseKeywords(expanded);
  const decided = withChangesDecided(expanded, origin, variables);
  if (!decided.ok) return invalid(decided.error);
  const { preview } = decided;
  const file = await write('probed.yml', withProbes(preview));
  // The schema was looked at before; again it would cost as much as all the rest.
  const said = await ask(['--list-json', '--no-json-schema-validation', `--file=${file}`]);
  return said.ok
    ? planFrom(preview, JSON.parse(said.text) as ListedJob[], origin)
    : invalid(sentenceFor(said.error, preview));
}

const invalid = (error: string): Evaluation => ({ kind: 'invalid', error });

/** What of a pipeline's origin its jobs can depend on. */
function originSeen(
  ci: Readonly<Record<string, string>>,
  { source, ref, tag, path, changed }: Origin,
): unknown {
  return [
    hasKey(ci, 'only', 'except') ? [source, ref, tag, path] : [],
    hasKey(ci, 'changes') ? (changed() ?? 'no push') : [],
  ];
}

const ciFiles = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => /\.ya?ml$/.test(path)));

function relevant(variables: Readonly<Record<string, string>>, relevance: Relevance): Record<string, string> {
  if (relevance.kind === 'all') return { ...variables };
  return Object.fromEntries(Object.entries(variables).filter(([name]) => relevance.names.has(name)));
}

/** Whether one of these stands anywhere before a colon; in a comment's sentence it changes nothing. */
const hasKey = (ci: Readonly<Record<string, string>>, ...keys: readonly string[]) => {
  const key = new RegExp(`\\b(?:${keys.join('|')})["']?\\s*:`);
  return Object.values(ci).some((text) => key.test(text));
};

/** Rules on `exists` look at every path; without them only the CI files count. */
const looksAtFiles = (ci: Readonly<Record<string, string>>) => hasKey(ci, 'exists');

function keyOf(seen: unknown, variables: Record<string, string>): string {
  const sorted = Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([seen, sorted]))
    .digest('hex');
}
