/** Which of the files beside each other answers a comment: always one, and the one whose inputs the command needs. */
import { expect, it } from 'vitest';
import { parseCommand } from '../../src/facts/command.ts';
import { recipe } from './recipes.ts';
import { on } from './stage.ts';

const oneFile = '.github/workflows/private-tests.yml';
const duplicates = '.github/workflows/private-tests-duplicates.yml';
const sha = 'a'.repeat(40);

/** Comments, and who answers. */
const rows: readonly (readonly [body: string, answers: string | undefined])[] = [
  [`/ok-to-test ${sha}`, oneFile],
  [` \`/TEST test-a\``, oneFile],
  ['/test ?', oneFile],
  ['/cancel', oneFile],
  [`/duplicate ${sha}`, duplicates],
  [`\n  \`/Duplicate ${sha}\``, duplicates],
  [`/retest\n\nThe one that /duplicate made is older.`, oneFile],
  [`/ok-to-test ${sha}\n\nNo need to /duplicate it.`, oneFile],
  [`/duplicate ${sha}\n\nThen /test all there.`, oneFile],
  ['Nice.', undefined],
];

it('a comment is answered by one of both files, and a command that starts tests by that of the tests', async () => {
  await on({ [oneFile]: recipe('README'), [duplicates]: recipe('Duplicates') }, async (stage) => {
    const { sandbox, repository, happen } = stage;
    const pull = stage.openByOutsider('shares');
    for (const [body, answers] of rows) {
      sandbox.github.comment(repository, pull.number, 'carol', body);
      const runs = happen('issue_comment', 'created', pull, { sender: 'carol' });
      const started = runs.filter(({ outcome }) => outcome === 'runs').map(({ workflow }) => workflow.path);
      expect([body, started]).toEqual([body, answers === undefined ? [] : [answers]]);
      // Whatever a comment of the second file says, it starts no tests with inputs of its own.
      const parsed = parseCommand(body);
      if (started.includes(duplicates) && parsed.kind === 'command')
        expect(parsed.command.name).toBe('duplicate');
    }
  });
});
