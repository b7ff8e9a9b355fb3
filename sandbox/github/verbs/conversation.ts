import { atLeast, roleOf } from '../access.ts';
import type { Account } from '../people.ts';
import type { Issue, Repository, Status } from '../repository.ts';
import type { Comment } from '../thread.ts';
import { accountOf, issueOf, repositoryOf, type World } from '../world.ts';

/** Verbs for comments and commit statuses. */
export function conversationVerbs(world: World) {
  const find = (repo: string, id: number): Comment => {
    const found = findComment(repositoryOf(world, repo), id);
    if (!found) throw new Error(`${repo} has no comment ${id}`);
    return found.comment;
  };

  return {
    /** Writes a comment; gives it with its `id`. Times are virtual milliseconds; `association` may lie. */
    comment(
      repo: string,
      number: number,
      author: string,
      body: string,
      options: { createdAt?: number; editedAt?: number; association?: string } = {},
    ): Comment {
      const issue = issueOf(repositoryOf(world, repo), number);
      const comment = writeComment(world, issue, accountOf(world, author), body, options.createdAt);
      if (options.association) comment.association = options.association;
      if (options.editedAt !== undefined) {
        Object.assign(comment, {
          editedAt: options.editedAt,
          updatedAt: options.editedAt,
          editor: comment.author,
        });
      }
      return comment;
    },

    /** Changes the body, as its author or somebody with write does on the web. */
    editComment(repo: string, id: number, body: string, options: { by?: string; at?: number } = {}): void {
      const comment = find(repo, id);
      editBody(
        comment,
        body,
        options.by ? accountOf(world, options.by) : comment.author,
        options.at ?? world.now(),
      );
    },

    /** Moves `updated_at` without an edit, as hiding or pinning does: GraphQL's `lastEditedAt` stays null. */
    touchComment(repo: string, id: number, at?: number): void {
      find(repo, id).updatedAt = at ?? world.now();
    },

    /**
     * Hides a comment, as people with write do; REST tells the reason, GraphQL that it is minimised. `updated_at` moves.
     * Throws for whoever has no write (GitHub docs, "Managing disruptive comments").
     */
    minimizeComment(
      repo: string,
      id: number,
      by: string,
      options: { reason?: 'abuse' | 'duplicate' | 'off-topic' | 'outdated' | 'resolved' | 'spam' } = {},
    ): void {
      const hands = roleOf(world, repositoryOf(world, repo), accountOf(world, by));
      if (!atLeast(hands, 'write')) throw new Error(`${by} may not hide comments of ${repo}`);
      Object.assign(find(repo, id), { minimized: options.reason ?? 'outdated', updatedAt: world.now() });
    },

    deleteComment(repo: string, id: number): void {
      removeComment(repositoryOf(world, repo), id);
    },

    /** Every status ever written for a commit (or for all commits), oldest first, with the creator's login. */
    statuses(repo: string, sha?: string) {
      return repositoryOf(world, repo)
        .statuses.filter((status) => sha === undefined || status.sha === sha)
        .map(({ creator, ...status }) => ({ ...status, creator: creator.login }));
    },

    /** Puts a status there as somebody else's tool would, without any check. */
    setStatus(
      repo: string,
      sha: string,
      status: { context: string; state: Status['state']; description?: string; by: string },
    ): void {
      writeStatus(world, repositoryOf(world, repo), {
        sha,
        context: status.context,
        state: status.state,
        description: status.description ?? null,
        target_url: null,
        creator: accountOf(world, status.by),
      });
    },
  };
}

/** Appends a comment to an issue or pull request. */
export function writeComment(
  world: World,
  issue: Issue,
  author: Account,
  body: string,
  createdAt = world.now(),
): Comment {
  const comment: Comment = {
    id: world.nextId(),
    author,
    body,
    createdAt,
    updatedAt: createdAt,
    editedAt: null,
    editor: null,
    minimized: null,
    reactions: [],
  };
  issue.comments.push(comment);
  issue.updatedAt = world.now();
  return comment;
}

export function editBody(comment: Comment, body: string, editor: Account, at: number): void {
  Object.assign(comment, { body, editor, editedAt: at, updatedAt: at });
}

/** A comment with the issue it belongs to. */
export function findComment(repo: Repository, id: number): { issue: Issue; comment: Comment } | undefined {
  for (const issue of repo.issues.values()) {
    const comment = issue.comments.find((c) => c.id === id);
    if (comment) return { issue, comment };
  }
  return undefined;
}

export function removeComment(repo: Repository, id: number): void {
  const found = findComment(repo, id);
  if (found) found.issue.comments = found.issue.comments.filter((c) => c.id !== id);
}

/** Appends a status; nothing is ever replaced, the newest of a context counts. */
export function writeStatus(
  world: World,
  repo: Repository,
  status: Omit<Status, 'id' | 'createdAt'>,
): Status {
  const written = { id: world.nextId(), createdAt: world.now(), ...status };
  repo.statuses.push(written);
  return written;
}
