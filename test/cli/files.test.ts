import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { privateFiles } from '../../src/cli/files.ts';

let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const content = Buffer.from('secret');
const modeOf = (path: string) => statSync(path).mode & 0o777;
const write = (files: ReturnType<typeof privateFiles>, name: string, path: string) => {
  const written = files.write([{ name, path, content }]);
  return written.ok ? (written.paths[name] ?? '') : written.said.join();
};

describe('files of a child', () => {
  it('are its own, in a folder of its own, and gone at the end', () => {
    const files = privateFiles({});
    const path = write(files, 'KUBE', 'a/kube.yaml');
    expect(path).toBe(join(files.folder(), 'a/kube.yaml'));
    expect([readFileSync(path, 'utf8'), modeOf(path), modeOf(dirname(path)), modeOf(files.folder())]).toEqual(
      ['secret', 0o600, 0o700, 0o700],
    );
    expect([files.remove(), files.remove(), existsSync(files.folder())]).toEqual([true, true, false]);
  });

  it('have a path from the root, and any name that a variable can have', () => {
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = '.';
    try {
      const files = privateFiles({});
      const path = write(files, '__proto__', 'kube.yaml');
      expect([isAbsolute(path), readFileSync(path, 'utf8')]).toEqual([true, 'secret']);
      files.remove();
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
  });

  it('are in the folder of the session where there is a private one', () => {
    mkdirSync(join(room, 'open'), { mode: 0o755 });
    mkdirSync(join(room, 'own'), { mode: 0o700 });
    const folders = ['own', 'open', 'gone'].map((name) =>
      privateFiles({ XDG_RUNTIME_DIR: join(room, name) }),
    );
    expect(folders.map((one) => dirname(one.folder()))).toEqual([join(room, 'own'), tmpdir(), tmpdir()]);
    for (const one of folders) one.remove();
  });

  it('may be elsewhere, and are removed there, whatever the child has made of them', () => {
    const files = privateFiles({});
    const path = join(room, 'kube.yaml');
    expect(write(files, 'K', path)).toBe(path);
    expect(modeOf(path)).toBe(0o600);
    writeFileSync(join(room, 'other'), 'stays');
    rmSync(path);
    symlinkSync(join(room, 'other'), path);
    expect(files.remove()).toBe(true);
    expect([lstatSync(path, { throwIfNoEntry: false }), readFileSync(join(room, 'other'), 'utf8')]).toEqual([
      undefined,
      'stays',
    ]);
  });

  it('are never written over what is there, nor through a link, and such a thing is not removed', () => {
    const files = privateFiles({});
    writeFileSync(join(room, 'there'), 'old');
    symlinkSync(join(room, 'there'), join(room, 'link'));
    symlinkSync(join(room, 'nowhere'), join(room, 'dangling'));
    for (const name of ['there', 'link', 'dangling'])
      expect(write(files, 'K', join(room, name))).toBe(
        'the file of K exists already: it is never overwritten',
      );
    expect(write(files, 'K', join(room, 'gone/k'))).toBe(
      'the file of K cannot be written: its folder is not there',
    );
    expect(write(files, 'K', join(room, 'there/k'))).toBe(
      'the file of K cannot be written: its folder is not there',
    );
    expect(files.remove()).toBe(true);
    expect([readFileSync(join(room, 'link'), 'utf8'), existsSync(join(room, 'nowhere'))]).toEqual([
      'old',
      false,
    ]);
  });

  it('are gone also where one of them could not be written', () => {
    const files = privateFiles({});
    const path = join(room, 'k');
    writeFileSync(join(room, 'there'), 'old');
    const written = files.write([
      { name: 'A', path, content },
      { name: 'B', path: join(room, 'there'), content },
    ]);
    expect([written.ok, files.remove(), existsSync(path)]).toEqual([false, true, false]);
  });

  it('says where one cannot be removed', () => {
    const files = privateFiles({});
    const path = write(files, 'K', join(room, 'k'));
    rmSync(path);
    mkdirSync(path);
    expect(files.remove()).toBe(false);
  });
});
