/** A request as a job reads it back from the values that it got. */
import { expect, it } from 'vitest';
import { receivedIn } from '../../src/request/received.ts';
import { commit } from '../report/build.ts';

const rules = {
  ...{ prefix: 'test-', allLabel: 'test-all', defaultTests: [] },
  tests: new Map(['dns', 'aws'].map((id) => [id, id])),
};
const sent = {
  ...{ TESTS_TO_RUN: 'dns', GITHUB_COMMIT_ID: commit, GITHUB_PULL_REQUEST: '42' },
  GITHUB_REPOSITORY_FULL_NAME: 'acme/engine',
  DRAWBRIDGE_KEY: `acme/engine#42@${commit}:0123456789ab`,
};
const received = { repository: 'acme/engine', commit, pull: 42, ending: '0123456789ab' };

it.each<[string, Record<string, string | undefined>, object | undefined]>([
  ['one test', {}, { ...received, tests: ['dns'], all: false }],
  ['all of them by name', { TESTS_TO_RUN: 'aws,dns' }, { ...received, tests: ['aws', 'dns'], all: true }],
  ['all of them by the word', { TESTS_TO_RUN: 'test-all' }, { ...received, tests: ['test-all'], all: true }],
  ['a test that is not known', { TESTS_TO_RUN: 'dns,other' }, undefined],
  ['no test', { TESTS_TO_RUN: '' }, undefined],
  ['a gap in the list', { TESTS_TO_RUN: 'dns,,aws' }, undefined],
  ['another commit than its key', { GITHUB_COMMIT_ID: 'b'.repeat(40) }, undefined],
  ['another repository', { GITHUB_REPOSITORY_FULL_NAME: 'acme/other' }, undefined],
  ['another pull request', { GITHUB_PULL_REQUEST: '43' }, undefined],
  ['a pull request written in another way', { GITHUB_PULL_REQUEST: '042' }, undefined],
  ['no key', { DRAWBRIDGE_KEY: undefined }, undefined],
  [
    'a queue',
    { DRAWBRIDGE_KEY: `acme/engine!queue@${commit}:0123456789ab`, GITHUB_PULL_REQUEST: '' },
    undefined,
  ],
])('%s', (_, over, expected) =>
  expect(receivedIn({ ...sent, ...over }, 'TESTS_TO_RUN', rules)).toEqual(expected),
);

it('the tests are read by the name that the maintainer has chosen', () => {
  expect(receivedIn({ ...sent, TESTS_TO_RUN: '', SUITES: 'aws' }, 'SUITES', rules)?.tests).toEqual(['aws']);
});
