import { expect, it } from 'vitest';
import { overview } from '../../../src/cli/usage.ts';
import { version } from '../../../src/cli/version.ts';
import { play, roomFor } from './cli.ts';

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
