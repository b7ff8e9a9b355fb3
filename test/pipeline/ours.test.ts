import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import { type Ownership, oursOf } from '../../src/pipeline/ours.ts';
import { type NotedCalls, notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { type Added, eveUser, gitlabWorld, lasts } from '../world/gitlab.ts';
import { gitlabFailure, request } from './build.ts';

const { key } = request();

/** A project in which these pipelines bear our name, seen by a run of ours. */
function project(added: readonly Added[], ownership: Partial<Ownership> = {}) {
  const clock = virtualClock();
  const world = gitlabWorld(clock);
  for (const one of added) world.add({ name: key, course: lasts, ...one });
  const { carry, ...calls } = notedCalls();
  const log: string[] = [];
  const gitlab = oursOf(
    world.api(carry),
    { creators: [], byTrigger: false, showsKey: true, ...ownership },
    { clock, log: { info: () => {}, warning: (line) => void log.push(line) } },
  );
  const found = async () => (await gitlab.find(key)).map(({ id }) => id);
  return { ...calls, clock, world, gitlab, log, found };
}

/** Has the next looks at the pipeline answered as if it were not there. */
function absent(fail: NotedCalls['fail'], looks: number): void {
  // What one hook has failed, the next does not count.
  for (let look = 0; look < looks; look++)
    fail('get 100', gitlabFailure('not-found', { mayHaveActed: false }), 1);
}

describe('a pipeline that bears our name', () => {
  it.each<[string, Added, Partial<Ownership>, boolean]>([
    ['was started by our token', {}, {}, true],
    ['was started by our token on whatever branch', { ref: 'other' }, {}, true],
    ['was started by somebody else', { creator: eveUser }, {}, false],
    ['was started by a token that was replaced', { creator: eveUser }, { creators: [5, eveUser] }, true],
    [
      'was started by a trigger token, and we have one',
      { source: 'trigger', creator: eveUser },
      { byTrigger: true },
      true,
    ],
    ['was started by a trigger token, and we have none', { source: 'trigger' }, {}, false],
    ['was started by hand, by our own user', { source: 'other' }, { byTrigger: true }, false],
    [
      'was started by somebody else, and we have a trigger token',
      { creator: eveUser },
      { byTrigger: true },
      false,
    ],
  ])('%s', async (_, added, ownership, ours) => {
    const { found, gitlab, log } = project([added], ownership);
    expect(await found()).toEqual(ours ? [100] : []);
    expect((await gitlab.recent(0, () => true)).length).toBe(ours ? 1 : 0);
    expect(log).toHaveLength(ours ? 0 : 1);
  });

  it('is nobody’s where GitLab does not tell who started it', async () => {
    const { world, clock } = project([]);
    world.add({ name: key });
    const api = world.api();
    const hidden = {
      ...api,
      get: async (id: number) => {
        const { creator: _, ...shown } = await api.get(id);
        return shown;
      },
    };
    const ports = { clock, log: { info: () => {}, warning: () => {} } };
    expect(await oursOf(hidden, { creators: [], byTrigger: false, showsKey: true }, ports).find(key)).toEqual(
      [],
    );
  });
});

describe('a pipeline of ours', () => {
  const other = key.replace('#42', '#41');

  it('to which somebody gave the name of another request: it is of its own', async () => {
    const { world, found, gitlab, log } = project([{ name: other }]);
    world.rename(100, key);
    expect(await found()).toEqual([]);
    expect((await gitlab.recent(0, () => true)).map((one) => [one.name, one.key])).toEqual([[key, other]]);
    expect(log).toHaveLength(1);
  });

  it('which somebody renamed: it is known among the others by what it was started for', async () => {
    const { world, gitlab } = project([{}]);
    world.rename(100, 'nightly');
    expect((await gitlab.recent(0, () => true)).map((one) => [one.name, one.key])).toEqual([
      ['nightly', key],
    ]);
  });

  it('that was started for no request, and bears a key: for none', async () => {
    const { world, gitlab, found } = project([{ name: undefined }]);
    world.rename(100, key);
    expect(await found()).toEqual([]);
    expect((await gitlab.recent(0, () => true)).map((one) => [one.name, one.key])).toEqual([
      [key, undefined],
    ]);
  });

  it.each([
    ['all, where they show no key', false, [true, true]],
    ['those of a replaced token’s user alone, where they do', true, [true, false]],
  ] as const)(
    'whose variables are hidden bears its name, and is said to: %s',
    async (_, showsKey, hidden) => {
      const { gitlab } = project([{ creator: eveUser }, {}], { creators: [eveUser], showsKey });
      const [newest, elder] = await gitlab.find(key);
      expect([elder?.keyHidden, newest?.keyHidden]).toEqual(hidden);
    },
  );

  it('whose variables are refused to its own user: it is not known for what it was started', async () => {
    const { world, found, fail } = project([{ name: other }]);
    world.rename(100, key);
    fail('variable 100', gitlabFailure('forbidden', { mayHaveActed: false }), 'every');
    await expect(found()).rejects.toBeInstanceOf(ServiceFailure);
  });

  it('whose variables cannot be read now: it is not known for what it was started', async () => {
    const { found, fail } = project([{}]);
    fail('variable 100', gitlabFailure('unavailable'), 1);
    await expect(found()).rejects.toBeInstanceOf(ServiceFailure);
    expect(await found()).toEqual([100]);
  });
});

it.each(['foreign-not-found', 'project-not-found'] as const)(
  'does not take ours for no more where the look is turned away: %s',
  async (refusal) => {
    const { found, fail } = project([{}]);
    fail('get 100', gitlabFailure('not-found', { refusal, mayHaveActed: false }), 'every');
    // Not to be known: none would be a second pipeline.
    await expect(found()).rejects.toMatchObject({ refusal });
  },
);

it('reads no more than ten at the same time, however many bear our name', async () => {
  const { world, clock } = project(Array(45).fill({ creator: eveUser }));
  let open = 0;
  let most = 0;
  const api = world.api(async (line, act) => {
    if (line.startsWith('get')) most = Math.max(most, ++open);
    await clock.sleep(100);
    if (line.startsWith('get')) open -= 1;
    return act();
  });
  const ports = { clock, log: { info: () => {}, warning: () => {} } };
  await oursOf(api, { creators: [], byTrigger: false, showsKey: true }, ports).find(key);
  expect(most).toBe(10);
});

describe('what is asked', () => {
  it('nothing but the list, where nothing bears the name', async () => {
    const { found, done } = project([{ name: 'another' }]);
    await found();
    expect(done).toEqual([`find ${key}`]);
  });

  it('once a run: whose the token is, and each candidate', async () => {
    const { found, done } = project([{}, { creator: eveUser }]);
    expect([await found(), await found()]).toEqual([[100], [100]]);
    const reads = ['get 100', 'get 101', 'self', 'variable 100', 'variable 101'];
    expect([...done].sort()).toEqual([`find ${key}`, `find ${key}`, ...reads]);
  });

  it('once, where two searches at the same time see the same one', async () => {
    const { gitlab, done } = project([{}]);
    const seen = await Promise.all([gitlab.find(key), gitlab.recent(0, () => true)]);
    expect(seen.map((list) => list.map(({ id }) => id))).toEqual([[100], [100]]);
    expect(done.filter((line) => !/^(find|recent|changed)/.test(line)).sort()).toEqual([
      'get 100',
      'self',
      'variable 100',
    ]);
  });

  it('nothing of what this run has started', async () => {
    const { gitlab, found, done } = project([]);
    await gitlab.create(request());
    expect(await found()).toEqual([100]);
    expect(done.filter((line) => !/^(create|find)/.test(line))).toEqual([]);
  });

  it('nothing of what was started by a trigger token, or in a way in which ours never are', async () => {
    const { found, done } = project([{ source: 'trigger' }, { source: 'other' }], { byTrigger: true });
    expect([await found(), done]).toEqual([[100], [`find ${key}`]]);
  });

  it('nothing of what does not fit', async () => {
    const { gitlab, done } = project([{}, {}]);
    await gitlab.recent(0, ({ id }) => id === 101);
    expect(done.filter((line) => line.startsWith('get'))).toEqual(['get 101']);
  });

  it('again, where another replica does not know the pipeline yet', async () => {
    const { found, fail, clock } = project([{}]);
    absent(fail, 2);
    expect([await found(), clock.elapsed()]).toEqual([[100], 4_000]);
  });

  it('again, where another replica does not know its variables yet: its name is not believed meanwhile', async () => {
    const { world, found, fail, clock } = project([{ name: key.replace('#42', '#41') }]);
    world.rename(100, key);
    for (let look = 0; look < 2; look++)
      fail('variable 100', gitlabFailure('not-found', { mayHaveActed: false }), 1);
    expect([await found(), clock.elapsed()]).toEqual([[], 4_000]);
  });

  it('no more than some times, where it is gone; one that comes back counts', async () => {
    const { found, fail, of } = project([{}]);
    absent(fail, 9);
    expect([await found(), of('get')]).toEqual([[], Array(9).fill('get 100')]);
    expect(await found()).toEqual([100]);
  });

  it('no more than some times among the recent ones too', async () => {
    const { gitlab, fail } = project([{}]);
    absent(fail, 9);
    expect(await gitlab.recent(0, () => true)).toEqual([]);
  });
});

describe('what GitLab does not tell', () => {
  it.each(['get 100', 'self', 'find'])('%s: it is not known whose it is', async (line) => {
    const { found, fail } = project([{}]);
    fail(line, gitlabFailure('unavailable'), 1);
    await expect(found()).rejects.toBeInstanceOf(ServiceFailure);
    // Nothing of a failure is kept.
    expect(await found()).toEqual([100]);
  });
});

it('others’ are warned of once each, and their name is not repeated', async () => {
  const { found, log } = project([{ creator: eveUser }, {}, { creator: eveUser }]);
  await found();
  await found();
  expect(log).toEqual([
    expect.stringMatching(
      /^pipeline #102 has the name of ours, but was not started by us for this: it is left/,
    ),
    expect.stringMatching(/^pipeline #100 .*`gitlab-creators`/),
  ]);
  expect(log.join()).not.toContain(key);
});

it('others’ are warned of also where a name is among what was meant, and not where it does not matter', async () => {
  const { gitlab, log } = project([{ source: 'trigger' }, { name: 'nightly', creator: eveUser }]);
  await gitlab.recent(0, () => true);
  expect(log).toEqual([]);
  await gitlab.recent(0, (one) => one.key === key);
  expect(log).toEqual([expect.stringMatching(/^pipeline #100 has the name of ours/)]);
});
