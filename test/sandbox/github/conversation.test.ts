import { describe, expect, it } from 'vitest';
import { ask, json, type Stage, stage } from '../../contract/github/stage.ts';

const engine = '/repos/acme/engine';
const get = async (s: Stage, path: string) =>
  json(await ask(s.github, 'GET', engine + path, { token: s.tokens.actions }));

describe('comments', () => {
  it('an edit moves updated_at, by hand and by API', async () => {
    const s = stage();
    s.clock.at += 60_000;
    s.github.editComment('acme/engine', s.comment.id, '/ok-to-test');
    expect(await get(s, `/issues/comments/${s.comment.id}`)).toMatchObject({
      body: '/ok-to-test',
      created_at: '2026-11-21T10:00:00Z',
      updated_at: '2026-11-21T10:01:00Z',
      user: { login: 'mel' },
    });
    s.clock.at += 60_000;
    const path = `${engine}/issues/comments/${s.comment.id}`;
    await ask(s.github, 'PATCH', path, { token: s.tokens.actions, body: { body: 'x' } });
    expect(s.comment).toMatchObject({
      body: 'x',
      editedAt: s.clock.at,
      editor: { login: 'github-actions[bot]' },
    });
  });

  it('an edit within the same second looks unedited in REST', async () => {
    const s = stage();
    s.clock.at += 900;
    s.github.editComment('acme/engine', s.comment.id, 'other');
    const comment = await get(s, `/issues/comments/${s.comment.id}`);
    expect(comment.updated_at).toBe(comment.created_at);
    expect(s.comment.editedAt).not.toBeNull();
  });

  it('are listed oldest first, in pages, since their last change', async () => {
    const s = stage();
    for (let i = 0; i < 4; i += 1) {
      s.clock.at += 1_000;
      s.github.comment('acme/engine', 1, 'eve', `c${i}`);
    }
    const bodies = async (query: string) =>
      (await get(s, `/issues/1/comments${query}`)).map((c: { body: string }) => c.body);
    expect(await bodies('?per_page=2&page=2')).toEqual(['c1', 'c2']);
    expect(await bodies('?since=2026-11-21T10:00:03Z')).toEqual(['c2', 'c3']);
    s.github.editComment('acme/engine', s.comment.id, 'late', { at: s.clock.at });
    expect(await bodies('?since=2026-11-21T10:00:04Z')).toEqual(['late', 'c3']);
  });

  it('can be deleted, and are gone', async () => {
    const s = stage();
    const path = `/issues/comments/${s.comment.id}`;
    expect((await ask(s.github, 'DELETE', engine + path, { token: s.tokens.actions })).status).toBe(204);
    expect((await get(s, path)).status).toBe('404');
  });

  it('of others are not for a person without write', async () => {
    const s = stage();
    const token = s.github.issueToken({ kind: 'pat', login: 'eve', scopes: ['public_repo'] });
    const patch = (id: number) =>
      ask(s.github, 'PATCH', `${engine}/issues/comments/${id}`, { token, body: { body: 'mine' } });
    expect((await patch(s.comment.id)).status).toBe(404);
    expect((await patch(s.github.comment('acme/engine', 1, 'eve', 'own').id)).status).toBe(200);
  });

  it.each([
    ['x', 1],
    ['𝄞', 4],
  ])('longer than 65536 times %s are refused, whatever the bytes', async (character, bytes) => {
    const s = stage();
    const post = (length: number) =>
      ask(s.github, 'POST', `${engine}/issues/1/comments`, {
        token: s.tokens.actions,
        body: { body: character.repeat(length) },
      });
    expect([(await post(65_536)).status, (await post(65_537)).status]).toEqual([201, 422]);
    s.github.comment('acme/engine', 1, 'eve', character.repeat(65_536));
    const answer = await (await ask(s.github, 'GET', `${engine}/issues/1/comments`)).text();
    expect(Buffer.byteLength(answer)).toBeGreaterThan(2 * bytes * 65_536);
    expect(await get(s, '/issues/1/comments?per_page=1&page=3')).toMatchObject([{ user: { login: 'eve' } }]);
  });

  it('are hidden by people with write, which moves updated_at and leaves the body', async () => {
    const s = stage();
    const path = `/issues/comments/${s.comment.id}`;
    expect((await get(s, path)).minimized).toBeNull();
    s.clock.at += 60_000;
    expect(() => s.github.minimizeComment('acme/engine', s.comment.id, 'eve')).toThrow('eve may not hide');
    s.github.minimizeComment('acme/engine', s.comment.id, 'mel');
    expect(await get(s, path)).toMatchObject({
      minimized: { reason: 'outdated' },
      body: 'Looks good',
      updated_at: '2026-11-21T10:01:00Z',
    });
  });

  it('show what the author is, unless a test lies: a private member looks like a stranger', async () => {
    const s = stage();
    s.github.setCollaborator('acme/secret', 'mel', 'read');
    const association = async (author: string, options = {}) =>
      (await get(s, `/issues/comments/${s.github.comment('acme/engine', 1, author, 'x', options).id}`))
        .author_association;
    expect(await association('ada')).toBe('MEMBER');
    expect(await association('mel')).toBe('COLLABORATOR');
    expect(await association('eve')).toBe('NONE');
    expect(await association('eve', { association: 'MEMBER' })).toBe('MEMBER');
    s.github.world.repositories.get('acme/engine')?.collaborators.clear();
    expect(await association('mel')).toBe('NONE');
  });
});

