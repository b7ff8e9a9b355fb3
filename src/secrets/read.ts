/** Reads the secrets at places that were found, and those below them. */
import { serviceFailureAs } from '../net/failure.ts';
import { inParallel } from './in-parallel.ts';
import { refused } from './patience.ts';
import type { Place } from './places.ts';
import type { KeyValues } from './secrets.ts';
import type { Access, Lease, Mount } from './vault.ts';

/** How much is asked for at a time. */
const mostAtOnce = 6;

/** What is read below one path at most. More is no folder of secrets for one job. */
const mostBelow = { secrets: 500, folders: 200, depth: 12 };

/** What is told while it is read. */
export interface Told {
  /** A secret has a lease, which somebody has to end, also when a later read fails. */
  leased(lease: Lease): void;
  /** The newest version of what was wanted itself is deleted or destroyed. */
  deleted(): void;
}

interface Leaf {
  /** As the result names it. */
  readonly name: string;
  readonly mount: Mount;
  readonly path: string;
  /** Wanted itself, not only below a path. */
  readonly named: boolean;
}

/**
 * The secrets by the path that was wanted; what is below it by that path and its own. What is not there, or deleted, is
 * left out. Each is asked for once. Rejects with a ServiceFailure: `too-many-below` where a path has more below it than is
 * read.
 */
export async function readAll(
  access: Access,
  places: readonly Place[],
  told: Told,
): Promise<ReadonlyMap<string, KeyValues>> {
  const leaves = new Map<string, Leaf>();
  for (const { wanted, mount, path } of places) {
    if (path !== '') leaves.set(wanted.path, { name: wanted.path, mount, path, named: true });
  }
  for (const place of places.filter(({ wanted }) => wanted.below)) {
    for (const leaf of await leavesBelow(access, place)) {
      if (!leaves.has(leaf.name)) leaves.set(leaf.name, leaf);
    }
  }
  const read = new Map<string, KeyValues>();
  await inParallel(mostAtOnce, [...leaves.values()], async ({ name, mount, path, named }) => {
    const secret = await access
      .read(mount, path)
      .catch(serviceFailureAs('absent' as const, ({ refusal }) => refusal === 'absent'))
      .catch(serviceFailureAs('deleted' as const, ({ refusal }) => refusal === 'deleted-version'));
    if (secret === 'deleted' && named) told.deleted();
    if (secret === 'absent' || secret === 'deleted') return;
    if (secret.lease !== undefined) told.leased(secret.lease);
    read.set(name, secret.values);
  });
  // In the order in which they were wanted, not in which they came.
  return new Map([...leaves.keys()].flatMap((name) => entryOf(read, name)));
}

const entryOf = (read: ReadonlyMap<string, KeyValues>, name: string): readonly [string, KeyValues][] => {
  const values = read.get(name);
  return values === undefined ? [] : [[name, values]];
};

/** Everything below a place, folder by folder. */
async function leavesBelow(access: Access, { wanted, mount, path }: Place): Promise<readonly Leaf[]> {
  const leaves: Leaf[] = [];
  let folders = [''];
  let seen = 0;
  for (let depth = 0; folders.length > 0; depth++) {
    seen += folders.length;
    if (depth >= mostBelow.depth || seen > mostBelow.folders) throw refused('too-many-below');
    const next: string[] = [];
    await inParallel(mostAtOnce, folders, async (folder) => {
      for (const name of await access.list(mount, joined(path, folder))) {
        if (name.endsWith('/')) next.push(joined(folder, name.slice(0, -1)));
        else {
          const below = joined(folder, name);
          const own = { name: joined(wanted.path, below), path: joined(path, below) };
          leaves.push({ ...own, mount, named: false });
        }
      }
    });
    if (leaves.length > mostBelow.secrets) throw refused('too-many-below');
    folders = next.sort();
  }
  return leaves.sort((one, other) => (one.name < other.name ? -1 : 1));
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('/');
