import { describe, expect, it } from 'vitest';
import type { Ports } from '../../src/modes/ports.ts';
import type { Fault } from './fault.ts';
import { playScenario } from './play.ts';
import { scenarios } from './scenarios.ts';
import { playSeries } from './series.ts';

const [usual] = scenarios;
if (!usual) throw new Error('there is no story');
const none = new Map<number, Fault>();

it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s: tells the truth when nothing goes wrong',
  async (_, scenario) => {
    for (let seed = 1; seed <= 5; seed++) {
      const { broken, isTrue, done } = await playScenario(scenario, seed, none);
      expect({ seed, broken, isTrue, log: isTrue ? [] : done.map(({ log }) => log) }).toEqual({
        seed,
        broken: [],
        isTrue: true,
        log: [],
      });
    }
  },
);

// The long series is `npm run test:faults`.
it('faults, singly and in pairs: never two alive, never a false green, none left behind, and the truth', async () => {
  const { runs, truths, broken, untrue } = await playSeries(240, 20_261_121);
  expect(broken).toEqual([]);
  expect(truths / runs, untrue.join('\n')).toBeGreaterThanOrEqual(0.95);
});

it('is the same whenever it is played', async () => {
  const fault: Fault = { kind: 'silence', acts: true, late: 3_000 };
  const again = async () => {
    const { sent, done } = await playScenario(usual, 3, new Map([[9, fault]]));
    return [sent.map(({ line, at }) => `${at} ${line}`), done.map(({ log }) => log)];
  };
  expect(await again()).toEqual(await again());
});

describe('the harness sees', () => {
  const sabotaged = async (
    sabotage: (gitlab: Ports['gitlab']) => Ports['gitlab'],
    name = usual.name,
    faults = none,
  ) => {
    const scenario = scenarios.find((one) => one.name === name) ?? usual;
    const all: string[] = [];
    for (let seed = 1; seed <= 6; seed++)
      all.push(...(await playScenario(scenario, seed, faults, sabotage)).broken);
    return all.join(', ');
  };

  it('a start that is repeated blindly', async () => {
    const lost = new Map<number, Fault>();
    for (let at = 10; at <= 14; at++) lost.set(at, { kind: 'drop', acts: true });
    const blindly = (gitlab: Ports['gitlab']): Ports['gitlab'] => ({
      ...gitlab,
      create: (request) => gitlab.create(request).catch(() => gitlab.create(request)),
    });
    expect(await sabotaged(blindly, usual.name, lost)).toContain('pipelines were made, 1 at most');
  });

  it('a pipeline that is left behind', async () => {
    const cancelNothing = (gitlab: Ports['gitlab']): Ports['gitlab'] => ({
      ...gitlab,
      cancel: async () => {},
    });
    expect(await sabotaged(cancelNothing, 'the deadline')).toContain('is alive at the end');
  });

  it('a green status without a success', async () => {
    const optimist = (gitlab: Ports['gitlab']): Ports['gitlab'] => ({
      ...gitlab,
      get: async (id) => ({ ...(await gitlab.get(id)), status: 'success' }),
    });
    // Before it tells a success, a run asks for the jobs, which say something else.
    expect(await sabotaged(optimist)).not.toContain('is green');
    const twice = (gitlab: Ports['gitlab']): Ports['gitlab'] => ({
      ...optimist(gitlab),
      jobs: async (id) => (await gitlab.jobs(id)).map((job) => ({ ...job, status: 'success' })),
    });
    expect(await sabotaged(twice)).toContain('is green without a success');
  });

  it('two that run beside each other for long', async () => {
    const blind = (gitlab: Ports['gitlab']): Ports['gitlab'] => ({ ...gitlab, find: async () => [] });
    expect(await sabotaged(blind, 'two runs that race')).toMatch(/two were alive for \d+/);
  });
});
