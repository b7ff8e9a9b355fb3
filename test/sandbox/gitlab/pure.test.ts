import { expect, test } from 'vitest';
import { isExpansionVariable, relevantVariables } from '../../../sandbox/gitlab/ci/configuration.ts';
import { expandAll, expandText } from '../../../sandbox/gitlab/ci/expand.ts';
import type { Job, PlannedJob } from '../../../sandbox/gitlab/pipeline.ts';
import { compositeStatus } from '../../../sandbox/gitlab/state.ts';
import type { Status } from '../../../sandbox/gitlab/status.ts';

const job = (status: Status, allowFailure = false): Job =>
  ({ status, plan: { allowFailure } as PlannedJob, exitCode: 1 }) as Job;

test.each<[Status, Job[]]>([
  ['created', [job('created'), job('created')]],
  ['pending', [job('pending'), job('created')]],
  ['running', [job('success'), job('created')]],
  ['running', [job('running'), job('failed')]],
  ['canceling', [job('canceling'), job('running')]],
  ['success', [job('success'), job('skipped')]],
  ['success', [job('success'), job('failed', true)]],
  ['success', [job('success'), job('manual', true)]],
  ['manual', [job('success'), job('manual'), job('created')]],
  ['scheduled', [job('success'), job('scheduled'), job('created')]],
  ['skipped', [job('skipped'), job('manual', true)]],
  ['canceled', [job('success'), job('canceled')]],
  ['failed', [job('failed'), job('canceled')]],
  ['failed', [job('failed'), job('skipped')]],
  ['waiting_for_resource', [job('waiting_for_resource'), job('created')]],
  ['preparing', [job('preparing'), job('created')]],
])('jobs make the pipeline %s', (status, jobs) => {
  expect(compositeStatus(jobs)).toBe(status);
});

test('references are expanded once, whatever their order, and a circle ends', () => {
  expect(expandAll({ A: '${B}!', B: '$C', C: 'c', D: '$$C $unknown.' })).toEqual({
    A: 'c!',
    B: 'c',
    C: 'c',
    D: '$C .',
  });
  expect(expandAll({ A: '$B', B: 'x$A' })['A']).toBe('x$A');
  expect(expandText('n $A', { A: '$B', B: 'never' })).toBe('n $B');
});

test('only what rules, includes and variables mention decides about an evaluation', () => {
  const yaml = `
workflow: { name: '$KEY' }
variables: { ALIAS: '$REAL' }
unit: { script: ['echo $IN_SCRIPT'], rules: [{ if: '$TESTS =~ /x/' }] }
`;
  expect(relevantVariables({ 'a.yml': yaml })).toEqual({ kind: 'names', names: new Set(['REAL', 'TESTS']) });
  const remote = "include: [{ remote: 'https://example.com/a.yml' }]\n";
  expect(relevantVariables({ 'a.yml': yaml, 'b.yml': remote })).toEqual({ kind: 'all' });
});

test.each<[boolean, string]>([
  [false, "include: [{ local: /a.yml }]\nworkflow: { rules: [{ if: '$A' }] }\n"],
  [true, "include: [{ local: '/$A.yml' }]\n"],
  [true, "include: [{ local: /a.yml, rules: [{ if: '$A' }] }]\n"],
  [true, "workflow: { rules: [{ if: '$A', variables: { B: b } }] }\n"],
])('variables change the expansion: %s for %j', (expected, yaml) => {
  expect(isExpansionVariable({ '.gitlab-ci.yml': yaml })).toBe(expected);
});
