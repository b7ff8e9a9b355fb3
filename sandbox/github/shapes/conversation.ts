import type { Activity, Issue, Repository, Status } from '../repository.ts';
import type { Comment, Reaction } from '../thread.ts';
import { iso, type World } from '../world.ts';
import { nodeId, nullableUser, simpleUser, web } from './account.ts';
import { association, reactionCounts } from './pull.ts';
import { apiOf, pageOf } from './repository.ts';

/** Schema issue-comment. */
export function commentShape(world: World, repo: Repository, issue: Issue, comment: Comment) {
  const url = `${apiOf(world, repo)}/issues/comments/${comment.id}`;
  const kind = issue.pull ? 'pull' : 'issues';
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url,
    html_url: `${pageOf(world, repo)}/${kind}/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${apiOf(world, repo)}/issues/${issue.number}`,
    body: comment.body,
    user: nullableUser(world, comment.author),
    created_at: iso(comment.createdAt),
    updated_at: iso(comment.updatedAt),
    author_association: association(world, repo, comment.author, comment.association),
    performed_via_github_app: null,
    minimized: comment.minimized === null ? null : { reason: comment.minimized },
    reactions: reactionCounts(
      `${url}/reactions`,
      comment.reactions.map((reaction) => reaction.content),
    ),
  };
}

/** Schema reaction. */
export const reactionShape = (world: World, reaction: Reaction) => ({
  id: reaction.id,
  node_id: nodeId('REA', reaction.id),
  user: nullableUser(world, reaction.user),
  content: reaction.content,
  created_at: iso(reaction.createdAt),
});

/** Schema simple-commit-status: a status inside the combined one, which names no creator. */
export const simpleStatus = (world: World, repo: Repository, status: Status) => ({
  id: status.id,
  node_id: nodeId('SC', status.id),
  url: `${apiOf(world, repo)}/statuses/${status.sha}`,
  avatar_url: `${web(world)}/avatars/u/${status.creator.id}?v=4`,
  state: status.state,
  description: status.description,
  target_url: status.target_url,
  context: status.context,
  created_at: iso(status.createdAt),
  updated_at: iso(status.createdAt),
});

/** Schema status. */
export const statusShape = (world: World, repo: Repository, status: Status) => ({
  ...simpleStatus(world, repo, status),
  creator: nullableUser(world, status.creator),
});

/** Schema activity. A deleted actor is null. */
export const activityShape = (world: World, entry: Activity) => ({
  id: entry.id,
  node_id: nodeId('PUSH', entry.id),
  before: entry.before,
  after: entry.after,
  ref: entry.ref,
  timestamp: iso(entry.timestamp),
  activity_type: entry.activity_type,
  actor: entry.actor.gone ? null : simpleUser(world, entry.actor),
});
