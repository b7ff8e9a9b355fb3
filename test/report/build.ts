import fc from 'fast-check';
import { type ReasonCode, reasons } from '../../src/reasons.ts';
import type { Result } from '../../src/report/result.ts';
import { commitOf, sha } from '../gate/build.ts';

export const codes = Object.keys(reasons) as ReasonCode[];
export const commit = sha('a');

/** A run that went well, with everything that can be known about it. */
export const passed = {
  decision: 'allowed',
  reason: 'pipeline-success',
  verdict: 'success',
  commit,
  tests: ['test-aws', 'test-do'],
  allSelected: false,
  ref: { name: 'feature/x', shown: 'feature/x', twin: true },
  pipelineId: 5,
  pipelineStatus: 'success',
  reused: 'none',
  durationSeconds: 125,
  queuedSeconds: 40,
  ranSeconds: 3_900,
} as const satisfies Result;

const verdicts = [
  'success',
  'failure',
  'cancelled',
  'timed-out',
  'blocked',
  'superseded',
  'lost',
  'pending',
] as const;
const label = fc.stringMatching(/^[A-Za-z0-9._/:@#+=-]{1,60}$/);
const few = fc.array(label, { maxLength: 12 });
/** Characters of any number, halves too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
});

/** What is refused has any characters, half ones too. */
const anything = fc.array(fc.oneof(label, anyText, fc.string()), { maxLength: 12 });

/** Any result, also those that no run gives: what is made of it has to hold for all. */
export const anyResult: fc.Arbitrary<Result> = fc.record(
  {
    decision: fc.constantFrom('allowed', 'denied', 'undecided', 'not-run'),
    reason: fc.constantFrom(...codes),
    verdict: fc.constantFrom(...verdicts),
    commit: fc.stringMatching(/^[0-9a-f]{40}$/).map(commitOf),
    tests: few,
    allSelected: fc.boolean(),
    ref: fc.record({ name: fc.constant('private-branch'), shown: label, twin: fc.boolean() }),
    pipelineId: fc.integer({ min: 1 }),
    pipelineStatus: fc.constantFrom('running', 'success', 'failed', 'unknown'),
    reused: fc.constantFrom('none', 'attached', 'retried', 'verdict'),
    durationSeconds: fc.nat(),
    queuedSeconds: fc.nat(),
    ranSeconds: fc.nat(),
    passedOver: label,
    unknownLabels: anything,
    knownLabels: anything,
    missingTests: few,
    warnedTests: few,
    unchecked: fc.constant(true as const),
    jobs: fc.record({ done: fc.nat(), failed: fc.nat(), all: fc.nat() }),
    testSeconds: fc.dictionary(label, fc.nat(), { maxKeys: 3 }),
    pull: fc.integer({ min: 1 }),
    testResults: fc.dictionary(label, fc.constantFrom('success', 'failed'), { maxKeys: 3 }),
  },
  { requiredKeys: ['decision', 'reason'] },
);
