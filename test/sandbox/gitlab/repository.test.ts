import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRepository, type Repository } from '../../../sandbox/gitlab/repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'repository-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const fresh = () => {
  made += 1;
  const own = join(folder, String(made));
  const at = Date.parse('2026-11-21T10:00:00.900Z');
  return { own, repository: createRepository(own, 'https://gitlab.example.com/a/b.git', 'main', () => at) };
};
const git = (own: string, ...args: string[]) =>
  execFileSync('git', ['-C', join(own, 'repository'), ...args], { encoding: 'utf8' }).trim();
const files = {
  'run.sh': '#!/bin/sh\necho é\n',
  'a/deep/er/file.txt': 'deep',
  'a-b.txt': 'between a and a/',
  'a.txt': '',
  'z.txt': 'no line end',
};

describe('a repository', () => {
  it('gives commits the names that git gives them', async () => {
    const { own, repository } = fresh();
    const first = repository.commit('main', files);
    const second = repository.commit('main', { 'a/deep/er/file.txt': null, 'new.txt': 'x' });
    const side = repository.commit('feature/x', { 'only/here': 'y' }, 'main');
    repository.branchAt('copy', first);
    await repository.checkout(side);
    expect(git(own, 'rev-parse', 'main', 'feature/x', 'copy').split('\n')).toEqual([second, side, first]);
    expect(git(own, 'rev-parse', 'origin/main', 'origin/HEAD').split('\n')).toEqual([second, second]);
    expect(git(own, 'log', '-1', '--format=%an <%ae> %at %s', side)).toBe(
      'Sandbox <sandbox@example.com> 1795255200 Commit 3',
    );
  });

  it('asks git for nothing before somebody wants a work tree', () => {
    const { own, repository } = fresh();
    const sha = repository.commit('main', files);
    expect(repository.branches.get('main')).toBe(sha);
    expect(existsSync(own)).toBe(false);
  });

  it('gives a work tree of any commit, also after later ones', async () => {
    const { repository } = fresh();
    const first = repository.commit('main', files);
    const tree = await repository.checkout(first);
    expect(readFileSync(join(tree, 'a/deep/er/file.txt'), 'utf8')).toBe('deep');
    expect(statSync(join(tree, 'run.sh')).mode & 0o111).not.toBe(0);
    expect(statSync(join(tree, 'z.txt')).mode & 0o111).toBe(0);
    const second = repository.commit('main', { 'z.txt': 'changed' });
    const later = await repository.checkout(second);
    expect([join(tree, 'z.txt'), join(later, 'z.txt')].map((path) => readFileSync(path, 'utf8'))).toEqual([
      'no line end',
      'changed',
    ]);
    expect(await repository.checkout(first)).toBe(tree);
  });

  it('forgets a deleted branch, written or not', async () => {
    const { own, repository } = fresh();
    const sha = repository.commit('main', files);
    const branches = (of: Repository) => [...of.branches.keys()];
    repository.branchAt('unwritten', sha);
    repository.deleteBranch('unwritten');
    repository.branchAt('written', sha);
    await repository.checkout(sha);
    repository.deleteBranch('written');
    await repository.checkout(repository.commit('main', { more: 'x' }));
    expect(branches(repository)).toEqual(['main']);
    expect(git(own, 'for-each-ref', '--format=%(refname)').split('\n')).toEqual([
      'refs/heads/main',
      'refs/remotes/origin/HEAD',
      'refs/remotes/origin/main',
    ]);
  });
});
