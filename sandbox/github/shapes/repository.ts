import { atLeast, roleOf } from '../access.ts';
import { fullName, type Repository } from '../repository.ts';
import type { Token } from '../tokens.ts';
import { iso, type World } from '../world.ts';
import { nodeId, nullableUser, simpleUser, web } from './account.ts';

const templates = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};
type TemplateUrls = { [name in keyof typeof templates]: string };

export const apiOf = (world: World, repo: Repository): string => `${world.url}/repos/${fullName(repo)}`;
export const pageOf = (world: World, repo: Repository): string => `${web(world)}/${fullName(repo)}`;

/** Schema repository: the form inside pull requests and webhook payloads. */
export function repositoryShape(world: World, repo: Repository) {
  const url = apiOf(world, repo);
  const page = pageOf(world, repo);
  const host = new URL(page).host;
  const open = [...repo.issues.values()].filter((issue) => issue.state === 'open').length;
  const forks = [...world.repositories.values()].filter((other) => other.parent === repo).length;
  const urls = Object.fromEntries(Object.entries(templates).map(([name, path]) => [name, url + path]));
  return {
    id: repo.id,
    node_id: nodeId('R', repo.id),
    name: repo.name,
    full_name: fullName(repo),
    private: repo.private,
    owner: simpleUser(world, repo.owner),
    html_url: page,
    description: null,
    fork: repo.parent !== null,
    url,
    ...(urls as TemplateUrls),
    git_url: `git://${host}/${fullName(repo)}.git`,
    ssh_url: `git@${host}:${fullName(repo)}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    visibility: repo.private ? 'private' : 'public',
    default_branch: repo.defaultBranch,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    watchers: 0,
    forks_count: forks,
    forks,
    open_issues_count: open,
    open_issues: open,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    is_template: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    created_at: iso(repo.createdAt),
    updated_at: iso(repo.pushedAt),
    pushed_at: iso(repo.pushedAt),
  };
}

/** Schema full-repository, as `GET /repos/{owner}/{repo}` gives it. */
export function fullRepository(world: World, repo: Repository, token?: Token): object {
  const shape = repositoryShape(world, repo);
  const organization = world.organizations.has(repo.owner.login.toLowerCase());
  const parent = repo.parent && repositoryShape(world, repo.parent);
  return {
    ...shape,
    ...(token?.kind === 'pat' && { permissions: permissionsOf(world, repo, token) }),
    ...(organization ? { organization: nullableUser(world, repo.owner) } : {}),
    ...(parent ? { parent, source: parent } : {}),
    network_count: shape.forks_count,
    subscribers_count: 0,
  };
}

/** What the person behind a token may do here; an App's and a job's are not told. (inferred for the latter) */
function permissionsOf(world: World, repo: Repository, { account }: Token): object {
  const held = roleOf(world, repo, account);
  const may = (role: Parameters<typeof atLeast>[1]) => atLeast(held, role);
  return {
    admin: may('admin'),
    maintain: may('maintain'),
    push: may('write'),
    triage: may('triage'),
    pull: may('read'),
  };
}
