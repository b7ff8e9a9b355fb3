/** What stands in a root CI file beside the template, and could take the check away. */
import { expect, it } from 'vitest';
import { readCiFile } from '../../src/doctor/ci-file.ts';
import { includeFaults } from '../../src/doctor/include.ts';
import type { Sending } from '../../src/doctor/passing.ts';

const include = (more = '') =>
  `{ remote: 'https://x/${'a'.repeat(40)}/functional-tests.yml', integrity: 'sha256-${'A'.repeat(43)}=', inputs: { known-tests: a } ${more} }`;
const sending: Sending = {
  ...{ passAs: 'inputs', proof: true, further: {} },
  names: { branch: 'GITHUB_ENGINE_BRANCH_NAME', tests: 'TESTS_TO_RUN' },
};

it.each([
  ['once', [include()], undefined],
  ['twice', [include(), include()], /included 2 times/],
  ['by a rule', [include(", rules: [{ if: '$X' }]")], /has `rules`/],
])('the template is included %s', (_what, includes, said) => {
  const ci = readCiFile(`include: [${includes.join(', ')}]`);
  if (ci?.template === undefined) throw new Error('no template');
  const lines = includeFaults(ci.template, sending, ci.templates).map((one) => one.said);
  // What is handed on is another matter.
  const found = lines.filter((line) => !line.includes('does not hand on'));
  expect(found).toEqual(said === undefined ? [] : [expect.stringMatching(said)]);
});
