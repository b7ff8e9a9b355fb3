import { expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { idTokenFrom } from '../../src/github/id-token.ts';
import { TransportFailure } from '../../src/net/failure.ts';
import type { HttpRequest, HttpResponse, Send } from '../../src/net/transport.ts';

const env = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://tokens.example/sign?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-1',
};

const answering =
  (status: number, body: string, sent: HttpRequest[] = []): Send =>
  async (request): Promise<HttpResponse> => {
    sent.push(request);
    return { status, headers: new Map(), body, url: request.url };
  };

it('asks for the audience, anew each time', async () => {
  const sent: HttpRequest[] = [];
  const send = answering(200, '{"count":5,"value":"a.b.c"}', sent);
  const identity = idTokenFrom(env, 'https://vault.example/?a&b', send);
  expect([await identity(), await identity()]).toEqual(['a.b.c', 'a.b.c']);
  const url = 'https://tokens.example/sign?api-version=2.0&audience=https%3A%2F%2Fvault.example%2F%3Fa%26b';
  const request = { method: 'GET', url, headers: { authorization: 'Bearer bearer-1' } };
  expect(sent).toEqual([request, request]);
});

it.each<[string, Readonly<Record<string, string>>, Send, string]>([
  ['the job may not ask', {}, answering(200, '{"value":"a.b.c"}'), 'id-token-not-allowed'],
  [
    'half of it is there',
    { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example' },
    answering(200, '{}'),
    'id-token-not-allowed',
  ],
  ['GitHub does not know the job', env, answering(401, '{"message":"x"}'), 'github-token-refused'],
  ['GitHub is out of order', env, answering(503, '{}'), 'github-unavailable'],
  ['a redirect', env, answering(302, ''), 'github-moved'],
  ['no token in the answer', env, answering(200, '{}'), 'github-unexpected'],
  ['an empty answer', env, answering(200, ''), 'github-unexpected'],
  ['something else than a token', env, answering(200, '{"value":"<b>.c"}'), 'github-unexpected'],
  [
    'no answer',
    env,
    () =>
      Promise.reject(new TransportFailure({ kind: 'timeout', method: 'GET', host: 'x', mayHaveActed: true })),
    'github-unavailable',
  ],
])('%s', async (_, told, send, reason) => {
  const failure: unknown = await idTokenFrom(told, 'a', send)().catch((error: unknown) => error);
  expect(reasonOfFailure(failure)).toBe(reason);
  expect(String(failure)).not.toContain('bearer-1');
});
