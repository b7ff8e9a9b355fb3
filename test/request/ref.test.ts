import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import { type Branch, chooseRef, headOf, type RefRules, type Refs } from '../../src/request/ref.ts';
import { currentHead, everyKind, gitlabFailure } from '../pipeline/build.ts';
import { type Answer, notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { gitlabWorld } from '../world/gitlab.ts';

const free: Branch = { protected: false, sha: currentHead };
const guarded: Branch = { protected: true, sha: currentHead };

/** GitLab with this branch and this default one, or a failure in place of one, and the questions that it got. */
function gitlab(
  branch: Answer<Branch | undefined>,
  standard: Answer<string> = 'trunk',
  name = 'feature/x',
): { readonly refs: Refs; readonly calls: readonly string[] } {
  const world = gitlabWorld(virtualClock());
  const { carry, done: calls, fail } = notedCalls();
  if (branch instanceof ServiceFailure) fail('branch', branch);
  else if (branch) world.branches.set(name, branch);
  if (standard instanceof ServiceFailure) fail('default', standard);
  else world.defaultBranch = standard;
  return { refs: world.client(carry), calls };
}

const rules = (over: Partial<RefRules> = {}): RefRules => ({ ref: undefined, twinPatterns: [], ...over });
const asTwin = (name: string) => ({ ref: { name, shown: name, twin: true }, head: currentHead });
const asDefault = { ref: { name: 'trunk', shown: 'default', twin: false }, head: undefined };
const passing = <T extends object>(chosen: T) => ({ ...chosen, passedOver: 'feature/x' });
const asConfigured = { ref: { name: 'v2', shown: 'v2', twin: false }, head: undefined };

describe('the GitLab branch of a run', () => {
  it.each([
    ['a twin exists', free, rules(), asTwin('feature/x')],
    ['a twin exists, a ref is configured', free, rules({ ref: 'v2' }), asTwin('feature/x')],
    ['no twin', undefined, rules(), asDefault],
    ['no twin, a ref is configured', undefined, rules({ ref: 'v2' }), asConfigured],
    ['the twin is protected', guarded, rules(), passing(asDefault)],
    ['the twin is protected, a ref is configured', guarded, rules({ ref: 'v2' }), passing(asConfigured)],
    ['the twin is protected and named', guarded, rules({ twinPatterns: ['feature/x'] }), asTwin('feature/x')],
    [
      'the twin is protected and fits a pattern',
      guarded,
      rules({ twinPatterns: ['release/*', 'feature/*'] }),
      asTwin('feature/x'),
    ],
    [
      'the twin is protected and fits none',
      guarded,
      rules({ twinPatterns: ['release/*', 'feature/'] }),
      passing(asDefault),
    ],
    [
      'the twin is free and fits no pattern',
      free,
      rules({ twinPatterns: ['release/*'] }),
      asTwin('feature/x'),
    ],
  ])('%s', async (_, branch, given, expected) => {
    expect(await chooseRef(gitlab(branch).refs, 'feature/x', given)).toEqual(expected);
  });

  it.each([
    ['the default branch', rules()],
    ['the configured one', rules({ ref: 'trunk' })],
  ])('nothing is passed over where the protected branch of the same name is %s', async (_, given) => {
    const { ref, passedOver } = await chooseRef(gitlab(guarded, 'trunk', 'trunk').refs, 'trunk', given);
    expect([ref.name, ref.twin, passedOver]).toEqual(['trunk', false, undefined]);
  });

  it('never shows a name that was read from GitLab', async () => {
    const { ref } = await chooseRef(gitlab(undefined, 'private-name').refs, 'feature/x', rules());
    expect([ref.name, ref.shown]).toEqual(['private-name', 'default']);
  });

  it('asks for no branch in the name of a fork: attack 22', async () => {
    const { refs, calls } = gitlab(free);
    expect(await chooseRef(refs, undefined, rules())).toEqual(asDefault);
    expect(calls).toEqual(['default']);
  });

  it('asks only what it needs', async () => {
    const { refs, calls } = gitlab(undefined);
    await chooseRef(refs, 'feature/x', rules({ ref: 'v2' }));
    expect(calls).toEqual(['branch feature/x']);
  });

  it('asks both questions in one round trip', async () => {
    const { refs, calls } = gitlab(undefined);
    const chosen = chooseRef(refs, 'feature/x', rules());
    expect(calls).toEqual(['branch feature/x', 'default']);
    await chosen;
  });

  it.each(everyKind)('does not take %s for an answer', async (kind) => {
    const failure = gitlabFailure(kind);
    await expect(chooseRef(gitlab(failure).refs, 'x', rules({ ref: 'v2' }))).rejects.toBe(failure);
    await expect(chooseRef(gitlab(undefined, failure).refs, 'x', rules())).rejects.toBe(failure);
  });
});

describe('the head of a ref', () => {
  const [onBranch, onTag] = ['b'.repeat(40), 'c'.repeat(40)];

  it.each<[string, string | undefined, boolean, boolean, string | undefined]>([
    ['the default branch', undefined, true, false, onBranch],
    ['the default branch, beside a tag of its name', undefined, true, true, onBranch],
    ['a default branch that is no more, and a tag of its name', undefined, false, true, undefined],
    ['a configured branch', 'v2', true, false, onBranch],
    ['a configured tag', 'v2', false, true, onTag],
    ['a configured tag, beside a branch of its name: neither', 'v2', true, true, undefined],
    ['one that is no more', 'v2', false, false, undefined],
  ])('%s', async (_, ref, branch, tag, expected) => {
    const world = gitlabWorld(virtualClock());
    if (branch) world.branches.set('v2', { protected: true, sha: onBranch });
    if (tag) world.tags.set('v2', onTag);
    expect(await headOf(world.client(), 'v2', { ref })).toBe(expected);
  });
});

describe('patterns of protected branches', () => {
  const fits = async (pattern: string, name: string) =>
    (await chooseRef(gitlab(guarded, 'trunk', name).refs, name, rules({ twinPatterns: [pattern] }))).ref.twin;

  it.each([
    ['main', 'main'],
    ['*', 'any/thing'],
    ['release/*', 'release/1/2'],
    ['release/*', 'release/'],
    ['*-stable', '2-stable'],
    ['a*b*c', 'aXbYc'],
    ['v1.0', 'v1.0'],
  ])('%s fits %s', async (pattern, name) => expect(await fits(pattern, name)).toBe(true));

  it.each([
    ['main', 'maintenance'],
    ['main', 'my-main'],
    ['main', 'Main'],
    ['release/*', 'prerelease/1'],
    ['*-stable', '2-stable-x'],
    ['v1.0', 'v1x0'],
    ['a+', 'aa'],
    ['(a|b)', 'a'],
    ['[ab]', 'a'],
  ])('%s does not fit %s', async (pattern, name) => expect(await fits(pattern, name)).toBe(false));
});
