import fc from 'fast-check';

/** The tests of the model, and the areas of files that need them. */
export const ids = ['a', 'b', 'c'] as const;
export type Id = (typeof ids)[number];

/** A label by its meaning; each is written in any case of letters. `unknown` begins with the prefix and stands for nothing. */
export type Label = Id | 'all' | 'unknown' | 'other';

/** What a pull request changes: the areas of its tests, a page that no test is for, a workflow, or more than is listed. */
export type Area = Id | 'page' | 'workflow' | 'endless';

/**
 * The pull requests of one commit. 1 and 2: one branch of alice's, to two bases. 3: mallory's fork, with the same commit.
 * 4: the copy of 3 that `/duplicate` has made.
 */
export type PullNumber = 1 | 2 | 3 | 4;

/** Something that happens. `of` chooses among the pull requests that there are. */
export type Event =
  /** A label is set, or taken away: by whom, and whether GitHub tells of it. A job's own token causes no event. */
  | {
      readonly do: 'label';
      readonly of: number;
      readonly label: Label;
      readonly on: boolean;
      readonly by: 'alice' | 'mallory' | 'a job';
    }
  /** A label of the repository gets another name: on every pull request, and without an event. */
  | { readonly do: 'rename'; readonly from: Label; readonly to: Label }
  /** A branch moves: to a new commit, or back to the first. */
  | { readonly do: 'push'; readonly of: number; readonly back: boolean }
  | { readonly do: 'close' | 'reopen' | 'draft' | 'ready' | 'approve' | 'retest'; readonly of: number }
  /** A branch of the repository, or the merge queue, gets the commit. */
  | { readonly do: 'ref'; readonly on: 'push' | 'queue' }
  /** GitHub's lists leave out the newest status, for so long (ms). */
  | { readonly do: 'lag'; readonly forMs: number };

/** What happens, and how long (ms) after what was before it. */
export type HeadStep = Event & { readonly after: number };

/** A world at its beginning, and what happens in it. */
export interface Heads {
  readonly numbers: readonly PullNumber[];
  readonly labels: readonly (readonly Label[])[];
  readonly areas: readonly (readonly Area[])[];
  /** Tests that fail on the commit. */
  readonly broken: readonly Id[];
  readonly requireAll: boolean;
  readonly paths: boolean;
  /** Whether the check of mode `require-all` stands beside. */
  readonly beside: boolean;
  readonly drafts: boolean;
  readonly settleSeconds: number;
  readonly way: 'pull_request_target' | 'workflow_run';
  /** For latencies, and the case of letters. */
  readonly seed: number;
  readonly steps: readonly HeadStep[];
}

const label = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Label>(...ids) },
  { weight: 2, arbitrary: fc.constant<Label>('all') },
  { weight: 1, arbitrary: fc.constantFrom<Label>('unknown', 'other') },
);
const area = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Area>(...ids) },
  { weight: 2, arbitrary: fc.constant<Area>('page') },
  { weight: 1, arbitrary: fc.constantFrom<Area>('workflow', 'endless') },
);
const of = fc.nat({ max: 2 });
const after = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 3_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 3_000, max: 40_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 400_000 }) },
);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      ...{ do: fc.constant('label' as const), of, label },
      on: fc.oneof({ weight: 2, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      by: fc.constantFrom('alice' as const, 'alice' as const, 'a job' as const, 'mallory' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), from: label, to: label }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('push' as const), of, back: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['close', 'reopen', 'draft', 'ready', 'approve', 'approve', 'retest'] as const),
      ),
      of,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('ref' as const),
      on: fc.constantFrom('push' as const, 'queue' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('lag' as const), forMs: fc.integer({ min: 100, max: 4_000 }) }),
  },
);

const each = <T>(one: fc.Arbitrary<T>, most: number) =>
  fc.array(fc.array(one, { maxLength: most }), { minLength: 3, maxLength: 3 });

/** Pull requests of one commit, and what happens to them. */
export const heads: fc.Arbitrary<Heads> = fc.record({
  numbers: fc.constantFrom<readonly PullNumber[]>([1, 2], [1, 3], [3, 4], [1, 2, 3]),
  labels: each(label, 2),
  areas: each(area, 2),
  broken: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...ids], { minLength: 1, maxLength: 1 }) },
  ),
  requireAll: fc.boolean(),
  paths: fc.boolean(),
  beside: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  drafts: fc.boolean(),
  settleSeconds: fc.constantFrom(0, 5),
  way: fc.oneof(
    { weight: 4, arbitrary: fc.constant('pull_request_target' as const) },
    { weight: 1, arbitrary: fc.constant('workflow_run' as const) },
  ),
  seed: fc.nat(),
  steps: fc.array(
    fc.tuple(event, after).map(([one, ms]) => ({ ...one, after: ms })),
    { minLength: 1, maxLength: 7 },
  ),
});
