/** The CI file of the private project: what it lets itself be asked, and the template that verifies each request. Pure. */
import type { Answers } from './answers.ts';
import { besides, environment, type File, scalar, workflowPath } from './made.ts';
import { audienceFor, gitlabMount, testsRole } from './vault.ts';

/** Where the template of this version is, and the digest of its text: a test holds both against the file. */
const template = {
  url: 'https://raw.githubusercontent.com/drawbridge-ci/drawbridge/v0.1.0/templates/functional-tests/template.yml',
  integrity: 'sha256-4JUfJ1BxOnRB7iO2BruCaFSp4mchDEdVxBFBLPW3xjM=',
} as const;

/** What a request brings, in the root file and in the include. */
const brought = [
  'GITHUB_ENGINE_BRANCH_NAME',
  'TESTS_TO_RUN',
  'GITHUB_COMMIT_ID',
  'FORCE_CHECKOUT_CUSTOM_BRANCH',
  'GITHUB_PULL_REQUEST',
  'GITHUB_REPOSITORY_FULL_NAME',
  'DRAWBRIDGE_KEY',
  'DRAWBRIDGE_PROOF_1',
  'DRAWBRIDGE_PROOF_2',
  'DRAWBRIDGE_PROOF_3',
  'DRAWBRIDGE_PROOF_4',
  'DRAWBRIDGE_PROOF_5',
];

/** Where the file is written; it belongs into the root of the private project. */
export const ciFile = `${besides}/gitlab/.gitlab-ci.yml`;

/** The one file of the private project. */
export const gitlabFiles = (answers: Answers): readonly File[] => [
  { path: ciFile, text: ciText(answers), what: 'for the root of the private project' },
];

function ciText(answers: Answers): string {
  const inputs = [
    ...brought.map((name) => `${name}: $[[ inputs.${name} ]]`),
    ...trusted(answers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `# .gitlab-ci.yml
# What the action sends: GitLab wants it declared here, and takes nothing else.
spec:
  inputs:
${brought.map((name) => `    ${name}: { default: '' }\n`).join('')}---
include:
  - remote: ${template.url}
    integrity: ${template.integrity}
    inputs:
${inputs.map((line) => `      ${line}\n`).join('')}
${answers.tests.map(jobOf).join('')}`;
}

/** Whose requests are taken, and where the secrets are, as YAML. */
function trusted(answers: Answers): readonly (readonly string[])[] {
  const { repository, repositoryId, ownerId, branch, tests, image, gitlabUrl, vaultUrl } = answers;
  return [
    ['repository-id', `'${repositoryId}'`],
    ['owner-id', `'${ownerId}'`],
    ['workflows', scalar(`${repository}/${workflowPath}@refs/heads/${branch}`)],
    ['environment', environment],
    ['known-tests', scalar(tests.join(','))],
    ['image', scalar(image)],
    ['gitlab-url', scalar(gitlabUrl)],
    ['vault-url', scalar(vaultUrl)],
    ['vault-mount', gitlabMount],
    ['vault-role', testsRole],
    ['vault-audience', scalar(audienceFor(testsRole, vaultUrl))],
  ];
}

/** The job of a test. Its id stands in a regular expression, where a dot would be any character. */
const jobOf = (test: string): string =>
  `${test}: { extends: .drawbridge-test, variables: { DRAWBRIDGE_TEST: '/,${test.replaceAll('.', '\\.')},/' } }\n`;
