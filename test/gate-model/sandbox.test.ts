import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exploring, seed } from '../properties.ts';
import { sandboxWorld } from './sandbox.ts';
import { sequence } from './steps.ts';
import { createTruth } from './truth.ts';

const { numRuns } = exploring(200);

it(`${numRuns} sequences over the sandbox, seed ${seed}: no commit crosses of whose branch not every push is a member's, unless it is approved`, async () => {
  const crossed = { 'pushed by members': 0, 'approved by a member': 0, 'on the default branch': 0 };
  const reasons = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(sequence, async (begin) => {
      const truth = createTruth();
      const world = sandboxWorld(begin, truth);
      for (const step of begin.steps) {
        if (step.do !== 'run') {
          world.apply(step);
          continue;
        }
        const admission = await world.deliver(step);
        const { reason, commit = '' } = admission.ok ? admission.result : admission.last;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        if (!admission.ok) continue;
        const byTag = admission.subject.origin === 'tag';
        const clearance = byTag ? truth.clearanceOfTag(commit, begin.fork) : truth.clearance(commit);
        expect(clearance).toBeDefined();
        if (clearance) crossed[clearance] += 1;
      }
      expect(world.states()).not.toContain('success');
    }),
    { numRuns, seed },
  );
  console.log(`seed ${seed}: ${numRuns} sequences, crossed: ${JSON.stringify(crossed)}`);
  console.log(JSON.stringify(Object.fromEntries([...reasons].sort(([, a], [, b]) => b - a))));
  // A gate that lets nobody in would pass too.
  expect(crossed['pushed by members']).toBeGreaterThan(10);
}, 120_000);
