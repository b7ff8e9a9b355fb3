import type { Clock } from '../../src/clock.ts';
import { ask } from '../../src/facts/ask.ts';
import { cleanUp, type Left } from '../../src/modes/clean-up.ts';
import type { Ports } from '../../src/modes/ports.ts';
import type { Wish } from '../../src/pipeline/choose.ts';
import { type Followed, follow } from '../../src/pipeline/follow.ts';
import { launch } from '../../src/pipeline/launch.ts';
import type { Life } from '../../src/pipeline/life.ts';
import { siblingsOf } from '../../src/pipeline/siblings.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import type { PipelineRequest } from '../../src/request/request.ts';
import { main as branch, subject } from '../request/build.ts';
import { theKey, type World } from './gitlab.ts';

/** One run of the action from the look for pipelines to the end of the watch, and its post. */
export interface ModelRun {
  readonly name: string;
  readonly wish: Wish;
  interrupt(): void;
  readonly ended: Promise<Ending>;
}

/** How a run ended. */
export type Ending =
  | { readonly how: 'followed'; readonly followed: Followed }
  | { readonly how: 'not-started'; readonly reason: ReasonCode };

const limits = { timeoutMs: 9_000_000, errorBudgetMs: 600_000, onBlocked: 'fail' } as const;
/** What all runs ask for. */
export const theRequest: PipelineRequest = {
  key: theKey,
  ref: branch,
  passAs: 'variables',
  values: { DRAWBRIDGE_KEY: theKey },
};

/** Starts a run in the world. What is not about launch and watch is left out of its ports. */
export function startRun(name: string, wish: Wish, world: World, clock: Clock): ModelRun {
  const controller = new AbortController();
  const gitlab = world.portOf(name);
  const state = new Map<string, string>();
  const life: Life = {
    ...{
      gitlab,
      clock,
      interrupted: controller.signal,
      limits,
      request: theRequest,
      mayLook: true,
      mark: '0123',
    },
    log: { info: () => {}, warning: () => {} },
    memory: { save: (key, value) => void state.set(key, value) },
    // Of a push: it has no older heads that it would replace.
    ...{ subject: subject({ origin: 'push' }), supersedes: false },
    recheck: async () => undefined,
    isAwaited: async () => false,
    hearsOfCancel: async () => 'no',
  };

  const main = async (): Promise<Ending> => {
    const found = await ask(gitlab.find(theKey));
    if (!found.known) return { how: 'not-started', reason: found.reason };
    const existing = found.value;
    if (controller.signal.aborted) return { how: 'not-started', reason: 'job-cancelled' };
    state.set('key', theKey);
    const context = {
      clock,
      memory: life.memory,
      mayName: true,
      existing,
      head: async () => world.branches.get('main')?.sha,
      wish,
      patienceMs: limits.errorBudgetMs,
      interrupted: controller.signal,
    };
    const launched = await launch(gitlab, theRequest, context);
    if (launched.launched === 'no') {
      return { how: 'not-started', reason: launched.reason };
    }
    const { pipeline, launched: how, stopped = [], unsettled, unchangedSince } = launched;
    const siblings = siblingsOf(gitlab, theRequest, {
      before: existing,
      own: pipeline.id,
      stopped,
      unsettled,
    });
    return { how: 'followed', followed: await follow(life, { pipeline, how, siblings, unchangedSince }) };
  };
  const ended = main().then(async (ending) => {
    const left: Left = {
      ...{ done: true, fault: false, key: state.get('key'), commit: undefined },
      uncancelled: state.get('uncancelled') === 'true',
      unclearSince: Number(state.get('unclear')) || undefined,
      pipeline: Number(state.get('pipeline')) || undefined,
    };
    // Post is a process of its own: the signal that cancelled main is not for it.
    const settings = { gitlab: { token: 'access' }, pipeline: { passAs: theRequest.passAs } };
    // It has twenty seconds, in which a line that takes longer for one call gets nothing done.
    const post = {
      ...{ ...life, settings, gitlab: world.portOf(name, 'near') },
      interrupted: new AbortController().signal,
    } as unknown as Ports;
    if (left.uncancelled || left.unclearSince !== undefined) await cleanUp(post, [left]);
    return ending;
  });
  return { name, wish, interrupt: () => controller.abort(), ended };
}
