import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What the runner needs to know of an action.yml. */
export interface ActionDefinition {
  /** Name → default as written (an expression is not evaluated yet), undefined when there is none. */
  inputs: Map<string, string | undefined>;
  /** Name → the sentence that the runner prints when the input is used. */
  deprecations: Map<string, string>;
  /** Absolute paths of the entries. */
  main: string;
  post: string | undefined;
}

interface ActionFile {
  inputs?: Record<string, { default?: unknown; deprecationMessage?: string } | null>;
  runs?: Record<string, unknown>;
}

/** Files that were parsed before: ours takes longer to parse than many a job takes to run. */
const parsed = new Map<string, ActionFile>();

/**
 * Reads `action.yml` in a folder. Throws when the file asks for something that this runner does not play: another
 * `using` than node24 (node20 is gone: docs/facts/runner.md, "Entries"), `pre`, or a `post-if` other than `always()`.
 */
export function readAction(folder: string): ActionDefinition {
  const text = readFileSync(join(folder, 'action.yml'), 'utf8');
  const known = parsed.get(text);
  const file = known ?? (parse(text) as ActionFile);
  parsed.set(text, file);
  const runs = file.runs ?? {};
  if (runs['using'] !== 'node24') throw new Error(`action.yml: runs.using is ${runs['using']}, not node24`);
  if (typeof runs['main'] !== 'string') throw new Error('action.yml: runs.main is missing');
  if ('pre' in runs) throw new Error('action.yml: runs.pre is not played by this runner');
  const postIf = runs['post-if'] ?? 'always()';
  if (postIf !== 'always()') throw new Error(`action.yml: runs.post-if ${postIf} is not played`);

  const inputs = new Map<string, string | undefined>();
  const deprecations = new Map<string, string>();
  for (const [name, input] of Object.entries(file.inputs ?? {})) {
    const value = input?.default;
    inputs.set(name, value === undefined || value === null ? undefined : String(value));
    if (input?.deprecationMessage) deprecations.set(name, input.deprecationMessage);
  }
  const post = typeof runs['post'] === 'string' ? join(folder, runs['post']) : undefined;
  return { inputs, deprecations, main: join(folder, runs['main']), post };
}

/** The values of a step's inputs, and what the runner warns of before the step. */
export interface FilledInputs {
  /** Name → value, in the order given, then the defaults. */
  values: Map<string, string>;
  warnings: string[];
}

/**
 * `with:` laid over the defaults. Names are compared without regard to case, as the runner does. An input that the
 * action does not declare is handed on all the same, with a warning; a required one that is missing is not noticed
 * (docs: Metadata syntax, inputs).
 */
export function fillInputs(
  action: ActionDefinition,
  given: Record<string, string>,
  evaluate: (text: string) => string,
): FilledInputs {
  const values = new Map(Object.entries(given));
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const declared = new Set([...action.inputs.keys()].map((name) => name.toLowerCase()));
  const unexpected = Object.keys(given).filter((name) => !declared.has(name.toLowerCase()));
  const quoted = (list: Iterable<string>) => [...list].map((name) => `'${name}'`).join(', ');
  const warnings =
    unexpected.length === 0
      ? []
      : [`Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted(action.inputs.keys())}]`];
  for (const [name, text] of action.deprecations) {
    if (names.has(name.toLowerCase()))
      warnings.push(`Input '${name}' has been deprecated with message: ${text}`);
  }
  for (const [name, value] of action.inputs) {
    if (value !== undefined && !names.has(name.toLowerCase())) values.set(name, evaluate(value));
  }
  return { values, warnings };
}

/** `github-token` → `INPUT_GITHUB-TOKEN`: spaces become `_`, dashes stay (docs: Metadata syntax, inputs). */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
