import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fetch } from 'undici';
import { describe, expect, it } from 'vitest';

/** Every file of `src` with the modules that it imports; relative ones as paths below the project. */
const files = new Map(globSync('src/**/*.ts').map((file) => [file, importsOf(file)] as const));

function importsOf(file: string): { path: string; typeOnly: boolean }[] {
  const source = readFileSync(file, 'utf8');
  const statements = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...statements].map(([, type, from, dynamic]) => {
    const module = from ?? dynamic ?? '';
    const path = module.startsWith('.') ? normalize(join(dirname(file), module)) : module;
    return { path, typeOnly: type !== undefined };
  });
}

const room = (path: string): string => path.split('/')[1] ?? '';
const violations = (wrong: (file: string, imported: string) => boolean): string[] =>
  [...files].flatMap(([file, imports]) =>
    imports.filter(({ path }) => wrong(file, path)).map(({ path }) => `${file} imports ${path}`),
  );

const core = ['gate', 'commands', 'selection', 'pipeline', 'report', 'proof', 'secrets', 'mask'];
const sdks: Record<string, readonly string[]> = {
  '@actions/core': ['action'],
  '@actions/github': ['github'],
  '@gitbeaker/rest': ['gitlab'],
  'node-vault': ['vault'],
};

describe('the plan of the house', () => {
  it('reads the imports at all', () => {
    expect(files.get('src/modes/admit.ts')?.map(({ path }) => path)).toContain('src/gate/decide.ts');
  });

  it('keeps clients, edges and wiring out of the core rooms', () => {
    const outer = ['action', 'cli', 'github', 'gitlab', 'vault', 'modes', 'doctor', 'wiring.ts'];
    expect(
      violations(
        (file, path) => core.includes(room(file)) && path.startsWith('src/') && outer.includes(room(path)),
      ),
    ).toEqual([]);
  });

  it('gives a core room nothing but our own files, pure libraries and node:crypto', () => {
    const pure = ['node:crypto', 'yaml', 'valibot'];
    expect(
      violations(
        (file, path) => core.includes(room(file)) && !path.startsWith('src/') && !pure.includes(path),
      ),
    ).toEqual([]);
  });

  it('keeps modes away from edges and clients', () => {
    const outer = ['action', 'cli', 'github', 'gitlab', 'vault', 'wiring.ts'];
    expect(
      violations(
        (file, path) => room(file) === 'modes' && (!path.startsWith('src/') || outer.includes(room(path))),
      ),
    ).toEqual([]);
  });

  it('imports each SDK in its own room only', () => {
    expect(violations((file, path) => sdks[path] !== undefined && !sdks[path].includes(room(file)))).toEqual(
      [],
    );
  });

  it('opens the network in one room only', () => {
    const network = /^node:(http|https|http2|net|tls|dgram|dns)(\/|$)|^undici$/;
    expect(violations((file, path) => network.test(path) && room(file) !== 'net')).toEqual([]);
    const fetches = [...files.keys()].filter((file) =>
      /(?<![.\w])fetch\(/.test(code(readFileSync(file, 'utf8'))),
    );
    expect(fetches).toEqual([]);
  });

  it('bundles the stand-in for undici, which sends nothing', () => {
    for (const bundle of globSync('dist/*/*.js')) {
      const source = readFileSync(bundle, 'utf8');
      expect(source, bundle).not.toMatch(/llhttp|undici:client|class Dispatcher/);
    }
    expect(() => fetch()).toThrow('requests go through src/net/transport.ts');
    expect(readFileSync('dist/main/index.js', 'utf8')).toContain('undici is not part of this action');
  });

  it('has no circle of imports', () => {
    expect(circles()).toEqual([]);
  });
});

/** The source without comments, so that prose about fetch is no call. */
const code = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');

/** Circles of imports that exist at run time, each named once by its files. */
function circles(): string[] {
  const found = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.add([...trail.slice(start)].sort().join(' ↔ '));
      return;
    }
    for (const { path, typeOnly } of files.get(file) ?? []) {
      if (!typeOnly && files.has(path)) visit(path, [...trail, file]);
    }
  };
  for (const file of files.keys()) visit(file, []);
  return [...found];
}
