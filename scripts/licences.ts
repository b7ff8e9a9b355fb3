/**
 * The licence file of `dist`. ncc's own names only part of the packages once there is more than one chunk, so the
 * list is read from the lock file: every package that a production install would bring.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  /** Builds for one platform, of packages that only development needs. */
  readonly optional?: boolean;
  /** A folder of this project (`vendor/undici`) in the place of a package. */
  readonly link?: boolean;
  readonly version?: string;
  /** Old packages write a list (npm docs, "package.json", license). */
  readonly license?: string | readonly { readonly type: string }[];
}

/** One text with name, version, licence id and licence text of every production package. `root`: the project's folder. */
export async function licences(root: string): Promise<string> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const parts: string[] = [];
  for (const [path, locked] of Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!path.startsWith('node_modules/') || locked.link) continue;
    if (locked.dev || locked.devOptional || locked.optional) continue;
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
