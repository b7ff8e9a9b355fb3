import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { troubleshootingPage } from '../../../scripts/reasons.ts';
import { reasons } from '../../../src/reasons.ts';

it('docs/troubleshooting.md is what `npm run docs` writes, with every reason once', () => {
  const page = readFileSync('docs/troubleshooting.md', 'utf8');
  expect(page).toBe(troubleshootingPage(page));
  const told = [...page.matchAll(/^<a id="([a-z-]+)"><\/a>$/gm)].map(([, code = '']) => code);
  expect(told.toSorted()).toEqual(Object.keys(reasons).toSorted());
});
