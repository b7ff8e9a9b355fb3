/** A GitLab project for tests of one's own: where no CI file was given, one job for each test of the workflow. */
import { parse } from 'yaml';
import { exampleEngine } from '../gitlab/example.ts';
import { Refusal } from './refusal.ts';

/** The inputs of the action, as far as the jobs follow them. */
export type Inputs = Readonly<Record<string, string>>;

/**
 * The files of a project that has a job for each test: the example's, where it has them all, or none is named. Throws a
 * Refusal where the action passes pipeline inputs: only a file of one's own declares those.
 */
export function filesFor(inputs: Inputs): Record<string, string> {
  if (inputs['pass-as'] === 'inputs')
    throw new Refusal(
      422,
      '`pass-as: inputs` needs a CI file that declares them: give yours with --gitlab-ci',
    );
  const tests = testsOf(inputs['tests'] ?? '');
  const example = exampleEngine();
  const text = example['.gitlab-ci.yml'] ?? '';
  if (tests.every((test) => text.includes(`\n${test}:`))) return example;
  return { '.gitlab-ci.yml': fileFor(tests, inputs) };
}

function fileFor(tests: readonly string[], inputs: Inputs): string {
  const { 'tests-variable': variable = 'TESTS_TO_RUN', 'all-label': all = 'test-all' } = inputs;
  const named = mapOf(inputs['test-jobs'] ?? '');
  const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const jobs = tests.map((test) => {
    const name = named.get(test)?.split(',')[0]?.trim().replaceAll('*', '1') || test;
    return {
      name,
      rule: `$${variable} =~ /(^|,)(${escaped(all)}|${escaped(test)})(,|$)/`,
    };
  });
  return [
    '# Made by the sandbox: one job for each test of the workflow. Give a file of your own with --gitlab-ci.',
    'workflow:',
    "  name: '$DRAWBRIDGE_KEY'",
    '  rules: [{ when: always }]',
    'stages: [test]',
    ...jobs.flatMap(({ name, rule }) => [
      `${JSON.stringify(name)}:`,
      '  stage: test',
      `  script: ['echo "$CI_JOB_NAME for $GITHUB_ENGINE_BRANCH_NAME"', sleep 2]`,
      `  rules: [{ if: ${JSON.stringify(rule)} }]`,
    ]),
    '',
  ].join('\n');
}

/** The ids of the input `tests`: the values of a map, or the items of a list. */
export function testsOf(text: string): string[] {
  const read = yaml(text);
  if (Array.isArray(read)) return read.map(String);
  if (typeof read === 'object' && read !== null) return Object.values(read).map(String);
  return listed(text);
}

/** The labels of the input `tests`: the names of a map, or the items of a list. */
export function labelsOf(text: string): string[] {
  const read = yaml(text);
  const isMap = typeof read === 'object' && read !== null && !Array.isArray(read);
  return isMap ? Object.keys(read) : testsOf(text);
}

function mapOf(text: string): ReadonlyMap<string, string> {
  const read = yaml(text);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return new Map();
  return new Map(Object.entries(read).map(([key, value]) => [key, String([value].flat()[0] ?? '')]));
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What is no YAML is the action's to complain about. */
function yaml(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch {
    return undefined;
  }
}
