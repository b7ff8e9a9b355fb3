import { expect, it } from 'vitest';
import { vaultFiles } from '../../src/init/vault.ts';
import { blocksOf } from '../docs/pages.ts';
import { answersWith, usual } from './build.ts';

const textsOf = (others: Parameters<typeof answersWith>[0] = {}) =>
  Object.fromEntries(
    vaultFiles(answersWith(others)).map(({ path, text }) => [path.replace(/^.*\//, ''), text]),
  );
const page = blocksOf('docs/vault.md').map(({ text }) => text);
/** What stands between the marks of a block of the page. */
const shown = (mark: string, at: number) =>
  page.flatMap((text) =>
    [...text.matchAll(new RegExp(`<<'${mark}'\\n([\\s\\S]*?)${mark}\\n`, 'g'))].map(([, one]) => one ?? ''),
  )[at] ?? '';

it('the action gets the policy and the role of the page', () => {
  const { 'drawbridge.hcl': policy, 'drawbridge.json': role = '' } = textsOf({
    ...usual,
    ...{ 'token-in': 'vault', 'repository-id': '123456789', 'owner-id': '9876543' },
  });
  expect(policy).toBe(shown('POLICY', 0));
  const expected = JSON.parse(shown('ROLE', 0)) as object;
  expect(JSON.parse(role)).toEqual({ ...expected, bound_audiences: ['drawbridge.vault.acme.example'] });
});

it('the tests get the policy and the role of the page, for pipelines that were started by a token', () => {
  const { 'functional-tests.hcl': policy, 'functional-tests.json': role = '' } = textsOf();
  expect(policy).toBe(shown('POLICY', 1));
  expect(JSON.parse(role)).toEqual(JSON.parse(shown('ROLE', 1)));
});

it('the action gets nothing where its token is on GitHub', () => {
  expect(Object.keys(textsOf())).toEqual(['functional-tests.hcl', 'functional-tests.json']);
});
