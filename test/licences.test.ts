import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Name and version → the section of LICENSES.txt. */
const sections = new Map(
  readFileSync('dist/LICENSES.txt', 'utf8')
    .split(/\n-{80}\n\n/)
    .map((section) => [section.split('\n', 1)[0] ?? '', section]),
);

/** Every package of the lock file: its folder and `name version`. */
const installed = Object.entries(
  (
    JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version?: string }>;
    }
  ).packages,
)
  .filter(([folder]) => folder !== '')
  .map(([folder, { version }]) => ({ folder, title: `${nameOf(folder)} ${version}` }));

/** `node_modules/a/node_modules/@b/c/lib/x.js` → `@b/c`. */
function nameOf(path: string): string {
  const below = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length).split('/');
  return below.slice(0, below[0]?.startsWith('@') ? 2 : 1).join('/');
}

/** One module of a bundle: its path where the bundler wrote it down, and its text. */
interface Module {
  readonly at: string;
  readonly path: string | undefined;
  readonly text: string;
}

/** Splits a bundle at the two kinds of marks that webpack leaves: numbered modules and concatenated ones. */
function modulesOf(file: string): Module[] {
  const source = readFileSync(file, 'utf8')
    // How the command line is started (scripts/build.ts).
    .replace(/^#!.*\n':' .*\n/, '')
    .replace(/^\/\*{6}\/.*$/gm, '');
  return source
    .split(/^(?=\/\*\*\*\/ \d+:$|;\/\/ CONCATENATED MODULE: |var __webpack_exports__ = )/m)
    .flatMap((text) => {
      const [mark = ''] = text.split('\n', 1);
      const path = /^;\/\/ CONCATENATED MODULE: (.*)$/.exec(mark)?.[1];
      return { at: `${file} ${mark}`, path, text };
    });
}

/** What webpack adds: its own names, lists of exports, heads of chunks and modules. */
const ofBundler =
  /__webpack_|__nccwpck_|__WEBPACK_|_namespaceObject|: \(\) => \(|^export const |^\/\*{3,}\/|^\/\/ [A-Z]{2,}/;

/** Lines that tell one file from another: long ones, without blanks, the bundler's words and calls that it rewrites. */
const tellingLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^export (?=const (?!ids?\b|modules\b)|function |async )/, ''))
    .filter((line) => line.length >= 20 && !ofBundler.test(line) && !/\brequire\(|^'use strict'/.test(line))
    .map((line) => line.replace(/\s+/g, ''));

const bundles = globSync('dist/*/*.js').flatMap(modulesOf);

/** Text that no package wrote: stubs for Node's own modules and for missing ones, and maps of what is loaded by name. */
const isMadeByBundler = ({ text }: Module): boolean =>
  tellingLines(text).length === 0 ||
  /^function webpackAsyncContext\(/m.test(text) ||
  /^module\.exports = eval\("require"\)\("[^"]+"\);$/m.test(text);

type Index = ReadonlyMap<string, ReadonlySet<string>>;

/** Line → who has it. `ours` are the sources of this project; without their types the compiler leaves most lines alone. */
function indexOf(titles: ReadonlySet<string>): Index {
  const index = new Map<string, Set<string>>();
  const add = (owner: string, files: readonly string[]) => {
    for (const line of files.flatMap((file) => tellingLines(readFileSync(file, 'utf8')))) {
      const owners = index.get(line) ?? new Set();
      index.set(line, owners.add(owner));
    }
  };
  for (const { folder, title } of installed.filter((one) => titles.has(one.title))) {
    const exclude = (path: string) => path.includes(`${folder}/node_modules`);
    add(title, globSync(join(folder, '**/*.{js,cjs,mjs}'), { exclude }));
    for (const file of globSync(join(folder, '**/*.json'), { exclude })) {
      const line = asBundled(readFileSync(file, 'utf8'));
      index.set(line, (index.get(line) ?? new Set()).add(title));
    }
  }
  add('ours', globSync('vendor/*/*.js'));
  for (const line of globSync('src/**/*.ts').flatMap((file) =>
    tellingLines(stripTypeScriptTypes(readFileSync(file, 'utf8'))),
  ))
    index.set(line, (index.get(line) ?? new Set()).add('ours'));
  return index;
}

/** A file of JSON as the bundler writes it; empty where it is none. */
function asBundled(json: string): string {
  try {
    return `module.exports = /*#__PURE__*/JSON.parse('${JSON.stringify(JSON.parse(json))}');`.replace(
      /\s+/g,
      '',
    );
  } catch {
    return '';
  }
}

const index = indexOf(new Set(sections.keys()));

/** Who a module without a path comes from: whoever has most of its lines, when that is at least half of them. */
function ownerByText({ text }: Module, titles: ReadonlySet<string>): string | undefined {
  const lines = tellingLines(text);
  const counts = new Map<string, number>();
  for (const owner of lines.flatMap((line) => [...(index.get(line) ?? [])]))
    if (owner === 'ours' || titles.has(owner)) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] >= lines.length / 2 ? most[0] : undefined;
}

/** Owners of all bundled modules, and the modules of which none of `titles` is the owner. */
function owners(titles: ReadonlySet<string>): { named: Set<string>; strange: string[] } {
  const named = new Set<string>();
  const strange: string[] = [];
  for (const module of bundles) {
    if (/^\.\/(build|vendor)\//.test(module.path ?? '') || module.path?.startsWith('external ')) continue;
    const folder = module.path?.replace(/^\.\//, '');
    const title =
      folder &&
      installed.find((one) => folder.startsWith(`${one.folder}/`) && nameOf(folder) === nameOf(one.folder))
        ?.title;
    const owner = title || (isMadeByBundler(module) ? 'ours' : ownerByText(module, titles));
    if (owner === undefined || (owner !== 'ours' && !titles.has(owner))) strange.push(module.at);
    else named.add(owner);
  }
  return { named, strange };
}

const { named, strange } = owners(new Set(sections.keys()));

describe('dist/LICENSES.txt', () => {
  it('names the package of every bundled module', () => {
    expect(strange).toEqual([]);
    expect([...named].map((title) => nameOf(`node_modules/${title.split(' ')[0]}`))).toEqual(
      expect.arrayContaining(['@actions/core', '@actions/github', '@gitbeaker/rest', 'yaml', 'valibot']),
    );
  });

  it.each([...named].filter((title) => title !== 'ours'))('holds a licence for %s', (title) => {
    const section = sections.get(title) ?? '';
    expect(section.split('\n')[1]).toMatch(/^[A-Z0-9][A-Za-z0-9.\-() ]+$/);
    expect(section).toMatch(/permission|redistribution|license|public domain/i);
    expect(section).not.toContain('contains no licence file');
  });

  // The file is made from ncc's list of modules; this is what the bundles themselves show.
  it('names nothing that is not bundled', () => {
    expect([...sections.keys()].filter((title) => !named.has(title))).toEqual([]);
  });

  it('would miss a package that is left out', () => {
    for (const name of ['yaml', 'before-after-hook', 'valibot', 'tunnel', 'qs']) {
      const without = new Set([...sections.keys()].filter((title) => !title.startsWith(`${name} `)));
      expect(without.size).toBeLessThan(sections.size);
      expect(owners(without).strange, name).not.toEqual([]);
    }
  });
});
