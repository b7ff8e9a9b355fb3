import { expect, it } from 'vitest';
import { type RequiredCheck, rulesetFound, type Writer } from '../../src/doctor/required.ts';
import { known, unknown } from '../../src/facts/fact.ts';

const app = 4_711;
const context = 'drawbridge';

it.each<readonly [what: string, seen: readonly Writer[], mark: string]>([
  ['the App that is required', [app], 'well'],
  ['another one too', [app, 7], 'wrong'],
  ['a person', ['person'], 'wrong'],
  ['nobody yet', [], 'warning'],
  ['an App that is not shown', ['hidden'], 'warning'],
  ['one that is not shown beside it', [app, 'hidden'], 'warning'],
])('written by %s', (_what, seen, mark) => {
  const writers = new Map([[context, known(seen)]]);
  const found = rulesetFound(required(app), [context], {
    ...{ isOwn: false, isMixed: false, reported: context, seen: writers },
  });
  expect(found.map((one) => one.mark)).toEqual([mark]);
});

it('written by whom GitHub does not say', () => {
  const seen = new Map([[context, unknown('github-unavailable')]]);
  const found = rulesetFound(required(app), [context], {
    ...{ isOwn: false, isMixed: false, reported: undefined, seen },
  });
  expect(found.map(({ mark }) => mark)).toEqual(['unknown']);
});

const required = (source: number) => known<readonly RequiredCheck[]>([{ context, source }]);
