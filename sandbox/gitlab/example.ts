import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
const FOLDER = join(project, 'examples/engine-tests');

/** The files of the example private project (`examples/engine-tests`): path → content. */
export function exampleEngine(): Record<string, string> {
  const entries = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(FOLDER.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

/** The CI file of a project that takes only proven requests, as the pages show it. */
export const provenFile = (): string =>
  readFileSync(join(project, 'examples/proven-tests/.gitlab-ci.yml'), 'utf8');

/** What it includes, and the address at which it finds that. */
export function template(file: string = provenFile()): { readonly url: string; readonly text: string } {
  const url = /^ +- remote: (\S+)$/m.exec(file)?.[1] ?? '';
  return { url, text: readFileSync(join(project, 'templates/functional-tests/template.yml'), 'utf8') };
}

/** The inputs of an include in such a file, those that are named with other values, and further ones. */
export function withInputs(file: string, inputs: Readonly<Record<string, string>>): string {
  const lines = Object.entries(inputs).map(([name, value]) => `      ${name}: '${value}'\n`);
  const others = file.replace(/^ {6}([\w-]+): .*\n/gm, (line, name: string) => (name in inputs ? '' : line));
  return others.replace(/^ {4}inputs:\n(?= {6})/m, (line) => line + lines.join(''));
}
