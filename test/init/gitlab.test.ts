import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { gitlabFiles } from '../../src/init/gitlab.ts';
import { answersWith, usual } from './build.ts';

interface Root {
  readonly include: readonly [
    { readonly remote: string; readonly integrity: string; readonly inputs: Record<string, unknown> },
  ];
  readonly [job: `test-${string}`]: {
    readonly extends: string;
    readonly variables: { readonly DRAWBRIDGE_TEST: string };
  };
}
interface Spec {
  readonly spec: {
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly regex?: string }>>;
  };
}
const documents = (text: string) => parseAllDocuments(text).map((one) => (one as { toJS(): unknown }).toJS());
const fileWith = (others: Parameters<typeof answersWith>[0] = {}) =>
  gitlabFiles(answersWith(others))[0]?.text ?? '';
const rootOf = (text: string) => documents(text)[1] as Root;

const template = readFileSync('templates/functional-tests/template.yml', 'utf8');
const example = readFileSync('examples/proven-tests/.gitlab-ci.yml', 'utf8');
const declared = (documents(template)[0] as Spec).spec.inputs;

it('is the example', () => {
  const tests = 'test-aws-self-hosted,test-aws-infra,test-do-infra,test-scaleway-infra';
  expect(documents(fileWith({ tests }))).toEqual(documents(example));
});

it('includes the template of this version, by its digest', () => {
  const [{ integrity }] = rootOf(fileWith()).include;
  expect(integrity).toBe(`sha256-${createHash('sha256').update(template).digest('base64')}`);
});

it('gives the template what it takes, whatever the answers were', () => {
  const word = fc.stringMatching(/^[a-z0-9](?:[a-z0-9._-]{0,5}[a-z0-9])?$/);
  const form = fc.record({
    name: word,
    branch: word,
    group: word,
    host: word,
    tests: fc.array(word, { minLength: 1, maxLength: 3 }),
  });
  let tried = 0;
  fc.assert(
    fc.property(form, ({ name, branch, group, host, tests }) => {
      const others = {
        repository: `acme/${name}`,
        'default-branch': branch,
        'gitlab-project': `${group}/${name}`,
        'vault-url': `https://${host}.example`,
        image: `${host}/${group}:${name}`,
        tests: tests.map((one) => `test-${one}`).join(),
      };
      let text: string;
      try {
        text = fileWith(others);
      } catch {
        return;
      }
      tried += 1;
      const root = rootOf(text);
      const { inputs } = root.include[0];
      for (const [input, value] of Object.entries(inputs)) {
        expect(Object.keys(declared)).toContain(input);
        // What the request brings is checked by GitLab when it comes.
        if (!/^[A-Z]/.test(input)) expect(String(value)).toMatch(new RegExp(declared[input]?.regex ?? ''));
      }
      expect(inputs['workflows']).toBe(
        `acme/${name}/.github/workflows/private-tests.yml@refs/heads/${branch}`,
      );
      expect(inputs['known-tests']).toBe(others.tests);
      // Each test runs for its own id, and for no other.
      for (const one of tests)
        for (const other of tests) {
          const pattern = root[`test-${one}`]?.variables.DRAWBRIDGE_TEST.slice(1, -1) ?? '(?!)';
          expect(new RegExp(pattern).test(`,test-${other},`)).toBe(one === other);
        }
    }),
    { numRuns: 25 },
  );
  expect(tried).toBeGreaterThan(10);
});

it('needs every input of the template that has no default', () => {
  const given = Object.keys(rootOf(fileWith()).include[0].inputs);
  const needed = Object.entries(declared).filter(([, { default: usually }]) => usually === undefined);
  expect(needed.map(([name]) => name).filter((name) => !given.includes(name))).toEqual([]);
});

it('takes a dot of a test for nothing but a dot', () => {
  const { 'test-1.5': job } = rootOf(fileWith({ ...usual, tests: 'test-1.5,test-1x5' }));
  const pattern = new RegExp(job?.variables.DRAWBRIDGE_TEST.slice(1, -1) ?? '');
  expect([',test-1.5,', ',test-1x5,'].map((ids) => pattern.test(ids))).toEqual([true, false]);
});
