import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Run } from '../../src/facts/event.ts';
import type { Person } from '../../src/facts/pull.ts';
import { decide } from '../../src/gate/decide.ts';
import { gather } from '../../src/gate/evidence.ts';
import * as b from './build.ts';
import { github } from './world.ts';

const people = [b.alice, b.bob, b.carol, b.dave, b.mallory];
const person = fc.constantFrom(...people);
const commit = fc.constantFrom(b.head, b.head, b.head, b.other);
const failure = fc
  .constantFrom('forbidden', 'moved', 'unavailable', 'rate-limited', 'unexpected' as const)
  .map((kind) => b.githubFailure(kind));
const faulty = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: value }, { weight: 1, arbitrary: failure });
const byLogin = <T>(value: fc.Arbitrary<T>) =>
  fc
    .tuple(...people.map(() => value))
    .map((values) => Object.fromEntries(people.map(({ login }, n) => [login, values[n] as T])));

const comment = fc
  .record({
    id: fc.integer({ min: 1, max: 99 }),
    author: fc.option(person),
    commit,
    edited: fc.constantFrom(false, false, true),
  })
  .map(({ id, author, commit: sha, edited }) =>
    b.comment({
      id,
      author,
      body: `/ok-to-test ${sha}`,
      updatedAt: edited ? '2026-02-02T00:00:00Z' : '2026-01-01T00:00:00Z',
    }),
  );
const anyWorld = fc.record({
  pull: faulty(
    fc
      .record({ author: person, sha: commit, open: fc.constantFrom(true, true, true, false) })
      .map(({ author, sha, open }) =>
        b.livePull({ author, open, head: { sha, branch: 'x', repository: 'acme/engine' } }),
      ),
  ),
  members: byLogin(faulty(fc.constantFrom('active', 'active', 'active', 'pending', 'absent' as const))),
  roles: byLogin(faulty(fc.constantFrom('write', 'write', 'admin', 'triage', 'read' as const))),
  pushes: faulty(fc.array(fc.record({ actor: fc.option(person), after: commit }), { maxLength: 2 })),
  comments: faulty(fc.array(comment, { maxLength: 3 })),
  comment: faulty(fc.option(comment, { nil: undefined })),
  edited: faulty(fc.constantFrom(true, true, false)),
});

const anyRun: fc.Arbitrary<Run> = fc.record({
  event: fc.oneof(
    fc
      .record({
        action: fc.constantFrom('opened', 'synchronize', 'reopened', 'labeled' as const),
        sender: person,
        author: person,
      })
      .map((over) => b.event(over)),
    fc.record({ sender: person, command: commit }).map(({ sender, command }) =>
      b.commentEvent({
        sender,
        parsed: { kind: 'command', command: { name: 'ok-to-test', commit: command } },
      }),
    ),
    person.map((sender) => ({ kind: 'dispatch', sender }) as const),
  ),
  rerunner: fc.option(
    person.map(({ login }) => login),
    { nil: undefined },
  ),
  attempt: fc.constant(1),
});

it('from any state of GitHub nothing crosses that the same state does not clear', async () => {
  let crossed = 0;
  await fc.assert(
    fc.asyncProperty(anyWorld, anyRun, async (given, run) => {
      const source = github(given);
      const evidence = await gather(source, run, b.policy, { prefix: 'test-', allLabel: 'test-all' }, 42);
      const decision = decide(evidence, b.policy);
      // Three, and one more for the public list wherever membership is hidden.
      expect(source.rounds.length).toBeLessThanOrEqual(6);
      expect(source.calls.filter((call) => call.startsWith('member')).length).toBe(
        new Set(source.calls.filter((call) => call.startsWith('member'))).size,
      );
      if (decision.decision !== 'allowed') return;
      crossed++;
      const { pull } = given;
      if (pull instanceof Error || pull.author === null) throw new Error('crossed without a pull request');
      const live = pull.head.sha;
      expect([pull.open, decision.commit]).toEqual([true, live]);
      const member = (who: Person | null | undefined) => who != null && given.members[who.login] === 'active';
      const writer = (who: Person | null) =>
        member(who) && ['write', 'admin'].includes(String(given.roles[who?.login ?? '']));
      const { event } = run;
      if (event.kind === 'pull-request') expect(event.head.sha).toBe(live);
      else if ('sender' in event) expect(writer(event.sender)).toBe(true);
      if (run.rerunner !== undefined) expect(given.members[run.rerunner]).toBe('active');
      const untouched = ({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }) =>
        createdAt === updatedAt || given.edited === false;
      const comments = given.comments instanceof Error ? [] : given.comments;
      const approved = comments.some(
        (one) => one.body === `/ok-to-test ${live}` && writer(one.author) && untouched(one),
      );
      const newest = given.pushes instanceof Error ? undefined : given.pushes[0];
      const ownPush = event.kind === 'pull-request' && ['opened', 'synchronize'].includes(event.action);
      const reopened =
        event.kind === 'pull-request' &&
        event.action === 'reopened' &&
        newest === undefined &&
        !(given.pushes instanceof Error);
      const sender = 'sender' in event ? event.sender : null;
      const pusher = ownPush || reopened ? sender : newest?.after === live ? newest.actor : null;
      expect(approved || [pull.author, sender, pusher].every(member)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(crossed).toBeGreaterThan(50);
});
