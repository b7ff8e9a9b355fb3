import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reasonsPage } from '../../../scripts/reasons.ts';
import { reasons } from '../../../src/reasons.ts';

it('docs/reasons.md is what `npm run docs` writes, with every reason once', () => {
  const page = readFileSync('docs/reasons.md', 'utf8');
  expect(page).toBe(reasonsPage());
  const told = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
  const codes = Object.keys(reasons);
  expect(told).toHaveLength(codes.length);
  expect(new Set(told)).toEqual(new Set(codes));
  for (const line of page.split('\n').filter((row) => row.startsWith('| `'))) {
    expect(line).toMatch(/^(\| [^|]+ ){4}\|( [^|]+)? \|$/);
  }
});
