/** Reads the files that a command line names, where it is typed. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { verbs } from '../control/verbs.ts';
import type { Body } from './words.ts';

/** npm goes to the folder of the project; a path belongs to the folder where it was typed (npm docs, "npm run"). */
export const typedIn = (): string => process.env['INIT_CWD'] ?? process.cwd();

/** The body with the texts of its files in place of their paths. Throws where one cannot be read. */
export function withFiles(body: Body, folder: string): Record<string, unknown> {
  const { fields } = verbs.run;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : undefined;
      if (field?.kind !== 'files') return [name, value];
      const paths = Object.values(value as Record<string, string>).map((path) => resolve(folder, path));
      if (name === 'gitlab-ci') return [name, Object.assign({}, ...paths.map(projectIn))];
      return [name, Object.fromEntries(paths.map((path) => [basename(path), text(path)]))];
    }),
  );
}

/** A file is the `.gitlab-ci.yml`, whatever its name; a folder is the project. */
function projectIn(path: string): Record<string, string> {
  if (!isFolder(path)) return { '.gitlab-ci.yml': text(path) };
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((name) => !/^(\.git|node_modules)\//.test(name));
  if (!files.includes('.gitlab-ci.yml')) throw new Error(`there is no .gitlab-ci.yml in ${path}`);
  return Object.fromEntries(files.map((name) => [name, text(join(path, name))]));
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Error(`there is no file ${path} that can be read`);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
