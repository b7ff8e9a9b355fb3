import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PipelineStatus } from '../../src/pipeline/status.ts';
import { exploring } from '../properties.ts';
import { botUser } from '../world/gitlab.ts';
import { commands, createReal, type Real } from './commands.ts';
import type { Ending } from './run.ts';

const latency = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 20_000 }));

/** Lets everything come to its end: GitLab answers, replicas catch up, and what runs passes in the end. */
async function settle({ world, clock, runs }: Real): Promise<Ending[]> {
  world.lagMs = Math.min(world.lagMs, 2_000);
  const open = { left: runs.length };
  const endings = Promise.all(
    runs.map(async ({ ended }) => {
      const ending = await ended;
      open.left -= 1;
      return ending;
    }),
  );
  // Long enough for every race and every unclear answer to have been settled while pipelines run.
  for (let minute = 0; open.left > 0; minute++) {
    await clock.sleep(60_000);
    if (minute < 15) continue;
    const [eldest] = world.running();
    if (eldest) world.change(eldest.id, [[0, 'success']]);
  }
  return endings;
}

/** Whether a pipeline has ever been in a state: a later run may have changed it since. */
const everWas = ({ world }: Real, id: number, status: PipelineStatus) =>
  world.made.some((one) => one.id === id && one.states.some((state) => state.status === status));

/** Who is refused for good leaves the pipeline to the next run. */
const isRefusedWatch = (ending: Ending): boolean =>
  ending.how === 'followed' &&
  ending.followed.outcome.how === 'lost' &&
  ending.followed.outcome.reason === 'watch-refused';

it('two runs at the same time, whatever happens: one pipeline, no false verdict, none left behind', async () => {
  const script = fc.commands(commands, { maxCommands: 24, size: '+1' });
  await fc.assert(
    fc.asyncProperty(
      script,
      fc.constantFrom('key', 'own', 'none'),
      fc.array(latency, { minLength: 1, maxLength: 40 }),
      async (cmds, names, latencies) => {
        const real = createReal(names, latencies);
        await fc.asyncModelRun(() => ({ model: { started: 0 }, real }), cmds);

        const most: number[] = [];
        const watchdog = async () => {
          await real.clock.sleep(14 * 60_000);
          most.push(real.world.running().length);
        };
        const [endings] = await Promise.all([settle(real), watchdog()]);

        expect(
          most.every((count) => count <= 1),
          'pipelines alive after a quarter of an hour',
        ).toBe(true);
        const leave = endings.some(isRefusedWatch);
        expect(real.world.running().length, 'alive at the end').toBeLessThanOrEqual(leave ? 1 : 0);
        for (const { id } of real.world.theirs)
          expect(real.world.status(id), `#${id} of eve`).toBe('running');
        for (const [run, count] of real.world.madeBy) expect(count, `made by ${run}`).toBe(1);
        for (const ending of endings) {
          if (ending.how !== 'followed' || ending.followed.outcome.how !== 'ended') continue;
          const { id, outcome } = ending.followed;
          expect(everWas(real, id, outcome.pipeline.status)).toBe(true);
          expect(real.world.made.find((one) => one.id === id)?.creator, `#${id} is ours`).toBe(botUser);
        }
      },
    ),
    exploring(2_500),
  );
});
