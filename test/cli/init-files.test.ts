import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTheWay, writeAll } from '../../src/cli/init-files.ts';

let home = '';
let folder = '';
let elsewhere = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'init-files-'));
  folder = join(home, 'checkout');
  elsewhere = join(home, 'elsewhere');
  for (const one of [folder, elsewhere]) mkdirSync(one);
});
afterEach(() => rmSync(home, { recursive: true }));

const files = ['.github/workflows/a.yml', 'setup/b.json', 'c.txt'].map((path) => ({
  path,
  text: `new ${path}\n`,
  what: '',
}));
const usual = { force: false, mark: 'mark' };
const forced = { ...usual, force: true };
const put = (path: string, text = 'old\n') => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
/** Every file and link below the folder, and what is in it. */
const all = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), entry.isFile() ? readFileSync(path, 'utf8') : 'link'];
      }),
  );
const everything = Object.fromEntries(files.map(({ path, text }) => [path, text]));

it('writes all of them into an empty folder, and into one with others', () => {
  put('.github/workflows/mine.yml');
  expect(writeAll(folder, files, usual)).toEqual({ ok: true });
  expect(all()).toEqual({ ...everything, '.github/workflows/mine.yml': 'old\n' });
});

it('writes into a folder that is reached by a link, since that one was named', () => {
  symlinkSync(folder, join(home, 'link'));
  expect(writeAll(join(home, 'link'), files, usual)).toEqual({ ok: true });
  expect(all()).toEqual(everything);
});

it('writes nothing where one is there, and names each', () => {
  put('c.txt');
  put('setup/b.json');
  expect(writeAll(folder, files, usual)).toEqual({
    ok: false,
    faults: ['setup/b.json exists; --force writes over it', 'c.txt exists; --force writes over it'],
  });
  expect(all()).toEqual({ 'c.txt': 'old\n', 'setup/b.json': 'old\n' });
  expect(existsSync(join(folder, '.github'))).toBe(false);
});

it('writes over them where it may, and leaves nothing beside', () => {
  put('c.txt');
  put('.github/workflows/a.yml');
  expect(writeAll(folder, files, forced)).toEqual({ ok: true });
  expect(all()).toEqual(everything);
});

it.each<[string, () => void, string]>([
  [
    'a folder that is a link to another place',
    () => symlinkSync(elsewhere, join(folder, '.github')),
    '.github/workflows/a.yml: .github is no folder of its own; move it away',
  ],
  [
    'a folder that is a file',
    () => put('setup'),
    'setup/b.json: setup is no folder of its own; move it away',
  ],
  [
    'a link to a file elsewhere',
    () => symlinkSync(join(home, 'victim'), join(folder, 'c.txt')),
    'c.txt is there, and no plain file; move it away',
  ],
  [
    'a folder in the place of a file',
    () => mkdirSync(join(folder, 'c.txt')),
    'c.txt is there, and no plain file; move it away',
  ],
])('refuses %s, with --force too', (_what, make, fault) => {
  writeFileSync(join(home, 'victim'), 'victim\n');
  make();
  const before = all();
  for (const writing of [usual, forced])
    expect(writeAll(folder, files, writing)).toEqual({ ok: false, faults: [fault] });
  expect(all()).toEqual(before);
  expect(readFileSync(join(home, 'victim'), 'utf8')).toBe('victim\n');
  expect(readdirSync(elsewhere)).toEqual([]);
});

it('refuses a folder that is not there', () => {
  const nowhere = join(home, 'nowhere');
  expect(inTheWay(nowhere, files, usual)).toEqual(['the folder is not there: make it first']);
  expect(writeAll(nowhere, files, usual).ok).toBe(false);
  expect(existsSync(nowhere)).toBe(false);
});

it('takes all back where one cannot be written: new files, new folders, and what they lay on', () => {
  put('.github/workflows/a.yml');
  // The name to which the last one would be moved is taken.
  put('c.txt');
  put('c.txt.mark', 'mine\n');
  const before = all();
  expect(writeAll(folder, files, forced)).toEqual({
    ok: false,
    faults: ['c.txt cannot be written; all is as it was'],
  });
  expect(all()).toEqual(before);
  expect(lstatSync(join(folder, 'setup'), { throwIfNoEntry: false })).toBeUndefined();
});

it('takes all back where a folder came to lead elsewhere in between', () => {
  // What is looked at first has not changed; what is written on the way there has.
  const twice = [...files, { path: 'late/d.txt', text: '', what: '' }];
  const racing = new Proxy(twice, {
    get: (target, name) => {
      if (name === Symbol.iterator) {
        symlinkSync(elsewhere, join(folder, 'late'));
        return target[Symbol.iterator].bind(target);
      }
      return Reflect.get(target, name) as unknown;
    },
  });
  expect(writeAll(folder, racing, usual)).toEqual({
    ok: false,
    faults: ['late/d.txt cannot be written; all is as it was'],
  });
  expect(all()).toEqual({ late: 'link' });
  expect(readdirSync(elsewhere)).toEqual([]);
});

it.each([
  ['whose name is too long', 'a'.repeat(300)],
  ['that is a link to itself', 'circle'],
  ['below a file', 'file/below'],
])('says of a folder %s that it cannot be used', (_, name) => {
  symlinkSync(join(home, 'circle'), join(home, 'circle'));
  writeFileSync(join(home, 'file'), '');
  expect(inTheWay(join(home, name), files, usual)).toHaveLength(1);
  expect(writeAll(join(home, name), files, usual).ok).toBe(false);
});
