import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createEvaluator } from '../../../sandbox/gitlab/ci/evaluate.ts';
import { keptEvaluations } from '../../../sandbox/gitlab/ci/kept.ts';
import type { Origin } from '../../../sandbox/gitlab/ci/origin.ts';
import { createRepository } from '../../../sandbox/gitlab/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 'store');
const origin: Origin = { source: 'api', ref: 'main', tag: false, path: 'a/b', changed: () => undefined };
let started = 0;

/** An evaluator of another sandbox, with the same store. */
function another(ci: string) {
  started += 1;
  const at = join(folder, String(started));
  const repository = createRepository(at, 'https://gitlab.example.com/a/b.git', 'main', () => 0);
  const files = { '.gitlab-ci.yml': ci };
  const sha = repository.commit('main', files);
  const evaluator = createEvaluator(join(at, 'evaluations'), keptEvaluations(store));
  let checkouts = 0;
  const checkout = () => {
    checkouts += 1;
    return repository.checkout(sha);
  };
  return {
    ask: async (variables: Record<string, string>) =>
      evaluator({
        files,
        checkout,
        variables: { CI_COMMIT_REF_NAME: 'main', ...variables },
        inputs: {},
        origin,
      }),
    cost: evaluator.cost,
    checkouts: () => checkouts,
  };
}

const CI = 'unit: { script: [echo], rules: [{ if: \'$TESTS == "unit"\' }] }\nother: { script: [echo] }\n';
const kinds = () =>
  Object.fromEntries(readdirAll().map((kind) => [kind, readdirSync(join(of(), kind)).length]));
const of = () => join(store, readdirSync(store)[0] ?? '');
const readdirAll = () => readdirSync(of()).sort();

it('an answer outlives its sandbox; another question of the same file needs no second expansion', async () => {
  const first = another(CI);
  const asked = await first.ask({ TESTS: 'unit' });
  expect(asked).toMatchObject({ kind: 'plan', jobs: [{ name: 'unit' }, { name: 'other' }] });
  expect(kinds()).toEqual({ decisions: 1, expansions: 1 });

  const second = another(CI);
  expect(await second.ask({ TESTS: 'unit' })).toEqual(asked);
  expect([second.checkouts(), second.cost]).toEqual([0, { asked: 1, cached: 1, realMs: [] }]);

  expect(await second.ask({ TESTS: 'none' })).toMatchObject({ kind: 'plan', jobs: [{ name: 'other' }] });
  expect(kinds()).toEqual({ decisions: 2, expansions: 1 });
  expect(second.cost).toMatchObject({ asked: 2, cached: 1, realMs: [expect.any(Number)] });
});

it('a refusal of the files is an answer too', async () => {
  const wrong = 'unit: { script: 1.5, stage: nowhere }\n';
  const refused = await another(wrong).ask({});
  expect(refused).toMatchObject({ kind: 'invalid', error: expect.stringContaining('unit') });
  const again = another(wrong);
  expect([await again.ask({}), again.checkouts()]).toEqual([refused, 0]);
});

it('that git or gitlab-ci-local could not be asked is none: it is thrown, and nothing is kept', async () => {
  const files = { '.gitlab-ci.yml': 'lost: { script: [echo] }\n' };
  const evaluator = createEvaluator(join(folder, 'lost'), keptEvaluations(store));
  const before = kinds();
  const question = { files, variables: {}, inputs: {}, origin };
  await expect(
    evaluator({ ...question, checkout: () => Promise.reject(new Error('no git')) }),
  ).rejects.toThrow('no git');
  const nowhere = { ...question, checkout: async () => join(folder, 'not-there') };
  const other = createEvaluator(join(folder, 'lost-too'), keptEvaluations(store));
  await expect(other(nowhere)).rejects.toThrow('ENOENT');
  expect(kinds()).toEqual(before);
});

it('what is no JSON is asked anew', async () => {
  const decisions = join(of(), 'decisions');
  for (const name of readdirSync(decisions)) writeFileSync(join(decisions, name), '{');
  const again = another(CI);
  expect(await again.ask({ TESTS: 'unit' })).toMatchObject({ kind: 'plan' });
  expect(again.checkouts()).toBe(1);
});
