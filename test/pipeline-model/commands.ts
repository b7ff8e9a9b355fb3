import fc from 'fast-check';
import type { Wish } from '../../src/pipeline/choose.ts';
import { type VirtualClock, virtualClock } from '../world/clock.ts';
import { eveUser, lasts } from '../world/gitlab.ts';
import { type Call, createWorld, theKey, type World } from './gitlab.ts';
import { type ModelRun, startRun, theRequest } from './run.ts';

/** What the model knows: which runs are under way. */
export interface Model {
  started: number;
}

/** The real thing: a world, and the runs in it. */
export interface Real {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly runs: ModelRun[];
}

/** A world for two runs, with the latencies of its calls. */
export function createReal(names: World['naming'], latencies: readonly number[]): Real {
  const clock = virtualClock();
  const drawn = { calls: 0 };
  const latency = () => latencies[drawn.calls++ % latencies.length] ?? 50;
  return { clock, world: createWorld(clock, names, latency), runs: [] };
}

type Command = fc.AsyncCommand<Model, Real>;

/** At most so many runs: two are what races. */
const mostRuns = 2;

class Start implements Command {
  readonly wish: Wish;
  constructor(wish: Wish) {
    this.wish = wish;
  }
  check = ({ started }: Readonly<Model>) => started < mostRuns;
  async run(model: Model, { runs, world, clock }: Real): Promise<void> {
    model.started += 1;
    runs.push(startRun(`run ${model.started}`, this.wish, world, clock));
  }
  toString = () => `start(${this.wish.again ? 'again, ' : ''}${this.wish.onRerun})`;
}

/** A command that changes the world, whatever the runs do. */
class Happens implements Command {
  readonly #name: string;
  readonly #happens: (real: Real) => void | Promise<void>;
  constructor(name: string, happens: (real: Real) => void | Promise<void>) {
    this.#name = name;
    this.#happens = happens;
  }
  check = () => true;
  async run(_: Model, real: Real): Promise<void> {
    await this.#happens(real);
  }
  toString = () => this.#name;
}

const calls: readonly Call[] = ['create', 'find', 'get', 'cancel', 'retry', 'rename'];

/** All commands, as arbitraries. */
export const commands: fc.Arbitrary<Command>[] = [
  fc
    .record({ again: fc.boolean(), onRerun: fc.constantFrom('retry-failed' as const, 'new' as const) })
    .map((wish) => new Start(wish)),
  fc
    .record({ again: fc.constant(false), onRerun: fc.constant('retry-failed' as const) })
    .map((wish) => new Start(wish)),
  fc
    .integer({ min: 1, max: 40_000 })
    .map((ms) => new Happens(`wait ${ms} ms`, ({ clock }) => clock.sleep(ms))),
  fc.record({ call: fc.constantFrom(...calls), acts: fc.boolean() }).map(
    (mishap) =>
      new Happens(`the next ${mishap.call} gets lost${mishap.acts ? ' afterwards' : ''}`, ({ world }) => {
        world.mishaps.push(mishap);
      }),
  ),
  // What is refused for good is said, and left: so not the calls by which runs make way for each other.
  fc
    .record({
      call: fc.constantFrom('find' as const, 'get' as const, 'rename' as const),
      refused: fc.constantFrom('unauthorized' as const, 'forbidden' as const),
    })
    .map(
      ({ call, refused }) =>
        new Happens(`the next ${call} is refused`, ({ world }) => {
          world.mishaps.push({ call, refused, acts: false });
        }),
    ),
  fc.constantFrom('success' as const, 'failed' as const).map(
    (status) =>
      new Happens(`the eldest ends ${status}`, ({ world }) => {
        const [eldest] = world.running();
        if (eldest) world.change(eldest.id, [[0, status]]);
      }),
  ),
  fc.constant(
    new Happens('somebody cancels the youngest', ({ world }) => {
      const youngest = world.running().at(-1);
      if (youngest) world.cancel(youngest.id);
    }),
  ),
  fc.record({ named: fc.boolean(), ref: fc.constantFrom('main', 'eves-branch') }).map(
    ({ named, ref }) =>
      new Happens(`eve starts one on ${ref}${named ? ' with our name' : ''}`, ({ world }) => {
        const name = named ? theKey : undefined;
        const request = { ...theRequest, ref: { ...theRequest.ref, name: ref } };
        world.theirs.push(world.add({ request, name, course: lasts, creator: eveUser }));
      }),
  ),
  fc.constant(
    new Happens('eve starts one with our name, which passes', ({ world }) => {
      world.add({ request: theRequest, name: theKey, course: [[0, 'success']], creator: eveUser });
    }),
  ),
  fc.constant(
    new Happens('eve gives hers our name', ({ world }) => {
      for (const { id } of world.theirs) world.rename(id, theKey);
    }),
  ),
  fc.constant(
    new Happens('eve gives ours another name', ({ world }) => {
      for (const { id } of world.running()) world.rename(id, 'nightly');
    }),
  ),
  fc.integer({ min: 0, max: 9_000 }).map(
    (ms) =>
      new Happens(`replicas lag by ${ms} ms`, ({ world }) => {
        world.lagMs = ms;
      }),
  ),
  fc.constantFrom('d', 'e').map(
    (digit) =>
      new Happens(`the branch moves to ${digit}`, ({ world }) => {
        world.branches.set('main', { protected: true, sha: digit.repeat(40) });
      }),
  ),
  fc
    .nat(mostRuns - 1)
    .map((index) => new Happens(`run ${index + 1} is cancelled`, ({ runs }) => runs[index]?.interrupt())),
];
