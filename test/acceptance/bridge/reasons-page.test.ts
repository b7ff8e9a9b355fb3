import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reasonsPage } from '../../../scripts/reasons.ts';
import { reasons } from '../../../src/reasons.ts';

it('docs/reasons.md is what `npm run docs` writes, with every reason once', () => {
  const page = readFileSync('docs/reasons.md', 'utf8');
  expect(page).toBe(reasonsPage());
  const told = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  expect(told.toSorted()).toEqual(Object.keys(reasons).toSorted());
  for (const line of page.split('\n').filter((row) => row.startsWith('| `'))) {
    expect(line).toMatch(/^(\| [^|]+ ){4}\|( [^|]+)? \|$/);
  }
});
