/** The linters of workflows that other people use, started where they are on the PATH in our version. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

/** A linter that can be started. */
export interface Linter {
  readonly name: 'actionlint' | 'zizmor';
  /** What it complains of in these files, as paths; empty: nothing. Throws when it cannot read one. */
  readonly faultsOf: (files: readonly string[]) => Promise<string>;
}

/** What was looked for, and what is there. */
export type Found =
  | { readonly found: true; readonly linter: Linter }
  | { readonly found: false; readonly name: string; readonly why: string };

/** How each is started, and the exit codes that mean findings and nothing worse. */
const known = [
  {
    name: 'actionlint',
    version: versionIn('.ci/linters', /^actionlint=([\d.]+)$/m),
    // It would start these where they are installed, in whatever version.
    arguments: ['-no-color', '-oneline', '-shellcheck=', '-pyflakes='],
    // 1: problems were found (actionlint docs, "Usage").
    findings: [1],
  },
  {
    name: 'zizmor',
    version: versionIn('.ci/zizmor.txt', /^zizmor==([\d.]+)/m),
    arguments: ['--offline', '--no-progress', '--quiet', '--strict-collection', '--config', '.ci/zizmor.yml'],
    // 11 to 14 by severity (docs.zizmor.sh, "Usage", exit codes).
    findings: [11, 12, 13, 14],
  },
] as const;

function versionIn(file: string, pattern: RegExp): string {
  const version = pattern.exec(readFileSync(file, 'utf8'))?.[1];
  if (version === undefined) throw new Error(`${file} names no version`);
  return version;
}

/** Looks for both. Another version may know other events than ours, and is not used. */
export const findLinters = (): Promise<readonly Found[]> => Promise.all(known.map(find));

async function find(one: (typeof known)[number]): Promise<Found> {
  const { name, version } = one;
  const { failed, stdout = '' } = await execa(name, ['--version'], { reject: false });
  if (failed) return { found: false, name, why: 'not on the PATH' };
  const [line = ''] = stdout.split('\n');
  const there = /[\d.]+$/.exec(line)?.[0];
  if (there !== version) return { found: false, name, why: `version ${there}, wanted ${version}` };
  return { found: true, linter: { name, faultsOf: (files) => faultsOf(one, files) } };
}

async function faultsOf(
  { name, arguments: options, findings }: (typeof known)[number],
  files: readonly string[],
): Promise<string> {
  const { exitCode, all } = await execa(name, [...options, ...files], { reject: false, all: true });
  if (exitCode === 0) return '';
  if (exitCode === undefined || !findings.some((code) => code === exitCode))
    throw new Error(`${name} ended with ${exitCode}: ${all}`);
  return all;
}

/** Runs something with texts as files of a repository, which linters want to see below `.github/workflows`. */
export async function withFiles<T>(
  texts: readonly (readonly [name: string, text: string])[],
  use: (files: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-lint-'));
  try {
    const workflows = join(folder, '.github', 'workflows');
    mkdirSync(workflows, { recursive: true });
    const files = texts.map(([name, text]) => {
      const file = join(workflows, `${name.replace(/\W+/g, '-')}.yml`);
      writeFileSync(file, text);
      return file;
    });
    return await use(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
