import { type Pattern, parsePattern } from '../../src/request/patterns.ts';
import type { Passing, TargetRef } from '../../src/request/request.ts';
import { type Subject, subjectOf } from '../../src/request/subject.ts';
import { head, livePull } from '../gate/build.ts';

/** Parts from which the tests of requests are made. */

export const main: TargetRef = { name: 'main', shown: 'default', twin: false };
export const names = { branch: 'GITHUB_ENGINE_BRANCH_NAME', tests: 'TESTS_TO_RUN' };
export const passing: Passing = { passAs: 'variables', proof: false, names, further: {}, mark: 'abcd' };

/** What crosses where alice has pushed to her pull request 42, made as `admit` makes it; tests change one thing. */
export function subject(over: Partial<Subject> = {}): Subject {
  const crossing = {
    kind: 'pull-request',
    pull: livePull(),
    approval: undefined,
    byOutsider: false,
  } as const;
  const made = subjectOf(
    { decision: 'allowed', reason: 'all-members', commit: head, crossing },
    { selected: true, tests: ['test-all'], all: true },
    { repository: 'acme/engine', onRequest: false },
  );
  if ('unsafe' in made) throw new Error('all its values are safe');
  return { ...made, ...over };
}

/** Test id → patterns, as the input `paths` has them. Throws on one that is wrong. */
export const pathsOf = (rows: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(rows).map(([id, texts]) => [id, texts.map(patternOf)]));

/** The pattern of a text that is right. */
export function patternOf(text: string): Pattern {
  const parsed = parsePattern(text);
  if (!parsed.fits) throw new Error(`${text} ${parsed.wrong}`);
  return parsed.pattern;
}
