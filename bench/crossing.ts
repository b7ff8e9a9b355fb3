/** Sequential round trips before the trigger, and the memory of a whole crossing, both seen from outside. */
import { readFileSync } from 'node:fs';
import { startSandbox } from '../sandbox/sandbox.ts';
import { exampleScene } from '../sandbox/scene.ts';
import type { Figure } from './figure.ts';

const delayMs = 100;

/** The figures of one crossing. */
export async function crossingFigures(): Promise<readonly Figure[]> {
  return [
    await roundTrips({ by: 'pull_request_target', budget: 3 }),
    await roundTrips({ by: 'pull_request_target', budget: 3, paths: 'test-do-infra: changes/**' }),
    await roundTrips({ by: 'workflow_run', budget: 4 }),
    await peakMemory(),
  ];
}

/** By which event, and at most how many. */
interface Way {
  readonly by: 'pull_request_target' | 'workflow_run';
  readonly budget: number;
  readonly paths?: string;
}

/**
 * With every answer 100 ms late: how many requests in a row had to wait for one another before the trigger. A request
 * follows those that were answered when it arrived; what went out together counts once.
 */
async function roundTrips({ by, budget, paths }: Way): Promise<Figure> {
  const sandbox = await startSandbox();
  const scene = exampleScene(sandbox);
  const pull = scene.openByMember('feature/trips', paths === undefined ? ['test-aws-self-hosted'] : []);
  for (const service of ['github', 'gitlab'] as const) {
    const fault = { kind: 'delay', ms: delayMs } as const;
    sandbox.faults.plant({ service, path: /./, when: 'before', nth: 'every', fault });
  }
  const job = scene.start(pull.number, {
    by,
    with: { 'settle-seconds': '0', ...(paths !== undefined && { paths }) },
  });
  await job.waitFor(/pipeline #\d+: started/, 30_000);
  await job.cancel();
  await job.done;
  const requests = sandbox.recorder.all();
  const trigger = requests.findIndex(({ method, path }) => method === 'POST' && path.endsWith('/pipeline'));
  await sandbox.close();
  const depths: number[] = [];
  for (const [n, { at }] of requests.slice(0, trigger + 1).entries()) {
    const answered = depths.filter((_, before) => (requests[before]?.at ?? at) + delayMs <= at);
    depths[n] = 1 + Math.max(0, ...answered);
  }
  const before = (depths[trigger] ?? Number.NaN) - 1;
  const how = paths === undefined ? by : `${by}, with paths`;
  return { name: `sequential round trips before the trigger, by ${how}`, value: before, unit: '', budget };
}

/** The most resident memory that the action's process ever had, by the kernel's account (proc(5), VmHWM). */
async function peakMemory(): Promise<Figure> {
  const sandbox = await startSandbox({ scale: 20 });
  const scene = exampleScene(sandbox);
  const pull = scene.openByMember('feature/memory', ['test-aws-self-hosted']);
  const job = scene.start(pull.number);
  let peak = 0;
  const watching = setInterval(() => {
    peak = Math.max(peak, residentPeak(job.pid));
  }, 20);
  await job.done;
  clearInterval(watching);
  await sandbox.close();
  return { name: 'peak memory of a whole crossing', value: peak / 1000, unit: 'MB', budget: 89 };
}

function residentPeak(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1.024;
  } catch {
    return 0;
  }
}
