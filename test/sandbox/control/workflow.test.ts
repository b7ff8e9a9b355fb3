import { describe, expect, it } from 'vitest';
import { filesFor, labelsOf, testsOf } from '../../../sandbox/control/tests.ts';
import { readOwn } from '../../../sandbox/control/workflow.ts';

const step = '{ uses: ./, with: { gitlab-project: a/b } }';
const file = (job: string, top = '') => `on: push\n${top}\njobs: { it: { runs-on: x, ${job} } }`;
const oneOf = (text: string) => readOwn('my.yml', text).jobs.get('it');

describe('a workflow of one’s own', () => {
  it('is read with what its job needs', () => {
    const job = oneOf(
      file(
        `environment: { name: prod }, timeout-minutes: 5, env: { A: 1 }, permissions: { statuses: write, packages: read, issues: none },
         steps: [{ id: app, uses: actions/create-github-app-token@v2 }, { uses: drawbridge-ci/drawbridge@${'a'.repeat(40)}, with: { drafts: true }, env: { B: 2 } }]`,
        'env: { A: 0, C: 3 }',
      ),
    );
    expect(job).toMatchObject({
      environment: 'prod',
      minutes: 5,
      permissions: { statuses: 'write' },
      makesToken: ['app'],
      step: { with: { drafts: 'true' }, env: { A: '1', B: '2', C: '3' }, mayFail: false },
    });
  });

  it.each([
    [file(`steps: [{ uses: actions/checkout@v6 }, ${step}]`), /step 1 \(actions\/checkout@v6\): not played/],
    [file(`concurrency: one, steps: [${step}]`), /concurrency is not imitated/],
    [file('steps: [{ run: npm test }]'), /\(npm test\): not played/],
  ])('says what has no effect', (text, says) => {
    expect(oneOf(text)?.notes.join('\n')).toMatch(says);
  });

  it('takes every key that the pages use without a word', () => {
    expect(
      oneOf(file(`permissions: {}, environment: x, steps: [${step}]`, 'permissions: {}'))?.notes,
    ).toEqual([]);
  });

  it.each([
    ['[', 'my.yml'],
    ['on: push\njobs: {}\non: push', 'my.yml'],
    ['on: { push: { paths: [a] } }\njobs: {}', 'push: paths is not played'],
    ['on: { push: { branches: ["v*"] } }\njobs: {}', 'the pattern v* is not played'],
    [file(`needs: other, steps: [${step}]`), 'needs is not played'],
    [file(`strategy: { matrix: {} }, steps: [${step}]`), 'job it: strategy is not played'],
    [file(`container: node, steps: [${step}]`), 'container is not played'],
    [file('uses: ./.github/workflows/x.yml'), 'uses is not played'],
    [file(`if: always(), steps: [${step}]`), 'does not play this condition: always()'],
    [file(`steps: [${step}, ${step}]`), 'two steps of Drawbridge'],
    [file('steps: [{ uses: ./, if: "success()" }]'), 'does not play this condition'],
    [
      file('steps: [{ uses: ./, with: { tests: "${{ toJSON(github) }}" } }]'),
      'this expression is not played',
    ],
    [
      file('steps: [{ uses: ./, with: { tests: "${{ needs.a.outputs.b }}" } }]'),
      'this expression is not played',
    ],
    [file(`environment: "\${{ github.ref }}", steps: [${step}]`), 'no plain name'],
    [file(`permissions: { statues: write }, steps: [${step}]`), 'no permission statues'],
    [file(`permissions: all, steps: [${step}]`), 'must be a map'],
    [file(`timeout-minutes: soon, steps: [${step}]`), 'timeout-minutes'],
  ])('is refused: %s', (text, says) => {
    expect(() => readOwn('my.yml', text)).toThrow(
      expect.objectContaining({ status: 422, message: expect.stringContaining(says) }),
    );
  });

  it.each([
    ['read-all', { contents: 'read', statuses: 'read' }, 'id-token'],
    ['write-all', { contents: 'write', 'id-token': 'write' }, 'members'],
  ])('may have permissions: %s', (given, has, not) => {
    const permissions = oneOf(file(`permissions: ${given}, steps: [${step}]`))?.permissions;
    expect(permissions).toMatchObject(has);
    expect(permissions).not.toHaveProperty(not);
  });
});

describe('the GitLab project for tests of one’s own', () => {
  it.each([
    ['a, b', ['a', 'b'], ['a', 'b']],
    ['- a\n- b', ['a', 'b'], ['a', 'b']],
    ['test-a: dns\ntest-b: cloud', ['dns', 'cloud'], ['test-a', 'test-b']],
    ['', [], []],
  ])('reads %j', (text, ids, labels) => {
    expect([testsOf(text), labelsOf(text)]).toEqual([ids, labels]);
  });

  it('has a job for each test, under the name that `test-jobs` says', () => {
    const files = filesFor({ tests: 'dns, c+d', 'test-jobs': 'dns: [dns-job, more]', 'tests-variable': 'T' });
    expect(Object.keys(files)).toEqual(['.gitlab-ci.yml']);
    expect(files['.gitlab-ci.yml']).toContain('"dns-job":');
    expect(files['.gitlab-ci.yml']).toContain(String.raw`$T =~ /(^|,)(test-all|c\\+d)(,|$)/`);
  });

  it('is the example where that has them all', () => {
    expect(filesFor({ tests: 'test-do-infra' })).toHaveProperty(['tests/functional.sh']);
    expect(() => filesFor({ 'pass-as': 'inputs' })).toThrow('--gitlab-ci');
  });
});
