import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { faults as faultsOfInputs } from '../action/build.ts';
import { selfSigned } from '../net/certificate.ts';
import { blocksIn, placeOf } from './pages.ts';
import { faultsOf, parseWorkflow } from './workflows.ts';

const yaml = blocksIn('yaml');
const isWorkflow = (text: string): boolean => /^on:/m.test(text) && /^jobs:/m.test(text);
const isInputs = (text: string): boolean => /^with:\n/.test(text);
const documented = yaml.filter(({ text }) => isWorkflow(text));
const files = globSync('.github/workflows/*.yml').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

it('finds every kind of block', () => {
  expect(documented.length).toBeGreaterThan(10);
  expect(files.map(({ file }) => file).sort()).toEqual([
    '.github/workflows/ci.yml',
    '.github/workflows/e2e.yml',
    '.github/workflows/release.yml',
  ]);
});

it('knows what each block of YAML is', () => {
  // What GitLab reads; other tests play it, or hold it to what Vault is told beside it.
  const ofGitLab = ['docs/gitlab.md', 'docs/report.md', 'docs/vault.md'];
  const others = yaml.filter(
    ({ file, text }) => !isWorkflow(text) && !isInputs(text) && !ofGitLab.includes(file),
  );
  expect(others.map(placeOf)).toEqual([]);
});

it.each(yaml.map((block) => [placeOf(block), block.text]))('%s is YAML', (_, text) => {
  for (const document of parseAllDocuments(text)) expect('errors' in document && document.errors).toEqual([]);
});

describe('a workflow', () => {
  const all = [
    ...documented.map((block) => [placeOf(block), block.text]),
    ...files.map(({ file, text }) => [file, text]),
  ];

  it.each(all)('%s keeps the rules', (_, text) => {
    expect(faultsOf(text ?? '')).toEqual([]);
  });

  it.each(documented.map((block) => [placeOf(block), block.text]))(
    '%s cannot be killed by a label, nor runs what it should judge',
    (_, text) => {
      const { on, jobs } = parseWorkflow(text);
      expect(text).not.toMatch(/concurrency|cancel-in-progress|actions\/checkout/);
      const scripts = Object.values(jobs).flatMap(({ steps }) =>
        steps.filter(({ run }) => run !== undefined),
      );
      // The pull request's own file runs on `pull_request`: what it may do there is nothing.
      const empty = 'pull_request' in on;
      expect(scripts).toEqual(empty ? [{ run: 'true' }] : []);
      if (!empty) return;
      expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([{}]);
      // GitHub's default types are three, and no label is among them.
      expect(on['pull_request']?.types).toEqual(expect.arrayContaining(['labeled', 'unlabeled', 'closed']));
    },
  );

  it.each(all.slice(1))('%s bounds its jobs, and gives each its own permissions', (_, text) => {
    const { permissions, jobs } = parseWorkflow(text ?? '');
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });
});

describe('the README', () => {
  it('begins with a workflow of one job and one step', () => {
    const [first] = documented;
    expect(first?.file).toBe('README.md');
    expect(Object.keys(parseWorkflow(first?.text ?? '').jobs)).toHaveLength(1);
    const steps = Object.values(parseWorkflow(first?.text ?? '').jobs).flatMap((job) => job.steps);
    expect(steps).toHaveLength(1);
  });
});

describe('inputs in an example', () => {
  const written = yaml.filter(({ text }) => isInputs(text));
  const asText = (value: unknown): string =>
    String(value).replace('${{ vars.GITLAB_CA }}', selfSigned().cert);

  it.each(written.map((block) => [placeOf(block), block.text]))('%s are accepted', async (_, text) => {
    const inputs = Object.entries((parse(text) as { with: Record<string, unknown> }).with);
    expect(inputs.length).toBeGreaterThan(0);
    const given = Object.fromEntries(inputs.map(([name, value]) => [name, asText(value)]));
    // What Vault fills is not set besides; a blank is what an input is that nobody gives.
    const filled = (given['vault-secrets'] ?? '').matchAll(/= (gitlab-[a-z-]+)/g);
    const left = Object.fromEntries([...filled].map(([, name = '']) => [name, ' ']));
    expect(await faultsOfInputs({ ...left, ...given })).toEqual([]);
  });
});

describe('the rules for workflows', () => {
  const [good = ''] = documented.map(({ text }) => text);
  const follows = documented.find(({ text }) => 'workflow_run' in parseWorkflow(text).on)?.text ?? '';
  it.each([
    ['no permissions', good.replace(/^permissions:.*\n/m, ''), 'workflow: no permissions'],
    ['a type that is not', good.replace('- labeled', '- labled'), 'pull_request_target: unknown type labled'],
    [
      'no types',
      good.replace(/ {4}types:\n(?: {6}- .*\n)+/, ''),
      'pull_request_target: types are not written out',
    ],
    [
      'an input that is not',
      good.replace('gitlab-project', 'gitlab-projekt'),
      'unknown input gitlab-projekt',
    ],
    ['a moving tag', good.replace('drawbridge-ci/drawbridge@v1', 'actions/checkout@v6'), 'not pinned'],
    ['a job key that is not', good.replace('runs-on:', 'run-on:'), 'unknown key run-on'],
    [
      'a key below an event that is not',
      good.replace('    types:\n', '    type: x\n    types:\n'),
      'unknown key type',
    ],
    ['nothing to follow', follows.replace(/^ *workflows:.*\n/m, ''), 'workflow_run: follows no workflow'],
    ['runs that are missed', follows.replace(', completed', ''), 'workflow_run: misses first runs'],
    [
      'two watchers',
      follows.replace("github.event.action == 'requested' || ", ''),
      'private-tests: two watchers for one event',
    ],
  ])('notice %s', (_, text, fault) => {
    expect([good, follows]).not.toContain(text);
    expect(faultsOf(text).join('\n')).toContain(fault);
  });
});
