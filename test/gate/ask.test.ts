import { describe, expect, it } from 'vitest';
import { ask } from '../../src/gate/ask.ts';
import { known, unknown } from '../../src/gate/facts.ts';
import { everyKind, githubFailure } from './build.ts';

describe('asking GitHub', () => {
  it('an answer is a fact, whatever it is', async () => {
    for (const answer of [1, false, undefined, null, []])
      expect(await ask(Promise.resolve(answer))).toEqual(known(answer));
  });

  it.each([
    ['unauthorized', 'github-token-refused'],
    ['forbidden', 'github-forbidden'],
    ['not-found', 'github-unexpected'],
    ['conflict', 'github-unexpected'],
    ['invalid', 'github-unexpected'],
    ['rate-limited', 'github-rate-limited'],
    ['unavailable', 'github-unavailable'],
    ['moved', 'github-moved'],
    ['unexpected', 'github-unexpected'],
  ] as const)('%s is no answer: %s', async (kind, reason) => {
    expect(await ask(Promise.reject(githubFailure(kind)))).toEqual(unknown(reason));
  });

  it.each(everyKind)('%s may mean something more exact', async (kind) => {
    const fact = ask(Promise.reject(githubFailure(kind)), { [kind]: 'membership-hidden' });
    expect(await fact).toEqual(unknown('membership-hidden'));
  });

  it('a fault of our own is no fact', async () => {
    await expect(ask(Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
  });
});
