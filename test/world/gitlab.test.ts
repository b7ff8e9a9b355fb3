import { expect, it } from 'vitest';
import { request } from '../pipeline/build.ts';
import { virtualClock } from './clock.ts';
import { fails, gitlabWorld, lasts, passes } from './gitlab.ts';

const minute = 60_000;

it('a pipeline goes its course, and stays where that ends', async () => {
  const clock = virtualClock();
  const gitlab = gitlabWorld(clock);
  const { id } = gitlab.start(request());
  const seen = [];
  for (const ms of [0, 4_999, 1, 54_999, 1, 60 * minute]) {
    await clock.sleep(ms);
    seen.push(gitlab.status(id));
  }
  expect(seen).toEqual(['created', 'created', 'running', 'running', 'success', 'success']);
});

it('a cancel ends the course; only what failed or was cancelled runs again', async () => {
  const clock = virtualClock();
  const gitlab = gitlabWorld(clock);
  gitlab.courses = [fails, passes, lasts];
  const { id } = gitlab.start(request());
  gitlab.retry(id);
  expect(gitlab.status(id)).toBe('running');
  gitlab.cancel(id);
  await clock.sleep(60 * minute);
  expect(gitlab.status(id)).toBe('canceled');
  gitlab.retry(id);
  await clock.sleep(minute);
  gitlab.cancel(id);
  expect([gitlab.status(id), gitlab.courses]).toEqual(['success', [lasts]]);
});

it('replicas show late what has happened; the answer to a write tells no name', async () => {
  const clock = virtualClock();
  const gitlab = gitlabWorld(clock);
  gitlab.lagMs = 3_000;
  const client = gitlab.client();
  const { key } = request();
  const { id, name } = await client.create(request());
  expect([name, gitlab.name(id), await client.find(key)]).toEqual([undefined, key, []]);
  await expect(client.get(id)).rejects.toMatchObject({ kind: 'not-found' });
  await clock.sleep(3_000);
  gitlab.cancel(id);
  expect((await client.find(key)).map(({ status }) => status)).toEqual(['created']);
  expect((await client.get(id)).status).toBe('created');
});
