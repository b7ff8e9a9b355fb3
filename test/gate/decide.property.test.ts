import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, known, unknown } from '../../src/facts/fact.ts';
import { type Cause, type Decision, decide, type PullRequestEvidence } from '../../src/gate/decide.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import * as b from './build.ts';

const runs = { numRuns: 3_000 };
const doubts = ['membership-hidden', 'github-unavailable', 'github-rate-limited'] as const;

/** Mostly yes, so that many cases come near to crossing. */
const doubtful = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 12, arbitrary: value.map(known) },
    { weight: 1, arbitrary: fc.constantFrom(...doubts).map(unknown) },
  );
const mostly = (usual: boolean) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(!usual) });

const role = fc.constantFrom(
  'admin',
  'write',
  'write',
  'write',
  'maintain',
  'triage',
  'read',
  'none',
  'other',
);
const commit = fc.oneof(
  { weight: 9, arbitrary: fc.constant(b.head) },
  { weight: 1, arbitrary: fc.constant(b.other) },
);
const witness = doubtful(mostly(true)).map((member) => b.witness(b.bob, member));
const writer = fc
  .tuple(doubtful(mostly(true)), doubtful(role))
  .map(([member, may]) => b.writer(b.dave, member, may));
const command = fc.oneof(
  commit.map((sha) => ({ name: 'ok-to-test', commit: sha }) as const),
  fc.constantFrom({ name: 'retest', all: false } as const, { name: 'test', tests: ['a'] } as const),
);
const cause: fc.Arbitrary<Cause> = fc.oneof(
  fc.tuple(witness, commit).map(([sender, sha]) => b.byEvent(sender, sha)),
  writer.map((sender): Cause => ({ by: 'dispatch', sender })),
  fc.record({ command, sender: writer, unedited: doubtful(mostly(true)) }).map(b.byCommand),
  writer.map((sender) => b.malformed('test', sender)),
);
const candidate = fc
  .record({
    edited: doubtful(mostly(false)),
    hidden: doubtful(mostly(false)),
    member: doubtful(mostly(true)),
    role: doubtful(role),
  })
  .map(b.approval);
const pull = fc
  .record({
    open: mostly(true),
    draft: mostly(false),
    author: fc.constantFrom(...Array(8).fill(b.alice), null),
    head: fc.record({
      sha: commit,
      branch: fc.constant('x'),
      repository: fc.constantFrom(...Array(8).fill('acme/engine'), 'mallory/engine', null),
    }),
  })
  .map(b.livePull);
