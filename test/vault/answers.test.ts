import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { toIssued, toMount, toRead } from '../../src/vault/answers.ts';
import { rejection } from '../net/loopback.ts';

const first = (data: string) => `{"lease_id":"","lease_duration":2764800,"renewable":false,"data":${data}}`;
const second = (data: string) => first(`{"data":${data},"metadata":{"version":1}}`);

describe('values', () => {
  const sent =
    '{"n":12345678901234567890,"f":1.0,"s":"x","e":"","o":{"a":[1.50,null]},"b":true,"z":null,"constructor":"c"}';
  it.each([
    ['kv-1', first(sent)],
    ['kv-2', second(sent)],
    ['plain', first(sent)],
  ] as const)('of %s that are no text are their JSON, with the digits that were sent', (engine, body) => {
    expect([...toRead(engine, body).values]).toEqual([
      ['n', '12345678901234567890'],
      ['f', '1.0'],
      ['s', 'x'],
      ['e', ''],
      ['o', '{"a":[1.50,null]}'],
      ['b', 'true'],
      ['z', 'null'],
      ['constructor', 'c'],
    ]);
  });

  it.each(['null', '{}'])('written as %s are none', (data) => {
    expect(toRead('kv-2', second(data)).values.size).toBe(0);
    expect(toRead('kv-1', first(data)).values.size).toBe(0);
  });

  it('of the first version that look like the second are what they are', () => {
    const values = new Map([
      ['data', '{"A":"1"}'],
      ['metadata', '{"version":1}'],
    ]);
    expect(toRead('kv-1', second('{"A":"1"}')).values).toEqual(values);
  });
});

describe('a mount', () => {
  const mount = (type: string, options: unknown) =>
    toMount(JSON.stringify({ data: { path: 'team/a/kv/', type, options } }));
  it.each([
    ['kv', { version: '2' }, 'kv-2'],
    ['kv', { version: '1' }, 'kv-1'],
    ['kv', {}, 'kv-1'],
    ['kv', null, 'kv-1'],
    ['kv', undefined, 'kv-1'],
    ['generic', {}, 'kv-1'],
    ['database', null, 'plain'],
    ['pki', { version: '2' }, 'plain'],
  ])('%s %j is %s', (type, options, engine) => {
    expect(mount(type, options)).toEqual({ path: 'team/a/kv', engine });
  });

  it('of a version to come is not guessed', () => {
    expect(() => mount('kv', { version: '3' })).toThrow('unexpected');
  });
});

/** Node follows such JSON while it reads, and no further. */
const deep = '['.repeat(50_000) + ']'.repeat(50_000);

describe('another shape', () => {
  it.each([
    ['no body', () => toIssued('')],
    ['no token', () => toIssued('{"auth":{"client_token":"","lease_duration":1,"renewable":true}}')],
    ...['s.two words', 's.line\nx-evil: 1', 's', 's.tök€n', `s.${'x'.repeat(9_000)}`].map(
      (token): [string, () => unknown] => [
        `a token that cannot be sent, or not hidden (${token.length})`,
        () => toIssued(JSON.stringify({ auth: { client_token: token, lease_duration: 1, renewable: true } })),
      ],
    ),
    ...['-1', '1e308', '"300"'].map((time): [string, () => unknown] => [
      `a time of ${time}`,
      () => toIssued(`{"auth":{"client_token":"s.token","lease_duration":${time},"renewable":true}}`),
    ]),
    ['more lists in lists than can be followed', () => toRead('kv-1', first(`{"A":${deep}}`))],
    ['the same in the second version', () => toRead('kv-2', second(`{"A":${deep}}`))],
    ['no auth', () => toIssued('{"data":{}}')],
    ['a list of values', () => toRead('kv-1', first('[]'))],
    ['a secret of the other version', () => toRead('kv-2', first('{"A":"1"}'))],
  ])('%s is not read', async (_what, act) => {
    expect(reasonOfFailure(await rejection(Promise.resolve().then<unknown>(act)))).toBe('vault-unexpected');
  });
});
