import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { anchorsOf, linksOf, pages } from './pages.ts';

const links = pages.flatMap(linksOf);

it('finds links at all', () => {
  expect(links).toContainEqual({ from: 'README.md', to: 'docs/security.md', anchor: 'least-permissions' });
});

it('links to files that exist', () => {
  expect(links.filter(({ to }) => !existsSync(to))).toEqual([]);
});

it('links to headings that exist', () => {
  const dangling = links.filter(
    ({ to, anchor }) => anchor !== undefined && to.endsWith('.md') && !anchorsOf(to).includes(anchor),
  );
  expect(dangling).toEqual([]);
});

it('has no page that nobody links to', () => {
  const reached = new Set(links.filter(({ from, to }) => from !== to).map(({ to }) => to));
  expect(pages.filter((page) => page !== 'README.md' && !reached.has(page))).toEqual([
    'examples/engine-tests/README.md',
  ]);
});
