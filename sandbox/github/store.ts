/** The repositories as git keeps them, written once somebody fetches: one store for each network of forks. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { objectsOf } from '../base/objects.ts';
import { textOf } from './commit.ts';
import type { Commit, Repository } from './repository.ts';

/** What fetches ask for. */
export interface Store {
  /** The bare repository's folder, as the repository is now. */
  folderOf(repo: Repository): string;
  /** Removes every folder. */
  close(): void;
}

interface Network {
  readonly folder: string;
  /** The commits that git has. */
  readonly written: Set<string>;
}

/** An empty one; a folder is made when the first repository is fetched. */
export function createStore(): Store {
  const networks = new Map<Repository['network'], Network>();
  return {
    folderOf: (repo) => {
      const network = networks.get(repo.network) ?? newNetwork();
      networks.set(repo.network, network);
      for (const commit of repo.network.values()) writeCommit(network, commit);
      return writeRepository(network, repo);
    },
    close: () => {
      for (const { folder } of networks.values()) rmSync(folder, { recursive: true, force: true });
      networks.clear();
    },
  };
}

const newNetwork = (): Network => ({
  folder: mkdtempSync(join(tmpdir(), 'github-')),
  written: new Set(),
});

/**
 * Writes a commit with its files, once. One whose SHA a test made up, and what comes after it, is none to git: nobody can
 * fetch that.
 */
function writeCommit({ folder, written }: Network, commit: Commit): void {
  if (written.has(commit.sha) || !commit.parents.every((parent) => written.has(parent))) return;
  const objects = objectsOf(textOf(commit));
  if (objects.at(-1)?.name !== commit.sha) return;
  for (const { name, bytes } of objects) {
    const place = join(folder, 'objects', name.slice(0, 2));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, name.slice(2)), deflateSync(bytes));
  }
  written.add(commit.sha);
}

/**
 * As GitHub says of itself in the first line of version 0 of the protocol. In version 2 git hands out every commit that it
 * has, to whoever names it.
 */
const CONFIG = `[core]
	bare = true
[uploadpack]
	allowTipSHA1InWant = true
	allowReachableSHA1InWant = true
`;

/**
 * Writes a repository's own names, and where the network's commits are (gitrepository-layout(5)). Git may be reading, so
 * what changes is swapped in as a whole.
 */
function writeRepository({ folder: network, written }: Network, repo: Repository): string {
  const folder = join(network, String(repo.id));
  mkdirSync(join(folder, 'refs'), { recursive: true });
  mkdirSync(join(folder, 'objects', 'info'), { recursive: true });
  const refs = [...repo.refs].filter(([, sha]) => written.has(sha));
  const files = {
    'objects/info/alternates': `${join(network, 'objects')}\n`,
    config: CONFIG,
    'packed-refs': refs.map(([ref, sha]) => `${sha} ${ref}\n`).join(''),
    HEAD: `ref: refs/heads/${repo.defaultBranch}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, `${name}.new`), text);
    renameSync(join(folder, `${name}.new`), join(folder, name));
  }
  return folder;
}
