/** What the tokens of jobs may do, and who writes a status that is required. */
import { describe, expect, it } from 'vitest';
import { permissionsFound, statusesFound } from '../../src/doctor/permissions.ts';
import { rulesetFound } from '../../src/doctor/required.ts';
import { readWorkflow, usesIn } from '../../src/doctor/workflow.ts';
import { known, unknown } from '../../src/facts/fact.ts';

const step = `{ uses: drawbridge-ci/drawbridge@${'a'.repeat(40)}, with: { gitlab-project: a/b } }`;
const file = (job: string, on = 'pull_request_target') =>
  `on: ${on}\njobs: { it: { runs-on: x, ${job}, steps: [${step}] } }`;
const usesOf = (...texts: string[]) =>
  usesIn(texts.flatMap((text, n) => readWorkflow({ path: `.github/workflows/f${n}.yml`, text }) ?? []));
const needs = { statuses: true, commands: false, pulls: true, contents: false, idToken: false };
const line = (found: readonly { mark: string; said: string }[]) =>
  found.map(({ mark, said }) => `${mark}: ${said}`).join('\n');
const enough = 'permissions: { statuses: write, pull-requests: read }';

describe('permissions', () => {
  const hidden = unknown('github-forbidden');
  const said = (...texts: string[]) => line(permissionsFound(usesOf(...texts), () => needs, hidden));

  it.each([
    [enough, /^well/],
    ['permissions: write-all', /^warning.*write everything/],
    ['permissions: read-all', /^wrong.*lacks `statuses: write`$/],
    ['permissions: ', /^wrong.*lacks/],
    ['timeout-minutes: 5', /^warning: could not find out/],
    [
      'permissions: { statuses: write, pull-requests: read, packages: write }',
      /^warning.*more.*`packages: write`/,
    ],
    [
      'permissions: { statuses: write, pull-requests: read, id-token: write }',
      /^warning.*more.*`id-token: write`/,
    ],
  ])('%s', (job, expected) => {
    expect(said(file(job))).toMatch(expected);
  });

  it('are those of the caller, at most', () => {
    const called = file(enough, 'workflow_call');
    const caller = (job: string) =>
      `on: pull_request_target\njobs: { it: { ${job}, uses: ./.github/workflows/f0.yml } }`;
    expect(said(called, caller(enough))).toMatch(/^well/);
    expect(said(called, caller('permissions: { pull-requests: read }'))).toMatch(
      /^wrong.*lacks `statuses: write`$/,
    );
    expect(said(called, caller('if: true'))).toMatch(/^warning: could not find out/);
  });
});

it.each([
  [['repo'], true, /^well/],
  [['repo'], false, /^wrong.*may not write in the repository/],
  [['repo'], undefined, /^wrong.*may not write in the repository/],
  [['read:org'], true, /^wrong.*no scope/],
])('a token of a person with %j, who may push: %j', (scopes, mayPush, expected) => {
  const token = { isOwn: false, isPublic: true, scopes, mayPush };
  expect(line(statusesFound(usesOf(file(enough)), unknown('github-forbidden'), token))).toMatch(expected);
});

it.each([
  [{ isOwn: true, isMixed: false }, 15_368, /^well/],
  [{ isOwn: false, isMixed: false }, 15_368, /^wrong.*another source/],
  [{ isOwn: false, isMixed: false }, 77, /^warning: could not find out: whether the App/],
  [{ isOwn: false, isMixed: true }, 77, /^wrong.*two sources/],
])('a status that is required, written by %j from %j', (writers, source, expected) => {
  const checks = known([{ context: 'drawbridge', source }]);
  const seen = new Map([['drawbridge', known([])]]);
  expect(line(rulesetFound(checks, ['drawbridge'], { ...writers, reported: undefined, seen }))).toMatch(
    expected,
  );
});
