/** Policies and roles of Vault, each for one path, one audience and one place that may ask. Pure; why: docs/vault.md. */
import type { Answers } from './answers.ts';
import { besides, environment, type File, json, workflowPath } from './made.ts';

/** Where GitLab's ID tokens are taken. */
export const gitlabMount = 'gitlab';
/** Where GitHub's are. */
export const githubMount = 'jwt';
/** Role and policy of the tests in GitLab, and the path of their secrets. */
export const testsRole = 'functional-tests';
/** Role and policy of the action. */
export const githubRole = 'drawbridge';
/** Where the secrets of the tests are, as one writes them. */
export const testsSecret = 'secret/functional-tests';
/** Where the token for GitLab is, as the action takes it. */
export const gitlabSecret = 'secret/ci/gitlab';

/** An audience that no other role has. */
export const audienceFor = (role: string, vaultUrl: string): string =>
  `${role}.${new URL(vaultUrl).hostname}`;

const folder = `${besides}/vault`;

/** The file of a policy, and that of a role. */
export const policyFile = (role: string): string => `${folder}/${role}.hcl`;
export const roleFile = (role: string): string => `${folder}/${role}.json`;

/** What only the tests need, and what the action needs where the token for GitLab is in Vault. */
export function vaultFiles(answers: Answers): readonly File[] {
  const { vaultUrl, tokenIn, projectId, repository, repositoryId, ownerId, branch } = answers;
  const tests = both(testsRole, 'secret/data/functional-tests', 'the tests', {
    user_claim: 'project_id',
    bound_audiences: [audienceFor(testsRole, vaultUrl)],
    bound_claims: {
      project_id: projectId,
      ref_type: 'branch',
      ref_protected: 'true',
      // What Drawbridge starts by a token: no schedule, and nobody who starts one by hand.
      pipeline_source: 'api',
    },
  });
  if (tokenIn === 'environment') return tests;
  return [
    ...tests,
    ...both(githubRole, 'secret/data/ci/gitlab', 'the action', {
      user_claim: 'repository_id',
      bound_audiences: [audienceFor(githubRole, vaultUrl)],
      bound_claims: {
        repository_id: repositoryId,
        repository_owner_id: ownerId,
        environment,
        job_workflow_ref: `${repository}/${workflowPath}@refs/heads/${branch}`,
      },
    }),
  ];
}

const both = (role: string, path: string, whose: string, bound: object): readonly File[] => [
  {
    path: policyFile(role),
    text: `path "${path}" {\n  capabilities = ["read"]\n}\n`,
    what: `the policy of ${whose}`,
  },
  {
    path: roleFile(role),
    text: json({
      role_type: 'jwt',
      ...bound,
      token_policies: [role],
      token_type: 'service',
      token_ttl: '5m',
      token_max_ttl: '5m',
    }),
    what: `the role of ${whose}`,
  },
];
