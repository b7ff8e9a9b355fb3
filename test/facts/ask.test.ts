import { describe, expect, it } from 'vitest';
import { ask, reasonOfFailure } from '../../src/facts/ask.ts';
import { known, unknown } from '../../src/facts/fact.ts';
import { everyKind, githubFailure } from '../gate/build.ts';
import { gitlabFailure } from '../pipeline/build.ts';
import { vaultFailure } from '../world/vault.ts';

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

it('a certificate that is not trusted is a reason of its own', async () => {
  expect(await ask(Promise.reject(githubFailure('untrusted')))).toEqual(unknown('github-untrusted'));
});

describe('why a call to GitLab failed', () => {
  it.each([
    ['unauthorized', 'gitlab-token-refused'],
    ['forbidden', 'gitlab-forbidden'],
    ['not-found', 'gitlab-not-there'],
    ['conflict', 'gitlab-unexpected'],
    ['invalid', 'gitlab-unexpected'],
    ['rate-limited', 'gitlab-rate-limited'],
    ['unavailable', 'gitlab-unavailable'],
    ['moved', 'gitlab-moved'],
    ['unexpected', 'gitlab-unexpected'],
  ] as const)('%s → %s', (kind, reason) => {
    expect(reasonOfFailure(gitlabFailure(kind))).toBe(reason);
    expect(reasonOfFailure(gitlabFailure(kind, { refusal: 'token-expired' }))).toBe(reason);
  });

  it.each([
    ['reference-not-found', 'gitlab-ref-not-found'],
    ['variables-refused', 'gitlab-variables-refused'],
    ['inputs-invalid', 'gitlab-inputs-refused'],
    ['filtered-by-workflow', 'gitlab-filtered'],
    ['no-jobs', 'gitlab-no-jobs'],
    ['too-many-pipelines', 'gitlab-throttled'],
    ['name-refused', 'gitlab-name-refused'],
    ['insufficient-scope', 'gitlab-scope-missing'],
    ['insufficient-granular-scope', 'gitlab-permission-missing'],
  ] as const)('refused with %s → %s, whatever the status', (refusal, reason) => {
    for (const kind of everyKind) expect(reasonOfFailure(gitlabFailure(kind, { refusal }))).toBe(reason);
  });

  it('throws a fault of our own on', () => {
    const fault = new TypeError('ours');
    expect(() => reasonOfFailure(fault)).toThrow(fault);
  });
});

describe('why a call to Vault failed', () => {
  it.each([
    ['unauthorized', 'vault-token-refused'],
    ['forbidden', 'vault-policy-denied'],
    ['not-found', 'vault-unexpected'],
    ['conflict', 'vault-unexpected'],
    ['invalid', 'vault-unexpected'],
    ['rate-limited', 'vault-rate-limited'],
    ['unavailable', 'vault-unavailable'],
    ['untrusted', 'vault-untrusted'],
    ['moved', 'vault-moved'],
    ['unexpected', 'vault-unexpected'],
  ] as const)('%s → %s', (kind, reason) => {
    expect(reasonOfFailure(vaultFailure(undefined, kind))).toBe(reason);
  });

  it('refused by a name → the reason of that name, whatever the kind', () => {
    for (const kind of everyKind) expect(reasonOfFailure(vaultFailure('sealed', kind))).toBe('vault-sealed');
  });
});
