/** Every check of the doctor, in the order in which it speaks. The table of docs/doctor.md is made from this one. */

/** Where a check looks. */
export type Area = 'workflow' | 'GitHub' | 'GitLab' | 'Vault' | 'pull request';

/** A check: what has to be so, and the question by which it is found out. */
export interface Check {
  readonly area: Area;
  /** What is so in a set-up that works. */
  readonly what: string;
  /** The calls that are made, or what is read. */
  readonly asks: string;
}

const file = 'the workflow files of the default branch, or of the checkout';
const get = (path: string): string => `\`GET ${path}\``;
const here = '/repos/{owner}/{repo}';
const project = '/projects/:id';

export const checks = {
  inputs: {
    area: 'workflow',
    what: 'the inputs are right, and there is none that does not exist',
    asks: file,
  },
  files: { area: 'workflow', what: 'a workflow file uses the action', asks: file },
  events: {
    area: 'workflow',
    what: 'its events are those that count, no filter holds one back, and `workflow_run` names a file that is there',
    asks: file,
  },
  conditions: {
    area: 'workflow',
    what: 'no `if:` of a step, of its job or of one that calls it leaves somebody without a status',
    asks: file,
  },
  checkout: {
    area: 'workflow',
    what: 'nothing of a pull request is checked out where there are secrets',
    asks: file,
  },
  concurrency: {
    area: 'workflow',
    what: 'no `concurrency` ends a run that watches, or drops one that waits',
    asks: file,
  },
  pinned: { area: 'workflow', what: 'actions beside the secrets are pinned by commit', asks: file },
  permissions: { area: 'workflow', what: 'the job may do what the action does, and not more', asks: file },
  environment: {
    area: 'workflow',
    what: 'the job has an `environment:`, which exists and is bound to branches',
    asks: get(`${here}/environments/{environment_name}`),
  },
  secrets: {
    area: 'workflow',
    what: 'each secret that is named exists where the job is given it',
    asks: `${get(`${here}/actions/secrets`)}, \`…/actions/organization-secrets\`, \`…/environments/{environment_name}/secrets\``,
  },
  agreement: { area: 'workflow', what: 'several steps agree on the inputs that make a request', asks: file },
  policy: {
    area: 'GitHub',
    what: 'the Actions policies let the events through',
    asks: get(`${here}/actions/policies`),
  },
  token: {
    area: 'GitHub',
    what: '`github-token` reads the repository, pull requests and statuses',
    asks: `${get(here)}, \`…/pulls\`, \`…/commits/{ref}/statuses\``,
  },
  statuses: {
    area: 'GitHub',
    what: 'it may write commit statuses',
    asks: 'the `permissions:` of the job, or the header `x-oauth-scopes`; nothing is written',
  },
  membership: {
    area: 'GitHub',
    what: '`membership-token` sees members that conceal it',
    asks: `${get('/orgs/{org}/members/{username}')} and \`/orgs/{org}/memberships/{username}\` of the account \`ghost\``,
  },
  teams: {
    area: 'GitHub',
    what: 'the teams exist, and can be seen',
    asks: get('/orgs/{org}/teams/{team_slug}'),
  },
  ruleset: {
    area: 'GitHub',
    what: 'the status is required on the default branch, from the source that writes it; with a report in GitLab, of one App',
    asks: `${get(`${here}/rules/branches/{branch}`)}, \`…/branches/{branch}\`; who wrote it last by \`…/commits/{ref}/statuses\` and ${get('/apps/{app_slug}')}`,
  },
  labels: { area: 'GitHub', what: 'the labels of `tests` exist', asks: get(`${here}/labels`) },
  project: {
    area: 'GitLab',
    what: 'the project is there, not archived, and private; so are its pipelines',
    asks: get(project),
  },
  'gitlab-token': {
    area: 'GitLab',
    what: 'the token lives for some time, and has the scope and the role that are needed, not more',
    asks: `${get('/personal_access_tokens/self')}, \`${project}\``,
  },
  branch: {
    area: 'GitLab',
    what: 'the branch that pipelines run on is protected, takes no pushes of developers, and the token may start one there',
    asks: get(`${project}/repository/branches/:branch`),
  },
  passing: {
    area: 'GitLab',
    what: 'what is sent is accepted: variables by the override role, inputs by `spec: inputs`',
    asks: `${get(project)}, \`…/repository/files/:file_path\``,
  },
  template: {
    area: 'GitLab',
    what: 'the template is included, fixed by `integrity`; is handed what is sent; knows the tests of `tests`; each has a job behind its check',
    asks: get(`${project}/repository/files/:file_path`),
  },
  proof: {
    area: 'GitLab',
    what: '`proof: true`: inputs take it, nobody may set variables, and the template trusts this repository, workflow and environment',
    asks: `${get(project)}, \`…/repository/files/:file_path\`, ${get(here)}`,
  },
  verdict: {
    area: 'GitLab',
    what: '`wait: false`: the report or a sweep tells the verdict, and no test can read the token of the report',
    asks: `${get(`${project}/repository/files/:file_path`)}; the token of the report is not looked at`,
  },
  'vault-login': {
    area: 'Vault',
    what: 'the log-in works by the audience that the role binds, for a short time, and the token of GitLab is there',
    asks: 'the log-in and the read',
  },
  'vault-policies': {
    area: 'Vault',
    what: 'its policies allow that read, and no more',
    asks: '`GET sys/internal/ui/resultant-acl`; Vault shows no rules with `+` there',
  },
  'vault-revoke': {
    area: 'Vault',
    what: 'the token can be given back',
    asks: '`POST auth/token/revoke-self`',
  },
  crossing: {
    area: 'pull request',
    what: '`--pull-request`: it would cross',
    asks: 'all that the gate asks in a run',
  },
} as const satisfies Record<string, Check>;

/** The name of a check, as `--json` tells it. */
export type CheckName = keyof typeof checks;
