import { describe, expect, it } from 'vitest';
import { ask, json, type Stage, stage } from '../../contract/github/stage.ts';

const engine = '/repos/acme/engine';
const make = (s: Stage, ref: string, sha = s.sha, token = s.tokens.actions) =>
  ask(s.github, 'POST', `${engine}/git/refs`, { token, body: { ref, sha } });
const message = async (response: Response) => (await json(response)).message;

describe('POST git/refs', () => {
  it('creates a branch at the commit of a fork, and the asker is the one who pushed it', async () => {
    const s = stage();
    expect((await make(s, 'refs/heads/ext/pr-1-abc')).status).toBe(201);
    const read = await ask(s.github, 'GET', `${engine}/git/ref/heads/ext/pr-1-abc`);
    expect((await json(read)).object.sha).toBe(s.sha);
    expect(await json(await ask(s.github, 'GET', `${engine}/branches/ext%2Fpr-1-abc`))).toMatchObject({
      name: 'ext/pr-1-abc',
      commit: { sha: s.sha },
    });
    expect(await json(await ask(s.github, 'GET', `${engine}/activity`))).toMatchObject([
      { actor: { login: 'github-actions[bot]' }, activity_type: 'branch_creation' },
    ]);
  });

  it("refuses a fork's commit where GitHub does, until the repository has it", async () => {
    const s = stage();
    s.github.settings.forkCommitsMakeRefs = false;
    expect(await message(await make(s, 'refs/heads/ext/a'))).toBe('Object does not exist');
    s.github.push({ repo: 'acme/engine', branch: 'fetched', by: 'mel', sha: s.sha });
    expect((await make(s, 'refs/heads/ext/a')).status).toBe(201);
  });

  it('refuses what exists, what stands in the way, and what is no ref or no commit', async () => {
    const s = stage();
    expect(await message(await make(s, 'refs/heads/main'))).toBe('Reference already exists');
    expect((await make(s, 'refs/heads/main/x')).status).toBe(422);
    expect((await make(s, 'main')).status).toBe(422);
    expect((await make(s, 'refs/heads/x', 'f'.repeat(40))).status).toBe(422);
    expect((await make(s, 'refs/heads/x', s.sha.slice(0, 12))).status).toBe(422);
    s.repo.refs.clear();
    expect((await make(s, 'refs/heads/x')).status).toBe(409);
  });

  it('wants workflows: write for a commit that brings workflow files', async () => {
    const s = stage();
    const files = { '.github/workflows/ci.yml': 'on: push' };
    const sha = s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', files });
    const plain = s.github.issueToken({ kind: 'actions', permissions: { contents: 'write' } });
    expect((await make(s, 'refs/heads/a', s.sha, plain)).status).toBe(201);
    expect((await make(s, 'refs/heads/b', sha, plain)).status).toBe(403);
    expect((await make(s, 'refs/heads/b', sha)).status).toBe(201);
  });
});

describe('DELETE git/refs', () => {
  it('removes a branch once, and closes its pull request', async () => {
    const s = stage();
    s.github.openPullRequest({ repo: 'acme/engine', branch: 'old', author: 'mel' });
    const remove = () => ask(s.github, 'DELETE', `${engine}/git/refs/heads/old`, { token: s.tokens.actions });
    expect((await remove()).status).toBe(204);
    expect(await message(await remove())).toBe('Reference does not exist');
    expect((await json(await ask(s.github, 'GET', `${engine}/pulls/2`))).state).toBe('closed');
  });
});

describe('contents', () => {
  const read = async (s: Stage, path: string) =>
    json(await ask(s.github, 'GET', `${engine}/contents/${path}`));

  it('come in base64 from a branch, a commit, or the default branch', async () => {
    const s = stage();
    const files = { '.gitlab-ci.yml': `#${'é'.repeat(50)}\n` };
    const sha = s.github.push({ repo: 'acme/engine', branch: 'x', by: 'mel', files });
    for (const ref of ['x', 'refs/heads/x', sha]) {
      const file = await read(s, `.gitlab-ci.yml?ref=${encodeURIComponent(ref)}`);
      expect(Buffer.from(file.content, 'base64').toString()).toBe(files['.gitlab-ci.yml']);
      expect(Math.max(...file.content.split('\n').map((line: string) => line.length))).toBe(60);
    }
    expect((await read(s, '.gitlab-ci.yml')).status).toBe('404');
    expect(await message(await ask(s.github, 'GET', `${engine}/contents/README.md?ref=none`))).toContain(
      'none',
    );
  });
});

describe('repositories that move', () => {
  it('answer 301 under the old name, and under their number', async () => {
    const s = stage();
    s.github.renameRepository('acme/engine', 'acme/motor');
    const response = await ask(s.github, 'GET', `${engine}/pulls?state=all`);
    const location = `http://127.0.0.1:8080/repositories/${s.repo.id}/pulls?state=all`;
    expect([response.status, response.headers.get('location')]).toEqual([301, location]);
    const byNumber = await ask(s.github, 'GET', new URL(location).pathname);
    expect((await json(byNumber))[0].base.repo.full_name).toBe('acme/motor');
  });
});
