import { blobObject, treeName } from '../../base/objects.ts';
import { email } from '../commit.ts';
import type { Commit, Repository } from '../repository.ts';
import { iso, type World } from '../world.ts';
import { nodeId, simpleUser } from './account.ts';
import { apiOf, pageOf } from './repository.ts';

const treeSha = ({ tree }: Commit): string => treeName(Object.fromEntries(tree));

/** Git's own name of a file's content. */
export const blobSha = (content: string): string => blobObject(content).name;

/** Schema commit. `author` is the account, null where the address belongs to none. */
export function commitShape(world: World, repo: Repository, commit: Commit) {
  const url = `${apiOf(world, repo)}/commits/${commit.sha}`;
  const account = world.accounts.get(commit.author.toLowerCase());
  const person = { name: commit.author, email: email(commit.author), date: iso(commit.date) };
  return {
    url,
    sha: commit.sha,
    node_id: nodeId('C', repo.id) + commit.sha.slice(0, 12),
    html_url: `${pageOf(world, repo)}/commit/${commit.sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${apiOf(world, repo)}/git/commits/${commit.sha}`,
      author: person,
      committer: person,
      message: commit.message,
      comment_count: 0,
      tree: { sha: treeSha(commit), url: `${apiOf(world, repo)}/git/trees/${treeSha(commit)}` },
    },
    author: account ? simpleUser(world, account) : null,
    committer: account ? simpleUser(world, account) : null,
    parents: commit.parents.map((sha) => ({ sha, url: `${apiOf(world, repo)}/commits/${sha}` })),
  };
}

/** Schema simple-commit, as in a merge group. */
export const simpleCommit = (commit: Commit) => ({
  id: commit.sha,
  tree_id: treeSha(commit),
  message: commit.message,
  timestamp: iso(commit.date),
  author: { name: commit.author, email: email(commit.author) },
  committer: { name: commit.author, email: email(commit.author) },
});

/** A commit inside a push payload. */
export const pushedCommit = (world: World, repo: Repository, commit: Commit) => ({
  ...simpleCommit(commit),
  distinct: true,
  url: `${pageOf(world, repo)}/commit/${commit.sha}`,
  added: [],
  removed: [],
  modified: [...commit.tree.keys()].slice(-1),
});

/** Schema git-ref. */
export const refShape = (world: World, repo: Repository, ref: string, sha: string) => ({
  ref,
  node_id: nodeId('REF', repo.id),
  url: `${apiOf(world, repo)}/git/${ref}`,
  object: { sha, type: 'commit', url: `${apiOf(world, repo)}/git/commits/${sha}` },
});

/** Schema branch-short. */
export const shortBranch = (world: World, repo: Repository, name: string, sha: string) => ({
  name,
  commit: { sha, url: `${apiOf(world, repo)}/commits/${sha}` },
  protected: false,
});

/** Schema branch-with-protection. */
export function branchShape(world: World, repo: Repository, branch: string, commit: Commit) {
  const self = `${apiOf(world, repo)}/branches/${branch.split('/').map(encodeURIComponent).join('/')}`;
  return {
    name: branch,
    commit: commitShape(world, repo, commit),
    _links: { self, html: `${pageOf(world, repo)}/tree/${branch}` },
    protected: false,
    protection: {
      enabled: false,
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: `${self}/protection`,
  };
}

function entry(world: World, repo: Repository, path: string, ref: string, type: 'file' | 'dir', sha: string) {
  const at = path.split('/').map(encodeURIComponent).join('/');
  const self = `${apiOf(world, repo)}/contents/${at}?ref=${encodeURIComponent(ref)}`;
  const html = `${pageOf(world, repo)}/${type === 'file' ? 'blob' : 'tree'}/${ref}/${at}`;
  const git = `${apiOf(world, repo)}/git/${type === 'file' ? 'blobs' : 'trees'}/${sha}`;
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    url: self,
    html_url: html,
    git_url: git,
    download_url: type === 'file' ? `${pageOf(world, repo)}/raw/${ref}/${at}` : null,
    _links: { self, git, html },
  };
}

/** Schema content-file; the content in base64, broken into lines of 60 as GitHub does. */
export function fileContent(world: World, repo: Repository, path: string, ref: string, content: string) {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,60}/g) ?? [];
  return {
    ...entry(world, repo, path, ref, 'file', blobSha(content)),
    type: 'file',
    size: Buffer.byteLength(content),
    encoding: 'base64',
    content: lines.map((line) => `${line}\n`).join(''),
  };
}

/** Schema content-directory: what lies directly in a folder; undefined where there is none. */
export function directory(
  world: World,
  repo: Repository,
  path: string,
  ref: string,
  tree: Map<string, string>,
) {
  const prefix = path === '' ? '' : `${path}/`;
  const inside = [...tree].filter(([name]) => name.startsWith(prefix));
  if (inside.length === 0) return undefined;
  const names = [...new Set(inside.map(([name]) => name.slice(prefix.length).split('/')[0] ?? ''))].sort();
  return names.map((name) => {
    const content = tree.get(prefix + name);
    const type = content === undefined ? ('dir' as const) : ('file' as const);
    const sha = blobSha(content ?? prefix + name);
    const size = content === undefined ? 0 : Buffer.byteLength(content);
    return { ...entry(world, repo, prefix + name, ref, type, sha), type, size };
  });
}
