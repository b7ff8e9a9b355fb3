import { expect, it } from 'vitest';
import { withRotated } from '../../src/gitlab/rotated.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { HttpRequest, HttpResponse } from '../../src/net/transport.ts';

const vaultIsDown = new ServiceFailure({
  ...{ service: 'vault', status: 503, kind: 'unavailable', mayHaveActed: false },
});

/**
 * A GitLab that takes one token, a store whose answers come in this order (the last one for ever), and requests with the
 * token that the client was made with. Gives the statuses, the tokens that were sent, and how often the store was asked.
 */
async function play(
  taken: string,
  store: readonly (string | undefined | Error)[],
  requests = 1,
  body = '{"message":"401 Unauthorized"}',
) {
  const sent: (string | undefined)[] = [];
  let asked = 0;
  const send = withRotated(
    async ({ headers, url }: HttpRequest): Promise<HttpResponse> => {
      const token = headers?.['private-token'];
      sent.push(token);
      const known = token === taken;
      return { status: known ? 201 : 401, headers: new Map(), body: known ? '{}' : body, url };
    },
    async () => {
      const answer = store[Math.min(asked, store.length - 1)];
      asked += 1;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  );
  const statuses: number[] = [];
  const one = { method: 'POST', url: 'https://gitlab.example/api/v4/x', headers: { 'private-token': 'old' } };
  for (let n = 0; n < requests; n++) statuses.push((await send(one)).status);
  return { statuses, sent, asked };
}

it('a token that is taken is not fetched anew', async () => {
  expect(await play('old', ['new'])).toEqual({ statuses: [201], sent: ['old'], asked: 0 });
});

it('a refused one is replaced, and everything after it is sent with the new one', async () => {
  expect(await play('new', ['new'], 2)).toEqual({
    statuses: [201, 201],
    sent: ['old', 'new', 'new'],
    asked: 1,
  });
});

it('a store that hears of the rotation late is asked again, three times in all', async () => {
  expect(await play('new', ['old', undefined, 'new'], 3)).toEqual({
    ...{ statuses: [401, 401, 201], sent: ['old', 'old', 'old', 'new'], asked: 3 },
  });
  expect(await play('new', ['old'], 5)).toEqual({
    ...{ statuses: [401, 401, 401, 401, 401], sent: ['old', 'old', 'old', 'old', 'old'], asked: 3 },
  });
});

it('a store that fails leaves the refusal', async () => {
  expect(await play('new', [vaultIsDown, 'new'], 2)).toEqual({
    ...{ statuses: [401, 201], sent: ['old', 'old', 'new'], asked: 2 },
  });
});

it('is replaced at every rotation', async () => {
  expect(await play('newer', ['new', 'newer'], 2)).toEqual({
    ...{ statuses: [401, 201], sent: ['old', 'new', 'new', 'newer'], asked: 2 },
  });
});

it('a refusal of something before GitLab says nothing about the token', async () => {
  expect(await play('new', ['new'], 1, '<html>')).toEqual({ statuses: [401], sent: ['old'], asked: 0 });
});

it('requests that wait together fetch once', async () => {
  let asked = 0;
  const send = withRotated(
    async ({ headers, url }) => ({
      ...{ status: headers?.['private-token'] === 'new' ? 200 : 401, headers: new Map(), body: '{}', url },
    }),
    async () => {
      asked += 1;
      return 'new';
    },
  );
  const one = { method: 'GET', url: 'https://gitlab.example/x', headers: { 'private-token': 'old' } };
  const answers = await Promise.all([send(one), send(one), send(one)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(asked).toBe(1);
});

it('what carries no such token is left alone', async () => {
  const send = withRotated(
    async ({ url }) => ({ status: 401, headers: new Map(), body: '{}', url }),
    () => Promise.reject(new Error('asked')),
  );
  expect((await send({ method: 'GET', url: 'https://gitlab.example/x' })).status).toBe(401);
});
