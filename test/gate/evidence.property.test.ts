import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Run } from '../../src/facts/event.ts';
import type { Person, Push } from '../../src/facts/pull.ts';
import { decide } from '../../src/gate/decide.ts';
import * as b from './build.ts';
import { gatherFrom, github } from './world.ts';

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
  members: byLogin(
    faulty(fc.constantFrom(...Array<'active'>(8).fill('active'), 'pending', 'absent' as const)),
  ),
  roles: byLogin(faulty(fc.constantFrom('write', 'write', 'admin', 'triage', 'read' as const))),
  comments: faulty(fc.array(comment, { maxLength: 3 })),
  comment: faulty(fc.option(comment, { nil: undefined })),
  /** Whether the comment of the event is there, and the one who gave the command is its author. */
  intact: fc.constantFrom(true, true, true, false),
  edited: faulty(fc.constantFrom(true, false, false)),
  hidden: fc.constantFrom(false, false, false, true),
});

/** Who has moved the branch, the last one to the live head; and how much of it GitHub shows. */
const anyRecord = fc.record({
  movers: fc.array(fc.option(person, { freq: 12 }), { minLength: 1, maxLength: 4 }),
  shown: fc.constantFrom(...Array<'all'>(8).fill('all'), 'none', 'late', 'gap', 'cut', 'hidden' as const),
  failing: fc.option(failure, { freq: 15 }),
});
const onTheWay = ['1', '2', '3', '4'].map(b.sha);

function shownOf(entries: readonly Push[], shown: string): readonly Push[] | undefined {
  if (shown === 'hidden') return undefined;
  if (shown === 'none') return [];
  if (shown === 'late') return entries.slice(1);
  if (shown === 'cut') return entries.slice(0, -1);
  return shown === 'gap' ? entries.filter((_, n) => n !== 1) : entries;
}

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
    { nil: undefined, freq: 1 },
  ),
  attempt: fc.constant(1),
});

/** The same run, told as GitHub would tell it: only the one who pushed last is the sender of a `synchronize`. */
function truthful(run: Run, moves: readonly (readonly [Person | null, Push['after']])[]): Run {
  const { event } = run;
  if (event.kind !== 'pull-request' || event.action !== 'synchronize') return run;
  const [by, after] = moves.at(-1) ?? [null, b.head];
  const before = moves.at(-2)?.[1] ?? b.noCommit;
  return { ...run, event: { ...event, sender: by ?? b.mallory, moved: { before, after } } };
}

it('from any state of GitHub nothing crosses that the same state does not clear', async () => {
  let crossed = 0;
  await fc.assert(
    fc.asyncProperty(
      anyWorld,
      anyRecord,
      anyRun,
      async ({ intact, ...world }, { movers, shown, failing }, drawn) => {
        const own =
          drawn.event.kind === 'comment' ? { comment: b.comment({ author: drawn.event.sender }) } : {};
        const given = { ...world, ...(intact && own) };
        const last = given.pull instanceof Error ? b.head : given.pull.head.sha;
        const moves = movers.map(
          (by, n) => [by, n === movers.length - 1 ? last : (onTheWay[n] ?? b.other)] as const,
        );
        const run = truthful(drawn, moves);
        const source = github({ ...given, pushes: failing ?? shownOf(b.record(...moves), shown) });
        const evidence = await gatherFrom(source, { ...run, pullRequest: 42 });
        const decision = decide(evidence, b.policy);
        // Four by a command, and one more for the public list wherever membership is hidden.
        const looks = source.calls.filter((call) => call.startsWith('pushes')).length;
        expect(source.rounds.length).toBeLessThanOrEqual(7 + Math.max(0, looks - 1));
        expect(source.calls.filter((call) => call.startsWith('member')).length).toBe(
          new Set(source.calls.filter((call) => call.startsWith('member'))).size,
        );
        if (decision.decision !== 'allowed') return;
        crossed++;
        const { pull } = given;
        if (pull instanceof Error || pull.author === null) throw new Error('crossed without a pull request');
        const live = pull.head.sha;
        expect([pull.open, decision.commit]).toEqual([true, live]);
        const member = (who: Person | null | undefined) =>
          who != null && given.members[who.login] === 'active';
        const writer = (who: Person | null) =>
          member(who) && ['write', 'admin'].includes(String(given.roles[who?.login ?? '']));
        const { event } = run;
        if (event.kind === 'pull-request') expect(event.head.sha).toBe(live);
        else if ('sender' in event) expect(writer(event.sender)).toBe(true);
        if (run.rerunner !== undefined) expect(given.members[run.rerunner]).toBe('active');
        const untouched = ({ createdAt, updatedAt }: { createdAt: string; updatedAt: string }) =>
          !given.hidden && given.edited === false && createdAt <= updatedAt;
        const comments = given.comments instanceof Error ? [] : given.comments;
        const approved = comments.some(
          (one) => one.body === `/ok-to-test ${live}` && writer(one.author) && untouched(one),
        );
        const sender = 'sender' in event ? event.sender : null;
        expect(approved || [pull.author, sender, ...movers].every(member)).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
  expect(crossed).toBeGreaterThan(50);
});
