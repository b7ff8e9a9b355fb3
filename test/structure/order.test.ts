import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { LongestFirst, longest } from '../order.ts';

const root = join(import.meta.dirname, '..');

it('each file that is said to take long exists', () => {
  expect(longest.filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

it('the longest files of a project come first, and projects stay together', async () => {
  const projectOf = (name: string, isolate: boolean) => ({
    name,
    config: { isolate, sequence: { groupOrder: 0 } },
  });
  const [played, alone] = [projectOf('played', false), projectOf('alone', true)];
  const specification = (project: typeof played, name: string) => ({ project, moduleId: join(root, name) });
  const [first = '', second = ''] = longest;
  const files = [
    specification(played, 'structure/order.test.ts'),
    specification(played, second),
    specification(alone, 'cost.test.ts'),
    specification(played, first),
  ];
  const cache = { getTestSpecificationResult: () => undefined };
  const sorted = await new LongestFirst({ cache } as unknown as Vitest).sort(
    files as unknown as TestSpecification[],
  );
  expect(sorted.map(({ moduleId }) => moduleId)).toEqual(
    ['cost.test.ts', first, second, 'structure/order.test.ts'].map((name) => join(root, name)),
  );
});
