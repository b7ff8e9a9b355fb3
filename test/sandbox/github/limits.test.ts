import { describe, expect, it } from 'vitest';
import { ask, stage } from '../../contract/github/stage.ts';

const number = (response: Response, name: string) => Number(response.headers.get(`x-ratelimit-${name}`));

describe('the primary limit', () => {
  it('counts down for each asker on his own, 60 for strangers', async () => {
    const { github, tokens, clock } = stage();
    const first = await ask(github, 'GET', '/users/ada');
    expect([number(first, 'limit'), number(first, 'remaining'), number(first, 'used')]).toEqual([60, 59, 1]);
    expect(number(first, 'reset')).toBe((clock.at + 3_600_000) / 1000);
    expect(first.headers.get('x-ratelimit-resource')).toBe('core');
    expect(number(await ask(github, 'GET', '/users/ada', { token: tokens.actions }), 'limit')).toBe(1000);
    expect(number(await ask(github, 'GET', '/users/ada', { token: tokens.app }), 'remaining')).toBe(4999);
  });

  it('refuses the 61st call of a stranger with 403 until the hour is over', async () => {
    const { github, clock } = stage();
    for (let call = 0; call < 60; call += 1) {
      expect((await ask(github, 'GET', '/users/ada')).status).toBe(200);
    }
    const refused = await ask(github, 'GET', '/users/ada');
    expect(refused.status).toBe(403);
    expect(number(refused, 'remaining')).toBe(0);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining('rate limit exceeded') });
    clock.at += 3_600_001;
    expect((await ask(github, 'GET', '/users/ada')).status).toBe(200);
  });

  it('can be set, is not spent by asking for it, and does not touch a write', async () => {
    const { github, tokens, pull } = stage();
    github.limit({ remaining: 1, resetIn: 120 });
    const token = tokens.actions;
    await ask(github, 'GET', '/rate_limit', { token });
    const look = await (await ask(github, 'GET', '/rate_limit', { token })).json();
    expect(look).toMatchObject({ rate: { remaining: 1 }, resources: { core: { remaining: 1 } } });
    const post = () =>
      ask(github, 'POST', `/repos/acme/engine/issues/${pull.number}/comments`, {
        token,
        body: { body: 'x' },
      });
    expect((await post()).status).toBe(201);
    expect((await post()).status).toBe(403);
    expect(pull.comments).toHaveLength(2);
    github.liftLimits();
    expect((await post()).status).toBe(201);
  });

  it('is told inside a 200 by GraphQL', async () => {
    const { github, tokens } = stage();
    github.limit({ remaining: 0, resource: 'graphql' });
    const body = { query: '{ viewer { login } }' };
    const response = await ask(github, 'POST', '/graphql', { token: tokens.actions, body });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
    expect((await ask(github, 'GET', '/users/ada', { token: tokens.actions })).status).toBe(200);
  });
});

describe('the secondary limit', () => {
  it.each([403, 429] as const)('answers %i with retry-after, as long as it lasts', async (status) => {
    const { github, tokens, clock } = stage();
    github.secondaryLimit({ retryAfter: 30, status });
    const call = () => ask(github, 'GET', '/users/ada', { token: tokens.app });
    const refused = await call();
    expect(refused.status).toBe(status);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(number(refused, 'remaining')).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining('secondary rate limit') });
    clock.at += 29_000;
    expect((await call()).status).toBe(status);
    clock.at += 1_001;
    expect((await call()).status).toBe(200);
  });

  it('may say nothing about when', async () => {
    const { github } = stage();
    github.secondaryLimit({ lasts: 5 });
    const refused = await ask(github, 'GET', '/users/ada');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([403, null]);
  });
});
