import { expect, it } from 'vitest';
import { nearest, readOptions } from '../../src/cli/options.ts';
import { doctorOptions, execOptions } from '../../src/cli/usage.ts';

async function read(...args: string[]): Promise<unknown> {
  const given = await readOptions(execOptions, args, true);
  if (!given.ok) return given.wrong;
  const { one, all, is, command } = given;
  return [one('missing'), one('vault-url'), all('secrets'), is('clean-env'), command];
}

it.each<[string[], unknown]>([
  [[], ['fail', undefined, [], false, undefined]],
  [['--'], ['fail', undefined, [], false, []]],
  [
    [
      '--secrets',
      'a',
      '--secrets=b#C=D',
      '--missing=skip',
      '--clean-env',
      '--',
      'ls',
      '--missing',
      '-x',
      '--',
      '--nope',
    ],
    ['skip', undefined, ['a', 'b#C=D'], true, ['ls', '--missing', '-x', '--', '--nope']],
  ],
  [
    ['--vault-url', 'https://v'],
    ['fail', 'https://v', [], false, undefined],
  ],
  [
    ['--secrts', 'a'],
    [
      '--secrts is not known; the nearest is --secrets',
      'put `--` before the command: a word stands between the options',
    ],
  ],
  [['--vault-token=s.abc'], ['--vault-token is not known: set VAULT_TOKEN']],
  [
    ['--vault_addr=x', '--clean_env'],
    [
      'an option is not known: set VAULT_ADDR or --vault-url',
      'an option is not known; the nearest is --clean-env',
    ],
  ],
  [['--=secret value'], ['an option is not known']],
  [
    ['-m', 'x', '--'],
    ['-m is not known', 'put `--` before the command: a word stands between the options'],
  ],
  [['ls'], ['put `--` before the command: a word stands between the options']],
  [['--missing'], ['--missing needs a value: fail, empty, skip']],
  // An option that was forgotten a value: the next is not it, or `--secrets --dry-run` would start the command.
  [['--secrets', '--dry-run', '--', 'ls'], ['--secrets needs a value: path[#KEY,…]']],
  [['--secrets='], ['--secrets needs a value: path[#KEY,…]']],
  [['--missing', 'fial'], ['--missing must be one of: fail, empty, skip']],
  [['--missing', 'fail', '--missing', 'skip'], ['--missing is given twice']],
  [['--clean-env=yes'], ['--clean-env takes no value']],
  [
    ['--__proto__', '--constructor'],
    ['an option is not known', '--constructor is not known'],
  ],
])('%j', async (args, expected) => {
  expect(await read(...args)).toEqual(expected);
});

it('-h asks for help', async () => {
  const given = await readOptions(execOptions, ['-h']);
  expect(given.ok && given.is('help')).toBe(true);
});

it.each([
  ['exce', 'exec'],
  ['docter', 'doctor'],
  ['foo', undefined],
])('the name nearest to %s', async (word, near) => {
  expect(await nearest(word, ['mask', 'exec', 'doctor'])).toBe(near);
});

it.each([
  ['x', '--json'],
  ['--repository=a/b', 'extra'],
])('a word is none of its options where no command is started: %s %s', async (...args) => {
  const given = await readOptions(doctorOptions, args);
  expect(given.ok || given.wrong).toEqual(['a word stands where only options do']);
});
