/** What is left to do by hand, as commands to paste and buttons to press. Pure. */
import type { Answers } from './answers.ts';
import { policyFile as actionsPolicyFile, environmentFile, rulesetFile } from './github.ts';
import { ciFile } from './gitlab.ts';
import { environment, type Step } from './made.ts';
import {
  githubMount,
  githubRole,
  gitlabMount,
  gitlabSecret,
  policyFile,
  roleFile,
  testsRole,
  testsSecret,
} from './vault.ts';
import { workflowFiles } from './workflow.ts';

/** All steps, in the order in which one leans on another; the rule comes last, when there is something that can pass. */
export const stepsFor = (answers: Answers): readonly Step[] => [
  privateProject(answers),
  vault(answers),
  secrets(answers),
  ...(answers.wayIn === 'pull_request_target' ? [policy(answers)] : []),
  labels(answers),
  files(answers),
  rule(answers),
  doctor(answers),
];

/** Whoever reads this has no checkout of ours. */
const installing = 'https://github.com/drawbridge-ci/drawbridge/blob/main/docs/install.md';

const privateProject = ({ project, image }: Answers): Step => ({
  title: `GitLab: the project ${project}`,
  notes: [
    `Put ${ciFile} into its root, and beside it a script tests/functional.sh, which gets the name of its test.`,
    `The image ${image} has to have git and drawbridge (${installing}).`,
    'Settings > General > Visibility: private. Settings > CI/CD > General pipelines: clear "Project-based pipeline visibility".',
    'Settings > CI/CD > Variables > Minimum role to use pipeline variables: no one allowed. By the API it is ci_pipeline_variables_minimum_override_role: no_one_allowed.',
    'Settings > Repository > Protected branches: the default branch, with Developers among those who may merge.',
    'Settings > Access tokens: a token with the role Developer and the scope api. A trigger token is not used with a proof: revoke those that nobody else needs.',
  ],
  commands: [],
});

function vault({ gitlabUrl, vaultUrl, tokenIn }: Answers): Step {
  const mount = (path: string, issuer: string) => [
    `vault auth enable -path=${path} jwt`,
    `vault write auth/${path}/config oidc_discovery_url=${issuer} bound_issuer=${issuer}`,
  ];
  const role = (path: string, name: string) => [
    `vault policy write ${name} ${policyFile(name)}`,
    `vault write auth/${path}/role/${name} - < ${roleFile(name)}`,
  ];
  return {
    title: 'Vault: who may read what',
    notes: [
      `Set VAULT_ADDR=${vaultUrl} and a token that may write policies. Leave out the mounts that are there.`,
      `The secrets of the tests are the keys of ${testsSecret}. \`vault kv put\` stores the first, here NAME with the value of that variable, and replaces all that is there: set the variable before, and take \`vault kv patch\` in its place for each further one.`,
      ...(tokenIn === 'environment'
        ? []
        : [
            'Set GITLAB_TOKEN too, to the token of the step before: without it the last line stores an empty one.',
          ]),
    ],
    commands: [
      ...mount(gitlabMount, gitlabUrl),
      ...role(gitlabMount, testsRole),
      `printf %s "$NAME" | vault kv put ${testsSecret} NAME=-`,
      ...(tokenIn === 'environment'
        ? []
        : [
            ...mount(githubMount, 'https://token.actions.githubusercontent.com'),
            ...role(githubMount, githubRole),
            `printf %s "$GITLAB_TOKEN" | vault kv put ${gitlabSecret} token=-`,
          ]),
    ],
  };
}

function secrets({ repository, branch, tokenIn }: Answers): Step {
  const at = `repos/${repository}/environments/${environment}`;
  const set = (name: string) => `gh secret set ${name} --repo ${repository} --env ${environment}`;
  return {
    title: `GitHub: the environment ${environment} and its secrets`,
    notes: [
      'Paste these one by one: each `gh secret set` asks for the value, and takes the next line for it.',
      'MEMBERSHIP_TOKEN is a fine-grained token whose resource owner is the organisation, with Members: read and nothing else.',
    ],
    commands: [
      `gh api --method PUT ${at} --input ${environmentFile}`,
      `gh api --method POST ${at}/deployment-branch-policies -f name=${branch} -f type=branch`,
      ...(tokenIn === 'environment' ? [set('GITLAB_TOKEN')] : []),
      set('MEMBERSHIP_TOKEN'),
    ],
  };
}

const policy = ({ repository }: Answers): Step => ({
  title: 'GitHub: the Actions policy',
  notes: [
    'Public repositories refuse pull_request_target without one. A policy of the organisation has to allow it too.',
  ],
  commands: [`gh api --method POST repos/${repository}/actions/policies --input ${actionsPolicyFile}`],
});

const labels = ({ repository, tests }: Answers): Step => ({
  title: 'GitHub: a label for each test',
  notes: [],
  commands: [...tests, 'test-all'].map((test) => `gh label create ${test} --repo ${repository}`),
});

const files = (answers: Answers): Step => ({
  title: 'GitHub: the workflow',
  notes: [`Merge it into ${answers.branch}: what is elsewhere does not run with the secrets.`],
  commands: [
    `git add ${workflowFiles(answers)
      .map(({ path }) => path)
      .join(' ')}`,
  ],
});

const rule = ({ repository }: Answers): Step => ({
  title: 'GitHub: the rule, when the first pull request is green',
  notes: [
    'Require the status, not the job: GitHub counts a skipped job as passed. Let code owners review .github/.',
  ],
  commands: [`gh api --method POST repos/${repository}/rulesets --input ${rulesetFile}`],
});

const doctor = ({ repository, tokenIn }: Answers): Step => ({
  title: 'What is left: the doctor says it',
  notes: [
    tokenIn === 'environment'
      ? 'It changes nothing. With GITLAB_TOKEN and MEMBERSHIP_TOKEN in the environment it tries those too.'
      : 'It changes nothing. Only a job can log in to Vault as the action does: there `mode: doctor` tries that, and GitLab.',
  ],
  commands: [`GITHUB_TOKEN=$(gh auth token) drawbridge doctor --repository ${repository}`],
});
