import { expect, it } from 'vitest';
import { readAnswers } from '../../src/init/answers.ts';
import { questionNames } from '../../src/init/questions.ts';
import { answersWith, usual } from './build.ts';

it('are read where all were given', () => {
  expect(answersWith({ event: 'workflow_run', tests: 'test-a,  test-b' })).toMatchObject({
    wayIn: 'workflow_run',
    ...{ repository: 'acme/engine', repositoryId: '1296269', ownerId: '583231', branch: 'main' },
    ...{
      project: 'acme/engine-tests',
      projectId: '4242',
      tests: ['test-a', 'test-b'],
      tokenIn: 'environment',
    },
  });
});

it('are missing where nothing was said, but for what is usual', () => {
  const reading = readAnswers(() => undefined);
  const unasked = ['default-branch', 'gitlab-url', 'token-in'];
  expect(reading).toEqual({
    ok: false,
    missing: questionNames.filter((name) => !unasked.includes(name)),
    wrong: [],
  });
});

it('are wrong by name, all of them at once, beside what is missing', () => {
  const { tests: _, ...others } = usual;
  const reading = readAnswers((name) => ({ ...others, event: 'push', image: 'a;b' })[name as 'event']);
  expect(reading).toEqual({
    ok: false,
    missing: ['tests'],
    wrong: [
      expect.stringMatching(/^--event must be /),
      expect.stringMatching(/^--image has `;` in it; it must be /),
    ],
  });
});
