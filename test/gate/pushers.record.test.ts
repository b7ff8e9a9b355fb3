import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person, Push } from '../../src/facts/pull.ts';
import { type Recorded, recordedIn } from '../../src/gate/pushers.ts';
import * as b from './build.ts';

const { alice, bob, carol, mallory, head, other, third } = b;
const all = (...pushers: readonly (Person | null)[]): Recorded => ({ shows: 'all', pushers });
const behind = { shows: 'behind' } as const;
const gap = { shows: 'gap' } as const;
const cut = { shows: 'cut' } as const;
const fourth = b.sha('d');

/** A branch that alice made, bob moved on, and carol moved to the head. */
const whole = b.record([alice, other], [bob, third], [carol, head]);

describe('what the record of a branch says', () => {
  it.each<[string, readonly Push[], Recorded]>([
    ['nothing', [], behind],
    ['who made it has pushed all', b.record([alice, head]), all(alice)],
    ['everybody since it was made', whole, all(carol, bob, alice)],
    ['somebody twice', b.record([alice, other], [bob, third], [alice, head]), all(alice, bob, alice)],
    [
      'an outsider below a member\'s "Update branch"',
      b.record([alice, other], [mallory, third], [alice, head]),
      all(alice, mallory, alice),
    ],
    ['an account that is gone', b.record([null, other], [bob, head]), all(bob, null)],
    ['a move back and forth', b.record([alice, head], [bob, other], [carol, head]), all(carol, bob, alice)],
    ['a move to where it was', b.record([alice, head], [bob, head]), all(bob, alice)],
    [
      'an older head: the newest entry does not show this one',
      b.record([alice, other], [bob, third]),
      behind,
    ],
    ['this head, but a newer one as well', b.record([alice, head], [bob, other]), behind],
    ['the middle is missing', [whole[0], whole[2]].flatMap((one) => one ?? []), gap],
    ['the newest is missing', whole.slice(1), behind],
    ['the oldest is missing', whole.slice(0, 2), cut],
    ['all but the newest is missing', whole.slice(0, 1), cut],
    [
      'it was made again: what was before does not count',
      [
        ...b.record([bob, head]),
        { actor: mallory, before: third, after: b.noCommit, creates: false },
        ...b.record([alice, other], [mallory, third]),
      ],
      all(bob),
    ],
    [
      'it was made again, and moved since',
      [
        ...b.record([bob, other], [carol, head]),
        { actor: bob, before: third, after: b.noCommit, creates: false },
        ...b.record([mallory, third]),
      ],
      all(carol, bob),
    ],
    [
      'it was made where it was there: its deletion is missing, it is the old one all the same',
      [...b.record([bob, other], [carol, head]), ...b.record([alice, third], [mallory, other])],
      all(carol, bob, mallory, alice),
    ],
    [
      'it was deleted, and nothing since',
      [{ actor: alice, before: head, after: b.noCommit, creates: false }, ...b.record([alice, head])],
      behind,
    ],
    [
      'it was made again where it had ended: it is the one that was deleted, with all who pushed to that',
      [
        ...b.record([bob, head]),
        { actor: carol, before: head, after: b.noCommit, creates: false },
        ...b.record([alice, other], [mallory, head]),
      ],
      all(bob, mallory, alice),
    ],
    [
      'the same, and it was moved since',
      [
        ...b.record([bob, third], [carol, head]),
        { actor: carol, before: third, after: b.noCommit, creates: false },
        ...b.record([mallory, third]),
      ],
      all(carol, bob, mallory),
    ],
    [
      'the same, and how it had come there is missing',
      [
        ...b.record([bob, head]),
        { actor: carol, before: head, after: b.noCommit, creates: false },
        ...b.record([alice, other]),
      ],
      gap,
    ],
    [
      'the same, and all that came before is missing',
      [...b.record([bob, head]), { actor: carol, before: head, after: b.noCommit, creates: false }],
      gap,
    ],
    [
      'it was made again at a commit that it had had on the way: with all who pushed up to there',
      [
        ...b.record([bob, third], [bob, head]),
        { actor: carol, before: fourth, after: b.noCommit, creates: false },
        ...b.record([alice, other], [mallory, third], [carol, fourth]),
      ],
      all(bob, bob, mallory, alice),
    ],
    [
      'it was made twice where it had ended',
      [
        ...b.record([bob, head]),
        { actor: bob, before: head, after: b.noCommit, creates: false },
        ...b.record([carol, head]),
        { actor: carol, before: head, after: b.noCommit, creates: false },
        ...b.record([mallory, head]),
      ],
      all(bob, carol, mallory),
    ],
    [
      'it was made again elsewhere than where it had ended, and back',
      [
        ...b.record([bob, other], [bob, head]),
        { actor: carol, before: head, after: b.noCommit, creates: false },
        ...b.record([mallory, head]),
      ],
      all(bob, bob),
    ],
    [
      'a deletion in the middle is no link of the chain',
      [
        { actor: carol, before: other, after: head, creates: false },
        { actor: bob, before: other, after: b.noCommit, creates: false },
        ...b.record([alice, other]),
      ],
      gap,
    ],
    [
      'no entry has made it: a fork brings its default branch along',
      [{ actor: alice, before: other, after: head, creates: false }],
      cut,
    ],
    [
      'an entry that begins at nothing has not made it unless it says so',
      [{ actor: alice, before: b.noCommit, after: head, creates: false }],
      cut,
    ],
  ])('%s', (_, entries, recorded) => expect(recordedIn(entries, head)).toEqual(recorded));

  it('of a full page, the oldest entry may hide where the branch had ended before', () => {
    const moves = (count: number) =>
      Array.from({ length: count }, (_, n) => [alice, n % 2 === 0 ? head : other] as const);
    expect(recordedIn(b.record(...moves(99)), head)).toEqual(all(...Array(99).fill(alice)));
    expect(recordedIn(b.record(...moves(99), [bob, head]), head)).toEqual(cut);
    const deleted = { actor: bob, before: third, after: b.noCommit, creates: false };
    expect(recordedIn([...b.record(...moves(99)), deleted], head)).toEqual(cut);
    // Where the branch was made at a commit that the page shows to have been there, it goes on from there.
    const again = { actor: bob, before: head, after: b.noCommit, creates: false };
    const restored = [...b.record([carol, head]), again, ...b.record(...moves(97))];
    expect(recordedIn(restored, head)).toEqual(all(carol, ...Array(97).fill(alice)));
    expect(recordedIn([...restored, deleted], head)).toEqual(cut);
  });

  it('whichever entries are missing, it is never whole with somebody left out', () => {
    const people = fc.constantFrom(alice, bob, carol, mallory, null);
    // Commits may come again: a force-push takes a branch back.
    const commits = fc.constantFrom(head, other, third, fourth, b.sha('e'), b.sha('f'));
    const moves = fc.array(fc.tuple(people, commits), { minLength: 1, maxLength: 8 });
    let wholes = 0;
    let others = 0;
    fc.assert(
      fc.property(moves, fc.infiniteStream(fc.boolean()), (history, kept) => {
        const entries = b.record(...history);
        const live = history.at(-1)?.[1] ?? head;
        const left = entries.filter(() => kept.next().value !== false);
        const recorded = recordedIn(left, live);
        if (recorded.shows !== 'all') others += 1;
        else {
          wholes += 1;
          // A gap shows unless the chain closes over it: then the branch was taken back to the same commit in between.
          const closes = left.every(
            ({ before }, n) => left[n + 1] === undefined || left[n + 1]?.after === before,
          );
          expect([closes, left.at(-1)?.creates]).toEqual([true, true]);
          expect(recorded.pushers).toEqual(left.map(({ actor }) => actor));
        }
      }),
      { numRuns: 2_000 },
    );
    expect(Math.min(wholes, others)).toBeGreaterThan(100);
  });
});
