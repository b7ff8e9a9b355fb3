import { describe, expect, it } from 'vitest';
import { ask, json, stage } from '../../contract/github/stage.ts';

const engine = '/repos/acme/engine';
const zero = '0'.repeat(40);
const get = async (s: ReturnType<typeof stage>, path: string) =>
  json(await ask(s.github, 'GET', path, { token: s.tokens.actions }));

describe('a push', () => {
  it('moves the head of the open pull request and is in the activity of the repository it went to', async () => {
    const s = stage();
    s.clock.at += 5_000;
    const sha = s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    expect((await get(s, `${engine}/pulls/1`)).head.sha).toBe(sha);
    expect((await get(s, `${engine}/git/ref/pull/1/head`)).object.sha).toBe(sha);
    expect(await get(s, '/repos/eve/engine/activity?ref=refs/heads/fix/dns')).toMatchObject([
      {
        actor: { login: 'eve' },
        before: s.sha,
        after: sha,
        activity_type: 'push',
        timestamp: '2026-11-21T10:00:05Z',
      },
      { before: zero, after: s.sha, activity_type: 'branch_creation', ref: 'refs/heads/fix/dns' },
    ]);
    expect(await get(s, `${engine}/activity`)).toEqual([]);
  });

  it('names who pushed, not who wrote the commit or opened the pull request', async () => {
    const s = stage();
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'mel', date: 0 });
    const [newest] = await get(s, '/repos/eve/engine/activity?ref=fix/dns&per_page=1');
    expect(newest.actor.login).toBe('mel');
    expect((await get(s, `${engine}/pulls/1`)).user.login).toBe('eve');
    expect((await get(s, '/repos/eve/engine/activity?actor=mel')).length).toBe(1);
  });

  it('by force replaces the old head', async () => {
    const s = stage();
    const sha = s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', force: true });
    const [newest] = await get(s, '/repos/eve/engine/activity');
    expect(newest).toMatchObject({ activity_type: 'force_push', before: s.sha, after: sha });
    expect(await get(s, `${engine}/commits/${s.sha}/pulls`)).toEqual([]);
    expect(await get(s, `${engine}/commits/${sha}/pulls`)).toMatchObject([{ number: 1 }]);
  });

  it('leaves a closed pull request where it was', async () => {
    const s = stage();
    s.github.closePullRequest('acme/engine', 1);
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    const pull = await get(s, `${engine}/pulls/1`);
    expect([pull.state, pull.head.sha]).toEqual(['closed', s.sha]);
  });

  it('can show up late in the activity', async () => {
    const s = stage();
    s.github.settings.activityLag = 10_000;
    s.clock.at += 20_000;
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'mel' });
    expect(await get(s, '/repos/eve/engine/activity')).toHaveLength(1);
    s.clock.at += 10_000;
    expect(await get(s, '/repos/eve/engine/activity')).toHaveLength(2);
  });

  it('is paged by cursors', async () => {
    const s = stage();
    for (let i = 0; i < 4; i += 1) s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    const seen: number[] = [];
    let path: string | undefined = '/repos/eve/engine/activity?per_page=2';
    while (path) {
      const response: Response = await ask(s.github, 'GET', path, { token: s.tokens.actions });
      seen.push(...(await json(response)).map((entry: { id: number }) => entry.id));
      path = /<http:\/\/127.0.0.1:8080([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });
});

describe('what becomes of a pull request', () => {
  it('a deleted head repository is null, the pull request stays open', async () => {
    const s = stage();
    s.github.deleteHeadRepository('acme/engine', 1);
    expect(await get(s, `${engine}/pulls/1`)).toMatchObject({
      state: 'open',
      head: { repo: null, sha: s.sha, user: { login: 'eve' } },
    });
    expect((await get(s, '/repos/eve/engine')).status).toBe('404');
  });

  it('a deleted author is ghost, or nobody, and loses the fork too', async () => {
    const s = stage();
    s.github.deleteUser('eve');
    expect(await get(s, `${engine}/pulls/1`)).toMatchObject({
      user: { login: 'ghost' },
      head: { repo: null, user: null },
    });
    const t = stage();
    t.github.deleteUser('mel', { as: 'null' });
    expect((await get(t, `${engine}/issues/1/comments`))[0].user).toBeNull();
  });

  it('drafts, labels and states can be changed and are listed by filter', async () => {
    const s = stage();
    s.github.convertToDraft('acme/engine', 1);
    s.github.addLabel('acme/engine', 1, 'test-all');
    s.github.removeLabel('acme/engine', 1, 'TEST-DNS');
    const pull = await get(s, `${engine}/pulls/1`);
    expect([pull.draft, pull.labels.map((l: { name: string }) => l.name)]).toEqual([true, ['test-all']]);
    const count = async (query: string) => (await get(s, `${engine}/pulls${query}`)).length;
    expect([await count('?head=eve:fix/dns'), await count('?head=mel:fix/dns')]).toEqual([1, 0]);
    expect(await count('?head=fix/dns-of-nobody')).toBe(1);
    expect([await count('?base=main'), await count('?base=other'), await count('?state=closed')]).toEqual([
      1, 0, 0,
    ]);
  });

  it('are sorted down by creation, up by change, and listed in pages that keep the question', async () => {
    const s = stage();
    for (const branch of ['a', 'b']) {
      s.clock.at += 60_000;
      s.github.openPullRequest({ repo: 'acme/engine', branch, author: 'mel' });
    }
    s.clock.at += 60_000;
    s.github.addLabel('acme/engine', 1, 'test-all');
    const numbers = async (query: string) =>
      (await get(s, `${engine}/pulls${query}`)).map(({ number }: { number: number }) => number);
    expect(await numbers('')).toEqual([3, 2, 1]);
    expect(await numbers('?direction=asc')).toEqual([1, 2, 3]);
    expect(await numbers('?sort=updated')).toEqual([2, 3, 1]);
    expect(await numbers('?sort=updated&direction=desc')).toEqual([1, 3, 2]);

    s.github.push({ repo: 'acme/engine', branch: 'next', by: 'mel' });
    const again = {
      repo: 'acme/engine',
      headRepo: 'eve/engine',
      branch: 'fix/dns',
      base: 'next',
      author: 'eve',
    };
    s.github.openPullRequest(again);
    s.github.closePullRequest('acme/engine', 1);
    const seen: number[] = [];
    let path: string | undefined = `${engine}/pulls?state=all&head=EVE:fix/dns&per_page=1`;
    while (path) {
      const response: Response = await ask(s.github, 'GET', path, { token: s.tokens.actions });
      seen.push(...(await json(response)).map(({ number }: { number: number }) => number));
      path = /<http:\/\/127.0.0.1:8080([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual([4, 1]);
  });

  it('a plain issue shares the numbers and is no pull request', async () => {
    const s = stage();
    const issue = s.github.openIssue({ repo: 'acme/engine', author: 'eve' });
    expect(issue.number).toBe(2);
    expect((await get(s, `${engine}/pulls/2`)).status).toBe('404');
    expect(await get(s, `${engine}/issues/2`)).not.toHaveProperty('pull_request');
    expect(await get(s, `${engine}/issues/1`)).toHaveProperty('pull_request');
  });
});

describe('changed files', () => {
  it('come from the trees', async () => {
    const s = stage();
    s.github.push({
      repo: 'eve/engine',
      branch: 'fix/dns',
      by: 'eve',
      files: { '.github/workflows/x.yml': 'on: push', 'README.md': null },
    });
    const files: { filename: string; status: string }[] = await get(s, `${engine}/pulls/1/files`);
    expect(files).toContainEqual(
      expect.objectContaining({ filename: '.github/workflows/x.yml', status: 'added' }),
    );
    expect(files).toContainEqual(expect.objectContaining({ filename: 'README.md', status: 'removed' }));
  });

  it('are cut at 3000 in silence, while the pull request counts them all', async () => {
    const s = stage();
    s.github.setFiles(
      'acme/engine',
      1,
      Array.from({ length: 3001 }, (_, i) => `src/${i}.rs`),
    );
    expect(await get(s, `${engine}/pulls/1/files?per_page=100&page=30`)).toHaveLength(100);
    expect(await get(s, `${engine}/pulls/1/files?per_page=100&page=31`)).toEqual([]);
    expect((await get(s, `${engine}/pulls/1`)).changed_files).toBe(3001);
  });
});

describe('POST pulls', () => {
  const open = (s: ReturnType<typeof stage>, body: object, token = s.tokens.actions) =>
    ask(s.github, 'POST', `${engine}/pulls`, { token, body: { title: 'T', base: 'main', ...body } });

  it('is forbidden to a job unless the repository allows it', async () => {
    const s = stage();
    s.github.push({ repo: 'acme/engine', branch: 'x', by: 'mel' });
    s.repo.actionsMayOpenPullRequests = false;
    const refused = await open(s, { head: 'x' });
    expect([refused.status, (await json(refused)).message]).toEqual([
      403,
      'GitHub Actions is not permitted to create or approve pull requests.',
    ]);
    expect((await open(s, { head: 'x' }, s.tokens.app)).status).toBe(201);
  });

  it('refuses a missing branch, an empty difference and a twin', async () => {
    const s = stage();
    const problem = async (body: object) => (await json(await open(s, body))).errors?.[0];
    expect(await problem({ head: 'none' })).toMatchObject({ field: 'head', code: 'invalid' });
    expect(await problem({ head: 'x', base: 'none' })).toMatchObject({ field: 'base', code: 'invalid' });
    expect(await problem({})).toMatchObject({ field: 'head', code: 'missing_field' });
    expect(await problem({ head: 'eve:main' })).toMatchObject({
      message: 'No commits between main and eve:main',
    });
    expect(await problem({ head: 'eve:fix/dns' })).toMatchObject({
      message: 'A pull request already exists for eve:fix/dns.',
    });
  });

  it('is opened by the asker, as a draft if told so', async () => {
    const s = stage();
    s.github.push({ repo: 'acme/engine', branch: 'x', by: 'mel' });
    const made = await (await open(s, { head: 'x', draft: true })).json();
    expect(made).toMatchObject({
      number: 2,
      draft: true,
      user: { login: 'github-actions[bot]', type: 'Bot' },
    });
  });
});
