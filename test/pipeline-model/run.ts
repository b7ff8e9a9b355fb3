import type { Clock } from '../../src/clock.ts';
import type { Admitted } from '../../src/modes/admit.ts';
import type { Bridge } from '../../src/modes/bridge.ts';
import { cleanUp } from '../../src/modes/clean-up.ts';
import { type Followed, follow } from '../../src/modes/follow.ts';
import type { Wish } from '../../src/pipeline/choose.ts';
import { gitlabReason } from '../../src/pipeline/failures.ts';
import { launch } from '../../src/pipeline/launch.ts';
import type { PipelineRequest } from '../../src/pipeline/request.ts';
import type { ReasonCode } from '../../src/reasons.ts';
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
const request: PipelineRequest = {
  key: theKey,
  ref: { name: 'main', shown: 'default', twin: false },
  passAs: 'variables',
  values: { DRAWBRIDGE_KEY: theKey },
};

/** Of a push: it has no older heads that it would replace. */
const admitted = { subject: { origin: 'push' } } as Admitted;

/** Starts a run in the world. What is not about launch and watch is left out of its bridge. */
export function startRun(name: string, wish: Wish, world: World, clock: Clock): ModelRun {
  const controller = new AbortController();
  const gitlab = world.portOf(name);
  const state = new Map<string, string>();
  const bridge = {
    settings: {
      supersede: false,
      gitlab: { token: 'access', triggerToken: undefined },
      pipeline: { limits, passAs: 'variables' },
      github: { runUrl: '' },
    },
    gitlab,
    github: {},
    run: { event: { kind: 'schedule' } },
    log: { info: () => {}, warning: () => {} },
    memory: { save: (key: string, value: string) => void state.set(key, value) },
    clock,
    interrupted: controller.signal,
  } as unknown as Bridge;

  const main = async (): Promise<Ending> => {
    const existing = await gitlab.find(theKey).catch(gitlabReason);
    if (typeof existing === 'string') return { how: 'not-started', reason: existing };
    if (controller.signal.aborted) return { how: 'not-started', reason: 'job-cancelled' };
    state.set('key', theKey);
    const context = {
      clock,
      existing,
      head: async () => world.head,
      wish,
      patienceMs: limits.errorBudgetMs,
      interrupted: controller.signal,
    };
    const launched = await launch(gitlab, request, context);
    if (launched.launched === 'no') {
      if (launched.reason === 'trigger-uncertain') state.set('alive', 'true');
      return { how: 'not-started', reason: launched.reason };
    }
    state.set('pipeline', String(launched.pipeline.id));
    if (launched.unsettled) state.set('alive', 'true');
    const started = {
      started: true,
      ...launched,
      request,
      before: existing.map(({ id }) => id),
      stopped: launched.stopped ?? [],
      unsettled: launched.unsettled,
      unchangedSince: launched.unchangedSince,
      result: { decision: 'allowed', reason: 'running' },
    } as const;
    return { how: 'followed', followed: await follow(bridge, admitted, started) };
  };
  const ended = main().then(async (ending) => {
    const alive = Boolean(state.get('alive'));
    const left = { done: true, alive, fault: false, key: state.get('key'), commit: undefined };
    // Post is a process of its own: the signal that cancelled main is not for it.
    const post = { ...bridge, interrupted: new AbortController().signal };
    if (left.alive) await cleanUp(post, { ...left, pipeline: Number(state.get('pipeline')) || undefined });
    return ending;
  });
  return { name, wish, interrupt: () => controller.abort(), ended };
}
