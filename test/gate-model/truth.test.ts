import { describe, expect, it } from 'vitest';
import { createTruth, type Truth } from './truth.ts';

const members = ['alice', 'bob'];
/** What may cross after some things have happened, where alice and bob are members, and bob may write. */
function truthOf(act: (truth: Truth) => void, during: (truth: Truth) => void = () => {}) {
  const truth = createTruth();
  for (const login of members) truth.setMember(login, true);
  truth.setWriter('bob', true);
  act(truth);
  truth.beginRun();
  during(truth);
  return truth;
}
const pushes =
  (...all: readonly (readonly [commit: string, by: string])[]) =>
  (truth: Truth) => {
    for (const [n, [commit, by]] of all.entries()) (n === 0 ? truth.made : truth.pushed)(commit, by);
  };

describe('the oracle of the gate model', () => {
  it.each<[string, (truth: Truth) => void, string | undefined]>([
    ['all by members', pushes(['a', 'alice'], ['b', 'bob']), 'pushed by members'],
    ['an outsider has made it', pushes(['a', 'mallory'], ['b', 'bob']), undefined],
    [
      "an outsider's push below a member's",
      pushes(['a', 'alice'], ['x', 'mallory'], ['b', 'bob']),
      undefined,
    ],
    [
      'an outsider has pushed to and fro',
      pushes(['b', 'alice'], ['x', 'mallory'], ['b', 'mallory']),
      undefined,
    ],
    ['another head', pushes(['b', 'alice'], ['c', 'alice']), undefined],
    [
      'made again elsewhere by a member',
      (truth) => {
        pushes(['a', 'mallory'])(truth);
        truth.made('b', 'alice');
      },
      'pushed by members',
    ],
    [
      'made again where an outsider had left it',
      (truth) => {
        pushes(['a', 'alice'], ['b', 'mallory'])(truth);
        truth.made('b', 'alice');
      },
      undefined,
    ],
    [
      'approved',
      (truth) => {
        pushes(['b', 'mallory'])(truth);
        truth.approved(1, 'b', 'bob');
      },
      'approved by a member',
    ],
    [
      'approved by a member who may not write',
      (truth) => {
        pushes(['b', 'mallory'])(truth);
        truth.approved(1, 'b', 'alice');
      },
      undefined,
    ],
    [
      'approved, and that taken back',
      (truth) => {
        pushes(['b', 'mallory'])(truth);
        truth.approved(1, 'b', 'bob');
        truth.withdrawn(1);
      },
      undefined,
    ],
  ])('the head b, %s: %s', (_, act, clearance) => expect(truthOf(act).clearance('b')).toBe(clearance));

  it('counts what was true at some instant of the run', () => {
    const start = pushes(['b', 'alice']);
    expect(truthOf(start, (truth) => truth.setMember('alice', false)).clearance('b')).toBe(
      'pushed by members',
    );
    expect(truthOf(start, (truth) => truth.pushed('c', 'mallory')).clearance('b')).toBe('pushed by members');
    const left = truthOf((truth) => {
      start(truth);
      truth.setMember('alice', false);
    });
    expect(left.clearance('b')).toBeUndefined();
  });

  it('asks, where not all is on record, for a way of members alone', () => {
    const toAndFro = pushes(['a', 'alice'], ['x', 'mallory'], ['a', 'mallory'], ['b', 'alice']);
    const lost = (act: (truth: Truth) => void) =>
      truthOf((truth) => {
        act(truth);
        truth.setRecorded(false);
      });
    expect([truthOf(toAndFro).clearance('b'), lost(toAndFro).clearance('b')]).toEqual([
      undefined,
      'pushed by members',
    ]);
    expect(lost(pushes(['a', 'alice'], ['x', 'mallory'], ['b', 'alice'])).clearance('b')).toBeUndefined();
  });

  it('of a tag: merged, or pushed by members to a branch of the repository; an approval is none', () => {
    const merged = truthOf((truth) => {
      pushes(['a', 'mallory'], ['b', 'mallory'])(truth);
      truth.merged();
      truth.pushed('c', 'mallory');
      truth.approved(1, 'c', 'bob');
    });
    expect(['a', 'b', 'c'].map((commit) => merged.clearanceOfTag(commit, false))).toEqual([
      'on the default branch',
      'on the default branch',
      undefined,
    ]);
    const own = truthOf(pushes(['b', 'alice']));
    expect([own.clearanceOfTag('b', false), own.clearanceOfTag('b', true)]).toEqual([
      'pushed by members',
      undefined,
    ]);
  });
});
