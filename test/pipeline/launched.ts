import { type LaunchContext, launch } from '../../src/pipeline/launch.ts';
import { type VirtualClock, virtualClock } from '../world/clock.ts';
import { currentHead, noMemory, request } from './build.ts';
import { type Script, scripted } from './scripted.ts';

export const { key } = request();
export const clear = { mayHaveActed: false };
export const minute = 60_000;

/** What came of a launch, the calls that it made, and how long it took. */
export async function launched(
  script: Script,
  over: Partial<LaunchContext> = {},
  before: (clock: VirtualClock, interrupt: () => void) => void = () => {},
) {
  const clock = virtualClock();
  const gitlab = scripted(script);
  const controller = new AbortController();
  before(clock, () => controller.abort());
  const answer = await launch(gitlab, request(), {
    clock,
    memory: noMemory,
    mayName: false,
    existing: [],
    head: async () => currentHead,
    wish: { again: false, onRerun: 'retry-failed' },
    patienceMs: 10 * minute,
    interrupted: controller.signal,
    ...over,
  });
  const result = answer.launched === 'no' ? answer.reason : `${answer.launched} ${answer.pipeline.id}`;
  const because = answer.launched === 'no' ? [] : answer.because;
  return { result, because, calls: gitlab.calls, elapsed: clock.elapsed() };
}

export const starts = (calls: readonly string[]) => calls.filter((call) => call.startsWith('create')).length;