describe('bodies', () => {
  it.each([
    ['{', 'Problems parsing JSON'],
    ['[1]', 'Body should be a JSON object'],
  ])('%s is 400', async (body, message) => {
    const s = stage();
    const headers = { 'user-agent': 'x', authorization: `Bearer ${s.tokens.actions}` };
    const init = { method: 'POST', headers, body };
    const response = await s.github.app.request(`${engine}/issues/1/comments`, init);
    expect(response.status).toBe(400);
    expect(await json(response)).toMatchObject({ message });
  });
});

describe('statuses', () => {
  const post = (s: Stage, body: object, sha = s.sha) =>
    ask(s.github, 'POST', `${engine}/statuses/${sha}`, {
      token: s.tokens.actions,
      body: { state: 'pending', context: 'drawbridge', ...body },
    });

  it('are kept in order, listed newest first, and say who wrote them', async () => {
    const s = stage();
    await post(s, { description: 'one' });
    await post(s, { state: 'success', description: 'two', target_url: 'https://example.com/1' });
    expect(s.github.statuses('acme/engine', s.sha)).toMatchObject([
      { sha: s.sha, context: 'drawbridge', state: 'pending', description: 'one', target_url: null },
      { state: 'success', target_url: 'https://example.com/1', creator: 'github-actions[bot]' },
    ]);
    const listed = await get(s, `/commits/${s.sha}/statuses`);
    expect(listed.map((status: { description: string }) => status.description)).toEqual(['two', 'one']);
    expect(await get(s, `/commits/${s.sha}/statuses?per_page=1&page=2`)).toMatchObject([
      { description: 'one' },
    ]);
  });

  it.each([
    [['success'], 'success'],
    [['success', 'pending'], 'pending'],
    [['pending', 'failure'], 'failure'],
    [['success', 'error'], 'failure'],
    [[], 'pending'],
  ])('%j combine to %s, the newest of each context counting', async (states, expected) => {
    const s = stage();
    for (const [i, state] of states.entries()) {
      await post(s, { context: `c${i}`, state: 'error' });
      await post(s, { context: `C${i}`, state });
    }
    expect(await get(s, `/commits/${s.sha}/status`)).toMatchObject({
      state: expected,
      total_count: states.length,
    });
  });

  it('take 140 characters and 1000 of a kind, whatever the case of the context', async () => {
    const s = stage();
    expect((await post(s, { description: 'é'.repeat(140) })).status).toBe(201);
    const long = await post(s, { description: 'x'.repeat(141) });
    expect([long.status, (await json(long)).errors[0].field]).toEqual([422, 'description']);
    for (let i = 1; i < 1000; i += 1) {
      s.github.setStatus('acme/engine', s.sha, { context: 'Drawbridge', state: 'pending', by: 'mel' });
    }
    const full = await post(s, {});
    expect(full.status).toBe(422);
    expect((await json(full)).errors[0].message).toContain('maximum number of statuses');
    expect((await post(s, { context: 'other' })).status).toBe(201);
  });

  it('are refused for a commit nobody has, a short SHA, a strange target', async () => {
    const s = stage();
    const unknown = await post(s, {}, 'f'.repeat(40));
    expect(await json(unknown)).toMatchObject({ message: `No commit found for SHA: ${'f'.repeat(40)}` });
    expect(unknown.status).toBe(422);
    expect((await post(s, {}, s.sha.slice(0, 12))).status).toBe(422);
    expect((await post(s, { target_url: 'gitlab' })).status).toBe(422);
    expect(s.github.statuses('acme/engine')).toEqual([]);
  });

  it("a fork's commit resolves in the parent, head of a pull request or not", async () => {
    const s = stage();
    const sha = s.github.push({ repo: 'eve/engine', branch: 'elsewhere', by: 'eve' });
    expect((await post(s, {}, sha)).status).toBe(201);
    expect((await get(s, `/commits/${sha.slice(0, 10)}/status`)).sha).toBe(sha);
    expect(await get(s, `/commits/${sha}/pulls`)).toEqual([]);
  });
});
