import { getOctokit } from '@actions/github';
import { describe, expect, it } from 'vitest';
import { ask, json, type Stage, stage } from '../../contract/github/stage.ts';

/** The real client, talking to the app without a socket. */
const octokit = (s: Stage, baseUrl = 'http://127.0.0.1:8080') =>
  getOctokit(s.tokens.actions, {
    baseUrl,
    request: { fetch: async (url: string, init: RequestInit) => s.github.app.request(url, init) },
  });
const engine = { owner: 'acme', repo: 'engine' };

describe('over HTTP', () => {
  it('octokit follows the pages, which name the repository by number', async () => {
    const s = stage();
    for (let i = 0; i < 204; i += 1) s.github.comment('acme/engine', 1, 'eve', `c${i}`);
    const client = octokit(s);
    const all = await client.paginate(client.rest.issues.listComments, {
      ...engine,
      issue_number: 1,
      per_page: 100,
    });
    expect(all.map(({ id }) => id)).toEqual(s.pull.comments.map(({ id }) => id));
    const response = await ask(s.github, 'GET', '/repos/acme/engine/issues/1/comments?per_page=999&page=2');
    expect(await json(response)).toHaveLength(100);
    const at = (page: number) =>
      `<http://127.0.0.1:8080/repositories/${s.repo.id}/issues/1/comments?per_page=999&page=${page}>`;
    expect(response.headers.get('link')).toBe(
      `${at(1)}; rel="prev", ${at(3)}; rel="next", ${at(3)}; rel="last", ${at(1)}; rel="first"`,
    );
  });

  it('serves the same under /api/v3, with its URLs', async () => {
    const s = stage();
    s.github.url = 'http://ghe.example/api/v3';
    const { data } = await octokit(s, s.github.url).rest.pulls.get({ ...engine, pull_number: 1 });
    expect([data.url, data.html_url]).toEqual([
      'http://ghe.example/api/v3/repos/acme/engine/pulls/1',
      'http://ghe.example/acme/engine/pull/1',
    ]);
    s.github.comment('acme/engine', 1, 'eve', 'two');
    const page = await ask(s.github, 'GET', '/api/v3/repos/acme/engine/issues/1/comments?per_page=1');
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    expect(next).toContain(`http://ghe.example/api/v3/repositories/${s.repo.id}/`);
    expect(await json(await ask(s.github, 'GET', next.replace('http://ghe.example', '')))).toHaveLength(1);
  });

  it('octokit writes and reads refs, labels and GraphQL', async () => {
    const s = stage();
    const client = octokit(s);
    await client.rest.git.createRef({ ...engine, ref: 'refs/heads/ext/pr-1', sha: s.sha });
    const ref = await client.rest.git.getRef({ ...engine, ref: 'heads/ext/pr-1' });
    expect(ref.data.object.sha).toBe(s.sha);
    await client.rest.issues.addLabels({ ...engine, issue_number: 1, labels: ['a/b c'] });
    await client.rest.issues.removeLabel({ ...engine, issue_number: 1, name: 'A/B c' });
    expect(s.pull.labels.map(({ name }) => name)).toEqual(['test-dns']);
    await client.rest.git.deleteRef({ ...engine, ref: 'heads/ext/pr-1' });
    expect(await client.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'github-actions' } });
    await expect(client.graphql('{ viewer { no } }')).rejects.toThrow("Field 'no' doesn't exist");
  });

  it('answers errors in one form, unknown paths included', async () => {
    const s = stage();
    const response = await ask(s.github, 'GET', '/nothing/here');
    expect(response.status).toBe(501);
    expect(s.github.world.gaps.take()).toEqual(['GET /nothing/here']);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('date')).toBe('Sat, 21 Nov 2026 10:00:00 GMT');
    expect(await json(response)).toEqual({
      message: "501 The sandbox's GitHub does not imitate GET /nothing/here",
      documentation_url: 'https://docs.github.com/rest',
      status: '501',
    });
  });

  it('ignores the case of owners, repositories and people, and answers with the real one', async () => {
    const s = stage();
    expect((await json(await ask(s.github, 'GET', '/repos/ACME/Engine'))).full_name).toBe('acme/engine');
    expect((await json(await ask(s.github, 'GET', '/users/ADA'))).login).toBe('ada');
  });
});
