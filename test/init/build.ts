/** Answers, as the flags of the pages give them. */
import { type Answers, readAnswers } from '../../src/init/answers.ts';
import type { QuestionName } from '../../src/init/questions.ts';

/** One answer to each question. */
export const usual: Readonly<Record<QuestionName, string>> = {
  event: 'pull_request_target',
  repository: 'acme/engine',
  'repository-id': '1296269',
  'owner-id': '583231',
  'default-branch': 'main',
  'action-commit': '0123456789abcdef0123456789abcdef01234567',
  'gitlab-url': 'https://gitlab.com',
  'gitlab-project': 'acme/engine-tests',
  'gitlab-project-id': '4242',
  tests: 'test-aws-infra, test-aws-self-hosted, test-do-infra',
  image: 'registry.acme.example/engine-tests:1',
  'vault-url': 'https://vault.acme.example',
  'token-in': 'environment',
};

/** They, with some others. Throws where one is refused. */
export function answersWith(others: Readonly<Partial<Record<QuestionName, string>>> = {}): Answers {
  const reading = readAnswers((name) => others[name] ?? usual[name]);
  if (!reading.ok) throw new Error([...reading.missing, ...reading.wrong].join('\n'));
  return reading.answers;
}

/** Every set of files that can come of them. */
export const everyWay = (['pull_request_target', 'workflow_run'] as const).flatMap((event) =>
  (['environment', 'vault'] as const).map((tokenIn) => ({ event, 'token-in': tokenIn })),
);
