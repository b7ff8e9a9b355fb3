import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exploring, seed } from '../properties.ts';
import { memoryWorld } from './memory.ts';
import { sequence } from './steps.ts';
import { createTruth } from './truth.ts';

const { numRuns } = exploring(10_000);

it(`${numRuns} sequences, seed ${seed}: no commit crosses of whose branch not every push is a member's, unless it is approved`, async () => {
  const crossed = { 'pushed by members': 0, 'approved by a member': 0, 'on the default branch': 0 };
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(sequence, async (begin) => {
      const truth = createTruth();
      const world = memoryWorld(begin, truth);
      for (const step of begin.steps) {
        if (step.do !== 'run') {
          world.apply(step);
          continue;
        }
        runs += 1;
        const decision = await world.deliver(step);
        if (decision.decision !== 'allowed') continue;
        const { commit, crossing, reason } = decision;
        const byTag = crossing.kind === 'ref';
        const clearance = byTag ? truth.clearanceOfTag(commit, begin.fork) : truth.clearance(commit);
        expect(clearance).toBeDefined();
        if (clearance) crossed[clearance] += 1;
        if (byTag) expect(reason).toBe('member-with-write');
        else if (reason === 'all-members') expect(truth.wasMember(begin.author)).toBe(true);
        else expect([step.approvals, crossing.approval !== undefined]).toEqual(['comment', true]);
      }
    }),
    { numRuns, seed },
  );
  console.log(`seed ${seed}: ${numRuns} sequences, ${runs} runs, crossed: ${JSON.stringify(crossed)}`);
  // A gate that lets nobody in would pass too.
  expect(Math.min(...Object.values(crossed))).toBeGreaterThan(numRuns / 100);
}, 120_000);
