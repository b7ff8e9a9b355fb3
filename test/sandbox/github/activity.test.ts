import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../sandbox/github/repository.ts';
import { ask, json, type Stage, stage } from '../../contract/github/stage.ts';

const repo = 'acme/engine';
const get = async (s: Stage, path: string) =>
  json(await ask(s.github, 'GET', path, { token: s.tokens.actions }));
const feed = (s: Stage, name = 'eve/engine', ref = 'fix/dns') =>
  get(s, `/repos/${name}/activity?ref=${encodeURIComponent(ref)}&per_page=100`);
/** Each entry in a line, newest first: what, who. */
const told = (entries: { activity_type: string; actor: { login: string } }[]) =>
  entries.map(({ activity_type, actor }) => `${activity_type} ${actor.login}`);

describe('who pushed', () => {
  it('is told for each push since the branch was made, and the entries chain', async () => {
    const s = stage();
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'mel' });
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', force: true });
    const entries = await feed(s);
    expect(told(entries)).toEqual(['force_push eve', 'push mel', 'branch_creation eve']);
    expect(entries[0].before).toBe(entries[1].after);
    expect(entries[1].before).toBe(entries[2].after);
    expect(entries[2].before).toBe('0'.repeat(40));
  });

  it('is not who opens the pull request: a member may open one from a branch of an outsider', async () => {
    const s = stage();
    const sha = s.github.push({ repo: 'eve/engine', branch: 'hers', by: 'eve' });
    const own = { repo, headRepo: 'eve/engine', branch: 'hers', author: 'mel' };
    const { number } = s.github.openPullRequest(own);
    expect(await get(s, `/repos/${repo}/pulls/${number}`)).toMatchObject({
      user: { login: 'mel' },
      head: { sha },
    });
    expect(told(await feed(s, 'eve/engine', 'hers'))).toEqual(['branch_creation eve']);
  });

  it('starts anew when a branch was deleted and made again', async () => {
    const s = stage();
    s.github.deleteBranch('eve/engine', 'fix/dns', 'eve');
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'mel' });
    expect(told(await feed(s))).toEqual([
      'branch_creation mel',
      'branch_deletion eve',
      'branch_creation eve',
    ]);
  });

  it('can be missing, entry by entry or altogether', async () => {
    const s = stage();
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'mel' });
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    s.github.loseActivity('eve/engine', ({ actor }: Activity) => actor.login === 'mel');
    expect(told(await feed(s))).toEqual(['push eve', 'branch_creation eve']);
    expect(() => s.github.loseActivity('eve/engine', () => false)).toThrow('no such activity');
    s.github.hideActivity('eve/engine');
    expect((await ask(s.github, 'GET', '/repos/eve/engine/activity')).status).toBe(404);
    expect((await ask(s.github, 'GET', `/repos/${repo}/activity`)).status).toBe(200);
  });

  it('is filtered by period and kind, and paged back and forth', async () => {
    const s = stage();
    s.clock.at += 25 * 3_600_000;
    for (let i = 0; i < 3; i += 1) s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    const path = '/repos/eve/engine/activity';
    expect(await get(s, `${path}?time_period=day`)).toHaveLength(3);
    expect(await get(s, `${path}?time_period=week`)).toHaveLength(4);
    expect(told(await get(s, `${path}?activity_type=branch_creation`))).toEqual(['branch_creation eve']);
    const linked = async (from: string, rel: string) => {
      const response = await ask(s.github, 'GET', from, { token: s.tokens.actions });
      const link = new RegExp(`<http://127.0.0.1:8080([^>]+)>; rel="${rel}"`);
      const ids = (await json(response)).map(({ id }: { id: number }) => id);
      return { ids, link: link.exec(response.headers.get('link') ?? '')?.[1] ?? '' };
    };
    const first = await linked(`${path}?per_page=3`, 'next');
    expect(first.link).toContain('after=');
    const second = await linked(first.link, 'prev');
    expect([first.ids.length, second.ids.length]).toEqual([3, 1]);
    expect(second.link).toContain('before=');
    expect((await linked(second.link, 'next')).ids).toEqual(first.ids);
  });
});

describe('"Update branch"', () => {
  it('is a push of a merge by whoever pressed the button, told by synchronize', async () => {
    const s = stage();
    const main = s.github.push({ repo, branch: 'main', by: 'mel', files: { 'src/a.rs': 'a' } });
    const moved = s.github.updateBranch(repo, 1, 'mel');
    expect(moved.before).toBe(s.sha);
    expect(s.repo.network.get(moved.after)?.parents).toEqual([s.sha, main]);
    expect(told(await feed(s))).toEqual(['push mel', 'branch_creation eve']);
    expect((await get(s, `/repos/${repo}/pulls/1`)).head.sha).toBe(moved.after);
    const event = s.github.event('pull_request_target', 'synchronize', { repo, number: 1, sender: 'mel' });
    expect(event).toMatchObject(moved);
    expect(await get(s, `/repos/${repo}/pulls/1/files`)).toHaveLength(1);
  });

  it('is not there on a conflict, when up to date, or without a head repository', () => {
    const s = stage();
    expect(() => s.github.updateBranch(repo, 1, 'mel')).toThrow('up to date');
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', files: { 'README.md': 'hers' } });
    s.github.push({ repo, branch: 'main', by: 'mel', files: { 'README.md': 'ours' } });
    expect(() => s.github.updateBranch(repo, 1, 'mel')).toThrow('conflict: README.md');
    s.github.push({ repo, branch: 'main', by: 'mel', files: { 'README.md': 'hers' } });
    s.github.setMergeable(repo, 1, false);
    expect(() => s.github.updateBranch(repo, 1, 'mel')).toThrow('conflict');
    s.github.deleteHeadRepository(repo, 1);
    expect(() => s.github.updateBranch(repo, 1, 'mel')).toThrow('gone');
  });
});

describe('"Merge pull request"', () => {
  it('is a pr_merge of whoever merged, though the commits are another’s', async () => {
    const s = stage();
    s.github.push({ repo, branch: 'next', by: 'mel' });
    const from = { repo, headRepo: 'eve/engine', branch: 'fix/dns', base: 'next', author: 'eve' };
    const { number } = s.github.openPullRequest(from);
    const own = s.github.openPullRequest({ repo, branch: 'next', author: 'mel' });
    const sha = s.github.mergePullRequest(repo, number, 'mel');
    expect(told(await feed(s, repo, 'next'))).toEqual(['pr_merge mel', 'branch_creation mel']);
    expect(await get(s, `/repos/${repo}/pulls/${number}`)).toMatchObject({ state: 'closed', merged: true });
    expect((await get(s, `/repos/${repo}/pulls/${own.number}`)).head.sha).toBe(sha);
    expect(await get(s, `/repos/${repo}/pulls/${number}/files`)).toHaveLength(1);
  });
});
