import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exploring, seed } from '../properties.ts';
import { heads } from './heads.steps.ts';
import { playHeads } from './heads.ts';

const { numRuns } = exploring(200);

it(`${numRuns} sequences of pull requests with one head, seed ${seed}: what stands covers everybody, and nothing hangs`, async () => {
  const ends = new Map<string, number>();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(heads, async (begin) => {
      const played = await playHeads(begin);
      runs += played.runs;
      for (const end of played.ends) ends.set(end, (ends.get(end) ?? 0) + 1);
      expect(played.broken, played.trail.join('\n')).toEqual([]);
    }),
    { numRuns, seed },
  );
  // Runs that say nothing would pass too.
  const common = ['success', 'failure', 'pending'].map((end) => ends.get(end) ?? 0);
  expect(Math.min(...common)).toBeGreaterThan(numRuns / 10);
  console.log(
    `seed ${seed}: ${numRuns} sequences, ${runs} runs, ends: ${JSON.stringify(Object.fromEntries(ends))}`,
  );
}, 120_000);
