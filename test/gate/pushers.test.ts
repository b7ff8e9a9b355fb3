import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import type { Person, Push } from '../../src/facts/pull.ts';
import { readPushers } from '../../src/gate/pushers.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { answerOf } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import * as b from './build.ts';

const { alice, bob, carol, mallory, head, other, third } = b;
const fourth = b.sha('d');

/** A branch that alice made, bob moved on, and carol moved to the head. */
const whole = b.record([alice, other], [bob, third], [carol, head]);

/** A feed that shows one answer after the other, and what was asked and waited for. */
async function read(
  shown: readonly (readonly Push[] | undefined | ServiceFailure)[],
  over: {
    readonly event?: Parameters<typeof b.event>[0];
    readonly worth?: boolean;
    readonly repository?: null;
    readonly branch?: string;
    readonly interruptAt?: number;
  } = {},
) {
  const clock = virtualClock();
  const controller = new AbortController();
  const { event, worth = true, repository = 'acme/engine', branch = 'x', interruptAt } = over;
  if (interruptAt === 0) controller.abort();
  else if (interruptAt !== undefined) clock.at(interruptAt, () => controller.abort());
  const asked: string[] = [];
  let thoughts = 0;
  const source = {
    pushes: async (from: string, of: string) => {
      asked.push(`${from} ${of} at ${clock.elapsed()}`);
      return answerOf(shown[Math.min(asked.length, shown.length) - 1]);
    },
  };
  const ports = { source, clock, interrupted: controller.signal };
  const worthWaiting = async () => {
    thoughts += 1;
    return worth;
  };
  const told = event && b.event(event);
  const fact = await readPushers(ports, { repository, branch, sha: head }, told, worthWaiting);
  return { fact, asked, slept: clock.slept, elapsed: clock.elapsed(), thoughts };
}

const older = whole.slice(1);
const gone = known(undefined);
const synchronize = { sender: carol, moved: { before: third, after: head } };

describe('who pushed the head', () => {
  it('is read once where the record is whole, from the head repository', async () => {
    const { fact, asked, slept, thoughts } = await read([whole], { branch: 'feature/y' });
    expect(fact).toEqual(known([carol, bob, alice]));
    expect([asked, slept, thoughts]).toEqual([['acme/engine feature/y at 0'], [], 0]);
  });

  it('is nobody where the head repository is gone, and nothing is asked', async () => {
    expect(await read([whole], { repository: null })).toMatchObject({ fact: gone, asked: [], slept: [] });
  });

  it('is nobody where the activity is not to be seen: 404; there is nothing to wait for', async () => {
    expect(await read([undefined])).toMatchObject({ fact: gone, slept: [], thoughts: 0 });
  });

  it.each(b.everyKind)(
    'is not known where the activity fails with %s, and nothing is waited for',
    async (kind) => {
      const { fact, asked, slept } = await read([b.githubFailure(kind)]);
      expect([fact.known, asked.length, slept]).toEqual([false, 1, []]);
    },
  );

  it('is not known where the activity fails while it lags', async () => {
    const { fact, asked } = await read([older, b.githubFailure('unavailable')]);
    expect(fact).toEqual(unknown('github-unavailable'));
    expect(asked).toHaveLength(2);
  });

  it('is nobody where the activity is not to be seen any more', async () => {
    expect(await read([older, undefined])).toMatchObject({ fact: gone, slept: [1_000] });
  });

  it('is nobody where more has happened than is shown: that will not change', async () => {
    expect(await read([whole.slice(0, 2)])).toMatchObject({ fact: gone, slept: [], thoughts: 0 });
  });
});

describe('a record that lags', () => {
  it.each([
    ['does not show the head', older],
    ['shows nothing yet', []],
    ['has a gap', [whole[0], whole[2]].flatMap((one) => one ?? [])],
  ])('that %s is looked at again, until it is whole', async (_, lagging) => {
    const { fact, asked, elapsed } = await read([lagging, lagging, whole]);
    expect(fact).toEqual(known([carol, bob, alice]));
    expect([asked.length, elapsed]).toEqual([3, 3_000]);
  });

  it('is waited for for twenty seconds at most, on the clock that is handed in', async () => {
    const { fact, asked, slept, elapsed } = await read([older]);
    expect([fact, elapsed]).toEqual([gone, 20_000]);
    expect(slept).toEqual([1_000, 2_000, 4_000, 6_000, 7_000]);
    expect(asked.map((line) => line.split(' at ')[1])).toEqual([
      '0',
      '1000',
      '3000',
      '7000',
      '13000',
      '20000',
    ]);
  });

  it('that is whole at the last look counts', async () => {
    const { fact, elapsed } = await read([older, older, older, older, older, whole]);
    expect([fact, elapsed]).toEqual([known([carol, bob, alice]), 20_000]);
  });

  it('is not waited for where an approval is needed anyway', async () => {
    const { fact, asked, slept, thoughts } = await read([older, whole], { worth: false });
    expect([fact, asked.length, slept, thoughts]).toEqual([gone, 1, [], 1]);
  });

  it.each([
    ['before the first look', 0, 1, 0],
    ['in the second pause', 2_000, 3, 2_000],
  ])('is waited for no longer when the job is cancelled %s', async (_, interruptAt, looks, until) => {
    const { fact, asked, elapsed } = await read([older], { interruptAt });
    expect([fact, asked.length, elapsed]).toEqual([gone, looks, until]);
  });
});

describe('what the event itself tells', () => {
  it.each<[string, readonly Push[], Parameters<typeof b.event>[0], readonly (Person | null)[] | undefined]>([
    ['the sender moved the head from where the record ends', older, synchronize, [carol, bob, alice]],
    ['an outsider did', older, { ...synchronize, sender: mallory }, [mallory, bob, alice]],
    ['an outsider has pushed before', b.record([mallory, third]), synchronize, [carol, mallory]],
    [
      'the record shows the push by now: whom it names counts',
      whole,
      { ...synchronize, sender: mallory },
      [carol, bob, alice],
    ],
    [
      'it moved the head from elsewhere',
      older,
      { sender: carol, moved: { before: fourth, after: head } },
      undefined,
    ],
    [
      'it moved it elsewhere: an older event',
      older,
      { sender: carol, moved: { before: third, after: other } },
      undefined,
    ],
    ['it was no push', older, { action: 'opened', sender: carol, moved: undefined }, undefined],
    ['nothing is on record before', [], synchronize, undefined],
    [
      'what is on record before has a gap',
      [whole[1], ...b.record([alice, fourth])].flatMap((one) => one ?? []),
      synchronize,
      undefined,
    ],
    ['what is on record before has no beginning', older.slice(0, 1), synchronize, undefined],
    ['two pushes are missing', whole.slice(2), synchronize, undefined],
    [
      'what is on record of the head has a gap: the event does not mend it',
      [whole[0], whole[2]].flatMap((one) => one ?? []),
      synchronize,
      undefined,
    ],
  ])('%s', async (_, entries, event, pushers) => {
    expect((await read([entries], { event, worth: false })).fact).toEqual(known(pushers));
  });

  it('counts at every look', async () => {
    const { fact, asked } = await read([whole.slice(2), older], { event: synchronize });
    expect([fact, asked.length]).toEqual([known([carol, bob, alice]), 2]);
  });

  it('is not asked for where nobody hands it over: a tag, a command', async () => {
    expect((await read([older], { worth: false })).fact).toEqual(gone);
  });
});
