import { describe, expect, it } from 'vitest';
import { TransportFailure, type TransportFailureKind } from '../../src/net/failure.ts';
import type { Send } from '../../src/net/transport.ts';
import { createKeys } from '../../src/proof/keys.ts';
import { issuer, jwk, keySet, kid, noon } from './build.ts';

/** An issuer whose answers are told one after the other; the last one stays. */
function issuerOf(...answers: readonly (string | number | TransportFailureKind | object)[]) {
  const asked: string[] = [];
  const clock = { time: noon };
  const send: Send = async ({ method, url }) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(`${method} ${url}`);
    if (typeof answer === 'string' && !answer.startsWith('{')) {
      const kind = answer as TransportFailureKind;
      throw new TransportFailure({ kind, method, host: 'issuer', mayHaveActed: true });
    }
    const status = typeof answer === 'number' ? answer : 200;
    const body = typeof answer === 'object' ? JSON.stringify(answer) : String(answer);
    return { status, headers: new Map(), body, url };
  };
  const keys = createKeys(issuer, send, { now: () => clock.time, sleep: async () => undefined });
  const told = async (name = kid) => {
    const found = await keys.keyOf(name);
    return found.found ? 'found' : found.reason;
  };
  return { asked, clock, told };
}

describe("the issuer's keys", () => {
  it('are read where they are published, once for all that are asked for soon', async () => {
    const { asked, told } = issuerOf(keySet);
    expect([await told(), await told(), await told()]).toEqual(['found', 'found', 'found']);
    expect(asked).toEqual([`GET ${issuer}/.well-known/jwks`]);
  });

  it('are read anew after ten minutes', async () => {
    const { asked, clock, told } = issuerOf(keySet, 503);
    await told();
    clock.time += 600_000;
    expect(await told()).toBe('proof-keys-unavailable');
    expect(asked.length).toBe(2);
  });

  it('are read once more for one that is not among those that are kept', async () => {
    const { asked, told } = issuerOf(keySet, { keys: [{ ...jwk, kid: 'next' }] });
    expect([await told(), await told('next'), await told()]).toEqual(['found', 'found', 'proof-unknown-key']);
    expect(asked.length).toBe(3);
  });

  it('are not looked for again in what was just read', async () => {
    const { asked, told } = issuerOf(keySet);
    expect(await told('nobody')).toBe('proof-unknown-key');
    expect(asked.length).toBe(1);
  });

  it('are asked for again after they could not be read', async () => {
    const { told } = issuerOf(503, keySet);
    expect([await told(), await told()]).toEqual(['proof-keys-unavailable', 'found']);
  });

  it.each<[string, string | number | object, string]>([
    ['the issuer is down', 503, 'proof-keys-unavailable'],
    ['the issuer throttles', 429, 'proof-keys-unavailable'],
    ['there is nothing at the address', 404, 'proof-keys-unavailable'],
    ['the connection fails', 'connection', 'proof-keys-unavailable'],
    ['the issuer does not answer in time', 'timeout', 'proof-keys-unavailable'],
    ['the certificate is not accepted', 'tls', 'proof-keys-untrusted'],
    ['a page with a sign-in answers', 'bad-content', 'proof-keys-unreadable'],
    ['the address is none that is called', 'refused-url', 'proof-keys-unreadable'],
    ['it is no JSON', '{"keys":', 'proof-keys-unreadable'],
    ['it sends to another address', 302, 'proof-keys-unreadable'],
    ['it is another JSON', { issuer }, 'proof-keys-unreadable'],
    ['the keys are no list', { keys: { [kid]: jwk } }, 'proof-keys-unreadable'],
    ['there are none', { keys: [] }, 'proof-unknown-key'],
    ['two have the same name', { keys: [jwk, { ...jwk }] }, 'proof-unknown-key'],
    ['the key is too short', { keys: [{ ...jwk, n: jwk.n?.slice(0, 171) }] }, 'proof-unknown-key'],
    ['the key is a secret', { keys: [{ kty: 'oct', kid, k: 'c2VjcmV0' }] }, 'proof-unknown-key'],
    ['the key is for another way of signing', { keys: [{ ...jwk, alg: 'RS512' }] }, 'proof-unknown-key'],
    ['the key is to encrypt', { keys: [{ ...jwk, use: 'enc' }] }, 'proof-unknown-key'],
    [
      'the key is for no certain way of signing',
      { keys: [{ kty: 'RSA', kid, n: jwk.n, e: jwk.e }] },
      'found',
    ],
  ])('where %s', async (_, answer, told) => {
    expect(await issuerOf(answer).told()).toBe(told);
  });
});
