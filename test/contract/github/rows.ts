import type { Stage } from './stage.ts';

/** One call of the contract test: the operation, who asks, and the status that must come back. */
export interface Row {
  /** Method and path template, as in GitHub's OpenAPI description. */
  operation: string;
  status: number;
  path?: string;
  as?: keyof Stage['tokens'];
  body?: (s: Stage) => unknown;
}

const repo = '/repos/{owner}/{repo}';
const newRef = (sha: string) => ({ ref: 'refs/heads/ext/pr-1', sha });

/** `{owner}` and the like stand for what the stage has. */
export const fill = (path: string, s: Stage): string =>
  path
    .replace('{owner}', 'acme')
    .replace('{repo}', 'engine')
    .replace('{org}', 'acme')
    .replace('{team_slug}', 'engine')
    .replace('{username}', 'mel')
    .replace('{account_id}', String(s.github.world.accounts.get('mel')?.id))
    .replace(/{pull_number}|{issue_number}/, String(s.pull.number))
    .replace('{comment_id}', String(s.comment.id))
    .replace(/{sha}|{commit_sha}/, s.sha)
    .replace(/\/commits\/{ref}/, `/commits/${s.sha}`)
    .replace('{basehead}', `main...${s.sha}`)
    .replace('{ref}', 'heads/main')
    .replace('{branch}', 'main')
    .replace('{path}', 'README.md')
    .replace('{environment_name}', 'tests')
    .replace('{name}', 'test-dns');

