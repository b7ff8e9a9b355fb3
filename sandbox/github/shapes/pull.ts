import { createHash } from 'node:crypto';
import { isMember } from '../access.ts';
import type { Account } from '../people.ts';
import type { Issue, PullRequest } from '../repository.ts';
import { fullName, type Repository } from '../repository.ts';
import type { ChangedFile, Label } from '../thread.ts';
import { changedFiles } from '../verbs/pulls.ts';
import { iso, type World } from '../world.ts';
import { nodeId, nullableUser, simpleUser, web } from './account.ts';
import { apiOf, pageOf, repositoryShape } from './repository.ts';

/**
 * What GitHub says an author is to the repository. A private membership is not shown, so a member may look like a
 * stranger; a test may also make it lie. It proves nothing (docs/facts/github.md, "Membership").
 */
export function association(world: World, repo: Repository, author: Account, claimed?: string): string {
  if (claimed) return claimed;
  if (repo.owner === author) return 'OWNER';
  const membership = world.organizations
    .get(repo.owner.login.toLowerCase())
    ?.members.get(author.login.toLowerCase());
  if (membership?.public && isMember(membership)) return 'MEMBER';
  return repo.collaborators.get(author.login.toLowerCase())?.state === 'active' ? 'COLLABORATOR' : 'NONE';
}

/** Schema label. */
export const labelShape = (world: World, repo: Repository, label: Label) => ({
  id: label.id,
  node_id: nodeId('LA', label.id),
  url: `${apiOf(world, repo)}/labels/${encodeURIComponent(label.name)}`,
  name: label.name,
  color: label.color,
  default: false,
  description: label.description,
});

function common(world: World, repo: Repository, issue: Issue) {
  return {
    number: issue.number,
    state: issue.state,
    locked: false,
    active_lock_reason: null,
    title: issue.title,
    body: issue.body,
    user: nullableUser(world, issue.author),
    labels: issue.labels.map((label) => labelShape(world, repo, label)),
    assignee: null,
    assignees: [],
    milestone: null,
    author_association: association(world, repo, issue.author, issue.association),
    created_at: iso(issue.createdAt),
    updated_at: iso(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : iso(issue.closedAt),
  };
}

/** The SHA of GitHub's test merge; unknown to anybody but GitHub, and another one for each head. */
export const testMerge = ({ pull }: PullRequest): string =>
  createHash('sha1').update(`merge ${pull.base.sha} ${pull.head.sha}`).digest('hex');

/** Schema pull-request-simple: the form in lists. */
export function simplePull(world: World, repo: Repository, issue: PullRequest) {
  const { pull, number } = issue;
  const url = `${apiOf(world, repo)}/pulls/${number}`;
  const issueUrl = `${apiOf(world, repo)}/issues/${number}`;
  const page = `${pageOf(world, repo)}/pull/${number}`;
  const links = {
    self: url,
    html: page,
    issue: issueUrl,
    comments: `${issueUrl}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${apiOf(world, repo)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${apiOf(world, repo)}/statuses/${pull.head.sha}`,
  };
  const { owner } = pull.head;
  return {
    ...common(world, repo, issue),
    id: pull.id,
    node_id: nodeId('PR', pull.id),
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    draft: pull.draft,
    merged_at: pull.merged && issue.closedAt !== null ? iso(issue.closedAt) : null,
    merge_commit_sha: testMerge(issue),
    requested_reviewers: [],
    requested_teams: [],
    auto_merge: null,
    head: {
      label: `${owner.login}:${pull.head.ref}`,
      ref: pull.head.ref,
      sha: pull.head.sha,
      user: owner.gone ? null : simpleUser(world, owner),
      repo: pull.head.repo && repositoryShape(world, pull.head.repo),
    },
    base: {
      label: `${repo.owner.login}:${pull.base.ref}`,
      ref: pull.base.ref,
      sha: pull.base.sha,
      user: simpleUser(world, repo.owner),
      repo: repositoryShape(world, repo),
    },
    _links: Object.fromEntries(Object.entries(links).map(([rel, href]) => [rel, { href }])),
  };
}

/** Schema pull-request: one pull request in full. */
export function fullPull(world: World, repo: Repository, issue: PullRequest) {
  const files = changedFiles(repo, issue);
  const { draft, merged } = issue.pull;
  const mergeable = issue.state === 'open' ? issue.pull.mergeable : null;
  return {
    ...simplePull(world, repo, issue),
    merged,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === false ? 'dirty' : draft ? 'draft' : mergeable ? 'clean' : 'unknown',
    merged_by: null,
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: issue.pull.head.repo !== null && issue.pull.head.repo !== repo,
    commits: 1,
    additions: files.length,
    deletions: 0,
    changed_files: files.length,
  };
}

/** Schema issue. Only a pull request's issue has `pull_request`. */
export function issueShape(world: World, repo: Repository, issue: Issue) {
  const url = `${apiOf(world, repo)}/issues/${issue.number}`;
  const page = `${pageOf(world, repo)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  return {
    ...common(world, repo, issue),
    id: issue.id,
    node_id: nodeId('I', issue.id),
    url,
    repository_url: apiOf(world, repo),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: page,
    comments: issue.comments.length,
    state_reason: null,
    performed_via_github_app: null,
    reactions: reactionCounts(`${url}/reactions`, []),
    ...(issue.pull
      ? {
          draft: issue.pull.draft,
          pull_request: {
            url: `${apiOf(world, repo)}/pulls/${issue.number}`,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: null,
          },
        }
      : {}),
  };
}

export const reactionContents = [
  '+1',
  '-1',
  'laugh',
  'confused',
  'heart',
  'hooray',
  'rocket',
  'eyes',
] as const;

/** Schema reaction-rollup. */
export function reactionCounts(url: string, contents: string[]) {
  const count = (content: string) => contents.filter((c) => c === content).length;
  return {
    url,
    total_count: contents.length,
    ...Object.fromEntries(reactionContents.map((content) => [content, count(content)])),
  };
}

/** Schema diff-entry: a file as the commit `sha` has it. */
export function fileShape(world: World, repo: Repository, sha: string, file: ChangedFile) {
  const path = file.filename.split('/').map(encodeURIComponent).join('/');
  const page = `${web(world)}/${fullName(repo)}`;
  return {
    sha: createHash('sha1').update(file.filename).digest('hex'),
    filename: file.filename,
    status: file.status,
    additions: 1,
    deletions: file.status === 'added' ? 0 : 1,
    changes: file.status === 'added' ? 1 : 2,
    blob_url: `${page}/blob/${sha}/${path}`,
    raw_url: `${page}/raw/${sha}/${path}`,
    contents_url: `${apiOf(world, repo)}/contents/${path}?ref=${sha}`,
    ...(file.previous_filename ? { previous_filename: file.previous_filename } : {}),
  };
}
