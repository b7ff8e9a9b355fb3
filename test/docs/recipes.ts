/** The workflows of the README and of docs/recipes.md, and what their jobs may do at most. */

import { expect } from 'vitest';
import { documentedCalls, permissionOf, unionOf } from './calls.ts';
import { blocksOf } from './pages.ts';
import type { Played } from './play.ts';
import { parseWorkflow } from './workflows.ts';

/** Texts by heading; that of the README is called `README`. */
export const recipes: ReadonlyMap<string, string> = new Map(
  ['README.md', 'docs/recipes.md'].flatMap((file) =>
    blocksOf(file)
      .filter(({ text }) => /^jobs:/m.test(text))
      .map(({ heading, text }) => [file === 'README.md' ? 'README' : heading, text] as const),
  ),
);

/** The text below a heading. Throws when there is none. */
export function recipe(heading: string): string {
  const text = recipes.get(heading);
  if (text === undefined) throw new Error(`no workflow below ${heading}`);
  return text;
}

/** The permissions of a job's own token are those that its plays together needed, and nothing was complained of. */
export function expectLeast(plays: Played | readonly Played[], heading: string, job: string): void {
  const all: readonly Played[] = [plays].flat();
  const own = all.flatMap((one) => one.own);
  const { jobs, permissions } = parseWorkflow(recipe(heading));
  const calls = documentedCalls('github');
  const needed = own.map(({ method, path }) => {
    const call = calls.find(({ matches }) => matches(`${method} ${path}`));
    if (!call) throw new Error(`not in docs/security.md: ${method} ${path}`);
    return permissionOf(call.needs[1]);
  });
  expect(unionOf(needed)).toEqual(jobs[job]?.permissions ?? permissions);
  for (const { log } of all) expect(log).not.toMatch(/warning|forbidden|did not take/i);
}
