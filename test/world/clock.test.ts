import { describe, expect, it } from 'vitest';
import { virtualClock } from './clock.ts';

describe('the virtual clock', () => {
  it('lets a sleep pass at once and knows the hour afterwards', async () => {
    const clock = virtualClock(1_000);
    await clock.sleep(2 * 3_600_000);
    expect([clock.now(), clock.elapsed(), clock.slept]).toEqual([7_201_000, 7_200_000, [7_200_000]]);
  });

  it('wakes several sleepers in the order of their time', async () => {
    const clock = virtualClock();
    const woken: string[] = [];
    const sleeper = async (name: string, ms: number) => {
      for (let n = 0; n < 2; n++) {
        await clock.sleep(ms);
        woken.push(`${name} ${clock.elapsed()}`);
      }
    };
    await Promise.all([sleeper('slow', 50), sleeper('quick', 20), sleeper('also quick', 20)]);
    expect(woken).toEqual(['quick 20', 'also quick 20', 'quick 40', 'also quick 40', 'slow 50', 'slow 100']);
  });

  it('acts at an hour, and an aborted sleep ends there', async () => {
    const clock = virtualClock();
    const controller = new AbortController();
    clock.at(30, () => controller.abort());
    await clock.sleep(100, controller.signal);
    expect(clock.elapsed()).toBe(30);
    await clock.sleep(100, controller.signal);
    expect(clock.elapsed()).toBe(30);
    await clock.sleep(5);
    expect(clock.elapsed()).toBe(35);
  });
});
