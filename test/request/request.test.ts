import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markOf, type Passing, readKey, requestFor, type TargetRef } from '../../src/request/request.ts';
import type { Subject } from '../../src/request/subject.ts';
import { head, other } from '../gate/build.ts';
import { main, names, passing, subject } from './build.ts';

const twin: TargetRef = { name: 'feature/x', shown: 'feature/x', twin: true };

type Asked = Parameters<typeof requestFor>;
const asked = (
  over: Partial<{
    subject: Partial<Subject>;
    ref: TargetRef;
    passAs: Passing['passAs'];
    names: Passing['names'];
    further: Passing['further'];
    mark: string;
  }> = {},
): Asked => {
  const { subject: part, ref = main, ...how } = over;
  return [subject({ tests: ['test-aws', 'test-do'], ...part }), ref, { ...passing, ...how }];
};
const keyOf = (...over: Parameters<typeof asked>) => requestFor(...asked(...over)).key;

describe('a request', () => {
  it('carries what GitLab receives', () => {
    const made = requestFor(...asked({ ref: twin, further: { REGION: 'eu' } }));
    expect(made.values).toEqual({
      REGION: 'eu',
      GITHUB_ENGINE_BRANCH_NAME: 'feature/x',
      TESTS_TO_RUN: 'test-aws,test-do',
      GITHUB_COMMIT_ID: head,
      FORCE_CHECKOUT_CUSTOM_BRANCH: 'true',
      GITHUB_PULL_REQUEST: '42',
      GITHUB_REPOSITORY_FULL_NAME: 'acme/engine',
      DRAWBRIDGE_KEY: made.key,
    });
    expect([made.ref, made.passAs]).toEqual([twin, 'variables']);
  });

  it("says that no twin is used, and uses the maintainer's names", () => {
    const { values } = requestFor(...asked({ names: { branch: 'ENGINE_BRANCH', tests: 'TESTS' } }));
    expect(values).toMatchObject({
      ENGINE_BRANCH: 'feature/x',
      TESTS: 'test-aws,test-do',
      FORCE_CHECKOUT_CUSTOM_BRANCH: 'false',
    });
    expect(Object.keys(values)).not.toContain('TESTS_TO_RUN');
  });

  it('lets no further variable take the place of one of ours', () => {
    const further = {
      GITHUB_COMMIT_ID: 'x',
      DRAWBRIDGE_KEY: 'x',
      TESTS_TO_RUN: 'x',
      GITHUB_ENGINE_BRANCH_NAME: 'x',
    };
    const made = requestFor(...asked({ further }));
    expect(made.values).toEqual({ ...requestFor(...asked()).values, DRAWBRIDGE_KEY: made.key });
  });
});

