import { Readable, Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { exec } from '../../src/cli/exec.ts';
import { readOptions } from '../../src/cli/options.ts';
import { execOptions } from '../../src/cli/usage.ts';
import { execWishes } from '../../src/cli/wishes.ts';
import { systemClock } from '../../src/clock.ts';

it('a signal that comes while the child is made ready ends us, and no child is started', async () => {
  const given = await readOptions(execOptions, ['--mask', 'never', '--', process.execPath, '-e', '0']);
  const wishes = given.ok ? execWishes(given) : given;
  if (!wishes.ok) throw new Error(wishes.wrong.join());
  let first: 'SIGINT' | undefined;
  let told = 0;
  const hearing = {
    interrupted: new AbortController().signal,
    first: () => first,
    tell: () => {
      told += 1;
      return () => {};
    },
    over: () => {},
    hurried: new AbortController().signal,
    hurriedBy: () => undefined,
  };
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const io = {
    env: process.env,
    stdin: Readable.from([]),
    stdout: nowhere,
    stderr: nowhere,
    clock: systemClock,
    // The last that is asked before the start. Node tells a signal at the end of a turn, as here.
    random: (bytes: number) => {
      setImmediate(() => {
        first = 'SIGINT';
      });
      return new Uint8Array(bytes);
    },
  };
  expect([await exec(wishes.value, io, hearing), told]).toEqual([130, 0]);
});
