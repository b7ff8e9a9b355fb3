import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { auditRecord } from '../src/audit.ts';
import type { GateEvent, Run } from '../src/facts/event.ts';
import { known, unknown } from '../src/facts/fact.ts';
import { decide, decideDuplicate, type Evidence } from '../src/gate/decide.ts';
import type { Result } from '../src/report/result.ts';
import * as b from './gate/build.ts';
import { passed } from './report/build.ts';

const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const isRecord = ajv.compile(JSON.parse(readFileSync('docs/audit.schema.json', 'utf8')));

const around = {
  ...{ when: '2026-01-01T00:00:00.000Z', repository: 'acme/engine', mode: 'run' },
  runUrl: 'https://github.com/acme/engine/actions/runs/9',
};
const key = `acme/engine#42@${b.head}:0123456789ab`;
const ended: Result = { ...passed, key };

/** The record of a run, which the schema takes. */
function record(
  evidence: Evidence | undefined,
  over: {
    readonly event?: GateEvent;
    readonly run?: Partial<Run>;
    readonly result?: Result;
    readonly pullRequest?: number;
  } = {},
) {
  const { event = b.event(), result = ended, pullRequest, ...more } = over;
  const run: Run = { event, rerunner: undefined, attempt: 1, ...more.run };
  const decision = evidence && decide(evidence, b.policy);
  const made = auditRecord({ ...around, run, pullRequest }, evidence, decision, result);
  expect([isRecord(made), isRecord.errors]).toEqual([true, null]);
  return made;
}
const outsider = b.witness(b.mallory, false);

describe('the record of a decision', () => {
  it('says who, what, when and how, and holds nothing else', () => {
    expect(record(b.evidence())).toEqual({
      ...{ version: 2, when: around.when, repository: 'acme/engine', mode: 'run', run: around.runUrl },
      ...{ event: 'pull_request_target:synchronize', attempt: 1, pullRequest: 42, commit: b.head },
      ...{ author: b.alice.id, pushers: [b.carol.id], sender: b.bob.id, rerunner: null },
      ...{ approver: null, comment: null, rule: 'all-members', decision: 'allowed' },
      ...{ outcome: { verdict: 'success', reason: 'pipeline-success' }, tests: ['test-aws', 'test-do'] },
      ...{ key, pipeline: 5 },
    });
  });

  it('names everybody who pushed, but not who is gone, and nobody where that is not on record', () => {
    const pushers = known([b.witness(b.carol), b.witness(null, false), outsider]);
    expect(record(b.evidence({ pushers })).pushers).toEqual([b.carol.id, b.mallory.id]);
    expect(record(b.evidence({ pushers: known(undefined) })).pushers).toEqual([]);
    expect(record(b.evidence({ pushers: unknown('github-unavailable') })).pushers).toEqual([]);
  });

  it('names the approval by which something crossed, and only that', () => {
    const approvals = known([b.approval({ commentId: 7 })]);
    const theirs = { author: outsider, approvals };
    expect(record(b.evidence(theirs))).toMatchObject({
      rule: 'approved-commit',
      approver: b.dave.id,
      comment: 7,
    });
    const hidden = known([b.approval({ hidden: known(true) })]);
    expect(record(b.evidence({ ...theirs, approvals: hidden }))).toMatchObject({
      ...{ rule: null, decision: 'denied', approver: null, comment: null },
    });
  });

  it.each<[string, Evidence, string, string | null]>([
    ['let it cross', b.evidence(), 'allowed', 'all-members'],
    ['let it not', b.evidence({ author: outsider }), 'denied', null],
    [
      'could not tell',
      b.evidence({ author: b.witness(b.alice, unknown('membership-hidden')) }),
      'undecided',
      null,
    ],
    ['had nothing to say', { kind: 'none', reason: 'no-command' }, 'not-run', null],
    ['let a commit of the repository cross', b.refEvidence(), 'allowed', 'member-with-write'],
  ])('tells what the gate said, whatever came of it: it %s', (_, evidence, decision, rule) => {
    for (const result of [
      ended,
      // A refused token of GitLab, a wrong input, a label that is not known.
      { decision: 'undecided', reason: 'gitlab-token-refused' },
      { decision: 'denied', reason: 'unknown-label' },
    ] as const)
      expect(record(evidence, { result })).toMatchObject({
        decision,
        rule,
        outcome: { reason: result.reason },
      });
  });

  it('tells that the gate was not asked', () => {
    const result: Result = { decision: 'denied', reason: 'bad-input' };
    expect(record(undefined, { result })).toMatchObject({
      ...{ decision: 'not-run', rule: null, outcome: { verdict: null, reason: 'bad-input' } },
      ...{ commit: null, author: null, pushers: [], tests: [], key: null, pipeline: null },
      // What the event itself says.
      ...{ pullRequest: 42, sender: b.alice.id },
    });
  });

  it.each<[Result['verdict'], string | null]>([
    ['success', 'success'],
    ['failure', 'failure'],
    ['timed-out', 'timed-out'],
    ['pending', 'pending'],
    [undefined, null],
  ])('the verdict %s is %s', (verdict, told) => {
    const { verdict: _, ...bare } = ended;
    expect(record(b.evidence(), { result: { ...bare, ...(verdict && { verdict }) } }).outcome.verdict).toBe(
      told,
    );
  });

  it('names who started it again: the last who did', () => {
    const rerunners = [b.witness(b.bob), b.witness(b.alice), b.witness(b.dave)];
    expect(record(b.evidence({ rerunners }), { run: { attempt: 2 } })).toMatchObject({
      attempt: 2,
      rerunner: b.dave.id,
    });
  });

  it('names who is found to have pushed a tag, and not who is said to', () => {
    const evidence = b.refEvidence({ event: b.refEvent({ on: 'tag' }), sender: b.writer(b.carol) });
    expect(record(evidence, { event: b.refEvent({ on: 'tag' }) })).toMatchObject({
      ...{ event: 'tag', sender: b.carol.id, pushers: [], author: null, pullRequest: null },
    });
  });

  it('names the comment of a command, and who gave it', () => {
    const cause = b.byCommand({ command: { name: 'retest', all: false }, sender: b.writer(b.dave) });
    expect(record(b.evidence({ cause }), { event: b.commentEvent({ commentId: 11 }) })).toMatchObject({
      ...{ comment: 11, sender: b.dave.id, rule: 'all-members' },
    });
  });

  it('of a duplicate names the rule, and no approval: nothing has crossed', () => {
    const cause = b.byCommand({ command: { name: 'duplicate', commit: b.head } });
    const evidence = b.evidence({ cause, author: outsider, approvals: known([b.approval()]) });
    const run: Run = { event: b.commentEvent(), rerunner: undefined, attempt: 1 };
    const result: Result = { decision: 'allowed', reason: 'duplicated', commit: b.head };
    const made = auditRecord({ ...around, run }, evidence, decideDuplicate(evidence), result);
    expect(isRecord(made)).toBe(true);
    expect(made).toMatchObject({
      rule: 'member-with-write',
      approver: null,
      comment: 7,
      decision: 'allowed',
    });
  });

  it('of a sweep names the pull request that it settles, of a dispatch the one that it found', () => {
    expect(record(undefined, { event: { kind: 'schedule' }, pullRequest: 7 }).pullRequest).toBe(7);
    const cause = { by: 'dispatch', sender: b.writer(b.bob) } as const;
    const event = { kind: 'dispatch', sender: b.bob } as const;
    expect(record(b.evidence({ cause }), { event }).pullRequest).toBe(42);
    expect(
      record(b.evidence({ cause, pull: unknown('github-unavailable') }), { event }).pullRequest,
    ).toBeNull();
  });
});

