/**
 * The licence file of `dist`: every package of which something is bundled, and no other. ncc's own file names only part of
 * them once there is more than one chunk, and what a production install brings is more than what is bundled; the list of
 * modules that ncc writes for each entry has them all. The lock file has version and licence of each.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Locked {
  /** A folder of this project (`vendor/undici`) in the place of a package. */
  readonly link?: boolean;
  readonly version?: string;
  /** Old packages write a list (npm docs, "package.json", license). */
  readonly license?: string | readonly { readonly type: string }[];
}

/** A module of ncc's list; one that was made of several has them inside. */
interface Bundled {
  readonly name?: string;
  readonly modules?: readonly Bundled[];
}

/** The folders of the packages in a list of modules, as the lock file writes them: `node_modules/a/node_modules/b`. */
export function packagesIn(modules: readonly Bundled[]): string[] {
  const names = modules.flatMap(({ name = '', modules: inner = [] }) => [
    ...(/^\.\/((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(name)?.slice(1) ?? []),
    ...packagesIn(inner),
  ]);
  // What ncc puts in place of a module that is missing is its own.
  return [...new Set(names)].filter((name) => name !== 'node_modules/@vercel/ncc');
}

/**
 * One text with name, version, licence id and licence text of every bundled package. `root`: the project's folder;
 * `stats`: the lists of modules that ncc has written.
 */
export async function licences(root: string, stats: readonly string[]): Promise<string> {
  const lists = await Promise.all(stats.map((file) => readFile(file, 'utf8')));
  const bundled = new Set(
    lists.flatMap((text) => packagesIn((JSON.parse(text) as { modules: readonly Bundled[] }).modules)),
  );
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const parts: string[] = [];
  for (const [path, locked] of Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!bundled.has(path) || locked.link) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const text = await licenceText(join(root, path));
    parts.push(`${name} ${locked.version}\n${idOf(locked)}\n\n${text.trim()}\n`);
  }
  return parts.join(`\n${'-'.repeat(80)}\n\n`).replaceAll('\r\n', '\n');
}

const idOf = ({ license = 'see text' }: Locked): string =>
  typeof license === 'string' ? license : license.map(({ type }) => type).join(' or ');

/** The file of that name, else what the README says under that heading. */
async function licenceText(folder: string): Promise<string> {
  const files = (await readdir(folder)).sort();
  const file = files.find((name) => /^(licen[cs]e|copying)/i.test(name));
  if (file !== undefined) return readFile(join(folder, file), 'utf8');
  const readme = files.find((name) => /^readme/i.test(name));
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  const [, section] = /^(?:#+ *)?licen[cs]e\s*\n(?:-+\n)?([\s\S]+)/im.exec(text) ?? [];
  return section ?? 'The package contains no licence file.';
}
