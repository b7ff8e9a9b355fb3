/** The workflow files of the public repository, as on docs/recipes.md, with a proof. Pure. */
import type { Answers, WayIn } from './answers.ts';
import { environment, type File, scalar, workflowPath } from './made.ts';
import { audienceFor, githubRole, gitlabSecret } from './vault.ts';

const eventPath = '.github/workflows/private-tests-event.yml';

/** All types by which a pull request becomes, stays or stops being a matter of the tests. */
const types = [
  'opened',
  'synchronize',
  'reopened',
  'edited',
  'ready_for_review',
  'labeled',
  'unlabeled',
  'closed',
  'converted_to_draft',
];

/** The files of the way in that was chosen. */
export const workflowFiles = (answers: Answers): readonly File[] => [
  ...(answers.wayIn === 'workflow_run' ? [eventFile] : []),
  {
    path: workflowPath,
    text: privateTests(answers),
    what: 'the workflow, for the default branch',
  },
];

/** The events that the workflow with the secrets listens to: an Actions policy has to allow each of them. */
export const eventsOf = (wayIn: WayIn): readonly string[] => [
  wayIn,
  'issue_comment',
  'push',
  'schedule',
  'workflow_dispatch',
];

const eventFile: File = {
  path: eventPath,
  text: `# ${eventPath}
name: private tests, event
on:
  pull_request:
    types: [opened, synchronize, reopened, edited, ready_for_review, converted_to_draft, labeled, unlabeled, closed]
permissions: {}
jobs:
  noticed:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: 'true'
`,
  what: 'what starts it: for every branch that pull requests go into',
};

const entries: Readonly<Record<WayIn, string>> = {
  pull_request_target: `  pull_request_target:
    types:
${types.map((type) => `      - ${type}\n`).join('')}`,
  workflow_run: `  workflow_run:
    workflows: ['private tests, event']
    types: [requested, completed]
`,
};

const conditions: Readonly<Record<WayIn, string>> = {
  pull_request_target: `      github.event_name != 'issue_comment' && (github.event.action != 'edited' || github.event.changes.base)
      || github.event.issue.pull_request
`,
  workflow_run: `      github.event_name == 'workflow_run'
      && (github.event.action == 'requested' || github.event.workflow_run.run_attempt > 1)
      || github.event_name != 'workflow_run' && github.event_name != 'issue_comment'
      || github.event.issue.pull_request && !contains(github.event.comment.body, '/duplicate')
`,
};

function privateTests(answers: Answers): string {
  return `# ${workflowPath}
name: private tests
on: # zizmor: ignore[dangerous-triggers] nothing of the pull request is checked out or run
${entries[answers.wayIn]}  issue_comment:
    types: [created]
  push:
    branches: [${scalar(answers.branch)}]
  schedule:
    - cron: '17 * * * *'
  workflow_dispatch:
    inputs:
      pull-request:
        description: Number of a pull request to test; without one the sweep runs
permissions: {}
jobs:
  private-tests:
    if: >-
${conditions[answers.wayIn]}      && (contains(github.event.comment.body, '/ok') || contains(github.event.comment.body, '/test')
      || contains(github.event.comment.body, '/retest') || contains(github.event.comment.body, '/cancel'))
    runs-on: ubuntu-latest
    timeout-minutes: 165
    environment: ${environment}
    permissions:
      contents: read
      id-token: write
      pull-requests: write
      statuses: write
    steps:
      - uses: drawbridge-ci/drawbridge@${answers.actionCommit}
        with:
${inputs(answers)
  .map(([name, value]) => `          ${name}: ${value}\n`)
  .join('')}`;
}

/** The inputs of the step, as YAML. */
function inputs({ gitlabUrl, project, tests, tokenIn, vaultUrl }: Answers): readonly (readonly string[])[] {
  const token =
    tokenIn === 'environment'
      ? [['gitlab-token', '${{ secrets.GITLAB_TOKEN }}']]
      : [
          ['vault-url', scalar(vaultUrl)],
          ['vault-role', githubRole],
          ['vault-audience', scalar(audienceFor(githubRole, vaultUrl))],
          ['vault-secrets', `${gitlabSecret} token = gitlab-token`],
        ];
  return [
    ...(gitlabUrl === 'https://gitlab.com' ? [] : [['gitlab-url', scalar(gitlabUrl)]]),
    ['gitlab-project', scalar(project)],
    ...token,
    ['membership-token', '${{ secrets.MEMBERSHIP_TOKEN }}'],
    ['pull-request', '${{ inputs.pull-request }}'],
    ['tests', tests.join(', ')],
    ['require-all', 'true'],
    ['pass-as', 'inputs'],
    ['proof', 'true'],
  ];
}