/** Every operation the sandbox answers, with its successes and refusals. */
export const rows: Row[] = [
  { operation: `get ${repo}`, status: 200 },
  { operation: `get ${repo}`, status: 200, path: '/repos/eve/engine' },
  { operation: `get ${repo}`, status: 404, path: '/repos/acme/nothing' },
  { operation: `get ${repo}`, status: 404, path: '/repos/acme/secret' },
  ...['labels', 'rules/branches/{branch}', 'environments/{environment_name}'].map((path) => ({
    operation: `get ${repo}/${path}`,
    status: 200,
  })),
  ...[
    ...['environments/{environment_name}/secrets', 'actions/secrets', 'actions/organization-secrets'],
    'actions/permissions/workflow',
  ].flatMap((path): Row[] => [
    { operation: `get ${repo}/${path}`, status: 200, as: 'member' },
    { operation: `get ${repo}/${path}`, status: 403, as: 'actions' },
  ]),
  {
    operation: `get ${repo}/environments/{environment_name}`,
    status: 404,
    path: '/repos/acme/engine/environments/none',
  },
  { operation: `get ${repo}/pulls`, status: 200, path: '/repos/acme/engine/pulls?state=all' },
  {
    operation: `get ${repo}/pulls`,
    status: 200,
    path: '/repos/acme/engine/pulls?state=all&head=eve:fix/dns&base=main&sort=updated&per_page=1',
  },
  { operation: `get ${repo}/pulls`, status: 403, as: 'weak' },
  { operation: `get ${repo}/pulls/{pull_number}`, status: 200 },
  { operation: `get ${repo}/pulls/{pull_number}`, status: 404, path: '/repos/acme/engine/pulls/77' },
  {
    operation: `post ${repo}/pulls`,
    status: 201,
    as: 'actions',
    body: () => ({ title: 'Twin', head: 'ready', base: 'main', draft: true }),
  },
  {
    operation: `post ${repo}/pulls`,
    status: 422,
    as: 'actions',
    body: () => ({ title: 'Twin', head: 'eve:fix/dns', base: 'main' }),
  },
  { operation: `post ${repo}/pulls`, status: 403, as: 'weak', body: () => ({}) },
  { operation: `get ${repo}/pulls/{pull_number}/files`, status: 200 },
  { operation: `get ${repo}/issues/{issue_number}`, status: 200 },
  { operation: `get ${repo}/issues/{issue_number}/comments`, status: 200 },
  {
    operation: `get ${repo}/issues/{issue_number}/comments`,
    status: 404,
    path: '/repos/acme/engine/issues/9/comments',
  },
  {
    operation: `post ${repo}/issues/{issue_number}/comments`,
    status: 201,
    as: 'actions',
    body: () => ({ body: 'running' }),
  },
  {
    operation: `post ${repo}/issues/{issue_number}/comments`,
    status: 422,
    as: 'actions',
    body: () => ({ body: '' }),
  },
  {
    operation: `post ${repo}/issues/{issue_number}/comments`,
    status: 403,
    as: 'weak',
    body: () => ({ body: 'x' }),
  },
  { operation: `get ${repo}/issues/comments/{comment_id}`, status: 200 },
  {
    operation: `get ${repo}/issues/comments/{comment_id}`,
    status: 200,
    path: '/repos/acme/engine/issues/comments/HIDDEN',
  },
  {
    operation: `get ${repo}/issues/comments/{comment_id}`,
    status: 404,
    path: '/repos/acme/engine/issues/comments/1',
  },
  {
    operation: `patch ${repo}/issues/comments/{comment_id}`,
    status: 200,
    as: 'actions',
    body: () => ({ body: 'done' }),
  },
  { operation: `patch ${repo}/issues/comments/{comment_id}`, status: 422, as: 'actions', body: () => ({}) },
  { operation: `delete ${repo}/issues/comments/{comment_id}`, status: 204, as: 'actions' },
  {
    operation: `post ${repo}/issues/comments/{comment_id}/reactions`,
    status: 201,
    as: 'actions',
    body: () => ({ content: 'rocket' }),
  },
  {
    operation: `post ${repo}/issues/comments/{comment_id}/reactions`,
    status: 422,
    as: 'actions',
    body: () => ({ content: 'shrug' }),
  },
  { operation: `get ${repo}/issues/{issue_number}/labels`, status: 200 },
  {
    operation: `post ${repo}/issues/{issue_number}/labels`,
    status: 200,
    as: 'actions',
    body: () => ({ labels: ['test-all'] }),
  },
  { operation: `delete ${repo}/issues/{issue_number}/labels/{name}`, status: 200, as: 'actions' },
  {
    operation: `delete ${repo}/issues/{issue_number}/labels/{name}`,
    status: 404,
    as: 'actions',
    path: '/repos/acme/engine/issues/1/labels/none',
  },
  { operation: `get ${repo}/commits/{commit_sha}/pulls`, status: 200 },
  { operation: `get ${repo}/commits/{ref}/statuses`, status: 200 },
  { operation: `get ${repo}/commits/{ref}/status`, status: 200 },
  {
    operation: `get ${repo}/commits/{ref}/status`,
    status: 404,
    path: '/repos/acme/engine/commits/none/status',
  },
  {
    operation: `post ${repo}/statuses/{sha}`,
    status: 201,
    as: 'actions',
    body: () => ({ state: 'pending', context: 'drawbridge', description: 'running' }),
  },
  { operation: `post ${repo}/statuses/{sha}`, status: 422, as: 'actions', body: () => ({ state: 'fine' }) },
  { operation: `get ${repo}/activity`, status: 200, path: '/repos/eve/engine/activity' },
  { operation: `get ${repo}/activity`, status: 422, path: '/repos/eve/engine/activity?activity_type=tea' },
  { operation: `get ${repo}/activity`, status: 422, path: '/repos/eve/engine/activity?time_period=decade' },
  { operation: `get ${repo}/compare/{basehead}`, status: 200 },
  {
    operation: `get ${repo}/compare/{basehead}`,
    status: 200,
    path: '/repos/acme/engine/compare/main...eve:fix%2Fdns?per_page=1&page=2',
  },
  {
    operation: `get ${repo}/compare/{basehead}`,
    status: 404,
    path: '/repos/acme/engine/compare/main...none',
  },
  { operation: `get ${repo}/compare/{basehead}`, status: 403, as: 'weak' },
  {
    operation: `get ${repo}/commits/{commit_sha}/branches-where-head`,
    status: 200,
    path: '/repos/acme/engine/commits/MAIN/branches-where-head',
  },
  {
    operation: `get ${repo}/commits/{commit_sha}/branches-where-head`,
    status: 422,
    path: `/repos/acme/engine/commits/${'f'.repeat(40)}/branches-where-head`,
  },
  { operation: `get ${repo}/collaborators/{username}/permission`, status: 200, as: 'actions' },
  { operation: `get ${repo}/collaborators/{username}/permission`, status: 401 },
  {
    operation: `get ${repo}/collaborators/{username}/permission`,
    status: 404,
    as: 'actions',
    path: '/repos/acme/engine/collaborators/github-actions%5Bbot%5D/permission',
  },
  { operation: 'get /orgs/{org}/memberships/{username}', status: 200, as: 'app' },
  {
    operation: 'get /orgs/{org}/memberships/{username}',
    status: 200,
    as: 'app',
    path: '/orgs/acme/memberships/bill',
  },
  { operation: 'get /orgs/{org}/memberships/{username}', status: 403, as: 'actions' },
  {
    operation: 'get /orgs/{org}/memberships/{username}',
    status: 404,
    as: 'app',
    path: '/orgs/acme/memberships/eve',
  },
  { operation: 'get /orgs/{org}/members/{username}', status: 204, as: 'app' },
  { operation: 'get /orgs/{org}/members/{username}', status: 302, as: 'actions' },
  { operation: 'get /orgs/{org}/members/{username}', status: 404, as: 'app', path: '/orgs/acme/members/eve' },
  {
    operation: 'get /orgs/{org}/public_members/{username}',
    status: 204,
    path: '/orgs/acme/public_members/ada',
  },
  { operation: 'get /orgs/{org}/public_members/{username}', status: 404 },
  { operation: 'get /orgs/{org}/teams/{team_slug}/memberships/{username}', status: 200, as: 'app' },
  {
    operation: 'get /orgs/{org}/teams/{team_slug}/memberships/{username}',
    status: 404,
    as: 'app',
    path: '/orgs/acme/teams/engine/memberships/ada',
  },
  { operation: 'get /orgs/{org}/teams/{team_slug}', status: 200, as: 'app' },
  { operation: 'get /orgs/{org}/teams/{team_slug}', status: 404, as: 'app', path: '/orgs/acme/teams/none' },
  { operation: `get ${repo}/git/matching-refs/{ref}`, status: 200 },
  {
    operation: `get ${repo}/git/matching-refs/{ref}`,
    status: 200,
    path: '/repos/acme/engine/git/matching-refs/heads/none',
  },
  { operation: `get ${repo}/git/ref/{ref}`, status: 200 },
  { operation: `get ${repo}/git/ref/{ref}`, status: 404, path: '/repos/acme/engine/git/ref/heads/none' },
  { operation: `post ${repo}/git/refs`, status: 201, as: 'actions', body: (s) => newRef(s.sha) },
  { operation: `post ${repo}/git/refs`, status: 422, as: 'actions', body: () => newRef('f'.repeat(40)) },
  {
    operation: `delete ${repo}/git/refs/{ref}`,
    status: 204,
    as: 'actions',
    path: '/repos/acme/engine/git/refs/heads/ready',
  },
  { operation: `get ${repo}/contents/{path}`, status: 200 },
  { operation: `get ${repo}/contents/{path}`, status: 404, path: '/repos/acme/engine/contents/none' },
  { operation: `get ${repo}/branches/{branch}`, status: 200 },
  { operation: `get ${repo}/branches/{branch}`, status: 404, path: '/repos/acme/engine/branches/none' },
  { operation: `get ${repo}/branches`, status: 200 },
  { operation: `get ${repo}/branches`, status: 404, path: '/repos/acme/none/branches' },
  { operation: `get ${repo}/commits/{ref}`, status: 200 },
  { operation: `get ${repo}/commits/{ref}`, status: 200, path: '/repos/eve/engine/commits/heads/fix/dns' },
  { operation: `get ${repo}/commits/{ref}`, status: 422, path: '/repos/acme/engine/commits/none' },
  {
    operation: `post ${repo}/issues/{issue_number}/labels`,
    status: 200,
    as: 'actions',
    body: () => ['test-all', { name: 'test-dns' }],
  },
  {
    operation: `post ${repo}/issues/{issue_number}/labels`,
    status: 200,
    as: 'actions',
    body: () => ({ labels: [{ name: 'test-all' }] }),
  },
  {
    operation: `post ${repo}/issues/{issue_number}/labels`,
    status: 422,
    as: 'actions',
    body: () => ({ labels: 'test-all' }),
  },
  { operation: 'get /user', status: 200, as: 'member' },
  { operation: 'get /user', status: 401 },
  { operation: 'get /user', status: 403, as: 'actions' },
  { operation: 'get /orgs/{org}', status: 200 },
  { operation: 'get /orgs/{org}', status: 404, path: '/orgs/nobody' },
  { operation: 'get /rate_limit', status: 200 },
  { operation: 'get /users/{username}', status: 200 },
  { operation: 'get /users/{username}', status: 404, path: '/users/nobody' },
  { operation: 'get /user/{account_id}', status: 200 },
  { operation: 'get /user/{account_id}', status: 404, path: '/user/999999999' },
];