describe('the key of a request', () => {
  it('has the form of the contract', () => {
    expect(keyOf()).toMatch(/^acme\/engine#42@a{40}:[0-9a-f]{12}$/);
  });

  it('is pinned: another digest would lose every pipeline that is running', () => {
    expect(keyOf()).toBe(`acme/engine#42@${head}:abcd62a1ce5d`);
    expect(keyOf({ further: { B: '2', A: '1' } })).toBe(`acme/engine#42@${head}:abcde2c8b382`);
  });

  it.each(['queue', 'push', 'tag'] as const)('names what is no pull request: %s', (origin) => {
    const made = requestFor(...asked({ subject: { origin } }));
    expect(made.key).toMatch(new RegExp(`^acme/engine!${origin}@a{40}:[0-9a-f]{12}$`));
    expect(readKey(made.key)).toMatchObject({ origin });
    expect(made.values['GITHUB_PULL_REQUEST']).toBe('');
  });

  it('is refused where no test is asked for, which a project may take for all', () =>
    expect(() => keyOf({ subject: { tests: [] } })).toThrow(new RangeError('a request needs a test')));

  it('is refused when GitLab could not take it as a name', () => {
    const longest = 255 - keyOf({ subject: { repository: '' } }).length;
    expect(keyOf({ subject: { repository: 'r'.repeat(longest) } })).toHaveLength(255);
    expect(() => keyOf({ subject: { repository: 'r'.repeat(longest + 1) } })).toThrow(
      new RangeError('the request key is longer than a pipeline name may be'),
    );
  });

  it('does not depend on the order in which further variables were written', () => {
    expect(keyOf({ further: { B: '2', A: '1' } })).toBe(keyOf({ further: { A: '1', B: '2' } }));
  });

  it.each([
    ['push', false],
    ['tag', false],
    // A pull request has one branch, and so has its group in the queue.
    ['queue', true],
    [42, true],
  ] as const)('of one commit by %s under two names is the same: %s', (origin, same) => {
    const [one, two] = ['v1', 'v2'].map((branch) => keyOf({ subject: { origin, branch } }));
    expect(one === two).toBe(same);
  });

  it('is read back, and no other text is one', () => {
    const told = { repository: 'acme/engine', commit: head, mark: passing.mark };
    expect(readKey(keyOf())).toEqual({ ...told, origin: 42 });
    expect(readKey(keyOf({ subject: { origin: 7 } }))).toEqual({ ...told, origin: 7 });
    expect(readKey(keyOf({ subject: { repository: 'a.b/c_d-e' } }))?.repository).toBe('a.b/c_d-e');
    const rest = `@${head}:0123456789ab`;
    const others = [
      ...['', 'acme/engine#42', `acme/engine#${rest}`, `acme/engine#0${rest}`, `acme/engine#x42${rest}`],
      ...[`acme/engine!42${rest}`, `acme/engine!release${rest}`, `#42${rest}`, `engine#42${rest}`],
      ...[`other/acme/engine#42${rest}`, `acme/engine#1234567890123456${rest}`, `acme/engine#42${rest}c`],
      ...[`acme/engine#42@${head}:0123456789aB`, `acme/engine#42@${head.slice(1)}:0123456789ab`],
      ...[` ${keyOf()}`, `${keyOf()}\n`, undefined],
    ];
    expect(others.map(readKey)).toEqual(others.map(() => undefined));
    expect(readKey(`acme/engine#123456789012345${rest}`)?.origin).toBe(123_456_789_012_345);
  });

  it('begins its digest with the mark of its check', () => {
    const usual = markOf('drawbridge', 'https://github.com');
    expect(usual).toMatch(/^[0-9a-f]{4}$/);
    for (const mark of [markOf('other', 'https://github.com'), markOf(undefined, 'https://github.com')])
      expect(mark).not.toBe(usual);
    expect(markOf('drawbridge', 'https://github.acme.example')).not.toBe(usual);
    expect(keyOf({ mark: usual })).toContain(`:${usual}`);
    expect(keyOf({ mark: usual }).split(usual)[1]).toBe(keyOf().split(passing.mark)[1]);
  });

  it('says nothing of a private branch name', () => {
    expect(keyOf({ ref: { ...main, name: 'secret-branch' } })).toBe(keyOf());
  });

  it.each([
    ['repository', { subject: { repository: 'acme/other' } }],
    ['pull request', { subject: { origin: 43 } }],
    ['commit', { subject: { commit: other } }],
    ['tests', { subject: { tests: ['test-aws'] } }],
    ['ref', { ref: { ...main, name: 'v1', shown: 'v1' } }],
    ['twin', { ref: twin }],
    ['way of passing', { passAs: 'inputs' as const }],
    ['start without a proof', { proof: true }],
    ['name of the branch variable', { names: { ...names, branch: 'B' } }],
    ['name of the tests variable', { names: { ...names, tests: 'T' } }],
    ['value of a further variable', { further: { REGION: 'us' } }],
    ['name of a further variable', { further: { REGIO: 'Neu' } }],
    ['number of further variables', { further: {} }],
  ])('is another one for another %s', (_, over) => {
    const base = { further: { REGION: 'eu' } };
    expect(keyOf({ ...base, ...over })).not.toBe(keyOf(base));
  });
});

const word = fc.stringMatching(/^[A-Za-z0-9._/-]{1,8}$/);
const anyAsked = fc.record({
  subject: fc.record({
    origin: fc.constantFrom(1, 2, 12, 'queue' as const, 'push' as const, 'tag' as const),
    tests: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  }),
  ref: fc.oneof(
    fc.constant(main),
    word.map((name): TargetRef => ({ name, shown: name, twin: true })),
    word.map((name): TargetRef => ({ name, shown: name, twin: false })),
  ),
  passAs: fc.constantFrom('variables' as const, 'inputs' as const),
  further: fc.dictionary(fc.stringMatching(/^X[A-Z]{0,2}$/), word, { maxKeys: 3 }),
});

describe('any two requests', () => {
  it("have a key of the contract's form, at most 255 long", () => {
    fc.assert(
      fc.property(anyAsked, (over) => {
        const key = keyOf(over);
        expect(key).toMatch(/^acme\/engine(#\d+|!(queue|push|tag))@[0-9a-f]{40}:[0-9a-f]{12}$/);
        expect(key.length).toBeLessThanOrEqual(255);
      }),
    );
  });

  it('have equal keys exactly when the same is asked', () => {
    const sameAsked = (a: Asked, b: Asked) => {
      const plain = (one: Asked) => {
        const { values, ref, passAs } = requestFor(...one);
        const { DRAWBRIDGE_KEY: _, ...rest } = values;
        return JSON.stringify([ref, passAs, Object.entries(rest).map(String).sort()]);
      };
      return plain(a) === plain(b);
    };
    fc.assert(
      fc.property(anyAsked, anyAsked, (one, two) => {
        expect(keyOf(one) === keyOf(two)).toBe(sameAsked(asked(one), asked(two)));
        expect(keyOf(one)).toBe(keyOf(structuredClone(one)));
      }),
    );
  });

  it('tells a twin from a configured branch of the same name', () => {
    const named = { name: 'release', shown: 'release' };
    expect(keyOf({ ref: { ...named, twin: true } })).not.toBe(keyOf({ ref: { ...named, twin: false } }));
  });
});