const evidence: fc.Arbitrary<PullRequestEvidence> = fc.record({
  kind: fc.constant('pull-request' as const),
  cause,
  pull: doubtful(pull),
  author: witness,
  pushers: doubtful(
    fc.option(fc.array(witness, { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 12 }),
  ),
  rerunners: fc.array(witness, { maxLength: 2 }),
  approvals: fc.option(doubtful(fc.array(candidate, { maxLength: 3 })), { nil: undefined }),
});
const policy: fc.Arbitrary<GatePolicy> = fc
  .record({
    drafts: fc.boolean(),
    approvals: fc.constantFrom('comment' as const, 'comment' as const, 'none' as const),
  })
  .map((over) => ({ ...b.policy, ...over }));

const sure = (fact: Fact<boolean>): boolean => fact.known && fact.value;
const isNo = (fact: Fact<boolean>): boolean => fact.known && !fact.value;
const mayWrite = (fact: Fact<string>): boolean =>
  fact.known && ['admin', 'maintain', 'write'].includes(fact.value);

describe('whatever the evidence', () => {
  it('nothing crosses without members alone or a standing approval, on a healthy pull request at its live head', () => {
    let crossed = 0;
    fc.assert(
      fc.property(evidence, policy, (given, by) => {
        const decision = decide(given, by);
        if (decision.decision !== 'allowed') return;
        crossed++;
        const { cause, author, pushers, rerunners, approvals } = given;
        expect(
          given.pull.known &&
            decision.crossing.kind === 'pull-request' &&
            decision.crossing.pull === given.pull.value,
        ).toBe(true);
        if (!given.pull.known) return;
        const live = given.pull.value;
        expect(decision.commit).toBe(live.head.sha);
        expect([
          live.open,
          live.author !== null,
          live.head.repository !== null,
          !live.draft || by.drafts,
        ]).toEqual([true, true, true, true]);
        if (cause.by === 'event') expect(cause.head).toBe(live.head.sha);
        else expect([sure(cause.sender.member), mayWrite(cause.sender.role)]).toEqual([true, true]);
        if (cause.by === 'command') {
          expect(sure(cause.unedited)).toBe(true);
          if (cause.command.name === 'ok-to-test') expect(cause.command.commit).toBe(live.head.sha);
        }
        expect(cause.by).not.toBe('malformed');
        for (const { member } of rerunners) expect(sure(member)).toBe(true);
        const pushed = pushers.known ? pushers.value : undefined;
        const members =
          pushed !== undefined && [author, cause.sender, ...pushed].every(({ member }) => sure(member));
        expect(decision.crossing).toMatchObject({ byOutsider: !sure(cause.sender.member) });
        const standing = approvals?.known
          ? approvals.value.filter(
              (one) => sure(one.member) && mayWrite(one.role) && isNo(one.edited) && isNo(one.hidden),
            )
          : [];
        if (decision.reason === 'all-members') expect(members).toBe(true);
        else {
          expect(by.approvals).toBe('comment');
          expect(standing).toContain(decision.crossing.kind === 'pull-request' && decision.crossing.approval);
        }
      }),
      runs,
    );
    expect(crossed).toBeGreaterThan(200);
  });

  it('undecided gives the reason of something that is not known', () => {
    fc.assert(
      fc.property(evidence, policy, (given, by) => {
        const decision = decide(given, by);
        if (decision.decision === 'undecided') expect(doubtsIn(given)).toContain(decision.reason);
      }),
      runs,
    );
  });

  it('a denial does not rest on what is not known: it stays one when every doubt is resolved for the best', () => {
    fc.assert(
      fc.property(evidence, policy, (given, by) => {
        const decision = decide(given, by);
        if (decision.decision === 'denied' || decision.decision === 'not-run') {
          expect(inOneWord(decide(resolved(given), by))).toEqual(inOneWord(decision));
        }
      }),
      runs,
    );
  });

  it('where all is known, nothing is undecided', () => {
    fc.assert(
      fc.property(evidence, policy, (given, by) => {
        if (doubtsIn(given).length === 0) expect(decide(given, by).decision).not.toBe('undecided');
      }),
      runs,
    );
  });

  it('a commit of the repository crosses only for members who may write, and only where it is vouched for', () => {
    fc.assert(
      fc.property(
        writer,
        fc.array(writer, { maxLength: 2 }),
        doubtful(mostly(true)),
        policy,
        (sender, rerunners, vouched, by) => {
          const given = b.refEvidence({ sender, rerunners, vouched });
          const all =
            sure(vouched) && [sender, ...rerunners].every((one) => sure(one.member) && mayWrite(one.role));
          expect(decide(given, by).decision === 'allowed').toBe(all);
        },
      ),
      runs,
    );
  });
});

/** Where nobody is on record as having pushed, it depends on the people in which words an approval is asked for. */
const inOneWord = (decision: Decision): Decision =>
  decision.reason === 'push-unrecorded' ? { ...decision, reason: 'approval-needed' } : decision;

/** The reasons of all facts in the evidence that are not known. */
function doubtsIn(value: unknown): ReasonCode[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('known' in value && value.known === false) return [(value as unknown as { reason: ReasonCode }).reason];
  return Object.values(value).flatMap(doubtsIn);
}

/** The same evidence with everything that is not known turned to what would rather let it cross. */
function resolved(given: PullRequestEvidence): PullRequestEvidence {
  const better = (value: unknown, key = ''): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('known' in value && value.known === false) return known(best(key));
    if (Array.isArray(value)) return value.map((one) => better(one));
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, better(one, name)]));
  };
  const best = (key: string): unknown => {
    if (key === 'role') return 'admin';
    if (key === 'pull') return b.livePull();
    if (key === 'approvals') return [b.approval()];
    if (key === 'pushers') return [b.witness(b.carol)];
    return key !== 'edited' && key !== 'hidden';
  };
  return better(given) as PullRequestEvidence;
}
