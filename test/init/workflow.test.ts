import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { eventsOf, workflowFiles } from '../../src/init/workflow.ts';
import { answersWith, everyWay } from './build.ts';

interface Parsed {
  readonly on: Readonly<Record<string, { readonly branches?: readonly unknown[] }>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly with: Record<string, unknown> }[] }>
  >;
}
const example = (file: string) => readFileSync(`examples/workflows/${file}`, 'utf8');
const textOf = (others: Parameters<typeof answersWith>[0]) =>
  workflowFiles(answersWith(others)).at(-1)?.text ?? '';
const stepOf = (text: string) => (parse(text) as Parsed).jobs['private-tests']?.steps[0]?.with ?? {};

it.each([
  ['pull_request_target', ['pull-request-target.yml']],
  ['workflow_run', ['workflow-run-event.yml', 'workflow-run.yml']],
])('by %s are the examples, with a proof and a pinned action', (event, examples) => {
  const files = workflowFiles(answersWith({ event }));
  const plain = files.map(({ text }) =>
    text
      .replace('      id-token: write\n', '')
      .replace('          pass-as: inputs\n          proof: true\n', '')
      .replace(/@[0-9a-f]{40}$/m, '@v1'),
  );
  expect(plain).toEqual(examples.map(example));
  // Each is saved where its first line says.
  expect(files.map(({ path }) => path)).toEqual(files.map(({ text }) => /^# (\S+)\n/.exec(text)?.[1]));
});

it.each(everyWay)('listen to the events that a policy allows: %j', (way) => {
  expect(Object.keys((parse(textOf(way)) as Parsed).on)).toEqual(eventsOf(answersWith(way).wayIn));
});

it('log in to Vault for the token where it is there', () => {
  expect(stepOf(textOf({ 'token-in': 'vault', 'gitlab-url': 'https://git.acme.example' }))).toEqual({
    'gitlab-url': 'https://git.acme.example',
    'gitlab-project': 'acme/engine-tests',
    'vault-url': 'https://vault.acme.example',
    'vault-role': 'drawbridge',
    'vault-audience': 'drawbridge.vault.acme.example',
    'vault-secrets': 'secret/ci/gitlab token = gitlab-token',
    'membership-token': '${{ secrets.MEMBERSHIP_TOKEN }}',
    'pull-request': '${{ inputs.pull-request }}',
    tests: 'test-aws-infra, test-aws-self-hosted, test-do-infra',
    ...{ 'require-all': true, 'pass-as': 'inputs', proof: true },
  });
});

it.each(['on', 'true', 'null', '1.0', '0x10', '1e3', 'release/1.x', 'y'])(
  'name the branch %s as a text',
  (branch) => {
    const { on } = parse(textOf({ 'default-branch': branch }), { version: '1.1' }) as Parsed;
    expect((on ?? (parse(textOf({ 'default-branch': branch })) as Parsed).on)['push']?.branches).toEqual([
      branch,
    ]);
  },
);