describe('the event on record', () => {
  const head = { sha: b.head, branch: 'x', repository: null };
  const byRun = { ...{ head, sender: b.bob, rerunner: undefined } };
  const actions = [
    'opened',
    'synchronize',
    'reopened',
    'ready_for_review',
    'labeled',
    'unlabeled',
    'closed',
    'converted_to_draft',
  ] as const;

  it.each<[GateEvent, string]>([
    ...actions.map((action): [GateEvent, string] => [b.event({ action }), `pull_request_target:${action}`]),
    [b.event({ action: 'requested' }), 'workflow_run:requested'],
    [b.event({ action: 'completed' }), 'workflow_run:completed'],
    [{ kind: 'workflow-run', action: 'requested', ...byRun }, 'workflow_run:requested'],
    [{ kind: 'workflow-run', action: 'completed', ...byRun }, 'workflow_run:completed'],
    [b.commentEvent(), 'issue_comment:created'],
    [b.refEvent({ on: 'queue' }), 'merge_group'],
    [b.refEvent({ on: 'push' }), 'push'],
    [b.refEvent({ on: 'tag' }), 'tag'],
    [b.refEvent({ on: 'release' }), 'release'],
    [{ kind: 'dispatch', sender: b.bob }, 'workflow_dispatch'],
    [{ kind: 'schedule' }, 'schedule'],
    [{ kind: 'unsupported', name: 'pull_request' }, 'unsupported'],
  ])('%j is %s', (event, name) => expect(record(undefined, { event }).event).toBe(name));

  it.each(['run', 'require-all', 'cancel', 'trigger', 'sweep'])('in mode %s', (mode) => {
    const run: Run = { event: b.event(), rerunner: undefined, attempt: 1 };
    expect(isRecord(auditRecord({ ...around, mode, run }, undefined, undefined, ended))).toBe(true);
  });
});
