/** Where a path leads: its mount, and what is left of it below. */
import { failureItself } from '../net/failure.ts';
import { refused } from './patience.ts';
import type { Wanted } from './secrets.ts';
import type { Access, Mount } from './vault.ts';

/** A path that is wanted, found in Vault. */
export interface Place {
  readonly wanted: Wanted;
  readonly mount: Mount;
  /** Below the mount; empty: the mount itself. */
  readonly path: string;
}

/** A path of one segment is below this mount, as in `vault kv get -mount=secret`. */
const usualMount = 'secret';

/**
 * The whole path, the mount first. Pure. Throws a refusal `path-invalid` on what Vault would read as another path, or
 * answer with a fault (docs/facts/vault.md, "Secrets").
 */
export function wholePath(path: string): string {
  const segments = path.split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const odd = segments.some((one) => /^\.{0,2}$/.test(one) || /[\u0000-\u001f\u007f]/.test(one));
  if (odd) throw refused('path-invalid');
  return segments.length === 1 ? `${usualMount}/${path}` : path;
}

/**
 * Finds all that is wanted. Each mount is asked for once; where Vault does not say, the version that was set counts, and
 * the first segment is the mount. Nothing is guessed. Rejects with a ServiceFailure.
 * @param differs told when Vault names another version than was set; Vault's counts
 */
export async function findPlaces(
  access: Access,
  wanted: readonly Wanted[],
  kvVersion: 1 | 2 | undefined,
  differs: () => void,
): Promise<readonly Place[]> {
  const mounts: Mount[] = [];

  const mountOf = async (path: string): Promise<Mount> => {
    const found = mounts.find((one) => isBelow(path, one.path));
    if (found !== undefined) return found;
    const mount = await access.mountOf(path).catch((error: unknown) => unseen(path, kvVersion, error));
    if (!isBelow(path, mount.path)) throw refused('mount-hidden');
    mounts.push(mount);
    return mount;
  };

  const places: Place[] = [];
  for (const one of wanted) {
    const path = wholePath(one.path);
    const mount = await mountOf(path);
    places.push(placeOf(one, mount, path.slice(mount.path.length + 1)));
  }
  const versions = mounts.filter(({ engine }) => engine !== 'plain');
  if (kvVersion && versions.some(({ engine }) => engine !== `kv-${kvVersion}`)) differs();
  return places;
}

const isBelow = (path: string, mount: string): boolean => path === mount || path.startsWith(`${mount}/`);

/** A mount that Vault does not show. Its way of showing them is promised to nobody, so other answers are none. */
function unseen(path: string, kvVersion: 1 | 2 | undefined, error: unknown): Mount {
  const { kind, refusal } = failureItself(error);
  const noAnswer = refusal === undefined && ['not-found', 'invalid', 'unexpected'].includes(kind);
  if (!noAnswer && refusal !== 'mount-hidden' && refusal !== 'absent' && refusal !== 'policy') throw error;
  if (kvVersion === undefined) throw refusal === 'policy' ? error : refused('mount-hidden');
  const [mount = ''] = path.split('/');
  return { path: mount, engine: `kv-${kvVersion}` };
}

function placeOf(wanted: Wanted, mount: Mount, path: string): Place {
  if (path === '' && !wanted.below) throw refused('path-invalid');
  if (mount.engine === 'kv-2' && /^(?:data|metadata)(?:\/|$)/.test(path)) throw refused('path-has-data');
  return { wanted, mount, path };
}
