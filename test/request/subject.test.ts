import { describe, expect, it } from 'vitest';
import { safeValue } from '../../src/facts/alphabet.ts';
import { known, unknown } from '../../src/facts/fact.ts';
import type { FileSource } from '../../src/facts/files.ts';
import { keyOf } from '../../src/request/request.ts';
import { type Allowed, comparedWith, selectionFor, subjectOf } from '../../src/request/subject.ts';
import { type SelectionRules, select, selectTests } from '../../src/request/tests.ts';
import { approval as approved, forkHead, githubFailure, head, livePull, refEvent } from '../gate/build.ts';
import { main, passing, pathsOf } from './build.ts';

const rules: SelectionRules = {
  ...{ prefix: 'test-', defaultTests: ['test-all'], allLabel: 'test-all' },
  tests: new Map([
    ['test-z', 'zone'],
    ['test-a', 'aws'],
    ['test-all', 'everything'],
  ]),
};
const unlisted: SelectionRules = { ...rules, tests: undefined };

describe('what may be sent: attacks 16 and 17', () => {
  it.each(['', 'a', 'feature/dns_v2.1', 'a,b', 'owner/repo#42@0:1+2=3'])('%j', (value) =>
    expect(safeValue.test(value)).toBe(true),
  );
  it.each([
    '$a',
    'a$',
    'a b',
    '`',
    'a;b',
    '{',
    'a\n',
    '\na',
    'ü',
    '"',
    "'",
    '\\',
    '%',
    '&',
    '|',
    '<',
    '*',
    '~',
  ])('not %j', (value) => expect(safeValue.test(value)).toBe(false));
});

describe('what is told of what is known', () => {
  it('the test ids, in order, where a command names a strange one', () => {
    expect(selectTests(['aws', 'gcp'], rules)).toEqual({
      ...{ selected: false, reason: 'unknown-test', labels: ['gcp'] },
      known: ['aws', 'everything', 'test-all', 'zone'],
    });
  });

  it('the labels, in order, where a label is strange', () => {
    expect(select(['test-gcp'], rules)).toMatchObject({ known: ['test-a', 'test-all', 'test-z'] });
  });

  it('nothing where nothing is listed', () => {
    expect(select(['test-$x'], unlisted)).toMatchObject({
      reason: 'unsafe-value',
      labels: ['test-$x'],
      known: [],
    });
    expect(selectTests(['anything'], unlisted)).toEqual({ selected: true, tests: ['anything'], all: false });
  });
});

it('the all label means all, whatever the map makes of it', () => {
  expect(select(['test-all', 'test-a'], rules)).toEqual({ selected: true, tests: ['test-all'], all: true });
});

it('without a map no selection is all but the all label', () => {
  expect(select(['test-a'], unlisted)).toMatchObject({ tests: ['test-a'], all: false });
});

describe('what crosses', () => {
  const picked = { selected: true, tests: ['aws'], all: false } as const;
  const here = { repository: 'acme/engine', onRequest: false };
  const pulled = (approval: boolean, over: Parameters<typeof livePull>[0] = {}): Allowed => ({
    decision: 'allowed',
    reason: approval ? 'approved-commit' : 'all-members',
    commit: head,
    crossing: {
      kind: 'pull-request',
      pull: livePull(over),
      approval: approval ? approved() : undefined,
      byOutsider: false,
    },
  });
  const fork = { head: forkHead };

  it.each<[string, Allowed, string, string | undefined]>([
    ["members' own, of a branch of the repository: by its name", pulled(false), 'feature/x', 'feature/x'],
    ["members' own, of a fork: by its commit", pulled(false, fork), head, undefined],
    ['an approved commit of a fork: by the commit', pulled(true, fork), head, undefined],
    // An outside collaborator may name a branch of the repository: it must not choose a private GitLab branch.
    ['an approved commit of a branch of the repository: by the commit too', pulled(true), head, undefined],
  ])('%s', (_, allowed, branch, twin) => {
    expect(subjectOf(allowed, picked, here)).toEqual({
      ...{ repository: 'acme/engine', origin: 42, commit: head, branch, twin },
      ...{ tests: ['aws'], all: false, onRequest: false },
    });
  });

  it.each([
    ['queue', 'queue', undefined],
    ['push', 'push', 'v1'],
    ['tag', 'tag', undefined],
    ['release', 'tag', undefined],
  ] as const)('a commit of the repository by %s', (on, origin, twin) => {
    const crossing = { kind: 'ref', event: refEvent({ on, name: 'v1' }) } as const;
    const allowed: Allowed = { decision: 'allowed', reason: 'member-with-write', commit: head, crossing };
    expect(subjectOf(allowed, picked, here)).toMatchObject({ origin, branch: 'v1', twin, commit: head });
  });

  it('a release asks for the same as its tag', () => {
    const keys = (['tag', 'release'] as const).map((on) => {
      const crossing = { kind: 'ref', event: refEvent({ on, name: 'v1' }) } as const;
      const made = subjectOf({ ...pulled(false), crossing }, picked, here);
      return 'unsafe' in made ? made : keyOf(made, main, passing);
    });
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).toMatch(/^acme\/engine!tag@a{40}:[0-9a-f]{12}$/);
  });

  it.each<[string, Allowed, readonly string[], string]>([
    [
      'the branch of members: attack 16',
      pulled(false, { head: { ...forkHead, repository: 'acme/engine', branch: '$(id)' } }),
      ['aws'],
      '$(id)',
    ],
    ['a test', pulled(false), ['$CI_JOB_TOKEN'], '$CI_JOB_TOKEN'],
    ['one of several tests', pulled(true), ['aws', 'a b'], 'a b'],
  ])('nothing, where %s may not be sent on: it is named', (_, allowed, tests, unsafe) =>
    expect(subjectOf(allowed, { ...picked, tests }, here)).toEqual({ unsafe: [unsafe] }),
  );

  it('a branch of the repository has its twin in whatever letters GitHub tells the repository', () => {
    const cased = pulled(false, { head: { ...forkHead, repository: 'Acme/Engine', branch: 'x' } });
    expect(subjectOf(cased, picked, here)).toMatchObject({ branch: 'x', twin: 'x' });
  });

  it('an approved commit, whatever its branch is called: the name is not sent', () => {
    const odd = pulled(true, { head: { ...forkHead, repository: 'acme/engine', branch: '$(id)' } });
    expect(subjectOf(odd, picked, here)).toMatchObject({ branch: head });
  });

  it('is asked for on request or not, as it was told', () => {
    for (const onRequest of [true, false])
      expect(subjectOf(pulled(false), picked, { ...here, onRequest })).toMatchObject({ onRequest });
  });
});

