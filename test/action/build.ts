import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type ReadInputs, type RunnerFacts, readInputs } from '../../src/action/inputs.ts';
import { createReader, type Fault, type Reader } from '../../src/action/read.ts';
import type { Settings } from '../../src/settings.ts';
import { event } from '../gate/build.ts';

/** What users see of the action. */
export const action = parse(readFileSync('action.yml', 'utf8')) as {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
};

export const facts: RunnerFacts = {
  repository: 'acme/engine',
  apiUrl: 'https://api.github.com',
  serverUrl: 'https://github.com',
  event: event({ action: 'opened' }),
  runId: '9',
};

export type Inputs = Readonly<Record<string, string>>;

/** What a maintainer has to write at least. */
export const least: Inputs = {
  'github-token': 'ghs_0123456789',
  'gitlab-project': 'acme/engine-tests',
  'gitlab-token': 'glpat-0123456789',
};

/** Gives inputs as the runner does: defaults of action.yml under what was written. */
export const getter =
  (written: Inputs) =>
  (name: string): string =>
    written[name] ?? action.inputs[name]?.default ?? '';

export const read = (over: Inputs = {}): Promise<ReadInputs> =>
  readInputs(getter({ ...least, ...over }), facts);

/** The settings of inputs that are right. */
export async function settings(over: Inputs = {}): Promise<Settings> {
  const answer = await read(over);
  if (answer.faults.length > 0) throw new Error(JSON.stringify(answer.faults));
  return answer.settings;
}

/** What is wrong with inputs, as `input: what`. */
export async function faults(over: Inputs): Promise<readonly string[]> {
  return (await read(over)).faults.map(({ input, wrong }) => `${input}: ${wrong}`);
}

/** One reader over one input, `it`. */
export function readerOf(value: string): { reader: Reader; faults: readonly Fault[] } {
  const reader = createReader((name) => (name === 'it' ? value : ''));
  return { reader, faults: reader.faults };
}
