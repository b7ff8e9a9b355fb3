import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

const folders = globSync('test/*/').map((folder) => basename(folder));
const rooms = globSync('src/*/').map((folder) => basename(folder));
const page = readFileSync('test/README.md', 'utf8');

/** Tests of a room as a whole: the contract of action.yml, the wire under the transport, the table of reasons. */
const ofRooms = [
  'test/action/contract.test.ts',
  'test/net/connection.test.ts',
  'test/reasons/reasons.test.ts',
];

describe('the tests', () => {
  it('mirror the rooms of src, each named after the file that it is about', () => {
    const mirrors = globSync('test/*/*.test.ts').filter((file) => rooms.includes(basename(dirname(file))));
    const strange = mirrors.filter((file) => {
      const [about = ''] = basename(file).split('.');
      return !existsSync(`src/${basename(dirname(file))}/${about}.ts`);
    });
    expect(mirrors.length).toBeGreaterThan(50);
    expect(strange.sort()).toEqual(ofRooms);
  });

  it('that go across the rooms are in a folder of the table', () => {
    const rows = [...page.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell);
    const listed = rows.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name));
    expect(listed.sort()).toEqual(folders.filter((folder) => !rooms.includes(folder)).sort());
  });

  it('have no file in their table of worlds that is not there', () => {
    const named = [...page.matchAll(/`([a-z-]+\/[a-z.-]+\.ts)`/g)].map(([, file = '']) => file);
    expect(named).toContain('world/github.ts');
    expect(named.filter((file) => !existsSync(`test/${file}`) && !existsSync(file))).toEqual([]);
  });
});

describe('the settings of editors', () => {
  it('are those of the formatter', () => {
    const { formatter } = JSON.parse(readFileSync('biome.json', 'utf8')) as {
      formatter: { indentStyle: string; indentWidth: number; lineWidth: number };
    };
    const [general = ''] = readFileSync('.editorconfig', 'utf8').split('[*.md]');
    for (const line of [
      `indent_style = ${formatter.indentStyle}`,
      `indent_size = ${formatter.indentWidth}`,
      `max_line_length = ${formatter.lineWidth}`,
    ])
      expect(general.split('\n')).toContain(line);
  });

  it('name the Node that the project brings', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(readFileSync('.node-version', 'utf8').trim()).toBe(devDependencies['node']);
  });
});
