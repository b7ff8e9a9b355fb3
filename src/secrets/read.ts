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
  /** The newest version of what was wanted itself, by this path, is deleted or destroyed. */
  deleted(path: string): void;
}

interface Leaf {
  readonly mount: Mount;
  readonly path: string;
  /** As the result names it: one secret may be wanted by two paths. */
  readonly names: Set<string>;
  /** The paths by which it was wanted itself, not only what is below. */
  readonly wanted: Set<string>;
}

/**
 * The secrets by the path that was wanted; those below one by their whole path, the mount first. What is not there, or
 * deleted, is left out. Each is asked for once. Rejects with a ServiceFailure: `too-many-below` where a path has more below
 * it than is read.
 */
export async function readAll(
  access: Access,
  places: readonly Place[],
  told: Told,
): Promise<ReadonlyMap<string, KeyValues>> {
  const leaves = new Map<string, Leaf>();
  const add = (mount: Mount, path: string, name?: string): void => {
    const whole = joined(mount.path, path);
    const leaf = leaves.get(whole) ?? { mount, path, names: new Set(), wanted: new Set() };
    leaf.names.add(name ?? whole);
    if (name !== undefined) leaf.wanted.add(name);
    leaves.set(whole, leaf);
  };
  for (const { wanted, mount, path } of places) if (path !== '') add(mount, path, wanted.path);
  for (const { mount, path } of places.filter(({ wanted }) => wanted.below)) {
    for (const below of await pathsBelow(access, mount, path)) add(mount, below);
  }
  const read = new Map<Leaf, KeyValues>();
  await inParallel(mostAtOnce, [...leaves.values()], async (leaf) => {
    const secret = await access
      .read(leaf.mount, leaf.path)
      .catch(serviceFailureAs('absent' as const, ({ refusal }) => refusal === 'absent'))
      .catch(serviceFailureAs('deleted' as const, ({ refusal }) => refusal === 'deleted-version'));
    if (secret === 'deleted') for (const path of leaf.wanted) told.deleted(path);
    if (secret === 'absent' || secret === 'deleted') return;
    if (secret.lease !== undefined) told.leased(secret.lease);
    read.set(leaf, secret.values);
  });
  // In the order in which they were wanted, not in which they came.
  const secrets = new Map<string, KeyValues>();
  for (const leaf of leaves.values()) {
    const values = read.get(leaf);
    if (values !== undefined) for (const name of leaf.names) secrets.set(name, values);
  }
  return secrets;
}

/** The paths below one of a mount, folder by folder, in alphabetical order. */
async function pathsBelow(access: Access, mount: Mount, top: string): Promise<readonly string[]> {
  const paths: string[] = [];
  let folders = [top];
  let seen = 0;
  for (let depth = 0; folders.length > 0; depth++) {
    seen += folders.length;
    if (depth >= mostBelow.depth || seen > mostBelow.folders) throw refused('too-many-below');
    const next: string[] = [];
    await inParallel(mostAtOnce, folders, async (folder) => {
      for (const name of await access.list(mount, folder)) {
        if (name.endsWith('/')) next.push(joined(folder, name.slice(0, -1)));
        else paths.push(joined(folder, name));
      }
    });
    if (paths.length > mostBelow.secrets) throw refused('too-many-below');
    folders = next;
  }
  return paths.sort();
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('/');
