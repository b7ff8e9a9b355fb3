import { expect, it } from 'vitest';
import { initWishes } from '../../src/cli/init-wishes.ts';
import { readOptions } from '../../src/cli/options.ts';
import { initOptions } from '../../src/cli/usage.ts';
import { readAnswers } from '../../src/init/answers.ts';
import { questionNames } from '../../src/init/questions.ts';
import { blocksOf } from '../docs/pages.ts';

async function read(...args: readonly string[]) {
  const given = await readOptions(initOptions, args);
  if (!given.ok) throw new Error(given.wrong.join());
  const wishes = initWishes(given);
  return wishes.ok ? wishes.value : wishes.wrong;
}

it('takes the command line of docs/setup.md, and needs nothing else', async () => {
  const block = blocksOf('docs/setup.md').find(({ text }) => text.includes('drawbridge init --'));
  const [, , ...args] = block?.text.replaceAll('\\\n', ' ').trim().split(/\s+/) ?? [];
  const wishes = await read(...args);
  if (!('said' in wishes)) throw new Error(wishes.join());
  expect(readAnswers((name) => wishes.said.get(name))).toMatchObject({ ok: true });
});

it('has an option for each question', () => {
  expect(questionNames.filter((name) => !(name in initOptions))).toEqual([]);
});

it('takes what was said, and nothing for granted', async () => {
  expect(await read('--event', 'workflow_run', '--tests=test-a', '--folder', 'there', '--force')).toEqual({
    said: new Map([
      ['event', 'workflow_run'],
      ['tests', 'test-a'],
    ]),
    ...{ folder: 'there', force: true, dryRun: false, json: false },
  });
  expect(await read('--dry-run', '--json')).toEqual({
    said: new Map(),
    ...{ folder: '.', force: false, dryRun: true, json: true },
  });
});

it('refuses wrong answers by the name of their option, and a command', async () => {
  expect(await read('--repository=acme/$(id)', '--owner-id=acme', '--', 'sh')).toEqual([
    'takes no command',
    '--repository has `$` in it; it must be like acme/engine, with its letters as GitHub shows them',
    expect.stringMatching(/^--owner-id has `a` in it; it must be the number /),
  ]);
});
