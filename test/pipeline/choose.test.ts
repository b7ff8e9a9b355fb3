import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, eldestAlive, type Wish } from '../../src/pipeline/choose.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { toStatus } from '../../src/pipeline/status.ts';
import { alive, blocked, currentHead, ended, olderHead, pipeline } from './build.ts';

const first: Wish = { again: false, onRerun: 'retry-failed' };
const again: Wish = { again: true, onRerun: 'retry-failed' };
const anew: Wish = { again: true, onRerun: 'new' };

/** The head of the ref on which these pipelines run. */
const at = (head: string | undefined) => ({ ref: 'main', head });

/** `take id` for pipelines written as `id status`, newest last. */
const taken = (existing: readonly Partial<Pipeline>[], wish: Wish, head: string | null = currentHead) => {
  const choice = choose(existing.map(pipeline), at(head ?? undefined), wish);
  return choice.take === 'new' ? 'new' : `${choice.take} ${choice.pipeline.id}`;
};

describe('one pipeline exists', () => {
  it.each([
    ...alive
      .filter((status) => status !== 'canceling')
      .map((status) => [status, 'attach 5', 'attach 5', 'new'] as const),
    ...blocked.map((status) => [status, 'attach 5', 'attach 5', 'new'] as const),
    ['unknown', 'attach 5', 'attach 5', 'new'] as const,
    ['canceling', 'new', 'new', 'new'] as const,
    ['success', 'verdict 5', 'verdict 5', 'new'] as const,
    ['failed', 'verdict 5', 'retry 5', 'new'] as const,
    ['canceled', 'retry 5', 'retry 5', 'new'] as const,
    ['skipped', 'new', 'new', 'new'] as const,
  ])('%s: first run %s, re-run %s, re-run from scratch %s', (status, onFirst, onAgain, onNew) => {
    const existing = [{ id: 5, status }];
    expect([taken(existing, first), taken(existing, again), taken(existing, anew)]).toEqual([
      onFirst,
      onAgain,
      onNew,
    ]);
  });

  it.each([
    ['canceling', currentHead, 'the last pipeline of this request is being cancelled'],
    ['skipped', currentHead, 'the last pipeline of this request was skipped'],
    ['success', olderHead, 'the GitLab branch has moved since the last pipeline of this request'],
  ] as const)('%s: says why it starts a new one', (status, sha, because) => {
    expect(choose([pipeline({ status, sha })], at(currentHead), again)).toEqual({ take: 'new', because });
  });

  it.each([...alive, ...blocked, ...ended, 'unknown' as const])(
    '%s, but on an older commit, or on another ref: new',
    (status) => {
      for (const wish of [first, again, anew]) {
        expect(taken([{ id: 5, status, sha: olderHead }], wish)).toBe('new');
        expect(taken([{ id: 5, status }], wish, null)).toBe('new');
        expect(taken([{ id: 5, status, ref: 'other' }], wish)).toBe('new');
      }
    },
  );

  it('was kept by GitLab with errors in its configuration: new', () => {
    for (const wish of [first, again]) {
      expect(taken([{ id: 5, status: 'failed', invalidConfiguration: true }], wish)).toBe('new');
    }
  });

  it('a first run looks back also when re-runs shall not', () => {
    expect(taken([{ id: 5, status: 'success' }], { again: false, onRerun: 'new' })).toBe('verdict 5');
  });
});

describe('several exist', () => {
  it.each([
    [
      'the eldest live one',
      [
        { id: 7, status: 'running' },
        { id: 5, status: 'pending' },
        { id: 6, status: 'running' },
      ],
      'attach 5',
    ],
    [
      'a live one before a verdict',
      [
        { id: 8, status: 'success' },
        { id: 5, status: 'running' },
      ],
      'attach 5',
    ],
    [
      'the newest verdict',
      [
        { id: 5, status: 'failed' },
        { id: 8, status: 'success' },
      ],
      'verdict 8',
    ],
    [
      'the newest verdict, read in another order',
      [
        { id: 8, status: 'success' },
        { id: 5, status: 'failed' },
      ],
      'verdict 8',
    ],
    [
      'a failure that followed a success',
      [
        { id: 8, status: 'failed' },
        { id: 5, status: 'success' },
      ],
      'retry 8',
    ],
    [
      'ids by number, not by text',
      [
        { id: 9, status: 'failed' },
        { id: 10, status: 'success' },
      ],
      'verdict 10',
    ],
    [
      'only those on the current commit',
      [
        { id: 8, status: 'running', sha: olderHead },
        { id: 5, status: 'success' },
      ],
      'verdict 5',
    ],
    ['none', [], 'new'],
  ] as const)('%s', (_, existing, expected) => expect(taken(existing, again)).toBe(expected));
});

const anyPipeline = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }),
    status: fc.constantFrom(...alive, ...blocked, ...ended, 'else').map(toStatus),
    sha: fc.constantFrom(currentHead, olderHead),
    invalidConfiguration: fc.boolean(),
  })
  .map(pipeline);
const anyPipelines = fc.uniqueArray(anyPipeline, { selector: ({ id }) => id, maxLength: 5 });
const anyWish = fc.record<Wish>({ again: fc.boolean(), onRerun: fc.constantFrom('retry-failed', 'new') });

describe('any choice', () => {
  it('takes only a healthy pipeline on the current commit, and does not depend on the order', () => {
    fc.assert(
      fc.property(
        anyPipelines,
        anyWish,
        fc.option(fc.constant(currentHead), { nil: undefined }),
        (existing, wish, head) => {
          const choice = choose(existing, at(head), wish);
          expect(choose([...existing].reverse(), at(head), wish)).toEqual(choice);
          if (choice.take === 'new') return;
          expect(choice.pipeline.sha).toBe(head);
          expect(choice.pipeline.invalidConfiguration).toBe(false);
          expect(choice.take === 'attach').toBe(!ended.some((status) => status === choice.pipeline.status));
        },
      ),
    );
  });

  it('starts none beside a live one that it could join', () => {
    fc.assert(
      fc.property(anyPipelines, (existing) => {
        const joinable = existing.filter((one) => one.sha === currentHead && !one.invalidConfiguration);
        const elder = eldestAlive(joinable);
        for (const wish of [first, again]) {
          const choice = choose(existing, at(currentHead), wish);
          if (elder) expect(choice).toEqual({ take: 'attach', pipeline: elder });
          else expect(choice.take).not.toBe('attach');
        }
      }),
    );
  });
});
