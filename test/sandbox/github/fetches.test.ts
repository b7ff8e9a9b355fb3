import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gitEnvironment } from '../../../sandbox/base/upload-pack.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';

let sandbox: Sandbox;
let folder: string;
let base: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  const { github } = sandbox;
  github.addOrganization('acme');
  for (const login of ['mel', 'eve']) github.addUser(login);
  github.addRepository('acme/engine');
  github.addRepository('acme/secret', { private: true });
  github.fork('acme/engine', 'eve');
  base = sandbox.apiUrl;
  folder = mkdtempSync(join(tmpdir(), 'fetches-'));
});

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await sandbox.close();
});

const git = (...args: string[]) =>
  execa('git', args, {
    cwd: folder,
    env: { ...gitEnvironment(), GIT_TERMINAL_PROMPT: '0' },
    extendEnv: false,
    reject: false,
  });

it('is cloned, with every commit under the name that git gives to it', async () => {
  const { github } = sandbox;
  const files = { 'b/c.txt': 'é\n', 'b.txt': '', run: '#!/bin/sh\n' };
  github.push({ repo: 'acme/engine', branch: 'x', by: 'mel', files });
  const pull = github.openPullRequest({
    repo: 'acme/engine',
    headRepo: 'eve/engine',
    branch: 'fix',
    author: 'eve',
  });
  github.push({ repo: 'acme/engine', branch: 'main', by: 'mel' });
  const { after } = github.updateBranch('acme/engine', pull.number, 'mel');
  const merged = github.mergePullRequest('acme/engine', pull.number, 'mel');
  github.tag('acme/engine', 'v1', merged);

  expect(await git('clone', '-q', `${base}/acme/engine.git`, 'clone')).toMatchObject({ exitCode: 0 });
  const refs = (await git('-C', 'clone', 'ls-remote', 'origin')).stdout.split('\n');
  const repo = github.world.repositories.get('acme/engine');
  expect(refs).toEqual(
    [['HEAD', merged], ...(repo?.refs ?? [])].map(([ref, sha]) => `${sha}\t${ref}`).sort(byRef),
  );
  expect((await git('-C', 'clone', 'rev-parse', 'HEAD^2', 'v1')).stdout).toBe(`${after}\n${merged}`);
  expect((await git('-C', 'clone', 'fsck', '--strict', '--no-dangling')).stderr).toBe('');
  await git('-C', 'clone', 'checkout', '-q', 'origin/x');
  for (const [name, text] of Object.entries(files))
    expect(readFileSync(join(folder, 'clone', name), 'utf8')).toBe(text);
  expect(statSync(join(folder, 'clone', 'run')).mode & 0o111).not.toBe(0);
  const tree = (await git('-C', 'clone', 'rev-parse', `${merged}^{tree}`)).stdout;
  const answer = await fetch(`${base}/repos/acme/engine/commits/${merged}`);
  expect(await answer.json()).toMatchObject({ commit: { tree: { sha: tree } } });
});

const byRef = (one: string, other: string) =>
  (one.split('\t')[1] ?? '') < (other.split('\t')[1] ?? '') ? -1 : 1;

it("gives one commit by its SHA, a fork's too, and what was pushed since", async () => {
  const { github } = sandbox;
  const fetched = async (sha: string, repo = 'acme/engine.git') => {
    rmSync(join(folder, 'one'), { recursive: true, force: true });
    await git('init', '-q', 'one');
    const { exitCode, stderr } = await git(
      '-C',
      'one',
      'fetch',
      '-q',
      '--depth',
      '1',
      `${base}/${repo}`,
      sha,
    );
    if (exitCode !== 0) return stderr;
    return (await git('-C', 'one', 'rev-parse', 'FETCH_HEAD', '--all')).stdout;
  };
  const theirs = github.push({ repo: 'eve/engine', branch: 'fix', by: 'eve' });
  expect(await fetched(theirs)).toBe(theirs);
  const next = github.push({ repo: 'eve/engine', branch: 'fix', by: 'eve', force: true });
  expect(await fetched(next, 'Acme/Engine')).toBe(next);
  expect(await fetched(theirs)).toBe(theirs);
  // Its names are its own: a fork's branch is no branch of the parent.
  expect(await fetched('fix')).toContain("couldn't find remote ref fix");
  expect(await fetched('f'.repeat(40))).toContain('not our ref');
  const invented = github.push({ repo: 'acme/engine', branch: 'y', by: 'mel', sha: 'a'.repeat(40) });
  expect(await fetched(invented)).toContain('not our ref');
});

it('shows what is private to those alone who may read it', async () => {
  const tokenOf = (permissions: object) => sandbox.github.issueToken({ kind: 'app', permissions });
  const asked = async (repo: string, token?: string) =>
    (
      await git(
        ...(token === undefined
          ? []
          : ['-c', `http.extraHeader=Authorization: Basic ${Buffer.from(`x:${token}`).toString('base64')}`]),
        'ls-remote',
        `${base}/${repo}`,
      )
    ).stderr.trim();
  expect(await asked('acme/secret', tokenOf({ contents: 'read' }))).toBe('');
  expect(await asked('acme/secret', tokenOf({ statuses: 'write' }))).toContain('not found');
  expect(await asked('acme/nothing', tokenOf({ contents: 'read' }))).toContain('not found');
  for (const repo of ['acme/secret', 'acme/nothing'])
    expect(await asked(repo)).toContain('could not read Username');
  expect(await asked('acme/engine', 'ghs_wrong')).toContain('could not read Username');
  const push = await fetch(`${base}/acme/engine/info/refs?service=git-receive-pack`);
  expect(push.status).toBe(501);
  expect(sandbox.github.world.gaps.take()).toEqual(["git's service git-receive-pack"]);
});