describe('the tests of what crosses', () => {
  const ofPull = (labels: readonly string[]) =>
    ({ kind: 'pull-request', pull: livePull({ labels }), approval: undefined, byOutsider: false }) as const;
  const ofRef = (on: 'queue' | 'push' | 'tag' | 'release') =>
    ({ kind: 'ref', event: refEvent({ on }) }) as const;

  const byFiles: SelectionRules = { ...rules, paths: pathsOf({ aws: ['aws/**'], zone: ['zone/**'] }) };
  const changed = (...files: string[]): FileSource => ({
    filesOf: async () => ({ files: files.map((path) => ({ path, from: undefined })), complete: true }),
  });

  it.each<[string, Parameters<typeof comparedWith>, readonly string[]]>([
    ['by its files, where no label chooses', [ofPull(['bug']), undefined, byFiles], ['aws']],
    ['by its files again', [ofPull([]), { name: 'retest', all: false }, byFiles], ['aws']],
    ['by a label before files', [ofPull(['test-z']), undefined, byFiles], ['zone']],
    ['by a command before files', [ofPull([]), { name: 'test', tests: ['zone'] }, byFiles], ['zone']],
    ['all in the merge queue, whatever the files', [ofRef('queue'), undefined, byFiles], ['test-all']],
    ['the default ones for a push, whatever its files', [ofRef('push'), undefined, byFiles], ['test-all']],
    ['by its labels', [ofPull(['test-z', 'bug']), undefined, rules], ['zone']],
    ['by a command', [ofPull(['test-z']), { name: 'test', tests: ['aws'] }, rules], ['aws']],
    [
      'by its labels, whatever else is commanded',
      [ofPull(['test-z']), { name: 'retest', all: true }, rules],
      ['zone'],
    ],
    [
      'all in the merge queue',
      [ofRef('queue'), undefined, { ...rules, defaultTests: ['aws'] }],
      ['test-all'],
    ],
    ['the default ones for a push', [ofRef('push'), undefined, { ...rules, defaultTests: ['aws'] }], ['aws']],
    ['the default ones for a tag', [ofRef('tag'), undefined, { ...rules, defaultTests: ['aws'] }], ['aws']],
    [
      'the default ones for a release',
      [ofRef('release'), undefined, { ...rules, defaultTests: ['aws'] }],
      ['aws'],
    ],
  ])('%s', async (what, asked, tests) => {
    const selection = await selectionFor(changed('aws/main.tf', 'README.md'), ...asked);
    expect(selection).toMatchObject({ known: true, value: { selected: true, tests } });
    expect(comparedWith(...asked)).toBe(what.startsWith('by its files') ? 'main' : undefined);
  });

  it('none, where no file is about a test', async () => {
    const selection = await selectionFor(changed('README.md'), ofPull([]), undefined, byFiles);
    expect(selection).toEqual(known({ selected: true, tests: [], all: false }));
  });

  it('not known, where the files could not be read', async () => {
    const failing = { filesOf: () => Promise.reject(githubFailure('unavailable')) };
    const asked = (labels: string[]) => selectionFor(failing, ofPull(labels), undefined, byFiles);
    expect(await asked([])).toEqual(unknown('github-unavailable'));
    expect(await asked(['test-z'])).toMatchObject({ known: true });
  });
});
