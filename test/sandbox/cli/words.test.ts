import { describe, expect, it } from 'vitest';
import { helpPage } from '../../../sandbox/cli/help.ts';
import { commands, readWords, tableOf } from '../../../sandbox/cli/words.ts';
import { wordsOf } from '../control/start.ts';

/** Verb and body of a line. */
const read = (line: string) => {
  const typed = readWords(wordsOf(line));
  return typed.kind === 'ask' ? [typed.verb, typed.body] : typed;
};

describe('a command line of the sandbox', () => {
  it.each([
    [
      'open --as mallory --fork --label a --label b',
      ['open', { as: 'mallory', fork: true, label: ['a', 'b'] }],
    ],
    ['push 3 --force --file a.txt', ['push', { pull: 3, force: true, file: ['a.txt'] }]],
    ['push --branch main', ['push', { branch: 'main' }]],
    ['label #3 test-all', ['label', { pull: 3, name: 'test-all' }]],
    [
      "comment 2 '/ok-to-test abc' --as carol",
      ['comment', { pull: 2, body: '/ok-to-test abc', as: 'carol' }],
    ],
    ['run a.yml dir/b.yml', ['run', { workflow: { 'a.yml': 'a.yml', 'b.yml': 'dir/b.yml' } }]],
    ['run --workflow a.yml --workflow b.yml', ['run', { workflow: { 'a.yml': 'a.yml', 'b.yml': 'b.yml' } }]],
    [
      'dispatch --input pull-request=1 --input a=b=c',
      ['dispatch', { input: { 'pull-request': '1', a: 'b=c' } }],
    ],
    ['rerun 1700000042', ['rerun', { run: 1_700_000_042 }]],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each([
    ['', { kind: 'start', port: undefined, body: {} }],
    ['--port 4000 --workflow a.yml', { kind: 'start', port: 4000, body: { workflow: { 'a.yml': 'a.yml' } } }],
    ['--help', { kind: 'help', about: undefined }],
    ['open --help', { kind: 'help', about: 'open' }],
    ['label -h', { kind: 'help', about: 'label' }],
    ['show 3 --json', { kind: 'show', number: 3, port: undefined, json: true, waits: true }],
    ['show --no-wait', { kind: 'show', number: undefined, port: undefined, json: false, waits: false }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });

  it.each([
    ['pusj', 'there is no command pusj; did you mean push?'],
    ['xxxxxxxxxx', /^there is no command xxxxxxxxxx; there are run, open, push/],
    ['open --labl a', 'there is no option --labl; did you mean --label?'],
    ['--prt 1', 'there is no option --prt; did you mean --port?'],
    ['open --as', '--as needs a value'],
    ['open --as --fork', '--as needs a value'],
    ['open --as a --as b', '--as is given twice'],
    ['label 3', 'name is missing: the label'],
    ['label x y', 'pull: x must be a number'],
    ['comment 3 a b', 'what is b? A text with blanks needs quotes around it'],
    ['close 3 --port none', '--port must be a number'],
    ['dispatch --input x', '--input must be NAME=value'],
    ['run', /^workflow is missing/],
    ['run a/x.yml b/x.yml', 'workflow: b/x.yml is given twice for x.yml'],
  ])('is wrong: %s', (line, says) => {
    expect(read(line)).toMatchObject({
      kind: 'wrong',
      says: typeof says === 'string' ? says : expect.stringMatching(says),
    });
  });
});

describe('the help', () => {
  it('has each command, and each word and option of it', () => {
    for (const name of commands) {
      expect(helpPage(undefined)).toContain(name);
      const command = name as Parameters<typeof tableOf>[0];
      for (const field of Object.keys(tableOf(command).fields)) expect(helpPage(command)).toContain(field);
    }
    expect(helpPage('start')).toContain('--gitlab-ci');
  });

  it('has examples that are understood', () => {
    const kinds = commands.map(
      (name) => readWords(wordsOf(tableOf(name as Parameters<typeof tableOf>[0]).example)).kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['ask', 'show']));
  });
});
