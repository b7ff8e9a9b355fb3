import { dirname } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { overview } from '../../../src/cli/usage.ts';
import { version } from '../../../src/cli/version.ts';
import { entry, play, roomFor } from './cli.ts';

const room = roomFor();

it('wrong usage ends with 2, and says what is nearest', async () => {
  const [none, command, option, told, asked] = await Promise.all([
    play(room, []),
    play(room, ['exce']),
    play(room, ['exec', '--secrts', 'a', '--missing=fial', '--', 'ls']),
    play(room, ['--version']),
    play(room, ['exec', '--help']),
  ]);
  expect(none).toEqual({ exit: 2, stdout: '', stderr: overview() });
  expect(command).toEqual({
    exit: 2,
    stdout: '',
    stderr: 'drawbridge: `exce` is no command; the nearest is `exec`\n',
  });
  expect(option).toEqual({
    exit: 2,
    stdout: '',
    stderr: [
      '--secrts is not known; the nearest is --secrets',
      'put `--` before the command: a word stands between the options',
      '--missing must be one of: fail, empty, skip',
      '`drawbridge exec --help` tells the options',
    ]
      .map((line) => `drawbridge exec: ${line}\n`)
      .join(''),
  });
  expect(told).toEqual({ exit: 0, stdout: `${version}\n`, stderr: '' });
  expect([asked?.exit, asked?.stdout.startsWith('Usage: drawbridge exec [options] -- command')]).toEqual([
    0,
    true,
  ]);
});

// nodejs/node#54232: Node takes an option of its own name for its own, wherever it stands.
it('a file of variables is ours, not for Node itself: what it says of Node is refused before it is done', async () => {
  const hook = room.file('hook.cjs', 'console.log("the hook ran");');
  const file = room.file('hook.env', `NODE_OPTIONS=--require=${hook}\n`);
  const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`;
  const as = (name: string) =>
    execa('sh', [entry, 'exec', '--env-file', name, '--', 'true'], {
      ...{ env: { PATH, HOME: room.path }, extendEnv: false, reject: false, all: true, cwd: room.path },
    });
  const [hooked, absent] = await Promise.all([as(file), as('none.env')]);
  expect([hooked.exitCode, hooked.all]).toEqual([
    1,
    'drawbridge exec: NODE_OPTIONS is a name that no secret may have (--env-file): rename it with `#KEY=NAME`',
  ]);
  expect([absent.exitCode, absent.all]).toEqual([1, 'drawbridge exec: --env-file: the file cannot be read']);
});
