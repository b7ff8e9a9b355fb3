import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../src/facts/command.ts';
import { bare, blocksIn, checkedTable } from './pages.ts';

// The sandbox's commands need one that is up, and a file that people copy: test/docs/sandbox.test.ts types them.
const isSandbox = /^(npm run sandbox|cp examples\/workflows\/)/;
const lines = blocksIn('sh').flatMap(({ text }) =>
  text.split('\n').filter((line) => line !== '' && !isSandbox.test(line)),
);

/** What CI or another test runs: command → the file that does, and the words in it. */
const elsewhere: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'npm ci': ['.ci/run', 'npm ci\n'],
  'npm test': ['.ci/run', 'npm test'],
  'npm run demo': ['.github/workflows/ci.yml', 'run: npm run demo\n'],
  // It installs tools that `npm test` can do without.
  'PATH="$(bash .ci/linters):$PATH" npm test -- test/docs/linters.test.ts': [
    '.github/workflows/ci.yml',
    'linters=$(bash .ci/linters)\n          PATH="$linters:$PATH" npm test -- test/docs/linters.test.ts\n',
  ],
  // It needs tokens of a real set-up.
  'GITHUB_TOKEN=$(gh auth token) GITLAB_TOKEN=glpat-… drawbridge doctor': [
    'test/acceptance/doctor.test.ts',
    "'dist/cli/index.js', 'doctor'",
  ],
};

const commands = [...new Set(lines.flatMap((line) => line.split(' && ')))];

describe('a command of the pages', () => {
  it('is found', () => {
    expect(commands).toContain('npm test');
  });

  it.each(Object.entries(elsewhere))('%s is run elsewhere', (command, [file, words]) => {
    expect(commands).toContain(command);
    expect(readFileSync(file, 'utf8')).toContain(words);
  });

  it.concurrent.each(commands.filter((command) => elsewhere[command] === undefined))(
    '%s works',
    async (command) => {
      const { exitCode, all } = await execa('bash', ['-c', command], { reject: false, all: true });
      expect(exitCode, all).toBe(0);
    },
  );
});

describe('the tables of commands', () => {
  it('has every script of package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const listed = checkedTable('CONTRIBUTING.md', 'scripts').map(([script]) =>
      bare(script).replace(/^npm (run )?/, ''),
    );
    expect(listed.sort()).toEqual(Object.keys(scripts).sort());
  });

  it('has every comment command, in a form that is understood', () => {
    const examples = checkedTable('docs/comments.md', 'commands').map(([command]) =>
      bare(command).replace('<sha>', 'a'.repeat(40)),
    );
    const parsed = examples.map(parseCommand);
    expect(parsed.every(({ kind }) => kind === 'command')).toBe(true);
    const names = parsed.flatMap((one) => (one.kind === 'command' ? [one.command.name] : []));
    const source = readFileSync('src/facts/command.ts', 'utf8');
    const known = /const names: readonly CommandWord\[\] = \[([^\]]+)\]/.exec(source)?.[1] ?? '';
    expect([...new Set(names)].sort()).toEqual(['list-tests', ...(known.match(/[a-z-]+/g) ?? [])].sort());
  });
});
