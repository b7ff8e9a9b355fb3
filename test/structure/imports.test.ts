import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fetch } from 'undici';
import { describe, expect, it } from 'vitest';

/** Every file of `src` with the modules that it imports, types included; relative ones as paths below the project. */
const files = new Map(globSync('src/**/*.ts').map((file) => [file, importsOf(file)] as const));

function importsOf(file: string): string[] {
  const statements = codeOf(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
  );
  return [...statements].map(([, from, dynamic]) => {
    const module = from ?? dynamic ?? '';
    return module.startsWith('.') ? normalize(join(dirname(file), module)) : module;
  });
}

/** The source without comments, so that prose about a thing is not the thing. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}

/** A folder of `src`; a file at its root is a room of its own, and a folder of the same name belongs to it. */
const room = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
const violations = (wrong: (file: string, imported: string) => boolean): string[] =>
  [...files].flatMap(([file, imports]) =>
    imports.filter((path) => wrong(file, path)).map((path) => `${file} imports ${path}`),
  );
const filesWith = (pattern: RegExp): string[] =>
  [...files.keys()].filter((file) => pattern.test(codeOf(file)));

const core = [
  'facts',
  'gate',
  'request',
  'pipeline',
  'report',
  'duplicate',
  'proof',
  'secrets',
  'child',
  'init',
];
const edges = ['action', 'cli'];
const clients = ['github', 'gitlab', 'vault'];
const sdks: Record<string, readonly string[]> = {
  '@actions/core': ['action'],
  '@actions/github': ['github'],
  '@gitbeaker/rest': ['gitlab'],
  'node-vault': ['vault'],
};

describe('the plan of the house', () => {
  it('reads the imports at all', () => {
    expect(files.get('src/modes/admit.ts')).toContain('src/gate/decide.ts');
  });

  it('keeps clients, edges, modes and the settings as a whole out of the core rooms', () => {
    const outer = [...edges, ...clients, 'modes', 'doctor', 'settings'];
    expect(
      violations(
        (file, path) => core.includes(room(file)) && path.startsWith('src/') && outer.includes(room(path)),
      ),
    ).toEqual([]);
  });

  it('gives a core room nothing but our own files, pure libraries and node:crypto', () => {
    const pure = ['node:crypto', 'yaml', 'valibot'];
    const ofProof = ['canonicalize', 'jose'];
    const mayImport = (file: string, path: string) =>
      path.startsWith('src/') || pure.includes(path) || (room(file) === 'proof' && ofProof.includes(path));
    expect(violations((file, path) => core.includes(room(file)) && !mayImport(file, path))).toEqual([]);
  });

  it('loads what checks signatures where one is checked: a run without a proof does not pay for it', () => {
    const atOnce = /^import (?!type )[^;]*from 'jose'/m;
    expect(filesWith(atOnce)).toEqual([]);
    expect(filesWith(/import\('jose'\)/).map(room)).toEqual(['proof', 'proof']);
  });

  it('keeps modes away from edges and clients', () => {
    expect(
      violations(
        (file, path) =>
          room(file) === 'modes' && (!path.startsWith('src/') || [...edges, ...clients].includes(room(path))),
      ),
    ).toEqual([]);
  });

  it("hands out clients in an edge's wiring only", () => {
    expect(
      violations(
        (file, path) =>
          clients.includes(room(path)) &&
          room(path) !== room(file) &&
          !/^src\/(action|cli)\/([a-z]+-)?wiring\.ts$/.test(file),
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
    // A Socket of node:net is also how Node reads a pipe by its descriptor; that file connects to nothing.
    const pipe = 'src/cli/pipe.ts';
    const isPipe = (file: string, path: string) => file === pipe && path === 'node:net';
    expect(
      violations((file, path) => network.test(path) && room(file) !== 'net' && !isPipe(file, path)),
    ).toEqual([]);
    expect(codeOf(pipe).match(/\bSocket\b.*/g)).toEqual([
      "Socket } from 'node:net';",
      'Socket({ fd: near, readable: true, writable: false });',
    ]);
    expect(filesWith(/(?<![.\w])fetch\(/)).toEqual([]);
  });

  it('bundles the stand-in for undici, which sends nothing', () => {
    for (const bundle of globSync('dist/*/*.js')) {
      const source = readFileSync(bundle, 'utf8');
      expect(source, bundle).not.toMatch(/llhttp|undici:client|class Dispatcher/);
    }
    expect(() => fetch()).toThrow('requests go through src/net/transport.ts');
    expect(readFileSync('dist/main/index.js', 'utf8')).toContain('undici is not part of this action');
    expect(globSync('dist/*/index.js').sort()).toEqual(
      ['cli', 'main', 'post'].map((one) => `dist/${one}/index.js`),
    );
  });

  // Those of the bridge are the doctor's, and that of GitHub the report's too, in chunks that no other command loads.
  it('keeps the SDKs out of what the command line loads at once', () => {
    const [first, ...chunks] = [
      'dist/cli/index.js',
      ...globSync('dist/cli/*.js').filter((file) => !file.endsWith('/index.js')),
    ].map((file) => readFileSync(file, 'utf8'));
    expect(first).not.toMatch(/octokit|gitbeaker|mustache|axios|node_modules\/node-vault/i);
    expect(chunks.join('')).toMatch(/mustache/);
    expect(first).toMatch(/^#!\/bin\/sh\n':' \/\/; exec node -- "\$0" "\$@"\n/);
    expect(statSync('dist/cli/index.js').mode & 0o111).toBe(0o111);
  });

  it('has no circle of files and none of folders, types included', () => {
    const ofRooms = new Map<string, string[]>();
    for (const [file, imports] of files) {
      const others = imports.filter((path) => files.has(path)).map(room);
      ofRooms.set(room(file), [
        ...(ofRooms.get(room(file)) ?? []),
        ...others.filter((one) => one !== room(file)),
      ]);
    }
    expect(onCircles(files)).toEqual([]);
    expect(onCircles(ofRooms)).toEqual([]);
  });

  it('makes what is sent to GitLab where the gate has spoken, and nowhere else', () => {
    expect(filesWith(/\bsubjectOf\b/).sort()).toEqual(['src/modes/admit.ts', 'src/request/subject.ts']);
  });

  it('tells a success of a pipeline where it is asked whether the tests ran, and nowhere else', () => {
    expect(filesWith(/verdict: 'success'/)).toEqual(['src/report/verdict.ts']);
    expect(filesWith(/\bnothingToShow\b/).sort()).toEqual(['src/report/conclusion.ts', 'src/report/ran.ts']);
    expect(filesWith(/\branOf\b/).sort()).toEqual(['src/report/conclusion.ts', 'src/report/ran.ts']);
  });

  it('receives failures in one place; a raw one lives only where it matters whether the service has acted', () => {
    const inner = (file: string) => ['net', 'pipeline'].includes(room(file)) || file === 'src/facts/ask.ts';
    expect(filesWith(/\binstanceof ServiceFailure\b/).filter((file) => !inner(file))).toEqual([]);
    const byType = filesWith(/\btypeof [\w.]+ [!=]== 'string'/);
    expect(byType.filter((file) => room(file) === 'modes')).toEqual([]);
  });
});

/** What is on a circle of a graph, or between two: what is left when leaves and roots are taken away again and again. */
function onCircles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  let left = [...graph.keys()];
  for (;;) {
    const targets = new Set(left.flatMap((one) => graph.get(one) ?? []));
    const inner = left.filter(
      (one) => targets.has(one) && graph.get(one)?.some((target) => left.includes(target)),
    );
    if (inner.length === left.length) return left.sort();
    left = inner;
  }
}
