import { describe, expect, it } from 'vitest';
import { ask, json, type Stage, stage } from '../../contract/github/stage.ts';

const repo = 'acme/engine';
const engine = `/repos/${repo}`;
const get = async (s: Stage, path: string) =>
  json(await ask(s.github, 'GET', path, { token: s.tokens.actions }));
const compare = (s: Stage, names: string, query = '') =>
  get(s, `${engine}/compare/${names.split('...').map(encodeURIComponent).join('...')}${query}`);
const push = (s: Stage, branch: string, files?: Record<string, string | null>) =>
  s.github.push({ repo, branch, by: 'mel', ...(files && { files }) });

describe('compare', () => {
  it('says how two commits stand to each other', async () => {
    const s = stage();
    const main = s.repo.refs.get('refs/heads/main') ?? '';
    const first = push(s, 'x');
    const second = push(s, 'x');
    const stands = async (names: string) => {
      const { status, ahead_by, behind_by, merge_base_commit } = await compare(s, names);
      return [status, ahead_by, behind_by, merge_base_commit.sha];
    };
    expect(await stands('main...main')).toEqual(['identical', 0, 0, main]);
    expect(await stands('main...x')).toEqual(['ahead', 2, 0, main]);
    expect(await stands('x...main')).toEqual(['behind', 0, 2, main]);
    expect(await stands(`${first}...${second.slice(0, 8)}`)).toEqual(['ahead', 1, 0, first]);
    push(s, 'main');
    expect(await stands('main...x')).toEqual(['diverged', 2, 1, main]);
    const updated = s.github.openPullRequest({ repo, branch: 'x', author: 'mel' });
    const { after } = s.github.updateBranch(repo, updated.number, 'mel');
    // The merge brings the base along: it is the newest commit of both.
    expect(await stands(`main...${after}`)).toEqual(['ahead', 3, 0, s.repo.refs.get('refs/heads/main')]);
    s.github.tag(repo, 'v1', first);
    expect(await stands('main...v1')).toEqual(['diverged', 1, 1, main]);
  });

  it('reaches across the forks: by SHA, by owner, by owner and repository', async () => {
    const s = stage();
    for (const head of [s.sha, 'eve:fix/dns', 'EVE:engine:fix/dns', 'eve:refs/heads/fix/dns'])
      expect(await compare(s, `main...${head}`)).toMatchObject({
        status: 'ahead',
        commits: [{ sha: s.sha }],
      });
    const fromFork = await get(s, '/repos/eve/engine/compare/acme:main...fix%2Fdns');
    expect(fromFork).toMatchObject({ status: 'ahead', ahead_by: 1 });
  });

  it.each([
    'none...main',
    'main...none',
    'main',
    'main...x...y',
    'mel:main...main',
    'eve:other:main...main',
    'acme:secret:main...main',
  ])('answers 404 for %s', async (names) => {
    const response = await ask(stage().github, 'GET', `${engine}/compare/${names}`);
    expect([response.status, (await json(response)).message]).toEqual([404, 'Not Found']);
  });

  it('answers 404 where the histories have nothing in common', async () => {
    const s = stage();
    const alone = { ...s.repo.network.get(s.sha), sha: 'a'.repeat(40), parents: [] };
    s.repo.network.set(alone.sha, Object.assign({}, s.repo.network.get(s.sha), alone));
    expect((await compare(s, `main...${alone.sha}`)).message).toContain('No common ancestor between main');
  });

  it('lists the files of the commit, not of what the base has done since', async () => {
    const s = stage();
    push(s, 'main', { 'old.rs': 'same', 'gone.rs': 'bye', 'kept.rs': 'a' });
    const sha = push(s, 'x', {
      'old.rs': null,
      'new.rs': 'same',
      'gone.rs': null,
      'kept.rs': 'b',
      '.github/workflows/x.yml': 'on: push',
    });
    push(s, 'main', { 'later.rs': 'x' });
    push(s, 'x', { 'after.rs': 'x' });
    const { files } = await compare(s, `main...${sha}`);
    const seen = files.map((file: Record<string, string>) =>
      [file['status'], file['filename'], file['previous_filename']].filter(Boolean).join(' '),
    );
    expect(seen).toEqual([
      'added .github/workflows/x.yml',
      'removed gone.rs',
      'modified kept.rs',
      'renamed new.rs old.rs',
    ]);
    expect(files[0].contents_url).toContain(`?ref=${sha}`);
  });

  it('cuts the files at 300 in silence, and has them on the first page alone', async () => {
    const s = stage();
    for (let i = 0; i < 3; i += 1)
      push(s, 'x', Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`src/${i}-${n}.rs`, 'x'])));
    const all = await compare(s, 'main...x');
    expect([all.files.length, all.commits.length]).toEqual([300, 3]);
    const first = await compare(s, 'main...x', '?per_page=2');
    const second = await compare(s, 'main...x', '?per_page=2&page=2');
    expect([first.files.length, second.files.length]).toEqual([300, 0]);
    const shas = [...first.commits, ...second.commits].map(({ sha }: { sha: string }) => sha);
    expect(shas).toEqual(all.commits.map(({ sha }: { sha: string }) => sha));
    expect(shas.at(-1)).toBe(s.repo.refs.get('refs/heads/x'));
    expect([first.total_commits, second.total_commits]).toEqual([3, 3]);
  });

  it('shows the newest 250 commits where no page is asked for, oldest first', async () => {
    const s = stage();
    const shas = Array.from({ length: 251 }, () => push(s, 'x', { 'a.rs': String(Math.random()) }));
    const { commits, total_commits } = await compare(s, 'main...x');
    expect(total_commits).toBe(251);
    expect(commits.map(({ sha }: { sha: string }) => sha)).toEqual(shas.slice(1));
  });
});

describe('branches-where-head', () => {
  const branches = async (s: Stage, sha: string, name = 'acme/engine') =>
    (await get(s, `/repos/${name}/commits/${sha}/branches-where-head`)).map(
      (branch: { name: string }) => branch.name,
    );

  it('names the branches of that repository whose head it is, no tag and no pull request', async () => {
    const s = stage();
    const sha = push(s, 'a/b');
    s.github.push({ repo, branch: 'c', by: 'mel', sha });
    s.github.tag(repo, 'v1', sha);
    expect(await branches(s, sha)).toEqual(['a/b', 'c']);
    push(s, 'c');
    expect(await branches(s, sha)).toEqual(['a/b']);
    expect(await branches(s, s.sha)).toEqual([]);
    expect(await branches(s, s.sha, 'eve/engine')).toEqual(['fix/dns']);
  });

  it('knows whole SHAs only', async () => {
    const s = stage();
    const path = `${engine}/commits/${s.sha.slice(0, 12)}/branches-where-head`;
    expect((await ask(s.github, 'GET', path)).status).toBe(422);
  });
});
